"""What roadmaps are made of: key actions, the activities of each, and indicators.

Blanks: ``x`` what the commitment is about, ``n`` a number.
"""

from __future__ import annotations

from typing import NamedTuple

from actionplan.demo.words.speech import Said
from actionplan.model.vocabulary import IndicatorLevel, OutputKind, Sense


class Task(NamedTuple):
    """An activity with what it leaves behind and what proves it."""

    title: Said
    output: str
    kind: OutputKind
    proof: str


class Step(NamedTuple):
    """A key action and the tasks that may make it up, in order."""

    title: Said
    tasks: tuple[Task, ...]


class Measure(NamedTuple):
    """An indicator; ``start`` and ``goal`` are the least and the most of its baseline and of its target."""

    name: str
    formula: str
    unit: str
    level: IndicatorLevel
    sense: Sense
    start: tuple[int, int]
    goal: tuple[int, int]


STEPS = (
    Step(
        Said("Diagnóstico {de_x}", "Diagnosis of {x}"),
        (
            Task(
                Said("Reunir los registros {de_x}", "Gather the records of {x}"),
                "Inventario de {n} registros",
                OutputKind.DOCUMENT,
                "Inventario con fecha y firma del área",
            ),
            Task(
                Said("Entrevistar a quienes usan el servicio", "Interview those who use the service"),
                "{n} entrevistas sistematizadas",
                OutputKind.DATA,
                "Base sin datos personales",
            ),
            Task(
                Said("Publicar el diagnóstico", "Publish the diagnosis"),
                "Un informe publicado",
                OutputKind.DOCUMENT,
                "Página del informe y acuse de su entrega",
            ),
        ),
    ),
    Step(
        Said("Reglas y responsables", "Rules and responsibilities"),
        (
            Task(
                Said("Redactar el lineamiento sobre {x}", "Draft the guideline on {x}"),
                "Proyecto de lineamiento",
                OutputKind.RULE,
                "Proyecto con los comentarios recibidos",
            ),
            Task(
                Said("Consultar el lineamiento durante {n} días", "Consult the guideline for {n} days"),
                "Una consulta pública",
                OutputKind.EVENT,
                "Convocatoria y respuesta a cada comentario",
            ),
            Task(
                Said("Expedir el lineamiento", "Issue the guideline"),
                "Lineamiento vigente",
                OutputKind.RULE,
                "Publicación en la gaceta de ejemplo",
            ),
        ),
    ),
    Step(
        Said("Apertura de los datos {de_x}", "Opening the data on {x}"),
        (
            Task(
                Said("Limpiar y documentar los datos", "Clean and document the data"),
                "Diccionario de {n} variables",
                OutputKind.DOCUMENT,
                "Diccionario y bitácora de cambios",
            ),
            Task(
                Said("Publicar la primera entrega", "Publish the first release"),
                "Un conjunto de datos abiertos",
                OutputKind.DATA,
                "Dirección de descarga y huella del archivo",
            ),
            Task(
                Said("Corregir los errores reportados", "Correct the errors reported"),
                "{n} correcciones documentadas",
                OutputKind.DATA,
                "Lista de errores con su corrección",
            ),
        ),
    ),
    Step(
        Said("Vigilancia con la comunidad", "Monitoring with the community"),
        (
            Task(
                Said("Formar {n} comités", "Form {n} committees"),
                "{n} actas de integración",
                OutputKind.EVENT,
                "Actas con el número de asistentes por sexo",
            ),
            Task(
                Said("Capacitar a los comités", "Train the committees"),
                "{n} talleres",
                OutputKind.EVENT,
                "Programa, materiales y evaluación de los talleres",
            ),
            Task(
                Said("Hacer recorridos de revisión", "Carry out review visits"),
                "{n} cédulas de recorrido",
                OutputKind.DOCUMENT,
                "Cédulas firmadas por las dos partes",
            ),
        ),
    ),
    Step(
        Said("Herramienta de consulta", "Consultation tool"),
        (
            Task(
                Said("Definir con quienes la usarán qué debe mostrar", "Define with its users what it must show"),
                "Una lista de {n} requisitos",
                OutputKind.DOCUMENT,
                "Minutas de las reuniones de diseño",
            ),
            Task(
                Said("Poner en línea la primera versión", "Put the first version online"),
                "Una herramienta en línea",
                OutputKind.PLATFORM,
                "Dirección pública y código abierto",
            ),
            Task(
                Said("Probarla con {n} personas", "Test it with {n} people"),
                "Un informe de pruebas",
                OutputKind.DOCUMENT,
                "Informe con los cambios hechos",
            ),
        ),
    ),
)

MEASURES = (
    Measure(
        "Conjuntos de datos publicados",
        "Suma de los conjuntos publicados con diccionario",
        "conjuntos de datos",
        IndicatorLevel.OUTPUT,
        Sense.RISING,
        (0, 2),
        (6, 18),
    ),
    Measure(
        "Solicitudes respondidas en plazo",
        "(Respondidas en plazo / recibidas) x 100",
        "por ciento",
        IndicatorLevel.RESULT,
        Sense.RISING,
        (20, 45),
        (70, 95),
    ),
    Measure(
        "Registros con errores",
        "(Registros con error / revisados) x 100",
        "por ciento",
        IndicatorLevel.RESULT,
        Sense.FALLING,
        (25, 60),
        (3, 12),
    ),
    Measure(
        "Comités que sesionan",
        "Suma de comités con al menos dos sesiones al año",
        "comités",
        IndicatorLevel.MANAGEMENT,
        Sense.RISING,
        (0, 3),
        (8, 24),
    ),
    Measure(
        "Días para resolver una queja",
        "Mediana de los días hábiles entre la queja y su respuesta",
        "días hábiles",
        IndicatorLevel.IMPACT,
        Sense.FALLING,
        (30, 90),
        (5, 15),
    ),
    Measure(
        "Mujeres en los comités",
        "(Mujeres / integrantes) x 100",
        "por ciento",
        IndicatorLevel.RESULT,
        Sense.RANGE,
        (20, 35),
        (40, 50),
    ),
)
