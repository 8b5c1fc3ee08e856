"""Sentences for the headings of commitments and roadmaps, in both languages.

Blanks: ``x`` what the commitment is about, ``people`` for whom, ``office`` who answers for it, ``ally`` who
watches, ``n`` and ``m`` numbers. A heading is told apart by its slug.
"""

from __future__ import annotations

from actionplan.demo.words.speech import Said


def _all(*texts: str) -> tuple[Said, ...]:
    """Read ``español | English``."""
    return tuple(Said(*(part.strip() for part in text.split("|"))) for text in texts)


COMMITMENT: dict[str, tuple[Said, ...]] = {
    "problema-publico": _all(
        "Hoy no se puede conocer en un solo lugar la situación {de_x}. "
        "| Today no single place tells the situation of {x}.",
        "{people} hacen en promedio {n} visitas para resolver un asunto. "
        "| {people} make {n} visits on average to settle a matter.",
        "La consulta reunió {m} opiniones sobre {x}. | The consultation gathered {m} opinions on {x}.",
        "Las oficinas guardan la información en {n} formatos distintos y ninguno se publica. "
        "| Offices keep the information in {n} different formats and publish none.",
        "De cada cien solicitudes, {n} se quedan sin respuesta. | Of every hundred requests, {n} go unanswered.",
        "El árbol de problemas señala que la falta de datos sobre {x} impide corregir a tiempo. "
        "| The problem tree shows that the lack of data on {x} prevents timely correction.",
    ),
    "objetivo": _all(
        "Que cualquier persona pueda conocer, revisar y reutilizar la información sobre {x}. "
        "| That anyone can know, review and reuse the information on {x}.",
        "Que {people} reciban respuesta en {n} días hábiles. | That {people} get an answer in {n} working days.",
        "Publicar cada trimestre los datos sobre {x}, con diccionario y licencia abierta. "
        "| To publish the data on {x} every quarter, with a dictionary and an open licence.",
        "Reducir a la mitad los errores que hoy tienen los registros {de_x}. "
        "| To halve the errors that the records of {x} have today.",
    ),
    "objetivo-de-mediano-plazo": _all(
        "Que {office} tome sus decisiones sobre {x} junto con {ally}. "
        "| That {office} decides on {x} together with {ally}.",
        "Que en {n} años la publicación no dependa de este plan sino de una norma. "
        "| That in {n} years publication rests on a rule and no longer on this plan.",
        "Que las demás entidades usen el mismo método. | That the other states use the same method.",
    ),
    "que-se-hara": _all(
        "Se levantará un diagnóstico con {m} entrevistas en {n} oficinas. "
        "| A diagnosis will be made with {m} interviews in {n} offices.",
        "{office} publicará un conjunto de datos por mes. | {office} will publish one data set a month.",
        "{ally} acompañará {n} recorridos y publicará sus notas. | {ally} will join {n} visits and publish its notes.",
        "Se formarán {n} comités con {people}. | {n} committees will be formed with {people}.",
        "Cada entrega se revisará en una reunión abierta con minuta. "
        "| Every delivery will be reviewed in an open meeting with minutes.",
        "El resultado se presentará en {n} municipios de ejemplo. "
        "| The result will be presented in {n} example municipalities.",
    ),
    "como-contribuye": _all(
        "Con datos comparables se ve qué falla en {x} y se corrige primero lo más urgente. "
        "| Comparable data show what fails in {x}, so that the most urgent is mended first.",
        "La revisión de {ally} hace visible lo que la oficina no mide. "
        "| The review by {ally} makes visible what the office does not measure.",
        "Una regla publicada permite reclamar cuando no se cumple. "
        "| A published rule allows people to complain when it is not kept.",
    ),
    "valores-de-gobierno-abierto": _all(
        "Transparencia: la información sobre {x} se publica sin que nadie la pida. "
        "| Transparency: the information on {x} is published without anyone asking.",
        "Participación: {people} eligen qué se publica primero. "
        "| Participation: {people} choose what is published first.",
        "Rendición de cuentas: {office} explica por escrito cada desvío. "
        "| Accountability: {office} explains every deviation in writing.",
    ),
    "supuestos-y-riesgos": _all(
        "Se supone que las {n} oficinas tienen conexión. | It is assumed that the {n} offices are connected.",
        "El cambio de personal puede retrasar la entrega {n} semanas. "
        "| Staff turnover may delay delivery by {n} weeks.",
        "Si el presupuesto baja, se empezará por los municipios con menos servicios. "
        "| If the budget falls, the municipalities with fewest services come first.",
        "Hay riesgo de publicar datos personales; se revisará cada archivo antes. "
        "| Personal data might be published; each file will be reviewed beforehand.",
    ),
    "genero-e-inclusion": _all(
        "Los datos sobre {x} se publicarán por sexo y grupo de edad. "
        "| The data on {x} will be published by sex and age group.",
        "De cada diez lugares en los comités, al menos {n} serán para mujeres. "
        "| Of every ten committee seats, at least {n} will be for women.",
        "Los materiales tendrán versión en lectura fácil y en {n} lenguas. "
        "| Materials will be available in easy-to-read form and in {n} languages.",
        "Las reuniones serán en lugares accesibles y con cuidado infantil. "
        "| Meetings will be held in accessible places with childcare.",
    ),
}

ROADMAP: dict[str, tuple[Said, ...]] = {
    "ruta-critica": _all(
        "La publicación depende de que el diagnóstico termine a tiempo. "
        "| Publication depends on the diagnosis ending on time.",
        "Un retraso en la primera acción mueve todas las siguientes. "
        "| A delay in the first action moves all those that follow.",
        "Las actividades con la comunidad no esperan al sistema y pueden adelantarse. "
        "| Activities with the community do not wait for the system and may come earlier.",
    ),
    "supuestos-y-riesgos": _all(
        "Se cuenta con {n} personas de {office} para todo el periodo. "
        "| {n} people of {office} are available for the whole period.",
        "{ally} revisará las entregas sin costo. | {ally} will review deliveries at no cost.",
        "Los recorridos pueden aplazarse en temporada de lluvias. | Field visits may be postponed in the rainy season.",
    ),
}

RESULTS = _all(
    "{x}: {m} registros publicados y revisados por {ally}, con sus errores corregidos en {n} días. "
    "| {x}: {m} records published and reviewed by {ally}, with errors corrected within {n} days.",
    "{n} oficinas publican cada mes los datos sobre {x} y responden las quejas que reciben. "
    "| {n} offices publish the data on {x} every month and answer the complaints they receive.",
    "{people} consultan en línea y en {n} ventanillas todo lo que se decide sobre {x}. "
    "| {people} consult everything decided on {x} online and at {n} counters.",
    "Una norma obliga a publicar la información sobre {x} y {n} comités vigilan que se cumpla. "
    "| A rule makes publication of information on {x} compulsory and {n} committees see that it is kept.",
)
