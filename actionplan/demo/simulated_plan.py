"""What each commitment of an invented plan has: its topic, its table, its title and its parties.

Everything follows from the seed and the commitment's number, never from how many there are: a bigger plan
begins with the smaller one's commitments.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from actionplan.demo.actors import INSTITUTIONS, ORGANISATIONS, SimulatedActor, institution, organisation
from actionplan.demo.bilingual import Bilingual, capitalise, fill_spanish
from actionplan.demo.key_dates import session_id
from actionplan.demo.rng import Rng
from actionplan.demo.word_lists import PolicyArea, word_lists
from actionplan.documents import slug
from actionplan.model import Closure

MOST_COMMITMENTS = 1440
"""How many commitments there are words for."""

_BLOCK = 120
"""Commitments that share six topics, eighteen actors and two files of sources."""

_TOPICS = 6
_ROUND = 24
"""Commitments of one round of tables: each of the six topics' tables takes up to four."""

_PROACTIVE = 5
"""Every fifth commitment comes from government alone, without a table."""

_TRANSLATED = 3
"""Every third commitment has an English sibling."""

_CYCLE = 100
_WITHDRAWN, _MERGED = 9, 11
_CLOSED = {
    _WITHDRAWN: (
        date(2023, 12, 8),
        "La institución perdió la atribución con la que se comprometió; el foro acordó retirarlo.",
    ),
    _MERGED: (date(2024, 3, 10), "Repite actividades de otro compromiso; el foro acordó que se sigan ahí."),
}
"""Of every hundred commitments one is withdrawn and one is merged into the one before it: when and why."""

_TITLE_STRIDE = 605
"""Shares no divisor with the number of titles, so that all come once before one comes again."""

_LONGEST_FOLDER = 40


class ConsultationTopic(NamedTuple):
    """Describe a topic of the consultation; ``order`` is its place among all, from 0."""

    order: int
    id: str
    title: str
    problem: str
    area: PolicyArea


@dataclass(frozen=True, eq=False)
class SimulatedCommitment:
    """Describe a commitment.

    Attributes:
        plan: That it belongs to.
        number: From 1.
        block: From 0.
        table_number: The number of the table that it came from; None for a proactive one.
        alternative_id: The alternative of its table that it came from.
        topic: Of a proactive one, a topic of its policy area.
        subject: What it is about, with its article.
        title: No other commitment has the same.
        lead: The institution that leads it.
        partners: The organisations that sign with it.
        closure: How it ended before its time, if it did.
    """

    plan: SimulatedPlan
    number: int
    block: int
    table_number: int | None
    alternative_id: str
    topic: ConsultationTopic
    subject: Bilingual
    title: Bilingual
    lead: SimulatedActor
    partners: tuple[SimulatedActor, ...]
    closure: Closure | None

    def rng(self, name: str, *names: str | int) -> Rng:
        """Return the random numbers of one part of the commitment."""
        return self.plan.rng(name, self.number, *names)

    @property
    def id(self) -> str:
        """Return its id."""
        return commitment_id(self.number)

    @property
    def folder(self) -> str:
        """Return its folder, named after its title."""
        return f"commitments/{self.number:04d}-{slug(self.title.es)[:_LONGEST_FOLDER].rpartition('-')[0]}"

    @property
    def is_translated(self) -> bool:
        """Tell whether its documents have English siblings."""
        return self.number % _TRANSLATED == 1


@dataclass(frozen=True)
class SimulatedPlan:
    """Describe an invented plan by its size and its seed."""

    count: int
    seed: int

    def rng(self, *names: str | int) -> Rng:
        """Return the random numbers of one part of the plan."""
        return Rng(self.seed, *names)

    @cached_property
    def commitments(self) -> list[SimulatedCommitment]:
        """Return every commitment, by its number."""
        return [_commitment(self, number) for number in range(1, self.count + 1)]

    @cached_property
    def tables(self) -> dict[int, list[SimulatedCommitment]]:
        """Return the commitments that came from each table, by the table's number."""
        tables: dict[int, list[SimulatedCommitment]] = {}
        for commitment in self.commitments:
            if commitment.table_number:
                tables.setdefault(commitment.table_number, []).append(commitment)
        return dict(sorted(tables.items()))

    @property
    def topics(self) -> list[ConsultationTopic]:
        """Return the topics that have a table, in their order."""
        return sorted({commitment.topic for commitment in self.commitments if commitment.table_number})

    @property
    def blocks(self) -> range:
        """Return the blocks that the commitments fill, from 0."""
        return range(self.commitments[-1].block + 1)


def _commitment(plan: SimulatedPlan, number: int) -> SimulatedCommitment:
    block, topic_in_block = (number - 1) // _BLOCK, (number - 1) % _TOPICS
    topic = _topic(plan, block * _TOPICS + topic_in_block)
    subject, title = _subject_and_title(plan, number, topic.area)
    lead = block * INSTITUTIONS + plan.rng("lead", number).between(1, INSTITUTIONS)
    rng, first_partner = plan.rng("allies", number), block * ORGANISATIONS + 1
    partners = rng.sample(range(first_partner, first_partner + ORGANISATIONS), rng.between(1, 3))
    return SimulatedCommitment(
        plan=plan,
        number=number,
        block=block,
        table_number=(number - 1) // _ROUND * _TOPICS + topic_in_block + 1 if number % _PROACTIVE else None,
        alternative_id=f"a{(number - 1) % _ROUND // _TOPICS + 1}",
        topic=topic,
        subject=subject,
        title=title,
        lead=institution(lead),
        partners=tuple(map(organisation, partners)),
        closure=_closure(number),
    )


def _topic(plan: SimulatedPlan, order: int) -> ConsultationTopic:
    areas, aspects = word_lists().policy_areas, word_lists().aspects
    area = areas[(order + plan.rng("topics").below(len(areas))) % len(areas)]
    aspect = aspects[(order // len(areas) + order) % len(aspects)]
    title, problem = (
        capitalise(fill_spanish(template, area=area.name, people=area.people))
        for template in (aspect.title, aspect.problem)
    )
    return ConsultationTopic(order, f"{aspect.key}-{area.key}", title, problem, area)


def _subject_and_title(plan: SimulatedPlan, number: int, area: PolicyArea) -> tuple[Bilingual, Bilingual]:
    words = word_lists()
    count = len(words.title_forms) * len(area.subjects) * len(words.title_scopes)
    index = (plan.rng("titles").below(count) + number) * _TITLE_STRIDE % count
    rest, form = divmod(index, len(words.title_forms))
    scope, subject = divmod(rest, len(area.subjects))
    start, end = words.title_forms[form].fill(subject=area.subjects[subject]), words.title_scopes[scope]
    return area.subjects[subject], Bilingual(f"{start.es} {end.es}", f"{start.en} {end.en}")


def _closure(number: int) -> Closure | None:
    place_in_cycle = number % _CYCLE
    if place_in_cycle not in _CLOSED:
        return None
    day, reason = _CLOSED[place_in_cycle]
    merged_into = commitment_id(number - 1) if place_in_cycle == _MERGED else None
    return Closure(date=day, reason=reason, agreed_in=session_id(day), merged_into=merged_into)


def commitment_id(number: int) -> str:
    """Return the id of a commitment."""
    return f"c{number:04d}"


def table_id(number: int) -> str:
    """Return the id of a table, also the name of its file."""
    return f"mesa-{number:03d}"


def minutes_source(table: int) -> str:
    """Return the id of the source of a table's facts."""
    return f"acta_mesa_{table:03d}"


def commitments_source(block: int) -> str:
    """Return the id of the source of a block's commitments."""
    return f"expediente_{block + 1:02d}"


def roadmaps_source(block: int) -> str:
    """Return the id of the source of a block's roadmaps."""
    return f"hojas_firmadas_{block + 1:02d}"
