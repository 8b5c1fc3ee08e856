"""How each key language spells the model's field names and the words of its closed lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from actionplan.language.keys import es, es_words


@dataclass(frozen=True, eq=False)
class KeyLanguage:
    """Represent two-way tables between the model's English names and an author's spelling.

    Attributes:
        code: The language.
        keys: From the model's field names to the author's.
        words: For each closed list, from the model's words to the author's.
    """

    code: str
    keys: dict[str, str]
    words: dict[str, dict[str, str]]

    @cached_property
    def _english(self) -> dict[str, str]:
        return {spelling: name for name, spelling in self.keys.items()}

    @cached_property
    def _english_words(self) -> dict[str, dict[str, str]]:
        return {
            list_name: {spelling: word for word, spelling in words.items()} for list_name, words in self.words.items()
        }

    def english(self, key: str) -> str:
        """Return the model's name of a key; a name that no model has if the language does not know it."""
        return self._english.get(key, f"?{key}")

    def author(self, name: str) -> str:
        """Say how authors spell a field of the model."""
        return self.keys.get(name, name.removeprefix("?"))

    def english_word(self, list_name: str, word: str) -> str | None:
        """Return the model's word for an author's word of a closed list, None if it is not in it."""
        return self._english_words[list_name].get(word)

    def author_word(self, list_name: str, word: str) -> str:
        """Say how authors spell a word of a closed list."""
        return self.words[list_name][word]


SPANISH = KeyLanguage("es", es.KEYS, es_words.WORDS)
ENGLISH = KeyLanguage(
    "en",
    {name: name for name in es.KEYS},
    {list_name: {word: word for word in words} for list_name, words in es_words.WORDS.items()},
)

KEY_LANGUAGES: dict[str, KeyLanguage] = {"es": SPANISH, "en": ENGLISH}
