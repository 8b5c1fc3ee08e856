"""Bodies from sentences: the same headings and lines in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from actionplan.demo.dice import Dice
from actionplan.demo.words.speech import Said
from actionplan.language.locale import locale
from actionplan.model.common import Section


def chosen(dice: Dice, sentences: tuple[Said, ...], blanks: Mapping[str, Said], least: int, most: int) -> list[Said]:
    """Some sentences with their blanks filled, each with numbers of its own."""
    picked = dice.some(sentences, dice.between(least, most))
    return [
        sentence.filled(**blanks, n=str(dice.between(3, 9)), m=str(dice.between(12, 480))).sentence
        for sentence in picked
    ]


def body(sections: Iterable[tuple[Section, list[Said]]]) -> Said:
    """Sections with one sentence a line; those without sentences are left out."""
    english = locale("en").translate
    spoken = [(section, lines) for section, lines in sections if lines]
    return Said(
        "\n".join(_section(section.title, [line.es for line in lines]) for section, lines in spoken),
        "\n".join(_section(english(section.title), [line.en for line in lines]) for section, lines in spoken),
    )


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([f"## {title}", "", *lines, ""])
