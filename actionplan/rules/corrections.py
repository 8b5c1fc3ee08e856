"""A report that corrects another says why, and says all that the other said."""

from collections.abc import Iterator
from datetime import date

from actionplan.findings import Example, Finding, Rule, Severity
from actionplan.language.messages import msg
from actionplan.model import CommitmentFile, Entry, Report, chain
from actionplan.model.current_reports import current_reports
from actionplan.rules.check import CommitmentCheck

CORRECTED_SILENTLY = Rule(
    "SEG07",
    Severity.ERROR,
    msg("El avance corrige «{report}» y no dice por qué."),
    msg("Un avance publicado no se edita: quien leyó el anterior debe poder saber qué cambió y por qué."),
    msg("Añada «motivo» debajo de «{key}»."),
    Example(bad='corrige: "2020-03-31-gob"', good='corrige: "2020-03-31-gob"\nmotivo: "Se sumó dos veces un barrio."'),
)
CORRECTS_ITSELF = Rule(
    "SEG10",
    Severity.ERROR,
    msg("El avance se corrige a sí mismo: {chain}."),
    msg("Lo corregido deja de contar: no quedaría ninguno en pie."),
    msg("Escriba en «{key}» el nombre del avance anterior que se corrige, o quítelo."),
    Example(bad='corrige: "2020-04-30-gob"', good='corrige: "2020-03-31-gob"'),
)
CORRECTION_DROPS = Rule(
    "SEG15",
    Severity.NOTICE,
    msg("«{report}», que éste corrige, también habla de {names}, y éste no: eso deja de contar."),
    msg("Un avance corregido deja de contar entero, con sus evidencias, y no sólo en lo que la corrección repite."),
    msg("Repita aquí lo que sigue valiendo, con sus evidencias. Si nada más vale, déjelo así."),
    Example(
        bad='corrige: "2020-03-31-gob"\nactividades: (sólo «a1.1»; el otro hablaba también de «a1.2»)',
        good='corrige: "2020-03-31-gob"\nactividades: («a1.1» y «a1.2»)',
    ),
)
SAME_DAY = Rule(
    "SEG14",
    Severity.NOTICE,
    msg("«{report}», del mismo día, también habla de «{activity}»; cuenta éste, el último por su nombre."),
    msg("Los dictámenes sobre aquel avance dejan de contar para esa actividad."),
    msg(
        "Si éste corrige aquél, dígalo con «{key}» y su motivo. Si es una copia, bórrela antes de publicarla. "
        "Si son de dos instituciones, acuerden uno solo."
    ),
    Example(bad="2020-03-31-gob.md y 2020-03-31-gob-b.md, los dos sobre «a1.1»", good="2020-03-31-gob.md"),
)


def check(commitment_file: CommitmentFile) -> Iterator[Finding]:
    """Check the corrections of a commitment, and reports of one day that say two things of one activity."""
    for report in commitment_file.reports:
        if report.model.corrects:
            yield from _correction(commitment_file, report, report.model.corrects)
    yield from _same_day(commitment_file)
    yield from _dropped(commitment_file)


def _correction(commitment_file: CommitmentFile, report: Entry[Report], corrects: str) -> Iterator[Finding]:
    position, key = report.position("corrects"), report.document.spelling("corrects")
    if report.model.reason is None and not report.is_damaged("reason"):
        yield CORRECTED_SILENTLY.at(position, report=corrects, key=key)
    names = chain(report.stem, {entry.stem: entry.model.corrects for entry in commitment_file.reports})
    if names[-1] == report.stem and len(names) > 1:
        yield CORRECTS_ITSELF.at(position, chain=" → ".join(names), key=key)


def _same_day(commitment_file: CommitmentFile) -> Iterator[Finding]:
    """Yield what two reports of one day tell: the last by name is in force."""
    told: dict[tuple[date, str], str] = {}
    for report in current_reports(commitment_file):
        day, reporter = report.model.date, report.model.reporter
        named = report.stem.startswith(f"{day.isoformat()}-{reporter}")
        if not named or reporter not in commitment_file.commitment.model.leads_on(day):
            continue  # which of its date, its institution and its name is wrong is not known yet
        for index, item in enumerate(report.model.activities):
            said = (day, item.activity)
            if told.setdefault(said, report.stem) != report.stem:
                position, key = report.position("activities", index, "activity"), report.keys.author("corrects")
                yield SAME_DAY.at(position, report=told[said], activity=item.activity, key=key)
            told[said] = report.stem


def _dropped(commitment_file: CommitmentFile) -> Iterator[Finding]:
    """Yield what a corrected report tells and its correction does not."""
    reports = {report.stem: report for report in commitment_file.reports}
    for report in commitment_file.reports:
        corrected = reports.get(report.model.corrects or "")
        if corrected is None or corrected is report or report.loses:
            continue
        told = _subjects(report.model)
        if names := [f"«{name}»" for name in _subjects(corrected.model) if name not in told]:
            position = report.position("corrects")
            yield CORRECTION_DROPS.at(position, report=corrected.stem, names=", ".join(names))


def _subjects(model: Report) -> dict[str, None]:
    """Return the activities and the indicators that a report tells of, in order."""
    return dict.fromkeys([it.activity for it in model.activities] + [it.indicator for it in model.measurements])


CHECKS = (CommitmentCheck(check, (CORRECTED_SILENTLY, CORRECTS_ITSELF, CORRECTION_DROPS, SAME_DAY)),)
