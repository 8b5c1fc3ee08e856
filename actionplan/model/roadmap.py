"""The roadmap of a commitment."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart, Section
from actionplan.model.fields import Day, Id, Number, Part, Text, Title
from actionplan.model.marks import (
    ACTION,
    ACTIVITY,
    ACTOR,
    EDITORIAL,
    IDENTIFIES,
    MEANS,
    REQUIRED,
    SESSION,
    SIGNED,
    Concern,
)
from actionplan.model.vocabulary import (
    DependencyKind,
    DocumentStatus,
    IndicatorLevel,
    OutputKind,
    ScheduleField,
    Sense,
)


class Output(Part):
    """Hold what an activity leaves behind."""

    id: Annotated[Id, IDENTIFIES]
    name: Annotated[Title, SIGNED] = Field(title=msg("Nombre"))
    kind: Annotated[OutputKind, SIGNED] = Field(title=msg("Clase"))


class Means(Part):
    """Represent a means of verification: what will prove that an activity was done."""

    id: Annotated[Id, IDENTIFIES]
    description: Annotated[Text, SIGNED] = Field(title=msg("Descripción"))
    issuer: Annotated[Id | None, ACTOR, SIGNED] = Field(None, title=msg("Quién lo emite"))


class Dependency(Part):
    """Hold what an activity waits for; lag in days."""

    identity: ClassVar[str] = "activity"

    activity: Annotated[Id, ACTIVITY] = Field(title=msg("Actividad"))
    kind: DependencyKind = Field(title=msg("Clase"))
    lag: int = Field(0, title=msg("Desfase en días"))


class Activity(Part):
    """Represent a piece of work with a beginning and an end."""

    id: Annotated[Id, IDENTIFIES]
    title: Title = Field(title=msg("Título"))
    weight: Annotated[Number | None, SIGNED, Concern.WEIGHT] = Field(None, gt=0, title=msg("Ponderación"))
    responsible: Annotated[Id | None, REQUIRED, ACTOR, SIGNED, Concern.ANSWERS] = Field(None, title=msg("Responsable"))
    start: Annotated[Day | None, REQUIRED, Concern.START] = Field(None, title=msg("Inicio"))
    end: Annotated[Day | None, REQUIRED, Concern.END] = Field(None, title=msg("Conclusión"))
    depends_on: Annotated[tuple[Dependency, ...], SIGNED] = Field((), title=msg("Depende de"))
    outputs: Annotated[tuple[Output, ...], REQUIRED] = Field((), title=msg("Productos"))
    means_of_verification: Annotated[tuple[Means, ...], REQUIRED] = Field((), title=msg("Medios de verificación"))


class Action(Part):
    """Represent a key action: activities that together make a step of the commitment."""

    id: Annotated[Id, IDENTIFIES]
    title: Title = Field(title=msg("Título"))
    weight: Annotated[Number | None, SIGNED, Concern.WEIGHT] = Field(None, gt=0, title=msg("Ponderación"))
    start: Annotated[Day | None, Concern.START] = Field(None, title=msg("Inicio"))
    end: Annotated[Day | None, Concern.END] = Field(None, title=msg("Conclusión"))
    means_of_verification: tuple[Means, ...] = Field((), title=msg("Medios de verificación"))
    activities: Annotated[tuple[Activity, ...], REQUIRED] = Field((), title=msg("Actividades"))


class Baseline(Part):
    """Say where an indicator stood before."""

    identity: ClassVar[str] = ""

    value: Number = Field(title=msg("Valor"))
    date: Day = Field(title=msg("Fecha"))


class Target(Part):
    """Say where an indicator should stand at a date; ``ceiling`` closes a range."""

    identity: ClassVar[str] = ""

    date: Day = Field(title=msg("Fecha"))
    value: Number = Field(title=msg("Valor"))
    ceiling: Number | None = Field(None, title=msg("Valor máximo"))


class Indicator(Part):
    """Say how the commitment will be measured."""

    id: Annotated[Id, IDENTIFIES]
    name: Annotated[Title, SIGNED] = Field(title=msg("Nombre"))
    action: Annotated[Id | None, ACTION] = Field(None, title=msg("Acción clave"))
    level: Annotated[IndicatorLevel | None, REQUIRED, SIGNED] = Field(None, title=msg("Nivel"))
    formula: Annotated[Text | None, SIGNED] = Field(None, title=msg("Fórmula"))
    unit: Annotated[Title | None, REQUIRED, SIGNED] = Field(None, title=msg("Unidad"))
    lowest: Number | None = Field(None, title=msg("Valor mínimo posible"))
    highest: Number | None = Field(None, title=msg("Valor máximo posible"))
    sense: Annotated[Sense | None, REQUIRED, SIGNED] = Field(None, title=msg("Sentido"))
    baseline: Annotated[Baseline | None, REQUIRED, SIGNED] = Field(None, title=msg("Línea base"))
    targets: Annotated[tuple[Target, ...], REQUIRED, SIGNED, Concern.TARGET] = Field((), title=msg("Metas"))
    means: Annotated[tuple[Id, ...], REQUIRED, MEANS] = Field((), title=msg("Medios de verificación"))


class Rescheduling(Part):
    """Represent a date that moved, with its reason and where it was agreed."""

    identity: ClassVar[str] = ""

    date: Day = Field(title=msg("Fecha"))
    activity: Annotated[Id, ACTIVITY] = Field(title=msg("Actividad"))
    field: ScheduleField = Field(title=msg("Dato"))
    before: Day = Field(title=msg("Antes"))
    after: Day = Field(title=msg("Después"))
    reason: Text = Field(title=msg("Motivo"))
    agreed_in: Annotated[Id, SESSION] = Field(title=msg("Sesión en que se acordó"))


class Roadmap(DocumentPart):
    """Represent ``commitments/<nn-slug>/hoja-de-ruta.md``."""

    sections: ClassVar[tuple[Section, ...] | None] = (
        Section(msg("Notas")),
        Section(msg("Ruta crítica")),
        Section(msg("Supuestos y riesgos")),
    )

    kind: Annotated[Literal["roadmap"], EDITORIAL]
    commitment: Annotated[Id, EDITORIAL]
    version: Annotated[int, EDITORIAL] = Field(ge=1, title=msg("Versión"))
    document_status: Annotated[DocumentStatus, EDITORIAL, Concern.STATUS] = Field(title=msg("Estado del documento"))
    final_result: Annotated[Text | None, REQUIRED, SIGNED] = Field(None, title=msg("Resultado final"))
    actions: Annotated[tuple[Action, ...], REQUIRED] = Field((), title=msg("Acciones clave"))
    indicators: Annotated[tuple[Indicator, ...], REQUIRED] = Field((), title=msg("Indicadores"))
    reschedulings: tuple[Rescheduling, ...] = Field((), title=msg("Reprogramaciones"))

    @property
    def activities(self) -> tuple[Activity, ...]:
        """Return every activity, in the order of the roadmap."""
        return tuple(activity for action in self.actions for activity in action.activities)
