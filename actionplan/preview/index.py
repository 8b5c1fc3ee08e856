"""The first page of a preview: what a proposal changes, page by page, with its figures and drawings twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from actionplan.diff.before_after import BeforeAfter
from actionplan.diff.compare import Comparison
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model import Plan
from actionplan.pages import addresses
from actionplan.pages.backlinks import Backlinks
from actionplan.pages.roadmap_drawing import roadmap_drawing
from actionplan.pages.site import Site
from actionplan.pages.themes import drawing
from actionplan.preview.figures import figures_moved
from actionplan.preview.pages import Fate, pages_changed
from actionplan.preview.trees import trees_moved
from actionplan.text.escape import visible

ADDRESS = "vista-previa/index.md"
"""Where it stands on the site that is previewed."""

_SIDES = {"antes": msg("Antes"), "despues": msg("Después")}
"""What begins the ids of each drawing, and its name for people."""


class DrawnTwice(NamedTuple):
    """Represent a drawing before and after.

    Attributes:
        title: What is drawn.
        drawings: Each with its name for people; empty where there is nothing to draw.
        lines: The same in words, lines that go and lines that come in one, if the drawing does not say it in words.
    """

    title: str
    drawings: tuple[tuple[str, Markup], ...]
    lines: tuple[str, ...] = ()


def index(base: Site, head: Site, comparison: Comparison, revisions: tuple[str, str]) -> str:
    """Return the page as HTML.

    Args:
        base: The site as published.
        head: The site as proposed, in the same language and with the same history.
        comparison: The plans of both, and what differs between them.
        revisions: Names of the two versions, for the reader to know which they are.
    """
    locale = head.locale
    environment = Environment(
        loader=PackageLoader("actionplan.preview"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters["date"] = locale.date
    environment.filters["visible"] = visible
    return environment.get_template("preview.html").render(
        _=locale.translate,
        locale=locale,
        plan=head.plan,
        revisions=revisions,
        changes=comparison.changes,
        pages=pages_changed(base, head),
        Fate=Fate,
        figures=figures_moved(comparison, locale),
        trees=tuple(_trees(base, head)),
        roadmaps=tuple(_roadmaps(comparison, locale)),
        to=_to,
    )


def _to(address: str) -> str:
    return addresses.relative_url(address, ADDRESS)


def _trees(base: Site, head: Site) -> Iterator[DrawnTwice]:
    for grown in trees_moved(base.plan, head.plan, head.locale):
        drawings = (
            _tree(grown.id, plan, head, side) for plan, side in zip((base.plan, head.plan), _SIDES, strict=True)
        )
        yield DrawnTwice(grown.title, _named(drawings, head.locale), grown.lines)


def _tree(name: str, plan: Plan, head: Site, side: str) -> Markup:
    entry = plan.trees.get(name)
    return drawing(entry, Backlinks(plan), head.locale, _to, f"{side}-arbol") if entry else Markup()


def _roadmaps(plans: BeforeAfter, locale: Locale) -> Iterator[DrawnTwice]:
    """Yield the roadmaps that are drawn otherwise after the proposal, both at its cut-off."""
    day = plans.head.identity.cutoff
    for measured in plans.commitments:
        twice = tuple(zip(measured.files, measured.metrics, strict=True))
        before, after = (roadmap_drawing(file, metrics, day, locale) for file, metrics in twice)
        if before != after:
            drawings = (
                roadmap_drawing(file, metrics, day, locale, f"{side}-ruta-{measured.id}")
                for (file, metrics), side in zip(twice, _SIDES, strict=True)
            )
            yield DrawnTwice(measured.files[1].commitment.model.title, _named(drawings, locale))


def _named(drawings: Iterable[Markup], locale: Locale) -> tuple[tuple[str, Markup], ...]:
    return tuple(zip(map(locale.translate, _SIDES.values()), drawings, strict=True))
