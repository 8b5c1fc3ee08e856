"""The institution reports, the co-responsible organisation verifies, and nobody does both."""

from collections.abc import Iterator

from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import CommitmentFile, DocumentPart, Entry, Report, RulingKind, Verification
from actionplan.rules.check import CommitmentCheck
from actionplan.rules.handovers import are_unsure

_TWO_PAIRS_OF_EYES = msg("La segunda llave sólo vale si la gira quien firmó como corresponsable.")

NOT_A_PARTNER = Rule(
    "SEG01",
    Severity.ERROR,
    msg("«{organisation}» no era organización corresponsable del compromiso el {date}."),
    _TWO_PAIRS_OF_EYES,
    msg(
        "Corresponsables ese día: {partners}. Corrija la organización o dé de alta a la nueva en el compromiso. "
        "Si lo era y después dejó de serlo, anótelo en su «{key}»."
    ),
    Example(bad='corresponsables:\n  - "gob"', good='corresponsables:\n  - "osc"', path=sample.COMMITMENT),
)
NOT_A_LEAD = Rule(
    "SEG02",
    Severity.ERROR,
    msg("«{organisation}» no era institución responsable del compromiso el {date}."),
    msg("Sólo quien responde por el compromiso puede reportar su avance."),
    msg(
        "Responsables ese día: {leads}. Corrija la institución o dé de alta a la nueva en el compromiso. "
        "Si lo era y después dejó de serlo, anótelo en su «{key}»."
    ),
    Example(bad='institucion: "osc"', good='institucion: "gob"', path=sample.COMMITMENT),
)
NO_REASON = Rule(
    "SEG03",
    Severity.ERROR,
    msg("La impugnación de «{activity}» no trae motivo."),
    msg("La otra parte no puede responder a lo que no se le dice."),
    msg("Añada «motivo» con lo que falta o no coincide."),
    Example(
        bad='dictamen: "impugnado"',
        good='dictamen: "impugnado"\n    motivo: "Faltan medidores."',
        path=sample.VERIFICATION,
    ),
)
OWN_REPORT = Rule(
    "SEG04",
    Severity.ERROR,
    msg("«{organisation}» verifica su propio avance."),
    _TWO_PAIRS_OF_EYES,
    msg("Quite esta verificación: corresponde a una organización que no haya escrito el avance ({partners})."),
    Example(bad='organizacion: "gob"\navance: "2020-03-31-gob"', good='organizacion: "osc"\navance: "2020-03-31-gob"'),
)
NOT_REPORTED = Rule(
    "SEG05",
    Severity.ERROR,
    msg("El avance «{report}» no dice nada de «{activity}»."),
    msg("Un dictamen sobre lo que nadie reportó no se puede mostrar ni responder."),
    msg("Corrija la actividad, o el avance que se juzga en «{key}»."),
    Example(
        bad='reporta: "gob"\n',
        good='reporta: "gob"\nactividades:\n  - actividad: "a1.1"\n    estado: "en_proceso"\n    porcentaje: 40\n',
        path=sample.REPORT,
    ),
)
TWICE = Rule(
    "SEG06",
    Severity.ERROR,
    msg("«{activity}» aparece dos veces en el documento (antes, en la línea {first})."),
    msg("No se sabría cuál de las dos entradas vale."),
    msg("Deje una sola."),
    Example(
        bad='- actividad: "a1.1"\n    dictamen: "verificado"\n  - actividad: "a1.1"\n    dictamen: "impugnado"',
        good='- actividad: "a1.1"\n    dictamen: "impugnado"',
        path=sample.VERIFICATION,
    ),
)


def check(commitment_file: CommitmentFile) -> Iterator[Finding]:
    """Check who signs reports and verifications, and that each says its piece once and with its reason."""
    for report in commitment_file.reports:
        yield from _report(commitment_file, report)
    yield from _verifications(commitment_file)


def _report(commitment_file: CommitmentFile, report: Entry[Report]) -> Iterator[Finding]:
    model = report.model
    leads = commitment_file.commitment.model.leads_on(model.date)
    if model.reporter not in leads and not _is_unsure(commitment_file, "leads"):
        position, told = report.position("reporter"), _signature(report, commitment_file)
        yield NOT_A_LEAD.at(position, organisation=model.reporter, leads=", ".join(leads) or "—", **told)
    yield from _twice(report, "activities", [item.activity for item in model.activities])


def _verifications(commitment_file: CommitmentFile) -> Iterator[Finding]:
    reports = {report.stem: report for report in commitment_file.reports}
    roadmap = commitment_file.roadmap
    known = {activity.id for activity in roadmap.model.activities} if roadmap else set[str]()
    for verification in commitment_file.verifications:
        judged = reports.get(verification.model.report)
        yield from _signer(commitment_file, verification, judged)
        yield from _twice(verification, "rulings", [ruling.activity for ruling in verification.model.rulings])
        for index, ruling in enumerate(verification.model.rulings):
            silent = ruling.reason is None and not verification.is_damaged("rulings", index, "reason")
            if ruling.ruling is RulingKind.CONTESTED and silent:
                yield NO_REASON.at(verification.position("rulings", index), activity=ruling.activity)
        if judged and not judged.loses and not judged.is_damaged("activities"):
            yield from _unreported(verification, judged, known)


def _signer(
    commitment_file: CommitmentFile, verification: Entry[Verification], judged: Entry[Report] | None
) -> Iterator[Finding]:
    model = verification.model
    organisation, partners = model.organisation, commitment_file.commitment.model.partners_on(model.date)
    position, others = verification.position("organisation"), ", ".join(partners) or "—"
    told = _signature(verification, commitment_file)
    if judged and judged.model.reporter == organisation:
        yield OWN_REPORT.at(position, organisation=organisation, partners=others)
    elif organisation not in partners and not _is_unsure(commitment_file, "partners"):
        yield NOT_A_PARTNER.at(position, organisation=organisation, partners=others, **told)


def _signature(record: Entry[Report] | Entry[Verification], commitment_file: CommitmentFile) -> dict[str, str]:
    """Return the day of a record's signature, and the key under which its commitment tells who was replaced."""
    return {"date": str(record.model.date), "key": commitment_file.commitment.keys.author("handovers")}


def _is_unsure(commitment_file: CommitmentFile, field: str) -> bool:
    """Return whether some of who could sign may be what was refused."""
    return commitment_file.commitment.is_damaged(field) or are_unsure(commitment_file.commitment)


def _unreported(verification: Entry[Verification], judged: Entry[Report], known: set[str]) -> Iterator[Finding]:
    """Yield what is ruled on and the report does not tell.

    An activity that does not exist at all is another mistake.
    """
    told = {item.activity for item in judged.model.activities}
    for index, ruling in enumerate(verification.model.rulings):
        if ruling.activity in known and ruling.activity not in told:
            position, key = (
                verification.position("rulings", index, "activity"),
                verification.document.spelling("report"),
            )
            yield NOT_REPORTED.at(position, report=judged.stem, activity=ruling.activity, key=key)


def _twice(entry: Entry[DocumentPart], field: str, activities: list[str]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, activity in enumerate(activities):
        position = entry.position(field, index, "activity")
        if activity in first:
            yield TWICE.at(position, activity=activity, first=first[activity])
        first.setdefault(activity, position.line)


CHECKS = (CommitmentCheck(check, (NOT_A_PARTNER, NOT_A_LEAD, NO_REASON, OWN_REPORT, NOT_REPORTED, TWICE)),)
