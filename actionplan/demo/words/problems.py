"""What trees, tables and sessions say."""

from __future__ import annotations

from typing import NamedTuple


class Aspect(NamedTuple):
    """A way to look at a sector: its key, the title of the topic and the central problem."""

    key: str
    title: str
    problem: str


ASPECTS = (
    Aspect("acceso", "Acceso {a_sector}", "{gente} no llegan por igual {a_sector}."),
    Aspect("calidad", "Calidad {de_sector}", "Nadie puede comprobar la calidad {de_sector}."),
    Aspect("informacion", "Información sobre {sector}", "Falta información completa y a tiempo sobre {sector}."),
    Aspect("gasto", "Gasto en {sector}", "No se sabe en qué se gasta el dinero {de_sector}."),
    Aspect("participacion", "Participación en {sector}", "{gente} no deciden sobre {sector}."),
    Aspect("coordinacion", "Coordinación en {sector}", "Cada oficina atiende {sector} por su cuenta."),
)

CAUSES = (
    "No existe un registro único {de_x}.",
    "Cada oficina mide {x} con su propio criterio.",
    "Las reglas sobre {x} no se publican.",
    "Las solicitudes sobre {x} se responden tarde.",
    "El personal que atiende {x} rota cada año.",
    "El presupuesto {de_x} no se desglosa.",
    "Las quejas sobre {x} no tienen folio.",
    "La información {de_x} está en archivos cerrados.",
    "No hay personas intérpretes en las reuniones sobre {x}.",
    "Las visitas para revisar {x} no dejan acta.",
    "Los plazos {de_x} no obligan a nadie.",
    "Quien decide sobre {x} no escucha a quien usa el servicio.",
    "Los sistemas que registran {x} no se hablan entre sí.",
    "Los datos {de_x} no separan a mujeres y hombres.",
    "Los comités que vigilan {x} no reciben documentos.",
    "Los contratos sobre {x} se conocen cuando ya terminaron.",
    "Nadie avisa de los cambios {de_x}.",
    "Los formatos sobre {x} sólo están en español.",
)

EFFECTS = (
    "{gente} pierden días enteros en gestiones.",
    "El dinero se repite en unos lugares y falta en otros.",
    "Crece la desconfianza en las instituciones.",
    "Las decisiones se toman sin datos.",
    "Las mujeres cargan con más horas de trabajo sin paga.",
    "Los errores se descubren cuando ya no se pueden corregir.",
    "Quien vive lejos queda fuera.",
    "Los programas se abandonan a mitad de camino.",
)

COMMENTS = (
    ("Especialista en políticas públicas", "Conviene separar las causas de ley de las de capacidad."),
    ("Especialista en género", "Falta decir a quién le toca el trabajo que el servicio no hace."),
    ("Especialista en datos", "Dos de las causas son la misma, vista desde dos oficinas."),
    ("Especialista en presupuesto", "El gasto por unidad ya se calcula; falta publicarlo."),
    ("Especialista en participación", "La causa principal es anterior: nadie pregunta."),
)
ANSWERS = (
    "Se separaron en dos ramas.",
    "Se añadió un efecto con ese texto.",
    "Se unieron en una sola causa.",
    "Se anotó como causa de segundo nivel.",
    "No se incorporó: el árbol ya lo dice con otras palabras.",
)

ADOPTED = (
    "Se puede hacer en el plazo y con los recursos que ya existen.",
    "La institución y las organizaciones la pusieron en primer lugar.",
    "Atiende la causa que más personas señalaron.",
    "Ya hay datos para empezar y un área que responde por ella.",
)
PARTIAL = (
    "Se tomó la publicación; la reforma de la ley queda para otro plan.",
    "Se hará en las oficinas que ya tienen sistema y después en las demás.",
    "Se aceptó con un alcance menor, porque el área sólo tiene tres plazas.",
)
DISCARDED = (
    ("Crear un instituto nuevo para {x}", "Pide una ley y un presupuesto que el plan no puede dar."),
    ("Auditar diez años {de_x}", "No cabe en el plazo y otra autoridad ya lo hace."),
    ("Dar en concesión {x}", "La mesa no estuvo de acuerdo: no atiende ninguna causa del árbol."),
    ("Premiar a las oficinas que mejor lleven {x}", "No hay forma de medirlo sin los datos que faltan."),
    ("Una aplicación de teléfono para {x}", "Deja fuera a quien no tiene conexión; se prefirió la ventanilla."),
)

AGREED = (
    "La mesa acordó el problema central con una abstención.",
    "Sociedad civil y gobierno votaron las alternativas por separado y coincidieron en la primera.",
    "La institución entregará la información que falta antes de la firma.",
    "Las organizaciones revisarán el texto final con quienes asistieron.",
    "Se pidió que cada actividad diga quién responde por ella.",
)
DISSENT = (
    "Dos organizaciones pidieron un plazo más corto.",
    "La academia pidió un indicador de resultado y el gobierno ofreció uno de producto.",
    "No hubo acuerdo sobre quién paga las visitas.",
    "Quedó abierta la discusión sobre los datos personales.",
)

SESSION_AGREEMENTS = (
    "Se aprueba el calendario del trimestre.",
    "Se publicará la minuta en los diez días siguientes.",
    "Las instituciones entregarán su información con una semana de anticipación.",
    "Se revisarán los compromisos con actividades vencidas.",
    "La sociedad civil presentará sus observaciones por escrito.",
    "Se invita a las entidades de ejemplo a la próxima sesión.",
    "Los cambios de fecha se acordarán en sesión y con su motivo.",
)
AGENDA = (
    "Lista de asistencia.",
    "Lectura de los acuerdos anteriores.",
    "Estado de los compromisos.",
    "Observaciones de las organizaciones.",
    "Asuntos generales.",
)
