"""Co-creation tables: who came, what was proposed, and what became of each proposal and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from actionplan.demo.actors import SECRETARIAT
from actionplan.demo.bilingual import fill_spanish
from actionplan.demo.commits import SimulatedCommit
from actionplan.demo.key_dates import days
from actionplan.demo.plan_files import WEB, document_file, sourced
from actionplan.demo.problem_trees import answerable_causes, answered_causes
from actionplan.demo.simulated_plan import SimulatedCommitment, SimulatedPlan, minutes_source, table_id
from actionplan.demo.word_lists import word_lists
from actionplan.model.process import Alternative, Attendance, Kit, Table
from actionplan.model.vocabulary import Fate, Sector

_FIRST_DAY = date(2022, 7, 11)
_DAYS = 70
_NOTICE = days(20)
_STATES = 32
_MOST_ADOPTED = 4
"""Alternatives that may become commitments; those that were discarded are numbered after them."""


def cocreation_table(plan: SimulatedPlan, number: int) -> SimulatedCommit:
    """Return the minutes of a table, published on the day after it."""
    rng, words = plan.rng("table", number), word_lists().spanish
    commitments = plan.tables[number]
    topic = commitments[0].topic
    start = _FIRST_DAY + days(rng.below(_DAYS))
    end = start + days(rng.below(2))
    model = Table(
        kind="table",
        id=table_id(number),
        number=number,
        theme=topic.id,
        start=start,
        end=end,
        venue=f"Casa de la cultura de ejemplo {rng.between(1, 20)}",
        kit=Kit(delivered=start - _NOTICE, url=f"{WEB}/materiales/{table_id(number)}.pdf"),
        attendance=attendance(plan, number),
        alternatives=(*map(_adopted, commitments), *_discarded(plan, number)),
        provenance=(sourced(minutes_source(number)),),
    )
    agreements = rng.sample(words["table_agreements"], rng.between(1, 3))
    agreements.append(f"El tema es [{topic.title}](../3-arboles/{topic.id}.md).")
    dissent = rng.sample(words["table_dissent"], rng.between(1, 2))
    body = "\n".join(["## Acuerdos", "", *agreements, "", "## Disensos", "", *dissent])
    minutes = document_file(f"plan/4-mesas/{table_id(number)}.md", model, body)
    return SimulatedCommit(end + days(1), SECRETARIAT, f"Publica el acta de la mesa {number}", (minutes,))


def attendance(plan: SimulatedPlan, number: int) -> tuple[Attendance, ...]:
    """Return how many people came to a table, by sector, sex and state."""
    rng = plan.rng("attendance", number)
    return tuple(
        Attendance(
            sector=sector,
            people=rng.between(1, most),
            sex=sex,
            state=f"Entidad de Ejemplo {rng.between(1, _STATES)}",
        )
        for sector, most in ((Sector.CIVIL_SOCIETY, 18), (Sector.GOVERNMENT, 15), (Sector.ACADEMIA, 5))
        for sex in ("mujeres", "hombres")
    )


def _adopted(commitment: SimulatedCommitment) -> Alternative:
    rng, words = commitment.rng("alternative"), word_lists().spanish
    is_whole = rng.chance(70)
    return Alternative(
        id=commitment.alternative,
        title=commitment.title.es,
        causes=answered_causes(commitment),
        fate=Fate.ADOPTED if is_whole else Fate.PARTIAL,
        reason=rng.choice(words["reasons_to_adopt" if is_whole else "reasons_to_adopt_in_part"]),
        commitment=commitment.id,
    )


def _discarded(plan: SimulatedPlan, number: int) -> Iterator[Alternative]:
    rng, reasons = plan.rng("discarded", number), word_lists().discarded_alternatives
    topic = plan.tables[number][0].topic
    for place, title in enumerate(rng.sample(tuple(reasons), rng.between(1, 2)), _MOST_ADOPTED + 1):
        yield Alternative(
            id=f"a{place}",
            title=fill_spanish(title, x=rng.choice(topic.area.subjects)),
            causes=(rng.choice(answerable_causes(plan, topic)),),
            fate=Fate.DISCARDED,
            reason=reasons[title],
        )
