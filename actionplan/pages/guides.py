"""The guides for those who take part: the program's own text, so that every plan made from it has them."""

from __future__ import annotations

from importlib import resources
from typing import NamedTuple

from actionplan.language.messages import msg
from actionplan.pages.addresses import GUIDES_FOLDER

LANGUAGE = "es"
"""What they are written in, whatever the language of the plan."""

_FOLDER = resources.files("actionplan.pages").joinpath("guides")


class Guide(NamedTuple):
    """Describe a guide.

    Attributes:
        name: Of its file, and in its address.
        title: The first line of its file.
        summary: For whom it is, in a sentence.
        related: The kinds of page that it speaks of.
    """

    name: str
    title: str
    summary: str
    related: tuple[str, ...]


GUIDES = (
    Guide(
        "colideres",
        msg("Guía para colíderes"),
        msg("Para quienes informan, verifican, impugnan o corrigen un compromiso. Se lee en diez minutos."),
        ("commitments", "unknown", "board", "changes", "rules"),
    ),
    Guide(
        "revision",
        msg("Guía para quienes revisan"),
        msg("Para el Comité Coordinador y las dos partes de cada compromiso: qué mirar y qué cuenta como acuerdo."),
        ("board", "calculations", "changes", "rules"),
    ),
    Guide(
        "mantenimiento",
        msg("Guía para quienes dan mantenimiento"),
        msg("Para quien cuida este plan o empieza otro: puesta en marcha, rutina y contratiempos."),
        ("calculations", "rules", "changes"),
    ),
)


def text_of(guide: Guide) -> str:
    """Return the Markdown of a guide, without its title."""
    return _FOLDER.joinpath(f"{guide.name}.md").read_text("utf-8").partition("\n")[2]


def pictures() -> dict[str, bytes]:
    """Return the pictures of all guides by their address, which is beside the pages as in the folder."""
    files = sorted(_FOLDER.joinpath("img").iterdir(), key=lambda picture: picture.name)
    return {f"{GUIDES_FOLDER}/img/{picture.name}": picture.read_bytes() for picture in files}
