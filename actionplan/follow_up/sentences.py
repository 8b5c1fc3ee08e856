"""What notices say of each kind of matter; their texts belong to the repository and are in its language."""

from __future__ import annotations

from typing import NamedTuple

from actionplan.follow_up.follow_ups import FollowUpKind, Topic
from actionplan.metrics import reporting_due


class NoticeSentences(NamedTuple):
    """Describe a part of a notice, below the name of its kind.

    Attributes:
        meaning: What it means that something stands there.
        line: One matter; its names are those of ``notices.NoticeWriter``.
        step: What to do next.
    """

    meaning: str
    line: str
    step: str


TITLES = {Topic.PENDING: "Pendientes de seguimiento: {name}", Topic.UPCOMING: "Próximos vencimientos: {name}"}

OPENINGS = {
    Topic.PENDING: (
        "Esto es lo que hoy le toca a **{name}** en el seguimiento del plan, según lo publicado. Un programa lo pone "
        "al día cada semana y cierra este aviso cuando ya no falta nada. Si algo no es como dice, responda aquí: lo "
        "leerá una persona."
    ),
    Topic.UPCOMING: (
        "Estas actividades de **{name}** concluyen pronto. Un programa lo recuerda un mes antes y otra vez una semana "
        "antes, y cierra este aviso cuando ya no hay ninguna. Si algo no es como dice, responda aquí: lo leerá una "
        "persona."
    ),
}

BEHIND = (
    "El corte del plan es el {cutoff}, y la revisión no admite avances posteriores: si el suyo lo es, pida aquí mismo "
    "que se mueva."
)
NO_REASON = "sin motivo escrito"
NEWS = "Desde la última vez hay algo nuevo:"
MORE = "Y {count} más, que no caben aquí: «plan watch» lo dice todo."
CURED = {
    Topic.PENDING: (
        "Ya no falta nada de lo que aquí se pedía. Gracias. Este aviso se cierra; si más adelante falta algo, se "
        "abrirá otro."
    ),
    Topic.UPCOMING: (
        "Ya no hay actividades por concluir en los próximos 30 días: se completaron, cambiaron de fecha o su fecha "
        "pasó. Este aviso se cierra; cuando haya otras, se abrirá uno nuevo."
    ),
}
SWITCHED_OFF = "El plan apagó su seguimiento automático, así que este aviso se cierra sin más."

_ACTIVITY = "{commitment}, actividad {activity}"
_REPORT_IT = " {report_it}"

SENTENCES = {
    FollowUpKind.OVERDUE: NoticeSentences(
        "Debían concluir en la fecha que se indica y no están completadas con su evidencia.",
        _ACTIVITY + ": debía concluir el {day}. Estado: {why}." + _REPORT_IT,
        "Informe cómo va cada una. Lo completado lleva una evidencia de cada medio de verificación. Si hace falta "
        "otra fecha, se acuerda en el foro y se anota en la hoja de ruta.",
    ),
    FollowUpKind.SILENT: NoticeSentences(
        reporting_due.RULE,
        "{commitment}: se espera un avance desde el {day}." + _REPORT_IT,
        "Informe un avance, aunque sea para decir que nada se ha movido y por qué.",
    ),
    FollowUpKind.CONTESTED: NoticeSentences(
        "La organización corresponsable no está de acuerdo con lo que dice el último avance.",
        _ACTIVITY + ": {by} impugnó el avance {record} el {day}: «{said}»." + _REPORT_IT,
        "Responda con un avance nuevo que aclare, corrija o aporte lo que falta. Mientras tanto, lo reportado no "
        "cuenta como verificado.",
    ),
    FollowUpKind.LOST: NoticeSentences(
        "No abre su dirección ni una copia archivada, y nada más prueba lo mismo.",
        _ACTIVITY + ", avance {record}: «{said}», {url}: {why}." + _REPORT_IT,
        "Los avances publicados no se editan: muestre la evidencia en un avance nuevo, como archivo o en su dirección "
        "de ahora con una copia archivada.",
    ),
    FollowUpKind.WAITING: NoticeSentences(
        "La institución los reportó hace un mes o más, y todavía nadie ha dicho si lo reportado se sostiene.",
        "{commitment}, avance {record}, del {day}. Actividades: {why}. {verify_it}",
        "Cuando pueda, verifique o impugne. No es una obligación con plazo, pero sin ello lo reportado no cuenta como "
        "verificado.",
    ),
    FollowUpKind.KEPT: NoticeSentences(
        "Su dirección ya no abre; la copia archivada sí, y por ahora la sostiene.",
        _ACTIVITY + ", avance {record}: «{said}», {url}: {why}.",
        "No hace falta hacer nada. Si la evidencia tiene otra dirección, muéstrela en el siguiente avance.",
    ),
    FollowUpKind.WEEK: NoticeSentences(
        "Su fecha de conclusión llega dentro de una semana o menos.",
        _ACTIVITY + ": concluye el {day}. Estado: {why}." + _REPORT_IT,
        "Si ya se completó, infórmelo con su evidencia. Si no se alcanza, avise ahora al foro: después contará como "
        "vencida.",
    ),
    FollowUpKind.MONTH: NoticeSentences(
        "Su fecha de conclusión llega dentro de un mes o menos.",
        _ACTIVITY + ": concluye el {day}. Estado: {why}." + _REPORT_IT,
        "Revise si se alcanza y qué evidencia hará falta. Si no se alcanza, pida al foro otra fecha antes de que "
        "llegue.",
    ),
}
