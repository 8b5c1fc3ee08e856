"""Dates run forward, and parts lie within the whole."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from actionplan.documents import Step
from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import (
    Action,
    Activity,
    ActivityReport,
    AmendmentWindow,
    Commitment,
    CommitmentFile,
    DocumentPart,
    Entry,
    Phase,
    Plan,
    PlanIdentity,
    Roadmap,
    Table,
    parts_of_kind,
)
from actionplan.rules.check import DocumentCheck, PlanCheck

END_BEFORE_START = Rule(
    "FEC01",
    Severity.ERROR,
    msg("La conclusión ({end}) es anterior al inicio ({start})."),
    msg("Con esas fechas no se puede calcular ni plazo ni atraso."),
    msg("Corrija una de las dos fechas."),
    Example(bad='conclusion: "2020-01-14"', good='conclusion: "2020-03-31"', path=sample.ROADMAP),
)
OUTSIDE = Rule(
    "FEC03",
    Severity.WARNING,
    msg("La fecha {date} queda fuera de {where} ({start} a {end})."),
    msg("Una parte no puede empezar antes ni terminar después que el todo; el avance esperado saldría torcido."),
    msg("Corrija esta fecha o la de lo que la contiene. Si así está firmado, anótelo en «excepciones» con su motivo."),
    Example(bad='conclusion: "2020-07-01"', good='conclusion: "2020-03-31"', path=sample.ROADMAP),
)
BASELINE_AFTER_TARGET = Rule(
    "FEC11",
    Severity.WARNING,
    msg("La línea base ({date}) es posterior a la primera meta ({target})."),
    msg("La línea base dice dónde se estaba antes de empezar: después ya no mide el cambio."),
    msg("Corrija una de las dos fechas. Si así está firmado, anótelo en «excepciones» con su motivo."),
    Example(bad='fecha: "2020-07-01"', good='fecha: "2020-01-01"', path=sample.ROADMAP),
)

_ACTION = msg("las fechas de la acción clave")

_COMMITMENT = msg("las fechas del compromiso")

_PLAN = msg("el periodo del plan")

_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


class _Span(NamedTuple):
    """Represent two days, both included and each perhaps unknown, with the words for what they bound."""

    start: date | None
    end: date | None
    where: str

    @property
    def is_straight(self) -> bool:
        return not (self.start and self.end and self.end < self.start)


def check_pairs(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check that nothing ends before it begins."""
    for steps, start, end in _pairs(entry.model):
        if start and end and end < start:
            yield END_BEFORE_START.at(entry.position(*steps), start=str(start), end=str(end))


def _pairs(model: DocumentPart) -> Iterator[tuple[tuple[Step, ...], date | None, date | None]]:
    """Yield where each end stands, with its start and itself."""
    if isinstance(model, Phase | Table | Commitment):
        yield ("end",), model.start, model.end
    dated: tuple[tuple[tuple[Step, ...], Action | Activity | AmendmentWindow], ...] = (
        *parts_of_kind(model, Action),
        *parts_of_kind(model, Activity),
        *parts_of_kind(model, AmendmentWindow),
    )
    for steps, part in dated:
        yield (*steps, "end"), part.start, part.end
    for steps, item in parts_of_kind(model, ActivityReport):
        yield (*steps, "actual_end"), item.actual_start, item.actual_end


def check(plan: Plan) -> Iterator[Finding]:
    """Check dates against those of what contains them."""
    period = _period(plan.identity)
    for commitment_file in plan.commitment_files.values():
        yield from _of_commitment(commitment_file, period)


def _period(identity: PlanIdentity) -> _Span:
    """Return the plan's years as its period tells them, whole.

    Drafts begin before it is published, extensions end later.
    """
    years = _YEAR.findall(f"{identity.period} {identity.extended_period}")
    if not years or min(years) == "0000":
        return _Span(None, None, _PLAN)
    return _Span(date(int(min(years)), 1, 1), date(int(max(years)), 12, 31), _PLAN)


def _of_commitment(commitment_file: CommitmentFile, period: _Span) -> Iterator[Finding]:
    entry, model = commitment_file.commitment, commitment_file.commitment.model
    span = _Span(model.start, model.end, _COMMITMENT)
    yield from _outside(entry, (), span, (period,))
    if commitment_file.roadmap:
        around = (span, period) if span.is_straight else (period,)
        yield from _of_roadmap(commitment_file.roadmap, around)


def _of_roadmap(entry: Entry[Roadmap], around: tuple[_Span, ...]) -> Iterator[Finding]:
    for number, action in enumerate(entry.model.actions):
        span = _Span(action.start, action.end, _ACTION)
        yield from _outside(entry, ("actions", number), span, around)
        inner = (span, *around) if span.is_straight else around
        for index, activity in enumerate(action.activities):
            steps = ("actions", number, "activities", index)
            yield from _outside(entry, steps, _Span(activity.start, activity.end, ""), inner)
    for number, indicator in enumerate(entry.model.indicators):
        days: list[date] = []
        for index, target in enumerate(indicator.targets):
            found = list(_misplaced(entry, ("indicators", number, "targets", index, "date"), target.date, around))
            yield from found
            days += [] if found else [target.date]
        if indicator.baseline and days and indicator.baseline.date > min(days):
            position = entry.position("indicators", number, "baseline", "date")
            yield BASELINE_AFTER_TARGET.at(position, date=str(indicator.baseline.date), target=str(min(days)))


def _outside(
    entry: Entry[DocumentPart], steps: tuple[Step, ...], span: _Span, around: tuple[_Span, ...]
) -> Iterator[Finding]:
    if span.is_straight:  # else that is the mistake
        for field, day in (("start", span.start), ("end", span.end)):
            yield from _misplaced(entry, (*steps, field), day, around)


def _misplaced(
    entry: Entry[DocumentPart], steps: tuple[Step, ...], day: date | None, around: tuple[_Span, ...]
) -> Iterator[Finding]:
    """Say that a day is too early or too late for what is around it, the nearest that tells first."""
    early = next((span for span in around if span.start), None)
    late = next((span for span in around if span.end), None)
    if day and early and early.start and day < early.start:
        broken = early
    elif day and late and late.end and day > late.end:
        broken = late
    else:
        return
    start, end = broken.start or "…", broken.end or "…"
    yield OUTSIDE.at(entry.position(*steps), date=str(day), where=broken.where, start=str(start), end=str(end))


CHECKS = (
    DocumentCheck(DocumentPart, check_pairs, (END_BEFORE_START,)),
    PlanCheck(check, (OUTSIDE, BASELINE_AFTER_TARGET)),
)
