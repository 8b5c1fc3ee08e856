"""``plan watch``: what each organisation has to see to on a day, and what to ask of the forge so that it knows."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from actionplan.follow_up import issue_actions, report
from actionplan.follow_up.evidence_links import read_links
from actionplan.follow_up.follow_ups import Topic, follow_ups
from actionplan.follow_up.notices import notices
from actionplan.forge.door import forge_json
from actionplan.metrics.measure import measure
from actionplan.text.escape import plain
from scripts.forge import read_forge, read_json
from scripts.orders import asked_day, sound_plan
from scripts.speech import run


class Format(StrEnum):
    """How what is found is printed."""

    TEXT = "text"
    JSON = "json"


def watch(
    corte: Annotated[
        str | None, typer.Option(metavar="FECHA", help="El día en que se mira; si no se da, el corte del plan.")
    ] = None,
    links: Annotated[
        Path | None, typer.Option(metavar="ARCHIVO", help="Lo que escribió «plan links».", show_default=False)
    ] = None,
    issues: Annotated[
        Path | None,
        typer.Option(
            metavar="ARCHIVO",
            help="Los avisos que ya hay, JSON de la forja: imprime qué abrir, actualizar y cerrar, en JSON.",
            show_default=False,
        ),
    ] = None,
    topic: Annotated[Topic, typer.Option(help="Con --issues: de qué avisos se trata.")] = Topic.PENDING,
    repository: Annotated[
        str, typer.Option(metavar="DIRECCIÓN", help="Con --issues: el repositorio de esos avisos.", show_default=False)
    ] = "",
    site: Annotated[
        str, typer.Option(metavar="DIRECCIÓN", help="Con --issues: el sitio al que llevan.", show_default=False)
    ] = "",
    root: Annotated[Path, typer.Option(help="Carpeta del plan.")] = Path(),
    output: Annotated[Format, typer.Option("--format", help="Cómo se imprime; con --issues, siempre JSON.")] = (
        Format.TEXT
    ),
) -> None:
    """Dice qué le toca a cada organización: lo vencido, lo callado, lo impugnado, lo perdido y lo que vence pronto."""
    seen = read_json(links, read_links, "el JSON que escribe «plan links»") if links else {}
    plan = sound_plan(root)
    day = asked_day(corte) if corte else plan.identity.cutoff
    found = follow_ups(plan, measure(plan, day), seen)
    if issues is None:
        sys.stdout.write(report.as_json(found, plan, day) if output is Format.JSON else report.as_text(found, plan))
        return
    given = issue_actions.past_notices(read_forge(issues, forge_json.ISSUES))
    home = (plan.identity.forge or "").rstrip("/").lower()
    if not home or home != repository.rstrip("/").lower():
        # A copy of the plan must not call the people of the original.
        said = (
            f"Según «forja», el plan vive en «{home}» y no en «{repository}»: aquí no se avisa a nadie."
            if home
            else "«plan/plan.yml» no dice en «forja» dónde vive el repositorio, y sin eso no se avisa a nadie."
        )
        typer.echo(plain(said), err=True)
        sys.stdout.write(issue_actions.as_json(()))
        return
    told = notices(plan, found, topic, day, site)
    wanted = issue_actions.actions(topic, told, given, on=plan.identity.rules.automatic_follow_up)
    sys.stdout.write(issue_actions.as_json(wanted))


if __name__ == "__main__":
    run(watch)
