"""Who came to the co-creation tables, by sector.

Tables with attendance of their own are added up. A plan of which only the totals are known gives them as figures
of the phase, under the ids below.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from actionplan.charts.data import Amount, Bars, Origin, Row, Unit
from actionplan.charts.sources import behind, titles
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model.common import Claim, Figure
from actionplan.model.edition import Edition
from actionplan.model.plan import Entry
from actionplan.model.process import Attendance, Phase, Table
from actionplan.model.vocabulary import Sector

FIGURES = {
    Sector.CIVIL_SOCIETY: "personas-de-sociedad-civil",
    Sector.GOVERNMENT: "personas-servidoras-publicas",
    Sector.ACADEMIA: "personas-academicas",
}

_TITLE = msg("Personas en las mesas, por sector")
_FROM_TABLES = msg("Se suma la asistencia de las mesas de las que se conoce: {known} de {total}.")
_FROM_FIGURES = msg("Cada barra es la cifra que da la fuente.")
_ACCORDING = msg("{sector}, según {source}")


def participation(phase: Entry[Phase], edition: Edition, locale: Locale) -> Bars | None:
    """A bar a sector, of the phase's tables or of its own figures; nothing if neither says how many people came."""
    plan, translate = edition.plan, locale.translate
    tables = [entry for entry in plan.tables.values() if entry.folder == phase.folder]
    known = [entry for entry in tables if entry.model.attendance]
    if known:
        numbers = {"known": locale.number(len(known)), "total": locale.number(len(tables))}
        rows = _of_tables(known, locale)
        rule = translate(_FROM_TABLES).format(**numbers)
        sources = behind((entry, "attendance") for entry in known)
    else:
        figures = {figure.id: figure for figure in phase.model.figures}
        chosen = [(sector, figures[name]) for sector, name in FIGURES.items() if name in figures]
        rows = tuple(row for sector, figure in chosen for row in _of_figure(sector, figure, edition, locale))
        rule = translate(_FROM_FIGURES)
        sources = [source for _, figure in chosen for claim in figure.claims for source in claim.sources]
    if not rows:
        return None
    return Bars(
        "participacion-por-sector",
        translate(_TITLE),
        translate(msg("Sector")),
        rows,
        (translate(msg("Personas")),),
        Unit(translate(msg("persona")), translate(msg("personas"))),
        Origin(rule, plan.identity.cutoff, titles(plan, sources)),
        totals=len({row.key.partition("-")[0] for row in rows}) == len(rows),
    )


def _of_tables(tables: list[Entry[Table]], locale: Locale) -> tuple[Row, ...]:
    people: defaultdict[Sector, int] = defaultdict(int)
    for entry in tables:
        for sector in Sector:
            people[sector] += _people(tuple(item for item in entry.model.attendance if item.sector is sector))
    present = [sector for sector in Sector if any(sector is item.sector for t in tables for item in t.model.attendance)]
    return tuple(
        Row(sector.word, locale.translate(sector.label), (Amount(Decimal(people[sector])),)) for sector in present
    )


def _people(attendance: tuple[Attendance, ...]) -> int:
    """The people of a sector at a table, who may be told whole, by sex and by state: each is a count of all."""
    counts: defaultdict[tuple[bool, bool], int] = defaultdict(int)
    for item in attendance:
        counts[item.sex is not None, item.state is not None] += item.people
    return max(counts.values(), default=0)


def _of_figure(sector: Sector, figure: Figure, edition: Edition, locale: Locale) -> Iterator[Row]:
    """A row a number that sources give; where they disagree each stands with its source."""
    label = locale.translate(sector.label)
    claims = [claim for claim in figure.claims if claim.value is not None]
    for index, claim in enumerate(claims):
        name = label
        if len(claims) > 1:
            source = locale.listed(list(titles(edition.plan, claim.sources)))
            name = locale.translate(_ACCORDING).format(sector=label, source=source)
        yield Row(sector.word if index == 0 else f"{sector.word}-{index + 1}", name, (_amount(claim, locale),), label)


def _amount(claim: Claim, locale: Locale) -> Amount | None:
    if claim.value is None:
        return None
    return Amount(claim.value, locale.translate(claim.qualifier.label) if claim.qualifier else "")
