"""A text in both languages, and the blanks in it."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """The same in Spanish and in English."""

    es: str
    en: str

    def filled(self, **blanks: Said | str) -> Said:
        """Fill the blanks; ``{de_x}`` and ``{a_x}`` join «de» or «a» and the article of ``x`` as Spanish does."""
        spanish: dict[str, str] = {}
        english: dict[str, str] = {}
        for name, value in blanks.items():
            said = value if isinstance(value, Said) else Said(value, value)
            spanish[name], english[name] = said
            spanish[f"de_{name}"] = f"del {said.es[3:]}" if said.es.startswith("el ") else f"de {said.es}"
            spanish[f"a_{name}"] = f"al {said.es[3:]}" if said.es.startswith("el ") else f"a {said.es}"
        return Said(self.es.format(**spanish), self.en.format(**english))

    @property
    def sentence(self) -> Said:
        """With a capital letter first."""
        return Said(self.es[:1].upper() + self.es[1:], self.en[:1].upper() + self.en[1:])
