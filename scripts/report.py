"""``plan report``: the next report of an institution, begun from what is known of its commitment."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from actionplan.drafts.records import next_report
from actionplan.metrics import counts
from scripts.cli.arguments import commitment_argument, day_option, root_option
from scripts.cli.command import verb
from scripts.cli.drafting import asked_commitment, asked_signer, begin, day_of_record
from scripts.cli.output import decline, inform


@verb
@commitment_argument
@day_option("--date", help="Día del avance; si no se da, hoy, o el corte si ya pasó.")
@click.option("--org", metavar="INSTITUCIÓN", help="Quién reporta; sobra si hay una sola responsable.")
@root_option
def report(commitment: str, date: dt.date | None, org: str | None, root: Path) -> None:
    """Begin the next report of an institution."""
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
    inform("Repite lo último que se reportó. Ahora, en ese archivo:")
    inform("  1. Ponga el estado y el porcentaje de hoy; borre las actividades de las que nada diga.")
    inform(f"  2. Añada las pruebas: plan evidence add {commitment} --activity … --file …")
    inform(f"  3. Revíselo: plan check {path}")


if __name__ == "__main__":
    report()
