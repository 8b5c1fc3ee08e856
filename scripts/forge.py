"""What the verbs that answer proposals share: reading what the forge said, kept in files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from actionplan.review.forge import ForgeError
from scripts.orders import refuse

T = TypeVar("T")


def read_forge(path: Path, reader: Callable[[str], T]) -> T:
    """Read a file with the forge's JSON, or refuse it."""
    try:
        return reader(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        refuse(f"No se puede leer «{path}».")
    except ForgeError as error:
        refuse(f"«{path}» no es el JSON que da la forja ({str(error)[:200]}).")
