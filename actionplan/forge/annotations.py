"""How a run of the forge is told to show a message on a line of a file; apart, since every check needs it."""

from __future__ import annotations

from actionplan.text.escape import plain, visible

ANNOTATIONS = "github"
"""The name of the format in which GitHub's runs show messages on the lines of a file."""


def annotation(  # noqa: PLR0913 - what such an order has
    level: str, path: str, line: int, text: str, *, title: str, column: int | None = None
) -> str:
    """Return the order to a run to show a message on a line of a file."""
    where = f"file={_property(path)},line={line}" + ("" if column is None else f",col={column}")
    return f"::{level} {where},title={_property(title)}::{_command(text)}\n"


def _command(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _command(plain(text)).replace(":", "%3A").replace(",", "%2C")
