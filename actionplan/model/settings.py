"""The plan's identity, its actors and its sources: ``plan/*.yml``."""

from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart, Event, Figure, Sourced
from actionplan.model.fields import Account, Day, Domain, Id, Number, Part, Text, Title, Url
from actionplan.model.marks import ACTOR, EDITORIAL, IDENTIFIES, REQUIRED, Concern
from actionplan.model.vocabulary import Access, Sector, SourceKind


class ForumMember(Part):
    """Represent a seat at the forum: posts, never names of persons."""

    identity: ClassVar[str] = "actor"

    actor: Annotated[Id, ACTOR] = Field(title=msg("Integrante"))
    posts: tuple[Text, ...] = Field((), title=msg("Cargos"))
    organisations: Annotated[tuple[Id, ...], ACTOR] = Field((), title=msg("Organizaciones que reúne"))


class Forum(Part):
    """Represent the body of two sides that steers the plan."""

    identity: ClassVar[str] = ""

    name: Title = Field(title=msg("Nombre"))
    members: Annotated[tuple[ForumMember, ...], Concern.VOICE] = Field(min_length=1, title=msg("Integrantes"))
    functions: tuple[Text, ...] = Field((), title=msg("Funciones"))


class Thresholds(Part):
    """Say where a light changes: deviations in percentage points, and the progress from which it is substantial."""

    identity: ClassVar[str] = ""

    green: Annotated[Number, Concern.SETTING] = Field(Decimal(-10), le=0, ge=-100, title=msg("Verde desde"))
    amber: Annotated[Number, Concern.SETTING] = Field(Decimal(-25), le=0, ge=-100, title=msg("Ámbar desde"))
    substantial: Annotated[Number, Concern.SETTING] = Field(
        Decimal(50), gt=0, le=100, title=msg("Avance sustancial desde")
    )


class AmendmentWindow(Part):
    """Represent days, both included, in which dates may be moved by agreement."""

    identity: ClassVar[str] = ""

    start: Day = Field(title=msg("Inicio"))
    end: Day = Field(title=msg("Conclusión"))


class Settings(Part):
    """Hold what the plan decides about its own rules; each has a default."""

    identity: ClassVar[str] = ""

    thresholds: Thresholds | None = Field(None, title=msg("Umbrales"))
    amendment_windows: tuple[AmendmentWindow, ...] = Field((), title=msg("Ventanas de enmienda"))
    evidence_limit: Annotated[int, Concern.SETTING] = Field(
        20_000_000, gt=0, title=msg("Límite de cada archivo de evidencia, en bytes")
    )
    institutional_domains: tuple[Domain, ...] = Field(("gob.mx", "org.mx"), title=msg("Dominios institucionales"))
    automatic_follow_up: bool = Field(False, title=msg("Seguimiento automático"))

    @property
    def lights(self) -> Thresholds:
        """Return the thresholds in force."""
        return self.thresholds or _THRESHOLDS


_THRESHOLDS, _SETTINGS = Thresholds.model_construct(), Settings.model_construct()
"""Where a plan decides nothing."""


class PlanIdentity(DocumentPart):
    """Represent ``plan/plan.yml``: what the plan is, and the date at which its figures are cut off."""

    kind: Annotated[Literal["plan"], EDITORIAL]
    id: Annotated[Id, IDENTIFIES]
    title: Title = Field(title=msg("Título"))
    short_name: Title = Field(title=msg("Nombre corto"))
    country: Annotated[Title, EDITORIAL] = Field(title=msg("País"))
    language: Annotated[Id, EDITORIAL] = Field(title=msg("Idioma"))
    languages: Annotated[tuple[Id, ...], EDITORIAL] = Field(min_length=1, title=msg("Idiomas del sitio"))
    key_language: Annotated[Id, EDITORIAL] = Field("es", title=msg("Idioma de los nombres de los datos"))
    cutoff: Annotated[Day, EDITORIAL, Concern.SETTING] = Field(title=msg("Fecha de corte"))
    fictitious: Annotated[bool, EDITORIAL] = Field(False, title=msg("Plan ficticio"))
    forge: Annotated[Url | None, EDITORIAL] = Field(None, title=msg("Dirección del repositorio"))
    branch: Annotated[Title, EDITORIAL] = Field("main", title=msg("Rama publicada"))
    settings: Annotated[Settings | None, EDITORIAL] = Field(None, title=msg("Ajustes"))
    period: Annotated[Title | None, REQUIRED] = Field(None, title=msg("Periodo"))
    extended_period: Title | None = Field(None, title=msg("Periodo ampliado"))
    published: Annotated[Day | None, REQUIRED] = Field(None, title=msg("Publicación"))
    deadline: Annotated[Day | None, REQUIRED] = Field(None, title=msg("Plazo del objetivo de corto plazo"))
    extension_agreed: Day | None = Field(None, title=msg("Acuerdo de ampliación"))
    self_assessment: Url | None = Field(None, title=msg("Informe de autoevaluación"))
    approach: Text | None = Field(None, title=msg("Enfoque transversal"))
    funding: Text | None = Field(None, title=msg("Financiamiento"))
    board: Url | None = Field(None, title=msg("Tablero original"))
    support: Annotated[tuple[Id, ...], ACTOR] = Field((), title=msg("Apoyo internacional"))
    forum: Annotated[Forum | None, REQUIRED] = Field(None, title=msg("Foro"))
    figures: tuple[Figure, ...] = Field((), title=msg("Cifras"))
    events: tuple[Event, ...] = Field((), title=msg("Hechos"))

    @property
    def rules(self) -> Settings:
        """Return the settings in force."""
        return self.settings or _SETTINGS


NO_IDENTITY = PlanIdentity.model_construct(
    kind="plan",
    id="sin-plan",
    title="-",
    short_name="-",
    country="-",
    language="es",
    languages=("es",),
    cutoff=date(1, 1, 1),
)
"""Stands in for a ``plan.yml`` that cannot be used, so that all else still gets its checks."""


class Actor(Sourced):
    """Represent an organisation that has a part in the plan."""

    id: Annotated[Id, IDENTIFIES]
    name: Title = Field(title=msg("Nombre"))
    acronym: Title | None = Field(None, title=msg("Siglas"))
    sector: Annotated[Sector, Concern.VOICE] = Field(title=msg("Sector"))
    website: Url | None = Field(None, title=msg("Sitio"))
    accounts: Annotated[tuple[Account, ...], EDITORIAL, Concern.ACCOUNTS] = Field((), title=msg("Cuentas en la forja"))


class Actors(DocumentPart):
    """Represent ``plan/actores.yml``."""

    sourced: ClassVar[bool] = False

    kind: Annotated[Literal["actors"], EDITORIAL]
    actors: tuple[Actor, ...] = Field(min_length=1, title=msg("Actores"))


class Source(Part):
    """Represent a text that facts come from."""

    id: Annotated[Id, IDENTIFIES]
    title: Title = Field(title=msg("Título"))
    kind: SourceKind = Field(title=msg("Clase"))
    access: Access = Field(title=msg("Lectura"))
    url: Url | None = Field(None, title=msg("Dirección"))
    note: Text | None = Field(None, title=msg("Nota"))


class Unreached(Part):
    """Represent an address that should have been a source and could not be read."""

    identity: ClassVar[str] = "url"

    url: Url = Field(title=msg("Dirección"))
    reason: Text = Field(title=msg("Motivo"))


class Sources(DocumentPart):
    """Represent ``plan/fuentes.yml``."""

    sourced: ClassVar[bool] = False

    kind: Annotated[Literal["sources"], EDITORIAL]
    sources: tuple[Source, ...] = Field(min_length=1, title=msg("Fuentes"))
    unreached: tuple[Unreached, ...] = Field((), title=msg("Fuentes que no se obtuvieron"))
