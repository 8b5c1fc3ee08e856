"""The eight elements that the method asks of every roadmap, counted."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from actionplan.language.messages import msg
from actionplan.model import CommitmentFile


class Presence(Enum):
    """Hold how much of an element is there."""

    WHOLE = msg("Presente")
    PART = msg("En parte")
    NONE = msg("Ausente")


class Element(NamedTuple):
    """Represent one of the eight elements in one commitment.

    Attributes:
        key: A stable name.
        title: The method's name for it, in Spanish.
        have: How many of the counted things have it.
        of: How many should.
        rule: What was counted, in Spanish.
    """

    key: str
    title: str
    have: int
    of: int
    rule: str

    @property
    def presence(self) -> Presence:
        """Return whole only if everything that should have it does, and there is something."""
        if self.have == 0:
            return Presence.NONE
        return Presence.WHOLE if self.have == self.of else Presence.PART


_OF_ACTIVITIES = msg("actividades que lo tienen")


def elements(commitment_file: CommitmentFile) -> tuple[Element, ...]:
    """Count the eight elements of a commitment, in the order of the method."""
    commitment = commitment_file.commitment.model
    roadmap = commitment_file.roadmap.model if commitment_file.roadmap else None
    activities = roadmap.activities if roadmap else ()
    indicators = roadmap.indicators if roadmap else ()
    leads = commitment.leads

    def among(key: str, title: str, having: Iterable[object]) -> Element:
        return Element(key, title, sum(map(bool, having)), len(activities), _OF_ACTIVITIES)

    return (
        Element(
            "responsible",
            msg("Persona servidora pública responsable"),
            sum(lead.post is not None for lead in leads),
            max(1, len(leads)),
            msg("instituciones responsables con su cargo"),
        ),
        Element(
            "partner",
            msg("Organización de la sociedad civil corresponsable"),
            int(bool(commitment.partners)),
            1,
            msg("al menos una organización"),
        ),
        Element("activities", msg("Actividades"), int(bool(activities)), 1, msg("al menos una actividad")),
        Element(
            "final_result",
            msg("Resultado final"),
            int(roadmap is not None and roadmap.final_result is not None),
            1,
            msg("un resultado escrito"),
        ),
        among("outputs", msg("Productos esperados"), (item.outputs for item in activities)),
        Element(
            "indicators",
            msg("Indicadores"),
            sum(bool(item.unit and item.level and item.baseline and item.targets) for item in indicators),
            max(1, len(indicators)),
            msg("indicadores con unidad, nivel, línea base y metas"),
        ),
        among("means", msg("Medios de verificación"), (item.means_of_verification for item in activities)),
        among("dates", msg("Fechas de inicio y conclusión"), (item.start and item.end for item in activities)),
    )
