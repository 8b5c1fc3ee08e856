"""Who came to the co-creation tables, by sector.

Tables with attendance of their own are added up. A plan of which only the totals are known gives them as figures
of the phase, under the ids below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from actionplan.charts.data import Amount, BarRow, Bars
from actionplan.charts.origin import Unit
from actionplan.charts.sources import behind, origin, titles
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model import Attendance, Entry, Figure, LocalizedPlan, Phase, Sector, Table

FIGURES = {
    Sector.CIVIL_SOCIETY: "personas-de-sociedad-civil",
    Sector.GOVERNMENT: "personas-servidoras-publicas",
    Sector.ACADEMIA: "personas-academicas",
}
_FROM_TABLES = msg("Se suma la asistencia de las mesas de las que se conoce: {known} de {total}.")
_WORDS = {sector.word for sector in Sector}


def participation(phase: Entry[Phase], localized: LocalizedPlan, locale: Locale) -> Bars | None:
    """Draw a bar a sector, from the phase's tables or its own figures; nothing if neither counts people."""
    plan, translate = localized.plan, locale.translate
    tables = [entry for entry in plan.tables.values() if entry.folder == phase.folder]
    known = [entry for entry in tables if entry.model.attendance]
    if known:
        numbers = {"known": locale.number(len(known)), "total": locale.number(len(tables))}
        rows = _of_tables(known, locale)
        rule = translate(msg("Se suma la asistencia de las mesas de las que se conoce: {known} de {total}.")).format(
            **numbers
        )
        sources = behind((entry, "attendance") for entry in known)
    else:
        figures = {figure.id: figure for figure in phase.model.figures}
        chosen = [(sector, figures[name]) for sector, name in FIGURES.items() if name in figures]
        rows = tuple(row for sector, figure in chosen for row in _of_figure(sector, figure, localized, locale))
        rule = translate(msg("Cada barra es la cifra que da la fuente."))
        sources = [source for _, figure in chosen for claim in figure.claims for source in claim.sources]
    if not rows:
        return None
    return Bars(
        "participacion-por-sector",
        translate(msg("Personas en las mesas, por sector")),
        translate(msg("Sector")),
        origin(plan, rule, sources),
        rows,
        (translate(msg("Personas")),),
        Unit(translate(msg("persona")), translate(msg("personas"))),
        # Where sources disagree, a sum would count the same people twice.
        totals=all(row.key in _WORDS for row in rows),
    )


def _of_tables(tables: list[Entry[Table]], locale: Locale) -> tuple[BarRow, ...]:
    rows = []
    for sector in Sector:
        groups = [[item for item in entry.model.attendance if item.sector is sector] for entry in tables]
        if any(groups):
            people = Amount(Decimal(sum(map(_people, groups))))
            rows.append(BarRow(sector.word, locale.translate(sector.label), (people,)))
    return tuple(rows)


def _people(attendance: list[Attendance]) -> int:
    """Return the people of a sector at a table, who may be told whole, by sex and by state: each is a count of all."""
    counts: defaultdict[tuple[bool, bool], int] = defaultdict(int)
    for item in attendance:
        counts[item.sex is not None, item.state is not None] += item.people
    return max(counts.values(), default=0)


def _of_figure(sector: Sector, figure: Figure, localized: LocalizedPlan, locale: Locale) -> Iterator[BarRow]:
    """Yield a row a number that sources give; where they disagree each stands with its source."""
    translate = locale.translate
    numbers = [(claim, claim.value) for claim in figure.claims if claim.value is not None]
    for index, (claim, value) in enumerate(numbers, 1):
        key, name = sector.word, translate(sector.label)
        if len(numbers) > 1:
            source = locale.listed(list(titles(localized.plan, claim.sources)))
            key, name = f"{key}-{index}", translate(msg("{sector}, según {source}")).format(sector=name, source=source)
        hedge = translate(claim.qualifier.label) if claim.qualifier else ""
        yield BarRow(key, name, (Amount(value, hedge),))
