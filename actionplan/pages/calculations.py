"""What the page on how figures are computed shows: the rules of this plan, and examples that the tests hold us to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from actionplan.language.messages import msg
from actionplan.metrics import CUTOFF, METRICS, NETWORK, RESULTS, ROADMAP, SIGNED_END, SLIP, Level, Light
from actionplan.model import DependencyKind
from actionplan.pages.page import SitePage

if TYPE_CHECKING:
    from actionplan.pages.site import Site


class DependencyRule(NamedTuple):
    """Describe a kind of dependency by what it asks for."""

    kind: DependencyKind
    rule: str


DEPENDENCY_RULES = (
    DependencyRule(
        DependencyKind.FINISH_START,
        msg("no empieza hasta el día siguiente de que concluye la otra, más el desfase"),
    ),
    DependencyRule(DependencyKind.START_START, msg("no empieza antes que la otra, más el desfase")),
    DependencyRule(DependencyKind.FINISH_FINISH, msg("no concluye antes que la otra, más el desfase")),
    DependencyRule(
        DependencyKind.START_FINISH, msg("no concluye antes de la víspera del inicio de la otra, más el desfase")
    ),
)


def context(site: Site, _page: SitePage) -> dict[str, object]:
    """Return what the template needs."""
    return {
        "date": site.figures.date,
        "metrics": METRICS,
        "lights": tuple(Light),
        "levels": tuple(Level),
        "thresholds": site.plan.identity.rules.lights,
        "worked": ROADMAP,
        "worked_day": CUTOFF,
        "results": tuple((metric, RESULTS[metric.key]) for metric in METRICS if metric.key in RESULTS),
        "network": NETWORK,
        "critical": frozenset(task.id for task in NETWORK if task.total == min(item.total for item in NETWORK)),
        "signed_end": SIGNED_END,
        "slip": SLIP,
        "dependency_rules": DEPENDENCY_RULES,
    }
