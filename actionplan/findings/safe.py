"""Words of a file inside a report: they must not steer the terminal, the forge's log or the Markdown around them."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~@&$])")
_LINKED = re.compile(r"[@#!]|www(?=\.)|:(?=//)", re.IGNORECASE)


def plain(text: str) -> str:
    """Show control characters as visible escapes, on one line."""
    return _CONTROL.sub(lambda match: f"\\x{ord(match.group()):02x}", text)


def markdown(text: str) -> str:
    """A text that Markdown, and a forge's own signs in it, leave as it is."""
    # Forges look for addresses, names and numbers in the text that is left once Markdown is done with it, where
    # no backslash protects: a space of no width in the middle does.
    return _LINKED.sub(r"\g<0>&#8203;", _MARKDOWN.sub(r"\\\1", plain(text)))


def visible(text: str) -> str:
    """Show control characters as visible escapes; lines stay apart."""
    return "\n".join(plain(line) for line in text.split("\n"))


def command(text: str) -> str:
    """A text as the message of a forge's workflow command; its lines stay apart."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def command_property(text: str) -> str:
    """A text as the value of a property of a workflow command."""
    return command(plain(text)).replace(":", "%3A").replace(",", "%2C")
