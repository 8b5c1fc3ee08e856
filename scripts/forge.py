"""What the verbs that answer proposals share: reading what the forge said, kept in files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from actionplan.forge.payloads import ForgeError, Payload
from actionplan.git.proposal import ProposalError, Proposed, propose
from scripts.cli.comparison import find_revision
from scripts.cli.output import refuse

T = TypeVar("T")


def read_forge(path: Path, payload: Payload[T]) -> T:
    """Read a file with what the forge gives out, or refuse it."""
    return read_json(path, payload.read, named(payload.call))


def named(call: str) -> str:
    """Return what people call what the forge gives for a call, by the end of its address."""
    return f"el JSON que da la forja con «GET /repos/CUENTA/REPOSITORIO/{call}»"


def read_json(path: Path, reader: Callable[[str], T], what: str) -> T:
    """Read a file with JSON of the forge's or of ours, or refuse it."""
    try:
        return reader(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        refuse(f"No se puede leer «{path}».")
    except ForgeError as error:
        refuse(f"«{path}» no es {what}: {str(error)[:200]}.")


def asked_proposal(root: Path, base: str, head: str) -> Proposed:
    """Merge a proposal with what is published, or refuse it."""
    for name in (base, head):
        find_revision(root, name)
    try:
        return propose(root, base, head)
    except ProposalError as error:
        refuse(str(error))
