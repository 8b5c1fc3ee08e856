"""Indicators take values that they can take, and their targets are an improvement."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from actionplan.documents import Step
from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import CommitmentFile, DocumentPart, Entry, Indicator, Roadmap, Sense
from actionplan.rules.check import CommitmentCheck

OUT_OF_DOMAIN = Rule(
    "NUM07",
    Severity.ERROR,
    msg("{value} no es un valor posible de «{indicator}» ({lowest} a {highest})."),
    msg("La gráfica mostraría algo que no puede pasar."),
    msg(
        "Corrija el número. Si es posible, diga en el indicador hasta dónde llega, con «valor_minimo» y "
        "«valor_maximo»: sin ellos, un porcentaje va de 0 a 100."
    ),
    Example(bad='unidad: "barrios"\n    valor_maximo: 4', good='unidad: "barrios"', path=sample.ROADMAP),
)
RANGE_REVERSED = Rule(
    "NUM08",
    Severity.ERROR,
    msg("El máximo ({highest}) es menor que el mínimo ({lowest})."),
    msg("Entre los dos no cabe ningún número."),
    msg("Corrija uno de los dos."),
    Example(bad="valor: 5\n        maximo: 4", good="valor: 5", path=sample.ROADMAP),
)
AGAINST_SENSE = Rule(
    "NUM09",
    Severity.WARNING,
    msg("La meta ({target}) está peor que la línea base ({baseline}) para un indicador «{state}»."),
    msg("Se cumpliría sin hacer nada."),
    msg("Corrija la meta, la línea base o el sentido. Si así está firmado, anótelo en «excepciones» con su motivo."),
    Example(bad='sentido: "descendente"', good='sentido: "ascendente"', path=sample.ROADMAP),
)

_PERCENTAGES = frozenset({"%", "porcentaje", "por ciento", "percentage", "percent"})

"""Units of a part of a whole, which lies between 0 and 100 unless the indicator says otherwise."""


class _Domain(NamedTuple):
    """Represent the least and the most that an indicator can be; None where nothing bounds it."""

    lowest: Decimal | None
    highest: Decimal | None

    def holds(self, value: Decimal) -> bool:
        return (self.lowest is None or value >= self.lowest) and (self.highest is None or value <= self.highest)


def check(commitment_file: CommitmentFile) -> Iterator[Finding]:
    """Check the indicators of a roadmap, and every measurement of them."""
    roadmap = commitment_file.roadmap
    if roadmap is None:
        return
    domains: dict[str, _Domain] = {}
    for number, indicator in enumerate(roadmap.model.indicators):
        steps: tuple[Step, ...] = ("indicators", number)
        yield from _reversed(roadmap, steps, indicator)
        domain = domains[indicator.id] = _domain(roadmap, steps, indicator)
        yield from _values(roadmap, steps, indicator, domain)
        yield from _sense(roadmap, steps, indicator, domain)
    for report in commitment_file.reports:
        for index, item in enumerate(report.model.measurements):
            if item.indicator in domains:
                steps = ("measurements", index, "value")
                yield from _impossible(report, steps, item.indicator, item.value, domains[item.indicator])


def _domain(entry: Entry[Roadmap], steps: tuple[Step, ...], indicator: Indicator) -> _Domain:
    lowest, highest = indicator.lowest, indicator.highest
    if any(entry.is_damaged(*steps, field) for field in ("lowest", "highest", "unit")) or _is_reversed(lowest, highest):
        return _Domain(None, None)
    if indicator.unit and indicator.unit.strip().casefold() in _PERCENTAGES:
        lowest = Decimal(0) if lowest is None else lowest
        highest = Decimal(100) if highest is None else highest
    return _Domain(lowest, highest)


def _is_reversed(lowest: Decimal | None, highest: Decimal | None) -> bool:
    return lowest is not None and highest is not None and highest < lowest


def _reversed(entry: Entry[Roadmap], steps: tuple[Step, ...], indicator: Indicator) -> Iterator[Finding]:
    pairs = [
        ((*steps, "highest"), indicator.lowest, indicator.highest),
        *(
            ((*steps, "targets", index, "ceiling"), target.value, target.ceiling)
            for index, target in enumerate(indicator.targets)
        ),
    ]
    for where, lowest, highest in pairs:
        if _is_reversed(lowest, highest):
            yield RANGE_REVERSED.at(entry.position(*where), lowest=str(lowest), highest=str(highest))


def _values(entry: Entry[Roadmap], steps: tuple[Step, ...], indicator: Indicator, domain: _Domain) -> Iterator[Finding]:
    baseline = indicator.baseline
    if baseline:
        yield from _impossible(entry, (*steps, "baseline", "value"), indicator.id, baseline.value, domain)
    for index, target in enumerate(indicator.targets):
        here = (*steps, "targets", index)
        yield from _impossible(entry, (*here, "value"), indicator.id, target.value, domain)
        if target.ceiling is not None:
            yield from _impossible(entry, (*here, "ceiling"), indicator.id, target.ceiling, domain)


def _impossible(
    entry: Entry[DocumentPart], steps: tuple[Step, ...], indicator: str, value: Decimal, domain: _Domain
) -> Iterator[Finding]:
    if not domain.holds(value):
        lowest, highest = ("…" if bound is None else str(bound) for bound in domain)
        position = entry.position(*steps)
        yield OUT_OF_DOMAIN.at(position, value=str(value), indicator=indicator, lowest=lowest, highest=highest)


def _sense(entry: Entry[Roadmap], steps: tuple[Step, ...], indicator: Indicator, domain: _Domain) -> Iterator[Finding]:
    """Say at most once that a target is worse than where the indicator began: its cause may be the sense itself."""
    start = indicator.baseline.value if indicator.baseline else None
    if start is None or indicator.sense is None or not domain.holds(start):
        return
    for index, target in enumerate(indicator.targets):
        worse = target.value < start if indicator.sense is Sense.RISING else target.value > start
        if worse and indicator.sense is not Sense.RANGE and domain.holds(target.value):
            position, sense = entry.position(*steps, "targets", index, "value"), indicator.sense.label
            yield AGAINST_SENSE.at(position, target=str(target.value), baseline=str(start), state=sense)
            return


CHECKS = (CommitmentCheck(check, (AGAINST_SENSE, OUT_OF_DOMAIN, RANGE_REVERSED)),)
