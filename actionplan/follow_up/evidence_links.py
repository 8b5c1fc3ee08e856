"""Evidence links: which there are to ask, what their answers mean, and the file in which answers are handed on."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urlsplit

from pydantic import BaseModel

from actionplan.forge.payloads import one
from actionplan.model import Plan
from actionplan.model.current_reports import current_reports


class LinkState(StrEnum):
    """Describe what became of an address; the value is its word in the file."""

    ALIVE = "vivo"
    MOVED = "movido"
    UNCLEAR = "no_se_sabe"
    LOST = "perdido"
    KEPT = "perdido_con_copia"


class LinkCause(StrEnum):
    """Say why an address is not simply alive; the value is the reason for people."""

    NONE = ""
    GONE = "el sitio dice que ya no existe"
    BROKEN = "el sitio responde con un error"
    CLOSED = "el sitio no deja pasar a programas: ábrala a mano"
    HOME = "lleva a la portada de su sitio, como hacen algunos con lo que ya no tienen: ábrala a mano"
    NO_NAME = "el nombre del sitio ya no existe"
    SILENT = "el sitio no responde"
    NOT_WEB = "lo que responde no es un sitio web"
    CERTIFICATE = "el certificado del sitio no es válido"
    LOOP = "lleva de una dirección a otra sin llegar a ninguna"
    PRIVATE = "no es una dirección pública de la web"


class Link(NamedTuple):
    """Describe the address of a piece of evidence, and that of its archived copy, empty if it has none."""

    url: str
    copy: str = ""


class LinkAnswer(NamedTuple):
    """Describe what an address answered.

    Attributes:
        state: Never ``KEPT``, which takes two answers.
        cause: Why, if it is not alive.
        status: The last word of HTTP; 0 without any.
        final: Where it leads, if that is elsewhere.
    """

    state: LinkState
    cause: LinkCause = LinkCause.NONE
    status: int = 0
    final: str = ""


class LinkResult(NamedTuple):
    """Describe what became of a link: its own answer, and that of its copy if that had to be asked."""

    link: Link
    answer: LinkAnswer
    copy: LinkAnswer | None = None

    @property
    def state(self) -> LinkState:
        """Return the answer's state; what is lost and has a copy that opens is kept."""
        if self.answer.state is not LinkState.LOST or self.copy is None:
            return self.answer.state
        return LinkState.KEPT if self.copy.state in (LinkState.ALIVE, LinkState.MOVED) else LinkState.LOST


_GONE = (404, 410)
_BROKEN = 500
_HOME = re.compile(r"/?(?:(?:index|default)\.\w+|inicio|home)?/?", re.IGNORECASE)


def answer_of(status: int, *, asked: str, moved: bool, final: str) -> LinkAnswer:
    """Return what the last word of HTTP means.

    Args:
        status: The number.
        asked: The address that was asked.
        moved: Whether a lasting redirect led there.
        final: Where it led, empty if nowhere else.
    """
    if status < 300:  # noqa: PLR2004 - HTTP's own classes
        if final and _is_home(final) and not _is_home(asked):
            return LinkAnswer(LinkState.UNCLEAR, LinkCause.HOME, status, final)
        return LinkAnswer(LinkState.MOVED if moved else LinkState.ALIVE, status=status, final=final)
    if status in _GONE:
        return LinkAnswer(LinkState.LOST, LinkCause.GONE, status, final)
    if status >= _BROKEN:
        return LinkAnswer(LinkState.LOST, LinkCause.BROKEN, status, final)
    return LinkAnswer(LinkState.UNCLEAR, LinkCause.CLOSED, status, final)


def _is_home(url: str) -> bool:
    """Tell whether an address is that of a site's first page."""
    parts = urlsplit(url)
    return not parts.query and _HOME.fullmatch(parts.path) is not None


def links_of(plan: Plan) -> tuple[Link, ...]:
    """Return the links of every report that stands, each once, in the order of the plan."""
    return tuple(
        dict.fromkeys(
            Link(proof.url, proof.copy_url or "")
            for commitment_file in plan.commitment_files.values()
            for report in current_reports(commitment_file)
            for item in report.model.activities
            for proof in item.evidence
            if proof.url
        )
    )


def as_json(results: Sequence[LinkResult]) -> str:
    """Return the results for people and for ``read_links``."""
    rows = [
        {
            "url": result.link.url,
            "state": result.state,
            "cause": result.answer.cause or None,
            "status": result.answer.status or None,
            "final": result.answer.final or None,
            "copy_url": result.link.copy or None,
            "copy_state": result.copy.state if result.copy else None,
        }
        for result in results
    ]
    return json.dumps({"links": rows}, ensure_ascii=False, indent=2) + "\n"


class _Row(BaseModel):
    url: str
    state: LinkState
    cause: LinkCause | None = None
    copy_url: str | None = None


class _File(BaseModel):
    links: list[_Row]


class Seen(NamedTuple):
    """Describe what a file says of a link."""

    state: LinkState
    cause: LinkCause


def read_links(text: str) -> Mapping[Link, Seen]:
    """Read what ``as_json`` wrote.

    Raises:
        ForgeError: It is something else.
    """
    file = one(_File, text)
    return {Link(row.url, row.copy_url or ""): Seen(row.state, row.cause or LinkCause.NONE) for row in file.links}
