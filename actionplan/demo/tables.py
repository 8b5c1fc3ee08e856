"""Co-creation tables: who came, what was proposed, and what became of each proposal and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from actionplan.demo.commitments import causes
from actionplan.demo.deeds import SECRETARIAT, Deed
from actionplan.demo.outline import Outline, Topic, commitment_id, records_of_table, table_id
from actionplan.demo.papers import document, sourced
from actionplan.demo.trees import answerable
from actionplan.demo.words.problems import ADOPTED, AGREED, DISCARDED, DISSENT, PARTIAL
from actionplan.demo.words.speech import Said
from actionplan.model.process import Alternative, Attendance, Kit, Table
from actionplan.model.vocabulary import Fate, Sector

_FIRST_DAY = date(2022, 7, 11)
_DAYS = 70
_NOTICE = timedelta(days=20)
_SEXES = ("mujeres", "hombres")
_STATES = 32
_OWN = 4
"""Alternatives that may become commitments; those that were discarded are numbered after them."""


def table(outline: Outline, number: int) -> Deed:
    """What a table of a topic agreed, on the day after it."""
    dice = outline.dice("table", number)
    members = outline.tables[number]
    topic = outline.topic(members[0])
    start = _FIRST_DAY + timedelta(days=dice.below(_DAYS))
    end = start + timedelta(days=dice.below(2))
    model = Table(
        kind="table",
        id=table_id(number),
        number=number,
        theme=topic.id,
        start=start,
        end=end,
        venue=f"Casa de la cultura de ejemplo {dice.between(1, 20)}",
        kit=Kit(delivered=start - _NOTICE, url=f"https://ejemplo.invalid/materiales/{table_id(number)}.pdf"),
        attendance=attendance(outline, number),
        alternatives=(*_adopted(outline, members), *_discarded(outline, number, topic)),
        provenance=(sourced(records_of_table(number)),),
    )
    agreed = [*dice.some(AGREED, dice.between(1, 3)), f"El tema es [{topic.title}](../3-arboles/{topic.id}.md)."]
    lines = ["## Acuerdos", "", *agreed, "", "## Disensos", "", *dice.some(DISSENT, dice.between(1, 2))]
    paper = document(f"plan/4-mesas/{table_id(number)}.md", model, "\n".join(lines))
    return Deed(end + timedelta(days=1), SECRETARIAT, f"Publica el acta de la mesa {number}", (paper,))


def attendance(outline: Outline, number: int) -> tuple[Attendance, ...]:
    """How many people came to a table, by sector, sex and state."""
    dice = outline.dice("attendance", number)
    return tuple(
        Attendance(
            sector=sector,
            people=dice.between(1, most),
            sex=sex,
            state=f"Entidad de Ejemplo {dice.between(1, _STATES)}",
        )
        for sector, most in ((Sector.CIVIL_SOCIETY, 18), (Sector.GOVERNMENT, 15), (Sector.ACADEMIA, 5))
        for sex in _SEXES
    )


def _adopted(outline: Outline, members: tuple[int, ...]) -> Iterator[Alternative]:
    for member in members:
        dice = outline.dice("alternative", member)
        whole = dice.chance(70)
        topic = outline.topic(member)
        yield Alternative(
            id=outline.alternative(member),
            title=outline.title(member)[0].es,
            causes=tuple(f"{topic.id}/{cause}" for cause in causes(outline, member)),
            fate=Fate.ADOPTED if whole else Fate.PARTIAL,
            reason=dice.pick(ADOPTED if whole else PARTIAL),
            commitment=commitment_id(member),
        )


def _discarded(outline: Outline, number: int, topic: Topic) -> Iterator[Alternative]:
    dice = outline.dice("discarded", number)
    for place, (title, reason) in enumerate(dice.some(DISCARDED, dice.between(1, 2)), _OWN + 1):
        yield Alternative(
            id=f"a{place}",
            title=Said(title, "").filled(x=dice.pick(topic.sector.objects)).es,
            causes=(f"{topic.id}/{dice.pick(answerable(outline, topic))}",),
            fate=Fate.DISCARDED,
            reason=reason,
        )
