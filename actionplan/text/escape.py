"""Words of a file inside a report: they must not steer the terminal, the forge's log or the Markdown around them."""

from __future__ import annotations

import re

# Signs that steer a terminal, turn the direction of a text, or cannot be seen.
_CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff"
    r"\U000e0000-\U000e007f]"
)
# What a forge's runner takes for an order to itself in whatever a program prints: one sign at the beginning of a line,
# an older one anywhere.
_ORDER = re.compile(r"^(\s*):(?=:)|#(?=#\[)")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~@&$])")
_BEGINS = re.compile(r"^([0-9]+)(?=\.)|^(?=[-=])")  # what at the beginning of a line would begin a list, or rule it off
_SEEN = {"\t": " ", **dict.fromkeys("\n\v\f\x85\u2028\u2029", "\n"), "\ufffd": "\ufffd"}
"""What is seen of some of them; what stands for a letter that was lost is left for people to see."""

_LINKED = re.compile(r"[@#!]|www(?=\.)|:(?=//)|:(?=[\w+-]+:)|gh(?=-\d)", re.IGNORECASE)


def plain(text: str) -> str:
    """Show what cannot be seen, or is an order to the program that shows it, as visible escapes, on one line."""
    seen = _CONTROL.sub(lambda match: f"\\x{ord(match.group()):02x}", text)
    return _ORDER.sub(lambda match: f"{match[1] or ''}\\x{ord(match.group()[-1]):02x}", seen)


def markdown(text: str) -> str:
    """Return a text that Markdown, and a forge's own signs in it, leave as it is."""
    # Forges look for addresses, names and numbers in the text that is left once Markdown is done with it, where
    # no backslash protects: a space of no width in the middle does.
    escaped = _BEGINS.sub(r"\1\\", _MARKDOWN.sub(r"\\\1", plain(text).strip()))
    return _LINKED.sub(r"\g<0>&#8203;", escaped)


def visible(text: str) -> str:
    """Show control characters as visible escapes; lines stay apart."""
    return "\n".join(plain(line) for line in text.split("\n"))


def legible(text: str) -> str:
    """Return a text without the signs that cannot be seen, which programs leave in what is pasted; lines stay apart."""
    return _CONTROL.sub(lambda match: _SEEN.get(match.group(), ""), text)
