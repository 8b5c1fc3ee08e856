"""Records tell what had happened by their date, and follow each other."""

from collections.abc import Iterator
from datetime import date

from actionplan.documents import Step
from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import (
    ActivityReport,
    CommitmentFile,
    DocumentPart,
    Entry,
    Evidence,
    Measurement,
    Plan,
    Report,
    ScheduleField,
    Verification,
    parts_of_kind,
)
from actionplan.rules.check import PlanCheck

_SLIP = msg("O una fecha está mal escrita, o el registro cuenta lo que aún no había pasado.")

AFTER_CUTOFF = Rule(
    "FEC02",
    Severity.ERROR,
    msg("La fecha {date} es posterior al corte del plan ({cutoff})."),
    msg("Las cifras del sitio se calculan al día del corte: no puede haber registros posteriores."),
    msg("Corrija la fecha o pida que se mueva el corte en «plan/plan.yml»."),
    Example(bad='corte: "2020-04-09"', good='corte: "2020-12-31"', path="plan/plan.yml"),
)
BEFORE_THE_WORK = Rule(
    "FEC04",
    Severity.ERROR,
    msg("El avance es del {date} y el compromiso empieza el {start}."),
    _SLIP,
    msg("Corrija la fecha del avance, o el inicio del compromiso si es el que está mal."),
    Example(
        bad='fecha: "2019-12-31"',
        good='fecha: "2020-03-31"',
    ),
)
AFTER_THE_REPORT = Rule(
    "FEC09",
    Severity.ERROR,
    msg("La fecha {date} es posterior a la del avance que la trae ({report})."),
    _SLIP,
    msg("Corrija esta fecha, o repórtela en un avance posterior."),
    Example(
        bad='porcentaje: 40\n    inicio_real: "2020-04-20"',
        good="porcentaje: 40",
        path=sample.REPORT,
    ),
)
BEFORE_THE_REPORT = Rule(
    "FEC10",
    Severity.ERROR,
    msg("La fecha {date} es anterior a la del avance del que trata ({report})."),
    msg("Nadie puede verificar ni corregir un avance que aún no existía."),
    msg("Corrija la fecha, o el avance al que se refiere."),
    Example(bad='fecha: "2020-03-30"\navance: "2020-03-31-gob"', good='fecha: "2020-04-10"\navance: "2020-03-31-gob"'),
)


def check(plan: Plan) -> Iterator[Finding]:
    """Check records against the cut-off, against what they tell, and against each other."""
    for entry in plan.entries:
        if isinstance(entry.model, Report | Verification):
            yield from _signed(entry, entry.model, plan)
    for commitment_file in plan.commitment_files.values():
        yield from _in_sequence(commitment_file)


def _signed(entry: Entry[DocumentPart], model: Report | Verification, plan: Plan) -> Iterator[Finding]:
    """Check a record against the cut-off, and what a report tells against its own date."""
    if plan.identity_entry and model.date > plan.identity.cutoff:
        cutoff = str(plan.identity.cutoff)
        yield AFTER_CUTOFF.at(entry.position("date"), date=str(model.date), cutoff=cutoff)
    for steps, day in _told(model) if isinstance(model, Report) else ():
        if day > model.date:
            yield AFTER_THE_REPORT.at(entry.position(*steps), date=str(day), report=str(model.date))


def _in_sequence(commitment_file: CommitmentFile) -> Iterator[Finding]:
    """Check that the work comes first, then the report, then what is said of the report."""
    beginning = _beginning(commitment_file)
    days = {report.stem: report.model.date for report in commitment_file.reports}
    for report in commitment_file.reports:
        if beginning and report.model.date < beginning:
            position, start = report.position("date"), str(beginning)
            yield BEFORE_THE_WORK.at(position, date=str(report.model.date), start=start)
    about = [
        *((report, report.model.date, report.model.corrects) for report in commitment_file.reports),
        *((item, item.model.date, item.model.report) for item in commitment_file.verifications),
    ]
    for entry, day, name in about:
        if name in days and day < days[name]:
            yield BEFORE_THE_REPORT.at(entry.position("date"), date=str(day), report=str(days[name]))


def _beginning(commitment_file: CommitmentFile) -> date | None:
    """Return the first day on which the commitment may have been at work, as planned at any time.

    None if it is unknown.
    """
    start, roadmap = commitment_file.commitment.model.start, commitment_file.roadmap
    if start is None or roadmap is None:
        return start
    planned = [activity.start for activity in roadmap.model.activities if activity.start]
    moved = [item.before for item in roadmap.model.reschedulings if item.field is ScheduleField.START]
    return min([start, *planned, *moved])


def _told(model: Report) -> Iterator[tuple[tuple[Step, ...], date]]:
    """Yield the days of the past that a report tells of."""
    for steps, item in parts_of_kind(model, ActivityReport):
        start, end = item.actual_start, item.actual_end
        if not (start and end and end < start):  # else that is the mistake
            if start:
                yield (*steps, "actual_start"), start
            if end:
                yield (*steps, "actual_end"), end
    for steps, proof in parts_of_kind(model, Evidence):
        if proof.seen:
            yield (*steps, "seen"), proof.seen
    for steps, measurement in parts_of_kind(model, Measurement):
        yield (*steps, "date"), measurement.date


CHECKS = (PlanCheck(check, (AFTER_CUTOFF, BEFORE_THE_WORK, AFTER_THE_REPORT, BEFORE_THE_REPORT)),)
