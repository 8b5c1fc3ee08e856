"""What libyaml says when it cannot go on, in the words of the people who wrote the file."""

from __future__ import annotations

from actionplan.language.messages import msg

_OTHER = msg("no tiene la forma «nombre: valor»")

_SAID = {
    "mapping values are not allowed in this context": msg("hay «:» dentro de un texto sin comillas"),
    "did not find expected key": msg("aquí debería empezar otro dato"),
    "could not find expected ':'": msg("faltan los dos puntos después del nombre del dato"),
    "did not find expected '-' indicator": msg("aquí debería haber un guion «-» o menos sangría"),
    "block sequence entries are not allowed in this context": msg("aquí no puede empezar una lista"),
    "found unexpected end of stream": msg("hay comillas que no se cierran"),
    "found unknown escape character": msg("hay una barra «\\» que no se reconoce dentro de comillas dobles"),
    "found character that cannot start any token": msg("hay un tabulador o un signo que pide comillas"),
    "did not find expected ',' or ']'": msg("hay un corchete que no se cierra"),
    "did not find expected ',' or '}'": msg("hay una llave que no se cierra"),
}


def in_words(problem: str | None) -> str:
    """Say in Spanish what libyaml says in English; in general terms if it is rare."""
    return _SAID.get(problem or "", _OTHER)
