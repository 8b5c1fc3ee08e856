"""How wide a text will be, and where its lines break, without a browser to ask.

A drawing is laid out once and shown in whatever sans-serif the reader has. The estimate therefore follows
the widest of the common ones (DejaVu Sans) plus a few per cent: boxes are a little roomy in Roboto, and no
text leaves its box in any of them.
"""

import re
import unicodedata
from functools import lru_cache

# Hundredths of an em. Whole numbers keep the sums exact, and with them the drawing's bytes.
_LATIN: dict[str, int] = {
    char: width
    for width, chars in {
        33: "ijlI '.,‘’·\u202f",
        36: ":;/\\|",
        43: "frt-()[]!¡\u2010\u2011",
        52: '*_°§`–ºª"',
        54: "sz“”",
        58: "cLJ?¿",
        61: "Fkvxy•«»",
        66: "abdeghnopquPSTYEßøđ0123456789${}€£",
        72: "ABCKRVXZÐĐ",
        80: "DGHNOQUØ&",
        86: "w+=<>~^#×→÷",
        90: "M",
        104: "mW%@—…æœÆŒ½¼¾©®™",
    }.items()
    for char in chars
}
_WIDE = 104  # ideographs and full-width forms fill the em square
_PICTURE = 135  # emoji fonts draw wider than the em
_OTHER = {"Ll": 70, "Lu": 80, "Nd": 70, "Lo": 100, "Mc": 60}  # scripts the table does not list
_INVISIBLE = ("Mn", "Me", "Cf", "Cc")
_EMOJI_STYLE = "\ufe0f"  # turns the sign before it into a picture
_BOLD_PERCENT = 113
_REMEMBERED = 8192

# No-break spaces keep "40 %" together, so they do not end a word.
_BREAKS = re.compile("[^\\S\u00a0\u202f\u2007]+")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Return the text with each character that XML 1.0 cannot hold replaced by U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text)


def words(text: str) -> tuple[str, ...]:
    """Return the unbreakable pieces of a text, in order: what stands between breaking white space."""
    return tuple(printable(word) for word in _BREAKS.split(text) if word)


def text_width(text: str, size: int, *, bold: bool = False) -> int:
    """Estimate the width of one line of text in px, rounded up; rather too wide than too narrow.

    Args:
        text: The line; a combining character adds nothing to its base.
        size: Font size in px.
        bold: Whether the line is drawn in bold.
    """
    return _in_px(_ems(text), size, bold=bold)


def _in_px(ems: int, size: int, *, bold: bool) -> int:
    return -(-ems * size * (_BOLD_PERCENT if bold else 100) // 10_000)


@lru_cache(maxsize=_REMEMBERED)  # drawings repeat their words
def _ems(text: str) -> int:
    """Count the hundredths of an em that a line of text takes."""
    # Composed first, so that a letter and its accent are one entry of the table.
    return sum(_char_width(char) for char in unicodedata.normalize("NFC", text))


def longest_word_width(text: str, size: int, *, bold: bool = False) -> int:
    """Return the width in px of the widest word: the least that a box needs, since no word is broken."""
    return max((text_width(word, size, bold=bold) for word in words(text)), default=0)


def wrap(text: str, width: int, size: int, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines of at most ``width`` px, greedily, never inside a word.

    A word wider than ``width`` gets a line of its own and exceeds it: the box grows, the word stays whole.
    A text without words has no lines.
    """
    lines: list[list[str]] = []
    ems = 0
    for word in words(text):
        longer = ems + _LATIN[" "] + _ems(word)  # nothing is composed across a blank, so widths add up
        if lines and _in_px(longer, size, bold=bold) <= width:
            lines[-1].append(word)
            ems = longer
        else:
            lines.append([word])
            ems = _ems(word)
    return tuple(map(" ".join, lines))


def _char_width(char: str) -> int:
    """Count the hundredths of an em that one character takes."""
    if char in _LATIN:
        return _LATIN[char]
    if char == _EMOJI_STYLE:
        return _PICTURE - _LATIN["0"]
    category = unicodedata.category(char)
    if category in _INVISIBLE:
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return _WIDE if category in ("Lo", "Lm") else _PICTURE
    base = unicodedata.normalize("NFD", char)[0]
    if base in _LATIN:
        return _LATIN[base]
    return _OTHER.get(category, _PICTURE if category == "So" else _WIDE)
