"""Spanish words that promise nothing to check, as plain text (lower case, no accents).

The reason for each verb is the same: it names a direction and not a deed, so that nobody could say on what day it was
done. The reason for each noun: by itself it names an effort, of which there are no two, so it cannot be counted.
Verbs that can also name a deed (``apoyar``, ``facilitar``, ``mejorar``, ``articular``) are left out on purpose.
"""

import re

_STEMS = (
    *("promov", "promuev", "foment", "impuls", "fortalec", "fortalezc", "propici", "favorec", "favorezc"),
    *("contribu", "coadyuv", "procur", "potenci", "incentiv", "sensibiliz", "concientiz"),
)
_ENDINGS = (
    *("ar", "er", "ir", "uir", "ando", "iendo", "yendo", "a", "an", "e", "en", "ye", "yen", "iera", "ieran"),
    *("ara", "aran", "era", "eran", "ira", "iran", "emos", "amos", "aremos", "eremos", "iremos"),
    *("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"),
)
VAGUE_VERB = re.compile(rf"\b(?:{'|'.join(_STEMS)})(?:{'|'.join(_ENDINGS)})\b")
"""A verb in the infinitive, gerund, participle, present or future; ``fomento`` and ``promoción`` are names as well."""

ABSTRACT_NOUNS = frozenset(
    {
        *("fortalecimiento", "sensibilizacion", "concientizacion", "promocion", "fomento", "impulso", "difusion"),
        *("coordinacion", "articulacion", "vinculacion", "colaboracion", "participacion", "acompanamiento"),
        *("seguimiento", "apoyo", "empoderamiento", "mejora", "mejoramiento", "consolidacion", "inclusion"),
    }
)
SMALL_WORDS = frozenset({"a", "al", "con", "de", "del", "e", "el", "en", "la", "las", "los", "o", "para", "u", "y"})
