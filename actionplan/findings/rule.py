"""A rule about a plan: what is wrong, why it matters and how to mend it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from actionplan.findings.finding import Finding, Position, Severity
from actionplan.language.messages import Translate, msg, spanish


class Family(StrEnum):
    """Hold what a rule is about; the value is the first half of its code."""

    FORM = "FOR"
    REFERENCES = "REF"
    ELEMENTS = "ELE"
    DATES = "FEC"
    NUMBERS = "NUM"
    PROVENANCE = "PRO"
    EVIDENCE = "EVI"
    SECOND_KEY = "SEG"
    TREES = "ARB"
    MEASURABILITY = "MED"
    DELIBERATION = "DEL"
    LANGUAGES = "IDI"
    HISTORY = "HIS"
    WAIVERS = "EXC"

    @property
    def label(self) -> str:
        """Return the family's name for people, in Spanish."""
        return _FAMILY_TITLES[self]


_FAMILY_TITLES = {
    Family.FORM: msg("Forma del archivo"),
    Family.REFERENCES: msg("Identidad y referencias"),
    Family.ELEMENTS: msg("Elementos y ausencias"),
    Family.DATES: msg("Fechas"),
    Family.NUMBERS: msg("Números"),
    Family.PROVENANCE: msg("Procedencia"),
    Family.EVIDENCE: msg("Evidencia"),
    Family.SECOND_KEY: msg("Segunda llave"),
    Family.TREES: msg("Árboles de problemas"),
    Family.MEASURABILITY: msg("Que se pueda medir"),
    Family.DELIBERATION: msg("Calidad de la deliberación"),
    Family.LANGUAGES: msg("Idiomas"),
    Family.HISTORY: msg("Cambios contra lo publicado"),
    Family.WAIVERS: msg("Excepciones"),
}


@dataclass(frozen=True)
class Example:
    """Represent a breach of a rule and the same text in order, as they would stand in a file.

    Attributes:
        bad: What breaks the rule.
        good: What keeps it.
        path: The file of the sample plan where ``good`` stands, so that ``bad`` in its place shows the breach; empty
            if text cannot show it, since it is about bytes, links or sizes.
    """

    bad: str
    good: str
    path: str = ""


@dataclass(frozen=True)
class Rule:
    """Represent one rule, the only home of its texts.

    Attributes:
        code: Stable and never reused, such as ``FOR03``.
        severity: What a breach costs.
        what: Message template in Spanish; ``{name}`` stands for a value of the finding.
        why: The reason behind the rule, in Spanish.
        fix: How to mend a breach; a template over the same values.
        example: A breach and its remedy.
        replaces: Rules that would tell of the same mistake with other advice, by code, each with the name of the value
            that says what both findings are about.
    """

    code: str
    severity: Severity
    what: str
    why: str
    fix: str
    example: Example
    replaces: tuple[tuple[str, str], ...] = ()

    @property
    def family(self) -> Family:
        """Return the family that the code begins with."""
        return Family(self.code[:3])

    def summary(self, translate: Translate = spanish) -> str:
        """Return what is wrong, with an ellipsis for whatever differs from one finding to another."""
        return _VALUE.sub("…", translate(self.what).replace("{hint}", ""))

    def remedy(self, translate: Translate = spanish) -> str:
        """Return how to mend it, likewise."""
        return _VALUE.sub("…", translate(self.fix))

    def at(self, position: Position, *, guess: str | None = None, **values: str | int) -> Finding:
        """Make the finding that this rule is broken at a place.

        Args:
            position: Where.
            guess: The word that was perhaps meant, which ``{hint}`` asks about; empty if there is none.
            **values: What ``what`` and ``fix`` name between braces.
        """
        if guess is not None:
            values |= {"guess": str(guess), "hint": _DID_YOU_MEAN if guess else ""}
        texts = tuple((name, _shortened(value)) for name, value in values.items())
        return Finding(
            self.code,
            self.severity,
            position.path,
            position.line,
            position.column,
            self.what,
            self.why,
            self.fix,
            texts,
        )


def _shortened(value: str | int) -> str:
    """Return enough of a value to recognise it: what a file holds must not flood a report."""
    text = value if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


_DID_YOU_MEAN = msg(" ¿Quiso escribir «{guess}»?")
_LONGEST = 1000
_VALUE = re.compile(r"\{[a-z]+\}")
