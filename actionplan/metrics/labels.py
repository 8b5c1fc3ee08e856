"""The closed lists of what figures say in words."""

from __future__ import annotations

from fractions import Fraction

from actionplan.language.messages import msg
from actionplan.model import ActivityState, LabelledEnum, RulingKind, Thresholds


class State(LabelledEnum):
    """Hold what is reported of an activity, or of all that it is part of."""

    NO_REPORT = "no_report", msg("Sin reporte")
    TO_BEGIN = ActivityState.TO_BEGIN.value
    UNDER_WAY = ActivityState.UNDER_WAY.value
    UNPROVEN = "unproven", msg("Completado sin evidencia")
    COMPLETED = ActivityState.COMPLETED.value
    CANCELLED = ActivityState.CANCELLED.value


class VerificationState(LabelledEnum):
    """Hold what the second key says of what is reported."""

    UNVERIFIED = "unverified", msg("Sin verificar")
    VERIFIED = RulingKind.VERIFIED.value
    CONTESTED = RulingKind.CONTESTED.value


class Light(LabelledEnum):
    """Hold how far progress is from what was expected; never shown by colour alone."""

    GREEN = "green", msg("En tiempo")
    AMBER = "amber", msg("Con retraso")
    RED = "red", msg("Con retraso grave")
    GREY = "grey", msg("Sin datos para saberlo")


class Level(LabelledEnum):
    """Represent completion in words of the Open Government Partnership, by our rule, not assessed by the IRM."""

    NO_EVIDENCE = "no_evidence", msg("Sin evidencia disponible")
    NOT_STARTED = "not_started", msg("No iniciado")
    LIMITED = "limited", msg("Limitado")
    SUBSTANTIAL = "substantial", msg("Sustancial")
    COMPLETE = "complete", msg("Completo")


class PathProblem(LabelledEnum):
    """Hold why a critical path cannot be computed."""

    NOTHING_DATED = "nothing_dated", msg("Ninguna actividad tiene fechas: no se puede calcular una ruta crítica.")
    NO_DEPENDENCIES = (
        "no_dependencies",
        msg("La hoja de ruta no dice qué actividad depende de cuál: no se puede calcular una ruta crítica."),
    )
    CYCLE = (
        "cycle",
        msg("Hay actividades que se esperan unas a otras en círculo: no se puede calcular una ruta crítica."),
    )
    FINISHED = "finished", msg("Todas las actividades concluyeron: ya nada espera a nada.")


def light_of(deviation: Fraction | None, thresholds: Thresholds) -> Light:
    """Return the light that a deviation, in percentage points, shows."""
    if deviation is None:
        return Light.GREY
    if deviation >= thresholds.green:
        return Light.GREEN
    return Light.AMBER if deviation >= thresholds.amber else Light.RED


def level_of(state: State, real: Fraction | None, thresholds: Thresholds) -> Level | None:
    """Return the level that a reported state and progress, in percent, come to; None if all was cancelled."""
    if state is State.CANCELLED:
        return None
    if real is None:
        return Level.NO_EVIDENCE
    if state is State.COMPLETED:
        return Level.COMPLETE
    if real >= thresholds.substantial:
        return Level.SUBSTANTIAL
    return Level.LIMITED if real > 0 else Level.NOT_STARTED
