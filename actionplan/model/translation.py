"""A document in another language: texts by address and a body, and no facts of its own."""

import hashlib
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from actionplan.documents import Body
from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart, Section
from actionplan.model.fields import FieldPath, Id, Part, Sha256, Text
from actionplan.model.marks import EDITORIAL


class TranslatedText(Part):
    """Represent one text of the original, in the other language."""

    identity: ClassVar[str] = "field"

    field: FieldPath = Field(title=msg("Dato"))
    text: Text = Field(title=msg("Texto"))


class Translation(DocumentPart):
    """Represent ``compromiso.en.md`` and its like.

    The sibling of an original, with the same headings in the same order.
    """

    sections: ClassVar[tuple[Section, ...] | None] = None
    sourced: ClassVar[bool] = False

    kind: Annotated[Literal["translation"], EDITORIAL]
    translates: Annotated[Id, EDITORIAL] = Field(title=msg("Documento que traduce"))
    original_sha256: Annotated[Sha256, EDITORIAL] = Field(title=msg("Huella del original"))
    texts: tuple[TranslatedText, ...] = Field((), title=msg("Textos"))


def fingerprint(texts: tuple[tuple[str, str], ...], body: Body) -> str:
    """Return the SHA-256 of what a translation translates, so that a change of sources alone does not outdate it.

    Args:
        texts: The address of each translated field and what the original says there.
        body: The original's prose; blank lines and the blanks around a line do not count.
    """
    lines = [f"{address}: {text}" for address, text in sorted(texts)]
    prose = [line.strip() for line in body.text.split("\n") if line.strip()]
    return hashlib.sha256("\n".join([*lines, *prose]).encode()).hexdigest()
