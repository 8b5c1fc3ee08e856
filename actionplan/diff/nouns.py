"""What documents and their parts are called in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from actionplan.documents import Kind
from actionplan.language.messages import msg
from actionplan.model import (
    Action,
    Activity,
    Actor,
    Agreement,
    Alternative,
    Cause,
    Comment,
    Effect,
    Figure,
    Indicator,
    Means,
    Output,
    Part,
    Problem,
    Source,
)


class Noun(NamedTuple):
    """Hold what something is called, in Spanish.

    Attributes:
        bare: Without an article, for lists and brackets; empty for documents that have no id of their own.
        named: With its article and, for a document, the place of its name.
    """

    bare: str
    named: str


DOCUMENTS: dict[Kind, Noun] = {
    Kind.COMMITMENT: Noun(msg("compromiso"), msg("el compromiso {name}")),
    Kind.PHASE: Noun(msg("fase"), msg("la fase {name}")),
    Kind.TREE: Noun(msg("tema"), msg("el tema {name}")),
    Kind.TABLE: Noun(msg("mesa"), msg("la mesa {name}")),
    Kind.SESSION: Noun(msg("sesión"), msg("la sesión {name}")),
    Kind.ROADMAP: Noun("", msg("la hoja de ruta de {name}")),
    Kind.REPORT: Noun(msg("avance"), msg("el avance {name}")),
    Kind.VERIFICATION: Noun(msg("verificación"), msg("la verificación {name}")),
    Kind.TRANSLATION: Noun("", msg("la traducción {name}")),
}
"""Kinds of document that have a name; the others are called by their path."""

IDENTIFIED = frozenset(kind for kind, noun in DOCUMENTS.items() if noun.bare)
"""Kinds of document with an id of their own. A roadmap has its commitment's: that it is due is another rule."""

PARTS: dict[type[Part], Noun] = {
    Action: Noun(msg("acción clave"), msg("la acción clave")),
    Activity: Noun(msg("actividad"), msg("la actividad")),
    Output: Noun(msg("producto"), msg("el producto")),
    Means: Noun(msg("medio de verificación"), msg("el medio de verificación")),
    Indicator: Noun(msg("indicador"), msg("el indicador")),
    Problem: Noun(msg("problema central"), msg("el problema central")),
    Cause: Noun(msg("causa"), msg("la causa")),
    Effect: Noun(msg("efecto"), msg("el efecto")),
    Comment: Noun(msg("comentario"), msg("el comentario")),
    Alternative: Noun(msg("alternativa de solución"), msg("la alternativa de solución")),
    Agreement: Noun(msg("acuerdo"), msg("el acuerdo")),
    Figure: Noun(msg("cifra"), msg("la cifra")),
    Actor: Noun(msg("actor"), msg("el actor")),
    Source: Noun(msg("fuente"), msg("la fuente")),
}
"""Parts with an id of their own."""
