"""The institutions and organisations of an invented plan; roles of theirs sign what they do, never persons."""

from __future__ import annotations

from typing import NamedTuple

from actionplan.demo.bilingual import Bilingual
from actionplan.model import Sector

INSTITUTIONS = 8
ORGANISATIONS = 10
"""How many there are in each block of commitments."""

_AUTONOMOUS = 2
"""The number in its block of the institution outside the government; the last organisation is a university."""


class SimulatedActor(NamedTuple):
    """Describe an actor by its number among all of its kind, from 1."""

    number: int
    id: str
    name: str
    sector: Sector

    @property
    def signature(self) -> str:
        """Return the name and address of its account, at a domain that nobody can have (RFC 2606)."""
        return f"{self.name} (cuenta ficticia) <{self.id}@ejemplo.example>"

    @property
    def acronym(self) -> str:
        """Return the initials of its name, with its number."""
        return "".join(word if word.isdigit() else word[0] for word in self.name.split() if word != "de")

    @property
    def phrase(self) -> Bilingual:
        """Return its name within a sentence, with its article."""
        return Bilingual(f"{'el' if self.name.startswith('Instituto') else 'la'} {self.name}", f"the {self.name}")


SECRETARIAT = SimulatedActor(0, "secretaria-tecnica", "Secretaría técnica de ejemplo", Sector.GOVERNMENT)
NUCLEUS = SimulatedActor(0, "nucleo", "Núcleo de Organizaciones de Ejemplo", Sector.CIVIL_SOCIETY)


def institution(number: int) -> SimulatedActor:
    """Return an institution by its number."""
    is_autonomous = number % INSTITUTIONS == _AUTONOMOUS
    title, sector = ("Instituto Autónomo", Sector.AUTONOMOUS) if is_autonomous else ("Secretaría", Sector.GOVERNMENT)
    return SimulatedActor(number, f"institucion-{number:02d}", f"{title} de Ejemplo {number}", sector)


def organisation(number: int) -> SimulatedActor:
    """Return an organisation by its number."""
    is_academic = number % ORGANISATIONS == 0
    title, sector = ("Universidad", Sector.ACADEMIA) if is_academic else ("Organización", Sector.CIVIL_SOCIETY)
    return SimulatedActor(number, f"organizacion-{number:02d}", f"{title} de Ejemplo {number}", sector)
