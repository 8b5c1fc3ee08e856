"""Texts in Spanish and English: their blanks, and bodies made of their sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from actionplan.demo.rng import Rng
from actionplan.language.locale import locale
from actionplan.model import Section


class Bilingual(NamedTuple):
    """Hold the same text in Spanish and in English."""

    es: str
    en: str

    def fill(self, **blanks: Bilingual) -> Bilingual:
        """Fill the blanks of both texts."""
        english = {name: text.en for name, text in blanks.items()}
        return Bilingual(fill_spanish(self.es, **blanks), self.en.format_map(english))

    @property
    def capitalised(self) -> Bilingual:
        """Return both texts with a capital letter first."""
        return Bilingual(capitalise(self.es), capitalise(self.en))


def capitalise(text: str) -> str:
    """Return a text with a capital letter first and the rest as it is."""
    return text[:1].upper() + text[1:]


def same(text: str) -> Bilingual:
    """Return a text that is the same in both languages."""
    return Bilingual(text, text)


def fill_spanish(template: str, **blanks: Bilingual) -> str:
    """Fill the blanks of a Spanish text; ``{de_x}`` and ``{a_x}`` contract «de el» to «del» and «a el» to «al»."""
    values: dict[str, str] = {}
    for name, (noun, _) in blanks.items():
        is_masculine, bare = noun.startswith("el "), noun[3:]
        values[name] = noun
        values[f"de_{name}"] = f"del {bare}" if is_masculine else f"de {noun}"
        values[f"a_{name}"] = f"al {bare}" if is_masculine else f"a {noun}"
    return template.format_map(values)


def pick_sentences(
    rng: Rng, sentences: Sequence[Bilingual], blanks: Mapping[str, Bilingual], least: int, most: int
) -> list[Bilingual]:
    """Return some of the sentences with their blanks filled; ``{n}`` and ``{m}`` are random numbers."""
    return [
        sentence.fill(**blanks, n=same(str(rng.between(3, 9))), m=same(str(rng.between(12, 480)))).capitalised
        for sentence in rng.sample(sentences, rng.between(least, most))
    ]


def write_body(sections: Iterable[tuple[Section, list[Bilingual]]]) -> Bilingual:
    """Return the body of a document, one sentence a line."""
    translate = locale("en").translate
    parts = [
        Bilingual(
            _section(section.title, [sentence.es for sentence in sentences]),
            _section(translate(section.title), [sentence.en for sentence in sentences]),
        )
        for section, sentences in sections
    ]
    return Bilingual("\n".join(part.es for part in parts), "\n".join(part.en for part in parts))


def _section(title: str, lines: list[str]) -> str:
    return "\n".join([f"## {title}", "", *lines, ""])
