"""``plan verify``: the next verification of a co-responsible organisation, ready for its rulings."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from actionplan.drafts.records import BLANK, next_verification, report_to_judge
from actionplan.model import CommitmentFile, Entry, Report, RulingKind, correction_of
from scripts.cli.arguments import commitment_argument, day_option, root_option
from scripts.cli.command import verb
from scripts.cli.drafting import asked_commitment, asked_signer, begin, chosen_of, day_of_record
from scripts.cli.output import decline, inform, refuse


@verb
@commitment_argument
@click.option("--report", metavar="AVANCE", help="Cuál; si no se da, el último sin dictamen de quien firma.")
@click.option("--org", metavar="ORGANIZACIÓN", help="Quién verifica; sobra si hay una sola corresponsable.")
@day_option("--date", help="Día del dictamen; si no se da, hoy, o el corte si ya pasó.")
@click.option(
    "--ruling",
    multiple=True,
    metavar="ACTIVIDAD=DICTAMEN",
    help="Un dictamen, por ejemplo a1.1=verificado; se puede repetir.",
)
@root_option
def verify(
    commitment: str, report: str | None, org: str | None, date: dt.date | None, ruling: tuple[str, ...], root: Path
) -> None:
    """Begin the next verification of an organisation."""
    plan, commitment_file = asked_commitment(root, commitment)
    day = day_of_record(date, plan)
    signer = asked_signer(org, commitment_file.commitment.model.partners_on(day), "organización corresponsable")
    judged = _judged(commitment_file, report, signer, day)
    if judged.model.reporter == signer:
        refuse(f"«{signer}» firmó «{judged.stem}»: nadie verifica lo que reportó.")
    words = {plan.keys.author_word("RulingKind", kind.word): kind for kind in RulingKind}
    rulings = _rulings(ruling, judged, words)
    path, text = next_verification(commitment_file, judged, day, signer, rulings)
    begin(root, path, text)
    _say_what_is_due(judged, rulings, tuple(words))
    inform(f"Luego revíselo: plan check {path}")


def _judged(commitment_file: CommitmentFile, name: str | None, signer: str, day: dt.date) -> Entry[Report]:
    if name is None:
        return report_to_judge(commitment_file, signer, day) or decline(
            f"Al {day} no hay ningún avance que «{signer}» no haya dictaminado."
        )
    reports = {entry.stem: entry for entry in commitment_file.reports}
    judged = reports[chosen_of("el compromiso", "el avance", name, reports)]
    if judged.model.date > day:
        refuse(f"«{name}» es posterior al {day}: se dictamina después de que se reporta.")
    if correction := correction_of(commitment_file, name, day):
        decline(f"«{name}» ya no cuenta: lo corrige «{correction}». Dictamine ése.")
    if not judged.model.activities:
        decline(f"«{name}» no habla de ninguna actividad: no hay qué dictaminar.")
    return judged


def _rulings(given: tuple[str, ...], judged: Entry[Report], words: dict[str, RulingKind]) -> dict[str, RulingKind]:
    reported = [item.activity for item in judged.model.activities]
    rulings: dict[str, RulingKind] = {}
    for text in given:
        activity, sign, word = text.partition("=")
        if not sign:
            refuse(
                f"«{text}» no es un dictamen. Escríbalo como actividad=dictamen, por ejemplo a1.1={next(iter(words))}."
            )
        chosen_of(f"«{judged.stem}»", "la actividad", activity, reported)
        if activity in rulings:
            refuse(f"De «{activity}» se dan dos dictámenes. Deje uno solo.")
        rulings[activity] = words[chosen_of("la lista", "el dictamen", word, words)]
    return rulings


def _say_what_is_due(judged: Entry[Report], rulings: dict[str, RulingKind], words: tuple[str, ...]) -> None:
    blank = [item.activity for item in judged.model.activities if item.activity not in rulings]
    contested = [name for name, kind in rulings.items() if kind is RulingKind.CONTESTED]
    if blank:
        inform(
            f"Falta su dictamen de: {', '.join(blank)}. En ese archivo cambie cada «{BLANK}» por {' o '.join(words)}; "
            f"hasta entonces la revisión lo rechaza. Borre las actividades que no dictamine."
        )
    if contested:
        key = judged.keys.author("reason")
        inform(f"Escriba por qué, en «{key}», debajo del dictamen de: {', '.join(contested)}.")


if __name__ == "__main__":
    verify()
