"""What each commitment of an invented plan has: its topic, its table, its title and its parties.

Everything follows from the seed and the commitment's number, never from how many there are: a bigger plan
begins with the smaller one's commitments.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from operator import attrgetter

from actionplan.demo.actors import INSTITUTIONS, ORGANISATIONS, SimulatedActor, institution, organisation
from actionplan.demo.bilingual import Bilingual, capitalise, fill_spanish
from actionplan.demo.key_dates import session_id
from actionplan.demo.rng import Rng
from actionplan.demo.word_lists import Aspect, PolicyArea, word_lists
from actionplan.documents.body import slug
from actionplan.model.commitment import Closure

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
_CLOSED = {_WITHDRAWN: date(2023, 12, 8), _MERGED: date(2024, 3, 10)}
"""Of every hundred commitments one is withdrawn and one is merged into the one before it."""

_REASONS = {
    _WITHDRAWN: "La institución perdió la atribución con la que se comprometió; el foro acordó retirarlo.",
    _MERGED: "Repite actividades de otro compromiso; el foro acordó que se sigan ahí.",
}

_TITLE_STRIDE = 605
"""Shares no divisor with the number of titles, so that all come once before one comes again."""

_LONGEST_FOLDER = 40


@dataclass(frozen=True)
class ConsultationTopic:
    """Describe a topic of the consultation by its place among all, from 0."""

    place: int
    area: PolicyArea
    aspect: Aspect

    @property
    def id(self) -> str:
        """Its id, also the name of its file."""
        return f"{self.aspect.key}-{self.area.key}"

    @property
    def title(self) -> str:
        """Its name for people."""
        return self.fill(self.aspect.title)

    def fill(self, template: str) -> str:
        """Return a Spanish sentence about the topic's policy area."""
        return capitalise(fill_spanish(template, area=self.area.name, people=self.area.people))


@dataclass(frozen=True)
class SimulatedPlan:
    """Describe an invented plan by its size and its seed."""

    count: int
    seed: int

    def rng(self, *names: str | int) -> Rng:
        """Return the random numbers of one part of the plan."""
        return Rng(self.seed, *names)

    @cached_property
    def commitments(self) -> tuple[SimulatedCommitment, ...]:
        """Every commitment, by its number."""
        return tuple(SimulatedCommitment(self, number) for number in range(1, self.count + 1))

    @property
    def blocks(self) -> range:
        """The blocks that the commitments fill, from 0."""
        return range(self.commitments[-1].block + 1)

    @cached_property
    def topics(self) -> list[ConsultationTopic]:
        """The topics that have a table, in their order."""
        topics = {commitment.topic for table in self.tables.values() for commitment in table}
        return sorted(topics, key=attrgetter("place"))

    @cached_property
    def tables(self) -> dict[int, tuple[SimulatedCommitment, ...]]:
        """The commitments that came from each table, by the table's number."""
        co_created = filter(attrgetter("is_co_created"), self.commitments)
        by_table = groupby(sorted(co_created, key=attrgetter("table")), attrgetter("table"))
        return {number: tuple(commitments) for number, commitments in by_table}

    @cached_property
    def area_offset(self) -> int:
        """The policy area with which the topics begin."""
        return self.rng("topics").below(len(word_lists().policy_areas))

    @cached_property
    def title_offset(self) -> int:
        """The place before that of the first title among all."""
        return self.rng("titles").below(word_lists().title_count)


@dataclass(frozen=True)
class SimulatedCommitment:
    """Describe a commitment by its plan and its number, from 1."""

    plan: SimulatedPlan
    number: int

    def rng(self, name: str, *names: str | int) -> Rng:
        """Return the random numbers of one part of the commitment."""
        return self.plan.rng(name, self.number, *names)

    @property
    def id(self) -> str:
        """Its id."""
        return f"c{self.number:04d}"

    @property
    def block(self) -> int:
        """The block that it belongs to, from 0."""
        return (self.number - 1) // _BLOCK

    @property
    def is_co_created(self) -> bool:
        """Whether it came from a table."""
        return self.number % _PROACTIVE != 0

    @property
    def is_translated(self) -> bool:
        """Whether its documents have English siblings."""
        return self.number % _TRANSLATED == 1

    @property
    def table(self) -> int:
        """The number of the table that it came from."""
        return (self.number - 1) // _ROUND * _TOPICS + (self.number - 1) % _TOPICS + 1

    @property
    def alternative(self) -> str:
        """The alternative of its table that it came from."""
        return f"a{(self.number - 1) % _ROUND // _TOPICS + 1}"

    @cached_property
    def topic(self) -> ConsultationTopic:
        """Its topic; a proactive one has it for its policy area alone."""
        areas, aspects = word_lists().policy_areas, word_lists().aspects
        place = self.block * _TOPICS + (self.number - 1) % _TOPICS
        area = areas[(place + self.plan.area_offset) % len(areas)]
        return ConsultationTopic(place, area, aspects[(place // len(areas) + place) % len(aspects)])

    @cached_property
    def _title_parts(self) -> tuple[Bilingual, Bilingual, Bilingual]:
        words, subjects = word_lists(), self.topic.area.subjects
        place = (self.plan.title_offset + self.number) * _TITLE_STRIDE % words.title_count
        rest, form = divmod(place, len(words.title_forms))
        scope, subject = divmod(rest, len(subjects))
        return words.title_forms[form], subjects[subject], words.title_scopes[scope]

    @property
    def subject(self) -> Bilingual:
        """What it is about, with its article."""
        return self._title_parts[1]

    @cached_property
    def title(self) -> Bilingual:
        """Its title, which no other commitment has."""
        form, subject, scope = self._title_parts
        text = form.fill(x=subject)
        return Bilingual(f"{text.es} {scope.es}", f"{text.en} {scope.en}")

    @cached_property
    def folder(self) -> str:
        """Its folder, named after its title."""
        return f"commitments/{self.number:04d}-{slug(self.title.es)[:_LONGEST_FOLDER].rpartition('-')[0]}"

    @cached_property
    def lead(self) -> SimulatedActor:
        """The institution that leads it."""
        return institution(self.block * INSTITUTIONS + self.rng("lead").between(1, INSTITUTIONS))

    @cached_property
    def allies(self) -> tuple[SimulatedActor, ...]:
        """The organisations that sign with it."""
        rng, first = self.rng("allies"), self.block * ORGANISATIONS + 1
        return tuple(map(organisation, rng.sample(range(first, first + ORGANISATIONS), rng.between(1, 3))))

    @cached_property
    def closure(self) -> Closure | None:
        """How it ended before its time, if it did."""
        place = self.number % _CYCLE
        if place not in _CLOSED:
            return None
        return Closure(
            date=_CLOSED[place],
            reason=_REASONS[place],
            agreed_in=session_id(_CLOSED[place]),
            merged_into=SimulatedCommitment(self.plan, self.number - 1).id if place == _MERGED else None,
        )


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
