"""What reports say of activities agrees with itself and with what they said before."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import ActivityReport, ActivityState, CommitmentFile, Entry, Report, Roadmap
from actionplan.model.current_reports import current_reports
from actionplan.rules.check import CommitmentCheck, DocumentCheck

PERCENT_OF_STATE = Rule(
    "NUM02",
    Severity.ERROR,
    msg("«{state}» con {percent} % no es posible."),
    msg("El tablero mostraría un avance que contradice el estado."),
    msg("Use 0 con «por_iniciar», de 1 a 99 con «en_proceso» y 100 con «completado»."),
    Example(bad="porcentaje: 100", good="porcentaje: 40", path=sample.REPORT),
)
UNPROVEN = Rule(
    "NUM04",
    Severity.WARNING,
    msg("«{activity}» se da por completada sin evidencia de {means}."),
    msg("Se mostrará como «completado sin evidencia» y contará 99 %."),
    msg("Añada en «evidencias» una por cada medio de verificación, con su identificador en «medio»."),
    Example(
        bad='estado: "completado"\n    porcentaje: 100',
        good='estado: "en_proceso"\n    porcentaje: 40',
        path=sample.REPORT,
    ),
)
BACKWARDS = Rule(
    "NUM05",
    Severity.ERROR,
    msg("«{activity}» baja de {before} % a {percent} % y no dice por qué."),
    msg("Un avance que retrocede sin explicación hace dudar de los dos reportes."),
    msg("Añada «motivo» a la actividad, o corrija el porcentaje."),
    Example(bad="porcentaje: 20", good='porcentaje: 20\n    motivo: "Se retiraron los medidores defectuosos."'),
)
CANCELLED_SILENTLY = Rule(
    "NUM06",
    Severity.ERROR,
    msg("«{activity}» se cancela y no dice por qué."),
    msg("Lo cancelado deja de contar: sin motivo, bastaría cancelar lo atrasado para que el avance subiera."),
    msg("Añada «motivo» a la actividad, o corrija el estado."),
    Example(bad='estado: "cancelado"', good='estado: "en_proceso"', path=sample.REPORT),
)

_PERCENTS = {
    ActivityState.TO_BEGIN: range(1),
    ActivityState.UNDER_WAY: range(1, 100),
    ActivityState.COMPLETED: range(100, 101),
    ActivityState.CANCELLED: range(101),
}


def _agrees(item: ActivityReport) -> bool:
    return item.percent in _PERCENTS[item.state]


def check_states(entry: Entry[Report]) -> Iterator[Finding]:
    """Check that states, percentages and reasons of a report agree."""
    for index, item in enumerate(entry.model.activities):
        steps = ("activities", index)
        if not _agrees(item):
            position = entry.position(*steps, "percent")
            yield PERCENT_OF_STATE.at(position, state=item.state.label, percent=item.percent)
        silent = item.reason is None and not entry.is_damaged(*steps, "reason")
        if item.state is ActivityState.CANCELLED and silent:
            yield CANCELLED_SILENTLY.at(entry.position(*steps, "state"), activity=item.activity)


def check_progress(commitment_file: CommitmentFile) -> Iterator[Finding]:
    """Check percentages from one report to the next, and that what is completed was proven."""
    reports = current_reports(commitment_file)
    yield from _backwards(reports)
    if commitment_file.roadmap and not any(report.damaged for report in reports):
        yield from _unproven(commitment_file.roadmap.model, reports)


def _backwards(reports: tuple[Entry[Report], ...]) -> Iterator[Finding]:
    before: dict[str, tuple[date, int]] = {}
    for report in reports:
        for index, item in enumerate(report.model.activities):
            if item.state is ActivityState.CANCELLED or not _agrees(item):
                continue
            when, last = before.get(item.activity, (date.min, 0))
            silent = item.reason is None and not report.is_damaged("activities", index, "reason")
            # A correction that was made since says why itself, and what was published before it cannot.
            if item.percent < last and silent and when <= report.model.date:
                position = report.position("activities", index, "percent")
                yield BACKWARDS.at(position, activity=item.activity, before=last, percent=item.percent)
            before[item.activity] = report.model.date, item.percent


def _unproven(roadmap: Roadmap, reports: tuple[Entry[Report], ...]) -> Iterator[Finding]:
    """Say which activities end as completed without evidence for each means of verification that they declare."""
    last: dict[str, tuple[Entry[Report], int]] = {}
    shown: defaultdict[str, set[str | None]] = defaultdict(set)
    for report in reports:
        for index, item in enumerate(report.model.activities):
            last[item.activity] = report, index
            shown[item.activity].update(proof.proves for proof in item.evidence)
    for activity in roadmap.activities:
        missing = [means.id for means in activity.means_of_verification if means.id not in shown[activity.id]]
        if activity.id not in last or not missing:
            continue
        report, index = last[activity.id]
        item = report.model.activities[index]
        if item.state is ActivityState.COMPLETED and _agrees(item):
            position = report.position("activities", index, "state")
            yield UNPROVEN.at(position, activity=activity.id, means=", ".join(f"«{name}»" for name in missing))


CHECKS = (
    DocumentCheck(Report, check_states, (PERCENT_OF_STATE, CANCELLED_SILENTLY)),
    CommitmentCheck(check_progress, (BACKWARDS, UNPROVEN)),
)
