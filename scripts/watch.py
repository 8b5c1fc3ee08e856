"""``plan watch``: what each organisation has to see to on a day, and what to ask of the forge so that it knows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from actionplan.follow_up import issue_actions, overview
from actionplan.follow_up.evidence_links import read_links
from actionplan.follow_up.follow_ups import Topic, follow_ups
from actionplan.follow_up.notices import notices
from actionplan.forge.door import forge_json
from actionplan.metrics.measure import measure
from scripts.cli.arguments import day_option, format_option, one_of, path_option, root_option
from scripts.cli.command import verb
from scripts.cli.loading import sound_plan
from scripts.cli.output import answer, inform
from scripts.forge import read_forge, read_json

_TOPICS = {topic.value: topic for topic in Topic}


@verb
@day_option("--corte", help="El día en que se mira; si no se da, el corte del plan.")
@path_option("--links", help="Lo que escribió «plan links».")
@path_option(
    "--issues", help="Los avisos que ya hay, JSON de la forja: imprime qué abrir, actualizar y cerrar, en JSON."
)
@click.option(
    "--topic",
    type=one_of("--topic", _TOPICS),
    default=Topic.PENDING.value,
    metavar="TEMA",
    help=f"Con --issues: de qué avisos se trata: {', '.join(_TOPICS)}.",
)
@click.option(
    "--repository",
    default="",
    show_default=False,
    metavar="DIRECCIÓN",
    help="Con --issues: el repositorio de esos avisos.",
)
@click.option(
    "--site", default="", show_default=False, metavar="DIRECCIÓN", help="Con --issues: el sitio al que llevan."
)
@root_option
@format_option(("text", "json"))
def watch(
    corte: date | None,
    links: Path | None,
    issues: Path | None,
    topic: Topic,
    repository: str,
    site: str,
    root: Path,
    output: str,
) -> None:
    """Print what is due; with the notices that the forge has, what to do about them, always as JSON."""
    seen = read_json(links, read_links, "el JSON que escribe «plan links»") if links else {}
    plan = sound_plan(root)
    day = corte or plan.identity.cutoff
    found = follow_ups(plan, measure(plan.at(day)), seen)
    if issues is None:
        answer(overview.as_json(found, plan, day) if output == "json" else overview.as_text(found, plan))
        return
    given = issue_actions.past_notices(read_forge(issues, forge_json.ISSUES))
    home = (plan.identity.forge or "").rstrip("/").lower()
    if not home or home != repository.rstrip("/").lower():
        # A copy of the plan must not call the people of the original.
        reason = (
            f"Según «forja», el plan vive en «{home}» y no en «{repository}»: aquí no se avisa a nadie."
            if home
            else "«plan/plan.yml» no dice en «forja» dónde vive el repositorio, y sin eso no se avisa a nadie."
        )
        inform(reason)
        answer(issue_actions.as_json(()))
        return
    told = notices(plan, found, topic, day, site)
    wanted = issue_actions.actions(topic, told, given, on=plan.identity.rules.automatic_follow_up)
    answer(issue_actions.as_json(wanted))


if __name__ == "__main__":
    watch()
