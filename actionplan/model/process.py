"""The making of the plan: phases, problem trees, co-creation tables, sessions of the forum, pages of prose."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart, Figure, Section
from actionplan.model.fields import Day, Id, Part, Ref, Text, Title, Url
from actionplan.model.marks import CAUSE, COMMITMENT, EDITORIAL, IDENTIFIES, REQUIRED, THEME, Concern
from actionplan.model.vocabulary import AlternativeOutcome, Sector, SessionKind


class Page(DocumentPart):
    """Represent a page of prose with headings of its own; may hold figures."""

    sections: ClassVar[tuple[Section, ...] | None] = None

    kind: Annotated[Literal["page"], EDITORIAL]
    title: Annotated[Title, EDITORIAL] = Field(title=msg("Título"))
    summary: Annotated[Text | None, EDITORIAL] = Field(None, title=msg("Resumen"))
    figures: tuple[Figure, ...] = Field((), title=msg("Cifras"))


class Phase(DocumentPart):
    """Represent a stage of the co-creation, with the purpose that it must state."""

    sections: ClassVar[tuple[Section, ...] | None] = (
        Section(msg("Qué se hizo")),
        Section(msg("Resultados")),
        Section(msg("Qué deja a la fase siguiente")),
    )

    kind: Annotated[Literal["phase"], EDITORIAL]
    id: Annotated[Id, IDENTIFIES]
    number: Annotated[int, EDITORIAL] = Field(ge=1, le=9, title=msg("Número"))
    title: Title = Field(title=msg("Nombre"))
    purpose: Annotated[Text | None, REQUIRED] = Field(None, title=msg("Propósito"))
    announced: Annotated[Day | None, REQUIRED] = Field(None, title=msg("Anuncio"))
    start: Annotated[Day | None, REQUIRED, Concern.START] = Field(None, title=msg("Inicio"))
    end: Annotated[Day | None, REQUIRED, Concern.END] = Field(None, title=msg("Conclusión"))
    figures: tuple[Figure, ...] = Field((), title=msg("Cifras"))


class Problem(Part):
    """Represent the trunk of a tree."""

    id: Annotated[Id, IDENTIFIES]
    text: Text = Field(title=msg("Texto"))


class Cause(Part):
    """Represent a root of a tree, with the causes below it."""

    id: Annotated[Id, IDENTIFIES]
    text: Text = Field(title=msg("Texto"))
    label: Title | None = Field(None, title=msg("Etiqueta"))
    causes: tuple["Cause", ...] = Field((), title=msg("Causas"))


class Effect(Part):
    """Represent a branch of a tree, with the effects above it."""

    id: Annotated[Id, IDENTIFIES]
    text: Text = Field(title=msg("Texto"))
    label: Title | None = Field(None, title=msg("Etiqueta"))
    effects: tuple["Effect", ...] = Field((), title=msg("Efectos"))


class Comment(Part):
    """Hold what an expert said of a tree, and what was done with it; a role, never a name."""

    id: Annotated[Id, IDENTIFIES]
    author: Text = Field(title=msg("Quién comenta"))
    text: Text = Field(title=msg("Texto"))
    response: Text | None = Field(None, title=msg("Respuesta"))


class Tree(DocumentPart):
    """Represent a topic of the consultation with its problem tree."""

    sections: ClassVar[tuple[Section, ...] | None] = (
        Section(msg("Qué se sabe")),
        Section(msg("A quién afecta")),
    )

    kind: Annotated[Literal["tree"], EDITORIAL]
    id: Annotated[Id, IDENTIFIES]
    title: Title = Field(title=msg("Tema"))
    problem: Annotated[Problem | None, REQUIRED] = Field(None, title=msg("Problema central"))
    causes: Annotated[tuple["Cause", ...], REQUIRED] = Field((), title=msg("Causas"))
    effects: Annotated[tuple["Effect", ...], REQUIRED] = Field((), title=msg("Efectos"))
    figures: tuple[Figure, ...] = Field((), title=msg("Cifras"))
    comments: Annotated[tuple[Comment, ...], REQUIRED] = Field((), title=msg("Comentarios de personas expertas"))


class Attendance(Part):
    """Say how many people of a sector came, and of what sex and state if it was asked."""

    identity: ClassVar[str] = ""

    sector: Sector = Field(title=msg("Sector"))
    people: int = Field(ge=0, title=msg("Personas"))
    sex: Title | None = Field(None, title=msg("Sexo"))
    state: Title | None = Field(None, title=msg("Entidad federativa"))


class Kit(Part):
    """Hold what participants were given to read beforehand."""

    identity: ClassVar[str] = ""

    delivered: Day = Field(title=msg("Entrega"))
    url: Url | None = Field(None, title=msg("Dirección"))


class Alternative(Part):
    """Represent a solution that a table proposed, and what became of it, with the reason."""

    id: Annotated[Id, IDENTIFIES]
    title: Title = Field(title=msg("Título"))
    causes: Annotated[tuple[Ref, ...], CAUSE] = Field((), title=msg("Causas que atiende"))
    outcome: AlternativeOutcome = Field(title=msg("Destino"))
    reason: Text = Field(title=msg("Motivo"))
    commitment: Annotated[Id | None, COMMITMENT] = Field(None, title=msg("Compromiso"))


class Table(DocumentPart):
    """Represent a co-creation table."""

    sections: ClassVar[tuple[Section, ...] | None] = (Section(msg("Acuerdos")), Section(msg("Disensos")))

    kind: Annotated[Literal["table"], EDITORIAL]
    id: Annotated[Id, IDENTIFIES]
    number: Annotated[int, EDITORIAL] = Field(ge=1, title=msg("Número"))
    theme: Annotated[Id | None, REQUIRED, THEME] = Field(None, title=msg("Tema"))
    start: Annotated[Day | None, REQUIRED, Concern.START] = Field(None, title=msg("Inicio"))
    end: Annotated[Day | None, REQUIRED, Concern.END] = Field(None, title=msg("Conclusión"))
    venue: Annotated[Title | None, REQUIRED] = Field(None, title=msg("Sede"))
    kit: Annotated[Kit | None, REQUIRED] = Field(None, title=msg("Materiales para participantes"))
    attendance: Annotated[tuple[Attendance, ...], REQUIRED] = Field((), title=msg("Asistencia"))
    alternatives: Annotated[tuple[Alternative, ...], REQUIRED] = Field((), title=msg("Alternativas de solución"))


class Agreement(Part):
    """Represent something that the forum agreed."""

    id: Annotated[Id, IDENTIFIES]
    text: Text = Field(title=msg("Texto"))


class Session(DocumentPart):
    """Represent a session of the forum."""

    sections: ClassVar[tuple[Section, ...] | None] = (Section(msg("Orden del día")), Section(msg("Notas")))

    kind: Annotated[Literal["session"], EDITORIAL]
    id: Annotated[Id, IDENTIFIES]
    date: Day = Field(title=msg("Fecha"))
    modality: SessionKind = Field(title=msg("Modalidad"))
    minutes: Annotated[Url | None, REQUIRED] = Field(None, title=msg("Minuta"))
    agreements: Annotated[tuple[Agreement, ...], REQUIRED] = Field((), title=msg("Acuerdos"))
