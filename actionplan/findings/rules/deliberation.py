"""Rules on the quality of deliberation: time to prepare, answers, and meetings that do take place.

What a phase, a table or a session leaves out (purpose, dates, materials, attendance, minutes) is ``ELE01``; the reason
of an alternative's outcome is due in the model itself, ``FOR15``.
"""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg

_TREE = "plan/3-arboles/agua.md"
_IF_SO = msg("Si así ocurrió, anótelo en «excepciones» con su motivo.")

SHORT_NOTICE = Rule(
    "DEL01",
    Severity.WARNING,
    msg("La fase se anunció {days} días antes de empezar; deben ser al menos {least}."),
    msg("Con menos tiempo sólo llega quien ya lo sabía."),
    _IF_SO,
    Example(bad='anuncio: "2020-01-20"\ninicio: "2020-01-27"', good='anuncio: "2020-01-06"\ninicio: "2020-01-27"'),
)
LATE_KIT = Rule(
    "DEL02",
    Severity.WARNING,
    msg("Los materiales se entregaron {days} días antes de la mesa; deben ser al menos {least}."),
    msg("Quien no pudo leerlos delibera en desventaja frente a quien los preparó."),
    _IF_SO,
    Example(
        bad='inicio: "2020-02-10"\n...\nentrega: "2020-02-07"', good='inicio: "2020-02-10"\n...\nentrega: "2020-02-03"'
    ),
)
NO_RESPONSE = Rule(
    "DEL03",
    Severity.WARNING,
    msg("El comentario «{id}» no tiene respuesta."),
    msg("Quien opina debe saber si lo que dijo cambió algo, y por qué."),
    msg("Escríbala en «{key}». Si no se conoce, anótelo en «{absences}» con campo «{address}» y su motivo."),
    Example(
        bad='texto: "Separar fugas de tomas clandestinas."',
        good='texto: "Separar fugas de tomas clandestinas."\n    respuesta: "Se separaron."',
        path=_TREE,
    ),
)
RARE_SESSIONS = Rule(
    "DEL04",
    Severity.WARNING,
    msg("Entre el {before} y el {after} pasaron más de {months} meses sin que el foro sesionara."),
    msg("El foro da seguimiento al plan: si no se reúne, nadie acuerda ni corrige a tiempo."),
    msg("Añada la sesión que falta. Si no la hubo, anótelo en «excepciones» con su motivo."),
    Example(bad="sesiones del 2020-01-15 y del 2020-09-15", good="sesiones del 2020-01-15, 2020-05-15 y 2020-09-15"),
)
ONE_SECTOR = Rule(
    "DEL05",
    Severity.WARNING,
    msg("Según la asistencia, a la mesa sólo llegó un sector ({sector})."),
    msg("Cocrear es decidir entre gobierno y sociedad: con un solo sector no hay deliberación."),
    msg("Anote la asistencia de los demás sectores. Si no llegaron, anótelo en «excepciones» con su motivo."),
    Example(
        bad='asistencia:\n  - sector: "gobierno"\n    personas: 9',
        good='asistencia:\n  - sector: "gobierno"\n    personas: 9\n  - sector: "sociedad_civil"\n    personas: 12',
    ),
)
