"""What a scalar says: text, a number or yes/no, only where every YAML program agrees."""

from __future__ import annotations

import re
from decimal import Decimal

Reading = str | int | bool | Decimal | None

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,12}")
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH = {"true": True, "false": False}

# What YAML 1.1 (PyYAML, MkDocs) and YAML 1.2 (form editors, JavaScript) read as different things.
_DISPUTED = re.compile(
    r"(?:y|yes|n|no|on|off|true|false)"  # booleans of 1.1, and spellings of true that only one knows
    r"|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"  # 12:30 is 750 in base 60
    r"|[-+]?(?:0b[01_]+|0x[0-9a-f_]+|0o?[0-9_]+)"  # 010 is 8, or 10
    r"|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?"  # 1_000, +1, 1e3, very long numbers
    r"|[-+]?\.(?:[0-9][0-9_]*|inf|nan)(?:e[-+]?[0-9]+)?"
    r"|=|<<",
    re.IGNORECASE,
)


class AmbiguousScalarError(ValueError):
    """Represent an unquoted scalar that programs read differently."""


def read_plain(text: str) -> Reading:
    """Read an unquoted scalar; None where nothing is written.

    Raises:
        AmbiguousScalarError: YAML 1.1 and 1.2 disagree on it.
    """
    if text in _EMPTY:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    first = text[0]
    if first in "0123456789-+.":
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return Decimal(text)
    if _DISPUTED.fullmatch(text):
        raise AmbiguousScalarError(text)
    return text
