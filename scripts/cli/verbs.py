"""The verbs of the ``plan`` command: what each does in a line, for its help and for the tables of README and LEEME."""

from __future__ import annotations

from typing import NamedTuple

from actionplan.language.messages import msg


class Verb(NamedTuple):
    """Describe a verb of the command.

    Attributes:
        summary: What it does; a sentence of the catalogues.
        example: How it is called, after its name; None for a group, which is not called by itself.
        details: What only its own help adds, in Spanish.
    """

    summary: str
    example: str | None = ""
    details: str = ""


VERBS = {
    "check": Verb(
        msg("Revisa el plan; con «--base», también lo que cambió contra lo publicado: lo perdido, movido o reescrito."),
        "--base main",
        "Termina en 0 si está en orden, en 1 si hay errores, en 2 si la orden está mal escrita.",
    ),
    "build": Verb(
        msg("Construye el sitio en todos los idiomas; si el plan tiene errores, el sitio anterior queda intacto.")
    ),
    "rules": Verb(msg("Lista cada regla con su razón, su remedio y un ejemplo; el sitio las tiene en «Reglas».")),
    "demo": Verb(
        msg("Escribe un plan ficticio completo en una carpeta nueva; con «--history», también su seguimiento en git."),
        ".build/demo --history",
    ),
    "schema": Verb(
        msg("Imprime los esquemas JSON de los documentos; «--write» escribe los archivos que usan los editores.")
    ),
    "format": Verb(
        msg("Escribe los documentos en su forma canónica: sangría, comillas y orden de los datos; el texto no cambia.")
    ),
    "fix": Verb(
        msg("Repara fechas, nombres de datos, comillas y sangrías que no necesitan que nadie decida; dice qué hizo."),
        details="Termina en 0 si ya nada impide publicar, y si no en 1.",
    ),
    "generate": Verb(
        msg("Escribe de nuevo todo lo que se genera; con «--check», sólo dice qué no está al día y termina en 1."),
        "--check",
    ),
    "changes": Verb(
        msg("Dice en oraciones qué cambia de fondo una propuesta, lo más grave primero."),
        "--base main",
        "La forma en que está escrito no cuenta.",
    ),
    "preview": Verb(
        msg("Construye el sitio de una propuesta; su primera página dice qué páginas, cifras y dibujos cambian."),
        "--base main",
    ),
    "owners": Verb(msg("Escribe a quién se pide revisar cada carpeta, con las cuentas de «plan/actores.yml».")),
    "approvals": Verb(
        msg("Decide si las dos partes aprobaron la última revisión de una propuesta, con lo que dijo la forja."),
        "--changes files.json --reviews reviews.json --author ana",
        "Termina en 0 si sí, en 1 si se espera a alguien.",
    ),
    "forms": Verb(msg("Escribe los formularios de la forja y las plantillas de propuesta, hechos del plan.")),
    "intake": Verb(
        msg("Convierte un formulario llenado en un documento en su lugar; imprime qué decir y qué proponer."),
        "--issue issue.json",
    ),
    "metrics": Verb(msg("Calcula todas las cifras del plan a una fecha, cada una con su regla."), "--corte 2020-06-30"),
    "report": Verb(msg("Empieza el siguiente avance: las actividades abiertas, con lo último que se reportó."), "c05"),
    "verify": Verb(msg("Empieza la siguiente verificación de un avance; los dictámenes los da quien verifica."), "c05"),
    "evidence": Verb(msg("Guarda pruebas de lo que se reporta."), None),
    "evidence add": Verb(
        msg("Copia un archivo a la carpeta de evidencias, calcula su huella SHA-256 y lo anota en el avance."),
        "c05 --activity a1.1 --file acta.pdf",
    ),
    "watch": Verb(
        msg("Dice qué le toca a cada organización: lo vencido, lo callado, lo impugnado y lo que vence pronto."),
        "--corte 2020-06-30",
    ),
    "links": Verb(
        msg("Pregunta a cada enlace de evidencia si sigue abriendo y, si no, a su copia archivada; lo dice en JSON.")
    ),
    "overlay": Verb(
        msg("Pone los datos de una propuesta sobre el programa publicado; de su código no ejecuta ni escribe nada."),
        "--head FETCH_HEAD --output .build/propuesta",
        "Si la propuesta cambia el programa, lo dice en Markdown; si choca con lo publicado, termina en 1.",
    ),
    "answer": Verb(msg("Responde a las propuestas: qué se encuentra en cada una y a quién espera."), None),
    "answer find": Verb(
        msg("Imprime los números de las propuestas abiertas con esa última revisión; si no se dice cuál, de todas."),
        "--open pulls.json",
    ),
    "answer write": Verb(
        msg("Escribe qué se pide a la forja: una línea por petición en «requests», y su contenido en JSON."),
        "--pull pull.json …",
    ),
    "answer fail": Verb(
        msg("Escribe qué se pide si la propuesta no se pudo examinar: que sus estados queden en rojo."),
        "--pull pull.json --output .build/answer",
    ),
    "manifest": Verb(
        msg("Escribe en un sitio de qué commit salió, con qué programas, y la huella SHA-256 de cada archivo.")
    ),
}
