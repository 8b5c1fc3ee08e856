"""A commitment of the plan."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart, Event, Figure, Section
from actionplan.model.fields import Day, Id, OgpCode, Part, Ref, Sdg, Text, Title
from actionplan.model.marks import (
    ACTOR,
    ALTERNATIVE,
    CAUSE,
    COMMITMENT,
    EDITORIAL,
    IDENTIFIES,
    REQUIRED,
    SESSION,
    THEME,
    Concern,
    Required,
)
from actionplan.model.vocabulary import Ambition, EarlyResults, HandoverRole, OpenGovernmentValue, Origin, Situation

OWED_IF_CO_CREATED = Required(when="is_co_created")


class Lead(Part):
    """Represent a responsible institution and the post, never the person, that answers for it."""

    identity: ClassVar[str] = "institution"

    institution: Annotated[Id, ACTOR, Concern.ANSWERS] = Field(title=msg("Institución"))
    post: Annotated[Text | None, REQUIRED, Concern.ANSWERS] = Field(
        None, title=msg("Cargo de la persona servidora pública")
    )


class PlanAlignment(Part):
    """Say how a commitment serves the national development plan; two texts share that plan's name."""

    identity: ClassVar[str] = ""

    axis: Text = Field(title=msg("Eje"))
    edition: Annotated[Text | None, REQUIRED] = Field(None, title=msg("Texto del PND que lo contiene"))


class IrmAssessment(Part):
    """Hold what the Independent Reporting Mechanism found; shown beside our figures, never mixed."""

    identity: ClassVar[str] = ""

    verifiable: bool | None = Field(None, title=msg("Verificable"))
    relevant: bool | None = Field(None, title=msg("Relevante"))
    values: tuple[OpenGovernmentValue, ...] = Field((), title=msg("Valores según el MRI"))
    ambition: Ambition | None = Field(None, title=msg("Ambición"))
    early_results: EarlyResults | None = Field(None, title=msg("Resultados tempranos"))


class Closure(Part):
    """Say why a commitment was withdrawn or merged, and where that was agreed."""

    identity: ClassVar[str] = ""

    date: Day = Field(title=msg("Fecha"))
    reason: Text = Field(title=msg("Motivo"))
    agreed_in: Annotated[Id | None, SESSION] = Field(None, title=msg("Sesión en que se acordó"))
    merged_into: Annotated[Id | None, COMMITMENT] = Field(None, title=msg("Compromiso al que se integra"))


class Handover(Part):
    """Say who stopped answering for a commitment, who began to, or both: from its date on, that day included."""

    identity: ClassVar[str] = ""

    date: Day = Field(title=msg("Fecha"))
    role: HandoverRole = Field(title=msg("Papel"))
    leaves: Annotated[Id | None, ACTOR] = Field(None, title=msg("Quién deja"))
    enters: Annotated[Id | None, ACTOR] = Field(None, title=msg("Quién entra"))
    reason: Text = Field(title=msg("Motivo"))
    agreed_in: Annotated[Id | None, SESSION] = Field(None, title=msg("Sesión en que se acordó"))


class Commitment(DocumentPart):
    """Represent ``commitments/<nn-slug>/compromiso.md``."""

    sections: ClassVar[tuple[Section, ...] | None] = (
        Section(msg("Problema público"), required=True),
        Section(msg("Objetivo"), required=True),
        Section(msg("Objetivo de mediano plazo"), required=True),
        Section(msg("Qué se hará")),
        Section(msg("Cómo contribuye"), required=True),
        Section(msg("Valores de gobierno abierto")),
        Section(msg("Supuestos y riesgos")),
        Section(msg("Género e inclusión"), required=True),
        Section(msg("Contexto")),
    )

    kind: Annotated[Literal["commitment"], EDITORIAL]
    id: Annotated[Id, IDENTIFIES]
    number: Annotated[int, EDITORIAL] = Field(ge=1, title=msg("Número"))
    title: Title = Field(title=msg("Título"))
    official_title: Annotated[Title | None, REQUIRED] = Field(None, title=msg("Título oficial en español"))
    ogp_code: Annotated[OgpCode | None, EDITORIAL] = Field(None, title=msg("Clave en OGP"))
    origin: Origin = Field(title=msg("Origen"))
    situation: Annotated[Situation, EDITORIAL, Concern.STATUS] = Field(title=msg("Situación"))
    closure: Annotated[Closure | None, Concern.STATUS] = Field(None, title=msg("Cierre"))
    theme: Annotated[Id | None, OWED_IF_CO_CREATED, THEME] = Field(None, title=msg("Tema"))
    causes: Annotated[tuple[Ref, ...], OWED_IF_CO_CREATED, CAUSE] = Field((), title=msg("Causas que atiende"))
    alternatives: Annotated[tuple[Ref, ...], OWED_IF_CO_CREATED, ALTERNATIVE] = Field(
        (), title=msg("Alternativas de las que surge")
    )
    leads: Annotated[tuple[Lead, ...], REQUIRED, Concern.ANSWERS] = Field((), title=msg("Instituciones responsables"))
    partners: Annotated[tuple[Id, ...], REQUIRED, ACTOR, Concern.ANSWERS] = Field(
        (), title=msg("Organizaciones corresponsables")
    )
    supporters: Annotated[tuple[Id, ...], ACTOR, Concern.ANSWERS] = Field((), title=msg("Otros actores que participan"))
    handovers: Annotated[tuple[Handover, ...], Concern.ANSWERS] = Field((), title=msg("Relevos"))
    values: Annotated[tuple[OpenGovernmentValue, ...], REQUIRED] = Field((), title=msg("Valores de gobierno abierto"))
    sdgs: Annotated[tuple[Sdg, ...], REQUIRED] = Field((), title=msg("Objetivos y metas de desarrollo sostenible"))
    alignment: Annotated[PlanAlignment | None, REQUIRED] = Field(None, title=msg("Eje del Plan Nacional de Desarrollo"))
    start: Annotated[Day | None, REQUIRED, Concern.START] = Field(None, title=msg("Inicio"))
    end: Annotated[Day | None, REQUIRED, Concern.END] = Field(None, title=msg("Conclusión"))
    figures: tuple[Figure, ...] = Field((), title=msg("Cifras"))
    irm: Annotated[IrmAssessment | None, REQUIRED] = Field(None, title=msg("Valoración del MRI"))
    observations: tuple[Event, ...] = Field((), title=msg("Observaciones de prensa y de otras fuentes"))

    @property
    def goals(self) -> tuple[str, ...]:
        """Return the Sustainable Development Goals that it serves, those of its targets included, in order."""
        return tuple(sorted({sdg.partition(".")[0] for sdg in self.sdgs}, key=int))

    @property
    def is_co_created(self) -> bool:
        """Tell whether it grew from the tables, so that its theme and causes are due."""
        return self.origin is Origin.CO_CREATED

    @property
    def institutions(self) -> tuple[str, ...]:
        """Return the ids of the responsible institutions."""
        return tuple(lead.institution for lead in self.leads)

    def holders(self, role: HandoverRole) -> tuple[str, ...]:
        """Return who answers for the commitment in a role, as it is written now."""
        return self.institutions if role is HandoverRole.LEAD else self.partners

    def leads_on(self, day: date) -> tuple[str, ...]:
        """Return who could report on a day: the responsible institutions of that day."""
        return self._holders_on(HandoverRole.LEAD, day)

    def partners_on(self, day: date) -> tuple[str, ...]:
        """Return who could verify on a day: the co-responsible organisations of that day."""
        return self._holders_on(HandoverRole.PARTNER, day)

    def _holders_on(self, role: HandoverRole, day: date) -> tuple[str, ...]:
        """Return the lists tell who is there now; handovers of later days are taken back, the latest first."""
        names = list(self.holders(role))
        later = sorted((item for item in self.handovers if item.role is role and item.date > day), key=_by_date)
        for item in reversed(later):
            names = [name for name in names if name != item.enters]
            names += [item.leaves] if item.leaves and item.leaves not in names else []
        return tuple(names)


def _by_date(handover: Handover) -> date:
    return handover.date
