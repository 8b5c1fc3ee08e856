"""``plan report``: the next report of an institution, begun from what is known of its commitment."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from actionplan.drafts.records import next_report
from actionplan.metrics.measure import counts
from scripts.records import asked_commitment, asked_signer, begin, day_of_record, decline
from scripts.speech import run


def report(
    commitment: Annotated[str, typer.Argument(metavar="COMPROMISO", help="Su identificador, por ejemplo c05.")],
    date: Annotated[
        str | None, typer.Option(metavar="FECHA", help="Día del avance; si no se da, hoy, o el corte si ya pasó.")
    ] = None,
    org: Annotated[
        str | None, typer.Option(metavar="INSTITUCIÓN", help="Quién reporta; sobra si hay una sola responsable.")
    ] = None,
    root: Annotated[Path, typer.Option(help="Carpeta del plan.")] = Path(),
) -> None:
    """Empieza el siguiente avance: las actividades abiertas ese día, con lo último que se reportó de cada una."""
    plan, commitment_file = asked_commitment(root, commitment)
    day = day_of_record(date, plan)
    model = commitment_file.commitment.model
    if not counts(model, day):
        decline(f"«{commitment}» ya no cuenta al {day}: está {model.situation.label.lower()}, y no se reporta más.")
    signer = asked_signer(org, model.leads_on(day), "institución responsable")
    try:
        path, text = next_report(plan, commitment_file, day, signer)
    except ValueError:
        decline(
            f"Al {day} no hay en «{commitment}» ninguna actividad abierta: que haya empezado según la hoja de ruta, "
            f"o que ya se haya reportado, y no esté completada ni cancelada. Sin fecha de inicio no se sabe si empezó."
        )
    begin(root, path, text)
    typer.echo("Repite lo último que se reportó. Ahora, en ese archivo:", err=True)
    typer.echo("  1. Ponga el estado y el porcentaje de hoy; borre las actividades de las que nada diga.", err=True)
    typer.echo(f"  2. Añada las pruebas: plan evidence add {commitment} --activity … --file …", err=True)
    typer.echo(f"  3. Revíselo: plan check {path}", err=True)


if __name__ == "__main__":
    run(report)
