"""What each phase of the process says, in both languages; the headings are those of the model, in its order."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from actionplan.demo.words.speech import Said


class Stage(NamedTuple):
    """A phase: its folder, its dates, and a sentence or two for each heading."""

    folder: str
    title: Said
    purpose: Said
    announced: date
    start: date
    end: date
    done: Said
    results: Said
    leaves: Said

    @property
    def id(self) -> str:
        """Its id, which is its folder without the number."""
        return self.folder[2:]


STAGES = (
    Stage(
        "1-consulta",
        Said("Consulta de temas", "Consultation on topics"),
        Said(
            "Preguntar a la gente qué temas debe atender el plan.", "To ask people which topics the plan should face."
        ),
        date(2022, 1, 17),
        date(2022, 2, 1),
        date(2022, 3, 15),
        Said(
            "Se abrió una consulta en línea y en plazas de ejemplo.\nCualquier persona pudo proponer y votar.",
            "A consultation was opened online and in example squares.\nAnyone could propose and vote.",
        ),
        Said(
            "Los temas más votados pasaron a la fase siguiente.",
            "The topics with most votes went on to the next phase.",
        ),
        Said("Una lista de temas con sus votos.", "A list of topics with their votes."),
    ),
    Stage(
        "2-sistematizacion",
        Said("Sistematización", "Systematisation"),
        Said(
            "Ordenar las propuestas y publicar qué se hizo con cada una.",
            "To sort the proposals and publish what was done.",
        ),
        date(2022, 3, 1),
        date(2022, 3, 16),
        date(2022, 4, 29),
        Said("Se agruparon las propuestas por tema.", "Proposals were grouped by topic."),
        Said("Cada propuesta tiene una respuesta publicada.", "Every proposal has a published answer."),
        Said("Los temas con sus propuestas.", "The topics with their proposals."),
    ),
    Stage(
        "3-arboles",
        Said("Árboles de problemas", "Problem trees"),
        Said(
            "Entender las causas y los efectos de cada problema.",
            "To understand the causes and effects of each problem.",
        ),
        date(2022, 4, 18),
        date(2022, 5, 4),
        date(2022, 6, 30),
        Said(
            "Cada tema se ordenó en un árbol.\nPersonas expertas lo comentaron.",
            "Each topic became a tree.\nExperts commented.",
        ),
        Said("Hay un árbol por tema.", "There is one tree per topic."),
        Said("Los árboles y un cuaderno para participantes.", "The trees and a kit for participants."),
    ),
    Stage(
        "4-mesas",
        Said("Mesas de cocreación", "Co-creation tables"),
        Said("Proponer soluciones y decidir cuáles se adoptan.", "To propose solutions and decide which are adopted."),
        date(2022, 6, 6),
        date(2022, 7, 4),
        date(2022, 9, 30),
        Said(
            "Gobierno, sociedad civil y academia trabajaron juntos.\n"
            "Cada alternativa tuvo una respuesta con su motivo.",
            "Government, civil society and academia worked together.\nEvery alternative got an answer with its reason.",
        ),
        Said("Las alternativas adoptadas se volvieron compromisos.", "Adopted alternatives became commitments."),
        Said("Los compromisos, con las causas que atienden.", "The commitments, with the causes they answer to."),
    ),
    Stage(
        "5-hojas-de-ruta",
        Said("Hojas de ruta", "Roadmaps"),
        Said(
            "Acordar quién hace qué, cuándo y cómo se comprueba.", "To agree who does what, when and how it is proved."
        ),
        date(2022, 9, 12),
        date(2022, 10, 3),
        date(2022, 11, 25),
        Said("Cada compromiso firmó su hoja de ruta.", "Every commitment signed its roadmap."),
        Said("Todas tienen los ocho elementos del método.", "All have the eight elements of the method."),
        Said("Las hojas de ruta firmadas.", "The signed roadmaps."),
    ),
    Stage(
        "6-seguimiento",
        Said("Publicación y seguimiento", "Publication and follow-up"),
        Said(
            "Comprobar a la vista de todos que lo firmado se cumple.",
            "To check in public that what was signed is done.",
        ),
        date(2022, 11, 21),
        date(2022, 12, 12),
        date(2024, 12, 13),
        Said(
            "El plan se publicó y el foro se reúne cada trimestre.",
            "The plan was published and the forum meets quarterly.",
        ),
        Said("El avance se revisa con dos llaves.", "Progress is checked with two keys."),
        Said("Lecciones para el plan siguiente.", "Lessons for the next plan."),
    ),
)

HOME = Said(
    """\
Este plan es un ejemplo: sus compromisos, instituciones, cifras y fechas son inventados.
Sirve para ver cómo funciona el sitio y para probarlo con un plan de cualquier tamaño.

## Cómo se hizo

El plan se hizo en seis fases:

{phases}

## Cómo leerlo

Cada compromiso tiene una página y una hoja de ruta.
Cada dato dice de qué fuente de ejemplo sale.
""",
    """\
This plan is an example: its commitments, institutions, figures and dates are made up.
It shows how the site works and serves to try it with a plan of any size.

## How it was made

The plan was made in six phases:

{phases}

## How to read it

Every commitment has a page and a roadmap.
Every fact says which example source it comes from.
""",
)
