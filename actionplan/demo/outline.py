"""Which topic, table, institutions and sources each commitment of an invented plan has.

Everything follows from the seed and the commitment's number, never from how many there are: a bigger plan
begins with the smaller one's commitments.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from actionplan.demo.dice import Dice
from actionplan.demo.words.problems import ASPECTS, Aspect
from actionplan.demo.words.sectors import SECTORS, Sector
from actionplan.demo.words.speech import Said
from actionplan.demo.words.titles import COMBINATIONS, titled

_BLOCK = 120
"""Commitments that share six topics, eighteen actors and two files of sources."""

_TOPICS = 6
_ROUND = 24
"""Commitments of one round of tables: each of the six topics' tables takes up to four."""

_PROACTIVE = 5
"""Every fifth commitment comes from government alone, without a table."""

INSTITUTIONS = 8
ORGANISATIONS = 10
_AUTONOMOUS = 2

MOST = min(COMBINATIONS, _BLOCK * len(SECTORS) * len(ASPECTS) // _TOPICS)
"""How many commitments there are words for."""


@dataclass(frozen=True)
class Topic:
    """A topic of the consultation, with its place among all, from 0."""

    place: int
    sector: Sector
    aspect: Aspect

    @property
    def id(self) -> str:
        """Its id, also the name of its file."""
        return f"{self.aspect.key}-{self.sector.key}"

    @property
    def title(self) -> str:
        """Its name for people."""
        return self.said(self.aspect.title)

    def said(self, text: str) -> str:
        """A Spanish text with its blanks filled from the topic's sector."""
        filled = Said(text, "").filled(sector=self.sector.name, gente=self.sector.people, x=self.sector.name)
        return filled.sentence.es


@dataclass(frozen=True)
class Outline:
    """An invented plan before it is written; numbers of commitments begin at 1."""

    count: int
    seed: int

    def dice(self, *names: str | int) -> Dice:
        """Chance for one part of the plan."""
        return Dice(self.seed, *names)

    @property
    def numbers(self) -> range:
        """The numbers of all commitments."""
        return range(1, self.count + 1)

    @property
    def blocks(self) -> range:
        """The blocks that the commitments fill, from 0."""
        return range(self.block(self.count) + 1)

    def block(self, number: int) -> int:
        """The block of a commitment."""
        return (number - 1) // _BLOCK

    def is_co_created(self, number: int) -> bool:
        """Whether a commitment grew from a table."""
        return number % _PROACTIVE != 0

    @cached_property
    def _shift(self) -> int:
        return self.dice("topics").below(len(SECTORS))

    @cached_property
    def _first_title(self) -> int:
        return self.dice("titles").below(COMBINATIONS)

    def topic(self, number: int) -> Topic:
        """The topic of a commitment; of a proactive one, the sector that it belongs to."""
        place = self.block(number) * _TOPICS + (number - 1) % _TOPICS
        sector = SECTORS[(place + self._shift) % len(SECTORS)]
        aspect = ASPECTS[(place // len(SECTORS) + place) % len(ASPECTS)]
        return Topic(place, sector, aspect)

    def title(self, number: int) -> tuple[Said, Said]:
        """The title of a commitment, which no other has, and what it is about."""
        return titled(self._first_title + number, self.topic(number).sector)

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The topics that have a commitment."""
        found = {self.topic(number) for number in self.numbers if self.is_co_created(number)}
        return tuple(sorted(found, key=lambda topic: topic.place))

    def table(self, number: int) -> int:
        """The number of the table that a commitment comes from."""
        return (number - 1) // _ROUND * _TOPICS + (number - 1) % _TOPICS + 1

    def alternative(self, number: int) -> str:
        """The alternative of its table that became the commitment."""
        return f"a{(number - 1) % _ROUND // _TOPICS + 1}"

    @cached_property
    def tables(self) -> dict[int, tuple[int, ...]]:
        """The commitments that came from each table, by the table's number."""
        found: dict[int, tuple[int, ...]] = {}
        for number in self.numbers:
            if self.is_co_created(number):
                found[self.table(number)] = (*found.get(self.table(number), ()), number)
        return dict(sorted(found.items()))


def commitment_id(number: int) -> str:
    """The id of a commitment."""
    return f"c{number:04d}"


def table_id(number: int) -> str:
    """The id of a table, also the name of its file."""
    return f"mesa-{number:03d}"


def institution(place: int) -> str:
    """The id of an institution, by its place among all, from 1."""
    return f"institucion-{place:02d}"


def organisation(place: int) -> str:
    """The id of an organisation, by its place among all, from 1."""
    return f"organizacion-{place:02d}"


def is_autonomous(institution: int) -> bool:
    """Whether an institution is outside the government: the second of each block."""
    return institution % INSTITUTIONS == _AUTONOMOUS


def is_academic(organisation: int) -> bool:
    """Whether an organisation is a university: the last of each block."""
    return organisation % ORGANISATIONS == 0


def institution_name(place: int) -> str:
    """The name of an institution."""
    return f"{'Instituto Autónomo' if is_autonomous(place) else 'Secretaría'} de Ejemplo {place}"


def organisation_name(place: int) -> str:
    """The name of an organisation."""
    return f"{'Universidad' if is_academic(place) else 'Organización'} de Ejemplo {place}"


def records_of_table(number: int) -> str:
    """The source that a table's facts come from."""
    return f"acta_mesa_{number:03d}"


def file_of_commitments(block: int) -> str:
    """The source that the commitments of a block come from."""
    return f"expediente_{block + 1:02d}"


def file_of_roadmaps(block: int) -> str:
    """The source that the roadmaps of a block come from."""
    return f"hojas_firmadas_{block + 1:02d}"
