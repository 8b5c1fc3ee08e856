"""The closed lists of the model: each word with its name for people, in Spanish."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Self

from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from actionplan.language.keys import KeyLanguage
from actionplan.language.messages import msg


class LabelledEnum(Enum):
    """Represent a closed list; members are written ``WORD = "word", msg("palabra para personas")``."""

    _value_: tuple[str, str]

    @property
    def word(self) -> str:
        """Return the word in data."""
        return self._value_[0]

    @property
    def label(self) -> str:
        """Return its name for people, in Spanish."""
        return self._value_[1]


class Vocabulary(LabelledEnum):
    """Represent a closed list from which authors take words."""

    @classmethod
    @cache
    def of(cls, word: str) -> Self | None:
        """Return the member with that word."""
        return next((member for member in cls if member.word == word), None)

    @classmethod
    def read(cls, value: object, info: ValidationInfo[object]) -> Self:
        """Read an author's word, in the key language that the validation was given as its context."""
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("string_type", "a word is due")
        if isinstance(info.context, KeyLanguage):
            word = info.context.english_word(cls.__name__, value)
            member = cls.of(word) if word else None
            if member is not None:
                return member
        raise PydanticCustomError("word", "not in the list", {"vocabulary": cls.__name__})

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        del source, handler
        return core_schema.with_info_plain_validator_function(cls.read)


class Certainty(Vocabulary):
    """Say how far a fact can be trusted, by what its source is."""

    EXACT = "exact", msg("exacta")
    SUMMARY = "summary", msg("resumen")
    TRANSLATED = "translated", msg("traducida")
    INFERRED = "inferred", msg("inferida")
    PRESS = "press", msg("prensa")
    DRAFT = "draft", msg("borrador")

    @property
    def is_sure(self) -> bool:
        """Tell whether the fact needs no word of caution beside it."""
        return self in (Certainty.EXACT, Certainty.SUMMARY)


class Sector(Vocabulary):
    """Say where an organisation belongs."""

    GOVERNMENT = "government", msg("Gobierno")
    AUTONOMOUS = "autonomous", msg("Organismo autónomo")
    CIVIL_SOCIETY = "civil_society", msg("Sociedad civil")
    ACADEMIA = "academia", msg("Academia")
    PRIVATE = "private", msg("Sector privado")
    INTERNATIONAL = "international", msg("Organismo internacional")
    LABOUR = "labour", msg("Organización de personas trabajadoras")
    UNKNOWN = "unknown", msg("Sector no establecido")


class SourceKind(Vocabulary):
    """Hold what kind of text a source is."""

    OFFICIAL = "official", msg("Documento oficial")
    OGP = "ogp", msg("Alianza para el Gobierno Abierto")
    BODY = "body", msg("Organismo internacional")
    CIVIL_SOCIETY = "civil_society", msg("Sociedad civil")
    PRESS = "press", msg("Prensa")
    CODE = "code", msg("Código público")
    DRAFT = "draft", msg("Borrador")


class Access(Vocabulary):
    """Say how much of a source was read."""

    WHOLE = "whole", msg("Se leyó completa")
    EXTRACT = "extract", msg("Se leyó un extracto")


class Qualifier(Vocabulary):
    """Say how a source hedges a number."""

    ABOUT = "about", msg("cerca de")
    OVER = "over", msg("más de")
    UNDER = "under", msg("menos de")


class Origin(Vocabulary):
    """Say how a commitment came to be."""

    CO_CREATED = "co_created", msg("Cocreado")
    PROACTIVE = "proactive", msg("Proactivo")


class Situation(Vocabulary):
    """Say where a commitment stands in its life."""

    IN_FORCE = "in_force", msg("Vigente")
    CONCLUDED = "concluded", msg("Concluido")
    WITHDRAWN = "withdrawn", msg("Retirado")
    MERGED = "merged", msg("Fusionado")


class OpenGovernmentValue(Vocabulary):
    """Hold values a commitment serves: OGP's four, and innovation, which Mexico's form adds."""

    TRANSPARENCY = "transparency", msg("Transparencia y acceso a la información")
    ACCOUNTABILITY = "accountability", msg("Rendición de cuentas")
    PARTICIPATION = "participation", msg("Participación ciudadana")
    TECHNOLOGY = "technology", msg("Tecnología para la apertura")
    INNOVATION = "innovation", msg("Innovación")


class Ambition(Vocabulary):
    """Say how far the IRM finds that a commitment could change practice."""

    LOW = "low", msg("Baja")
    MODERATE = "moderate", msg("Moderada")
    HIGH = "high", msg("Alta")


class EarlyResults(Vocabulary):
    """Represent the IRM's reading of what a commitment had changed."""

    NONE_YET = "none_yet", msg("Sin resultados todavía")
    MARGINAL = "marginal", msg("Marginales")
    SIGNIFICANT = "significant", msg("Significativos")
    OUTSTANDING = "outstanding", msg("Sobresalientes")


class DocumentStatus(Vocabulary):
    """Hold what is known of a roadmap's text."""

    NOT_OBTAINED = "not_obtained", msg("No obtenida")
    DRAFT = "draft", msg("Borrador")
    SIGNED = "signed", msg("Firmada")


class DependencyKind(Vocabulary):
    """Say which ends of two activities are tied."""

    FINISH_START = "finish_start", msg("fin a comienzo")
    START_START = "start_start", msg("comienzo a comienzo")
    FINISH_FINISH = "finish_finish", msg("fin a fin")
    START_FINISH = "start_finish", msg("comienzo a fin")


class IndicatorLevel(Vocabulary):
    """Hold what an indicator looks at."""

    MANAGEMENT = "management", msg("Gestión")
    OUTPUT = "output", msg("Producto")
    RESULT = "result", msg("Resultado")
    IMPACT = "impact", msg("Impacto")


class Sense(Vocabulary):
    """Say which way an indicator improves."""

    RISING = "rising", msg("Ascendente")
    FALLING = "falling", msg("Descendente")
    RANGE = "range", msg("Dentro de un rango")


class OutputKind(Vocabulary):
    """Hold what an activity leaves behind."""

    DOCUMENT = "document", msg("Documento")
    DATA = "data", msg("Datos")
    PLATFORM = "platform", msg("Plataforma")
    EVENT = "event", msg("Reunión o evento")
    RULE = "rule", msg("Norma")
    OTHER = "other", msg("Otro")


class ActivityState(Vocabulary):
    """Hold what an institution reports of an activity."""

    TO_BEGIN = "to_begin", msg("Por iniciar")
    UNDER_WAY = "under_way", msg("En proceso")
    COMPLETED = "completed", msg("Completado")
    CANCELLED = "cancelled", msg("Cancelado")


class RulingKind(Vocabulary):
    """Hold what the second key says of a report."""

    VERIFIED = "verified", msg("Verificado")
    CONTESTED = "contested", msg("Impugnado")


class AlternativeOutcome(Vocabulary):
    """Name what became of an alternative of a co-creation table."""

    ADOPTED = "adopted", msg("Adoptada")
    PARTIAL = "partial", msg("Adoptada en parte")
    MERGED = "merged", msg("Fusionada")
    DISCARDED = "discarded", msg("Descartada")


class SessionKind(Vocabulary):
    """Hold what kind of meeting the forum held."""

    ORDINARY = "ordinary", msg("Ordinaria")
    EXTRAORDINARY = "extraordinary", msg("Extraordinaria")
    WORKING = "working", msg("De trabajo")


class HandoverRole(Vocabulary):
    """Represent as what an actor leaves a commitment, or enters it."""

    LEAD = "lead", msg("Responsable")
    PARTNER = "partner", msg("Corresponsable")


class ScheduleField(Vocabulary):
    """Say which end of an activity a rescheduling moves."""

    START = "start", msg("inicio")
    END = "end", msg("conclusión")
