"""The marks of fields: what a field owes to its readers, what it names, and what changing it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, TypeVar

from actionplan.documents import Kind
from actionplan.language.messages import msg


@dataclass(frozen=True)
class Required:
    """Represent a field that must have a value or a declared absence.

    Attributes:
        when: A property of the model that says whether it is due; empty for always.
    """

    when: str = ""


@dataclass(frozen=True)
class Editorial:
    """Represent a field about the document rather than the world: it needs no source."""


@dataclass(frozen=True)
class Identifies(Editorial):
    """Represent the id by which others refer to the part that has it; it never changes once published."""


@dataclass(frozen=True)
class Signed:
    """Represent a field of a roadmap that both sides sign for, beside ids and dates, which have rules of their own."""


@dataclass(frozen=True)
class Translatable:
    """Represent a text for people, which a translation may say in another language."""


@dataclass(frozen=True)
class Refers:
    """Represent a field that names something by its id: a document, or a part of one.

    Resolution, the impact of a change, backlinks and the schemas follow from this mark.

    Attributes:
        kind: The kind of document that defines what may be named.
        where: Where to look for it, in a Spanish sentence.
        within: The field of those documents, at any depth, that lists the parts which may be named; empty if the
            documents themselves are.
    """

    kind: Kind
    where: str
    within: str = ""

    @property
    def stays_in_folder(self) -> bool:
        """Tell whether it only names what is in the folder of the same commitment."""
        return self.kind in (Kind.ROADMAP, Kind.REPORT)

    @property
    def is_path(self) -> bool:
        """Tell whether it is written ``document/part``, since a part's id alone is not unique in the plan."""
        return bool(self.within) and not self.kind.is_settings and not self.stays_in_folder


class Concern(Enum):
    """Hold what changing a field is about, beyond the value itself."""

    WEIGHT = auto()
    ANSWERS = auto()
    """Who answers for the work."""
    STATUS = auto()
    TARGET = auto()
    START = auto()
    END = auto()
    VOICE = auto()
    """Who has a voice in what the plan decides."""
    ACCOUNTS = auto()
    """Which accounts of the forge speak for an organisation."""
    SETTING = auto()
    """How figures are counted and what is accepted."""


REQUIRED: Final = Required()
EDITORIAL: Final = Editorial()
IDENTIFIES: Final = Identifies()
SIGNED: Final = Signed()
TRANSLATABLE: Final = Translatable()

_ROADMAP = msg("la hoja de ruta del compromiso")
ACTOR: Final = Refers(Kind.ACTORS, msg("«plan/actores.yml»"), "actors")
SOURCE: Final = Refers(Kind.SOURCES, msg("«plan/fuentes.yml»"), "sources")
THEME: Final = Refers(Kind.TREE, msg("los temas de «plan/3-arboles/»"))
CAUSE: Final = Refers(Kind.TREE, msg("los árboles de problemas"), "causes")
ALTERNATIVE: Final = Refers(Kind.TABLE, msg("las alternativas de las mesas"), "alternatives")
COMMITMENT: Final = Refers(Kind.COMMITMENT, msg("los compromisos"))
SESSION: Final = Refers(Kind.SESSION, msg("las sesiones del foro"))
ACTION: Final = Refers(Kind.ROADMAP, _ROADMAP, "actions")
ACTIVITY: Final = Refers(Kind.ROADMAP, _ROADMAP, "activities")
MEANS: Final = Refers(Kind.ROADMAP, _ROADMAP, "means_of_verification")
INDICATOR: Final = Refers(Kind.ROADMAP, _ROADMAP, "indicators")
REPORT: Final = Refers(Kind.REPORT, msg("los avances del compromiso"))

Mark = TypeVar("Mark")


def mark_of(metadata: Iterable[object], kind: type[Mark]) -> Mark | None:
    """Return the first mark of a kind among the metadata of a field."""
    return next((mark for mark in metadata if isinstance(mark, kind)), None)
