"""What each figure is and how it is computed, in words: the one home of what is printed beside figures."""

from __future__ import annotations

from typing import NamedTuple

from actionplan.language.messages import msg


class Metric(NamedTuple):
    """Represent a figure.

    Attributes:
        key: Its stable name in data, and its address on the page of rules.
        title: Its name for people, in Spanish.
        unit: What it counts, in Spanish; empty for a word or a date.
        rule: How it is computed, in Spanish.
    """

    key: str
    title: str
    unit: str
    rule: str


_PERCENT = msg("por ciento")
_POINTS = msg("puntos porcentuales")
_DAYS = msg("días")
_ACTIVITIES = msg("actividades")
_MEANS = msg("medios de verificación")

FIGURES = (
    Metric(
        "state",
        msg("Estado reportado"),
        "",
        msg(
            "El del avance más reciente, a la fecha de corte, que ningún otro corrige; lo que corrige a otro cuenta en "
            "el lugar de éste. Una actividad que se da por completada sin evidencia en custodia de cada medio de "
            "verificación se muestra como «completado sin evidencia» y cuenta 99 %. Un compromiso está completado sólo "
            "si lo están todas sus actividades."
        ),
    ),
    Metric(
        "standing",
        msg("Segunda llave"),
        "",
        msg(
            "Lo que la organización corresponsable dijo del avance en vigor. Basta una impugnación para que cuente "
            "como impugnado; un avance más nuevo vuelve a estar sin verificar. Un compromiso está verificado sólo si "
            "lo está todo lo que se reportó de él."
        ),
    ),
    Metric(
        "real",
        msg("Avance real"),
        _PERCENT,
        msg(
            "Promedio de los porcentajes reportados, ponderado en cada acción clave y luego entre las acciones clave, "
            "con pesos iguales si no se dan otros. Lo que no se ha reportado suma 0 y la cifra dice «al menos»; lo "
            "cancelado sale de la cuenta; sin ningún avance no hay cifra. El plan es el promedio de los compromisos "
            "que tienen una."
        ),
    ),
    Metric(
        "verified",
        msg("Avance verificado"),
        _PERCENT,
        msg("Igual que el avance real, pero sólo con lo que la segunda llave verificó; lo demás suma 0."),
    ),
    Metric(
        "coverage",
        msg("Cobertura"),
        _ACTIVITIES,
        msg(
            "Actividades de las que hay algún avance, entre todas las que no se cancelaron. Una acción clave sin "
            "actividades cuenta como una de la que no se ha reportado nada."
        ),
    ),
    Metric(
        "expected",
        msg("Avance esperado"),
        _PERCENT,
        msg(
            "Cada actividad debe llevar 0 % hasta su inicio, 100 % desde su conclusión y, entre ambas fechas, lo que "
            "toca a los días pasados, según el calendario en vigor. Se promedia con los mismos pesos; lo que no tiene "
            "fechas y lo cancelado no entran."
        ),
    ),
    Metric(
        "deviation",
        msg("Desviación"),
        _POINTS,
        msg("Avance real menos avance esperado, sólo en las actividades que tienen ambos, con los mismos pesos."),
    ),
    Metric(
        "light",
        msg("Semáforo"),
        "",
        msg("La desviación comparada con los umbrales del plan; sin desviación no hay luz."),
    ),
    Metric(
        "overdue",
        msg("Actividades vencidas"),
        _ACTIVITIES,
        msg("Las que debían concluir antes de la fecha de corte y no están completadas ni canceladas."),
    ),
    Metric(
        "overdue_days",
        msg("Días de la más vencida"),
        _DAYS,
        msg("Los que han pasado desde la conclusión de la actividad que lleva más tiempo vencida."),
    ),
    Metric(
        "late_days",
        msg("Días de tardanza"),
        _DAYS,
        msg("Los que la conclusión real pasó de la conclusión en vigor; los de la actividad que más tardó."),
    ),
    Metric(
        "rescheduled_days",
        msg("Días reprogramados"),
        _DAYS,
        msg(
            "De la conclusión que se firmó primero a la que está en vigor; los de la actividad que más se pospuso, con "
            "signo menos si todas se adelantaron."
        ),
    ),
    Metric(
        "evidence",
        msg("Evidencia"),
        _MEANS,
        msg(
            "Medios de verificación con evidencia en custodia: un archivo con su huella SHA-256, o un enlace con la "
            "fecha en que se vio y una copia archivada o su huella. Los de lo cancelado no cuentan."
        ),
    ),
    Metric(
        "last_report",
        msg("Último avance"),
        "",
        msg("La fecha del avance más reciente que está en vigor."),
    ),
    Metric(
        "freshness",
        msg("Días sin avances"),
        _DAYS,
        msg("Los que van del último avance a la fecha de corte."),
    ),
    Metric(
        "next_due",
        msg("Próximo vencimiento"),
        "",
        msg("La conclusión en vigor más cercana, desde la fecha de corte, de lo que no está completado ni cancelado."),
    ),
    Metric(
        "level",
        msg("Nivel de cumplimiento"),
        "",
        msg(
            "Con los nombres de la Alianza para el Gobierno Abierto y regla propia: sin avances, sin evidencia "
            "disponible; con avance de 0 %, no iniciado; desde ahí, limitado; desde el umbral del plan, sustancial; "
            "con todo completado, completo. No es la valoración del MRI."
        ),
    ),
)
"""The figures that activities, key actions, commitments and groups share, in the order in which they are printed."""

ATTAINMENT = Metric(
    "attainment",
    msg("Logro de la meta"),
    _PERCENT,
    msg(
        "Qué parte de la distancia entre la línea base y la meta se ha recorrido según la última medición: 100 % con "
        "la meta cumplida, negativa si empeoró. La meta es la próxima a la fecha de corte o, si ya pasaron todas, la "
        "última."
    ),
)

FLOAT = Metric(
    "float",
    msg("Holgura"),
    _DAYS,
    msg(
        "Días naturales que una actividad puede esperar sin que el resultado final pase de la fecha firmada; negativa "
        "si esa fecha ya no se alcanza. Lo que no ha concluido no puede hacerse antes de la fecha de corte."
    ),
)

SLIPPED = Metric(
    "slip",
    msg("Si se atrasa diez días"),
    _DAYS,
    msg(
        "Los que se mueve el resultado final si sólo esa actividad se atrasa diez días: lo que no absorben su holgura "
        "ni la de las que dependen de ella."
    ),
)

CRITICAL = Metric(
    "critical",
    msg("Ruta crítica"),
    "",
    msg("Las actividades con menos holgura: cada día que se atrasan, se atrasa el resultado final."),
)

METRICS = (*FIGURES, ATTAINMENT, FLOAT, SLIPPED, CRITICAL)
