"""The two keys: reports of the institution, verifications of the co-responsible organisation."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart, Section
from actionplan.model.fields import Day, Id, Number, Part, Percent, RelativePath, Sha256, Text, Title, Url
from actionplan.model.marks import ACTIVITY, ACTOR, EDITORIAL, INDICATOR, MEANS, REPORT
from actionplan.model.vocabulary import ActivityState, RulingKind


class Evidence(Part):
    """Hold what proves a step: a link or a file, when it was seen, and its custody."""

    identity: ClassVar[str] = ""

    title: Title = Field(title=msg("Título"))
    url: Url | None = Field(None, title=msg("Dirección"))
    file: RelativePath | None = Field(None, title=msg("Archivo"))
    proves: Annotated[Id | None, MEANS] = Field(None, title=msg("Medio de verificación"))
    seen: Day | None = Field(None, title=msg("Vista el"))
    copy_url: Url | None = Field(None, title=msg("Copia archivada"))
    sha256: Sha256 | None = Field(None, title=msg("Huella SHA-256"))


class ActivityReport(Part):
    """Hold what the institution says of one activity."""

    identity: ClassVar[str] = "activity"

    activity: Annotated[Id, ACTIVITY] = Field(title=msg("Actividad"))
    state: ActivityState = Field(title=msg("Estado"))
    percent: Percent = Field(title=msg("Porcentaje"))
    actual_start: Day | None = Field(None, title=msg("Inicio real"))
    actual_end: Day | None = Field(None, title=msg("Conclusión real"))
    evidence: tuple[Evidence, ...] = Field((), title=msg("Evidencias"))
    obstacles: Text | None = Field(None, title=msg("Obstáculos"))
    reason: Text | None = Field(None, title=msg("Motivo"))


class Measurement(Part):
    """Represent a reading of an indicator."""

    identity: ClassVar[str] = "indicator"

    indicator: Annotated[Id, INDICATOR] = Field(title=msg("Indicador"))
    value: Number = Field(title=msg("Valor"))
    date: Day = Field(title=msg("Fecha"))


class Report(DocumentPart):
    """Represent ``avances/<date>-<org>.md``: dated, signed for, never edited once merged."""

    sections: ClassVar[tuple[Section, ...] | None] = (Section(msg("Notas")),)
    sourced: ClassVar[bool] = False

    kind: Annotated[Literal["report"], EDITORIAL]
    commitment: Annotated[Id, EDITORIAL]
    period: Title | None = Field(None, title=msg("Periodo"))
    date: Day = Field(title=msg("Fecha"))
    reporter: Annotated[Id, ACTOR] = Field(title=msg("Quién reporta"))
    corrects: Annotated[Id | None, REPORT] = Field(None, title=msg("Avance que corrige"))
    reason: Text | None = Field(None, title=msg("Motivo"))
    activities: tuple[ActivityReport, ...] = Field((), title=msg("Actividades"))
    measurements: tuple[Measurement, ...] = Field((), title=msg("Mediciones"))


class Ruling(Part):
    """Hold what the second key says of one activity of a report."""

    identity: ClassVar[str] = "activity"

    activity: Annotated[Id, ACTIVITY] = Field(title=msg("Actividad"))
    ruling: RulingKind = Field(title=msg("Dictamen"))
    reason: Text | None = Field(None, title=msg("Motivo"))


class Verification(DocumentPart):
    """Represent ``verificaciones/<date>-<org>.md``."""

    sections: ClassVar[tuple[Section, ...] | None] = (Section(msg("Notas")),)
    sourced: ClassVar[bool] = False

    kind: Annotated[Literal["verification"], EDITORIAL]
    commitment: Annotated[Id, EDITORIAL]
    date: Day = Field(title=msg("Fecha"))
    organisation: Annotated[Id, ACTOR] = Field(title=msg("Organización"))
    report: Annotated[Id, REPORT] = Field(title=msg("Avance que juzga"))
    rulings: tuple[Ruling, ...] = Field(min_length=1, title=msg("Dictámenes"))
