"""What looks like the data of a person in a text: the patterns, and the reason for each.

Every pattern is bounded, so that no text takes more than linear time. None of them sees anything in an address of the
web, in a date, in an amount, in a fingerprint or in the ids of a plan, which are in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from actionplan.findings.rule import Rule
from actionplan.findings.rules import evidence
from actionplan.language.messages import msg

_DAY = r"[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_STATES = "AS|BC|BS|CC|CH|CL|CM|CS|DF|DG|GR|GT|HG|JC|MC|MN|MS|NE|NL|NT|OC|PL|QR|QT|SL|SP|SR|TC|TL|TS|VZ|YN|ZS"
_ALONE = r"(?<![^\W_])"  # no letter or digit before it
_ENDS = r"(?![^\W_])"
_FOUR_AND_FOUR = r"(?!(?:19|20)[0-9]{2}[ .-](?:19|20)[0-9]{2})[0-9]{4}[ .-][0-9]{4}"  # and not two years

_URL = re.compile(r"https?://[^\s<>\"'`]+", re.IGNORECASE)
# What all numbers of persons have, and next to no other text: ten digits, more signs than a date takes, or a date of
# birth with what follows it.
_SUSPECT = re.compile(r"[0-9(+](?:[0-9 ().-]{10}|[0-9]{9}|[0-9]{5}[A-Z0-9]{3})")

_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@(?P<domain>[^\W_](?:[^\W_]|-)*(?:\.(?:[^\W_]|-)+)+)")


class Sign(NamedTuple):
    """A kind of personal data, how it is written, and the rule against it."""

    kind: str
    pattern: re.Pattern[str]
    rule: Rule


SIGNS = (
    # Registro Nacional de Población: "Instructivo Normativo para la Asignación de la CURP". Letters of the names,
    # date of birth, sex, state, inner consonants, and two signs against doubles. It names one person for life.
    Sign(
        msg("una CURP"),
        re.compile(
            rf"{_ALONE}[A-ZÑ][AEIOUX][A-ZÑ]{{2}}{_DAY}[HMX](?:{_STATES})[B-DF-HJ-NP-TV-ZÑ]{{3}}[A-Z0-9][0-9]{_ENDS}"
        ),
        evidence.PERSONAL_ID,
    ),
    # Servicio de Administración Tributaria: thirteen signs for a person, with the date of birth; a company has twelve.
    # The two that stand for the general public and for foreigners are nobody's.
    Sign(
        msg("el RFC de una persona"),
        re.compile(rf"{_ALONE}(?!X[AE]XX010101)[A-ZÑ&][AEIOUX][A-ZÑ&]{{2}}{_DAY}[A-Z0-9]{{2}}[0-9A]{_ENDS}"),
        evidence.PERSONAL_ID,
    ),
    # Plan Técnico Fundamental de Numeración: ten digits, none of which begins with 0 or 1; 800 and 900 are services.
    # Ten digits in a row may be anything, so they count only after +52 or a word that announces a telephone.
    Sign(
        msg("un número de teléfono"),
        re.compile(
            rf"(?<![\w.+/$-])(?<![0-9] )(?:"
            rf"\+52(?:[ .-]?\(?[0-9]\)?){{10,11}}"
            rf"|\([2-9][0-9]\) ?{_FOUR_AND_FOUR}"
            rf"|[2-9][0-9][ .-]{_FOUR_AND_FOUR}"
            rf"|\((?!800|900)[2-9][0-9]{{2}}\) ?[0-9]{{3}}[ .-][0-9]{{4}}"
            rf"|(?!800|900)[2-9][0-9]{{2}}(?P<sign>[ .-])[0-9]{{3}}(?P=sign)[0-9]{{4}}"
            rf"|(?i:tel(?:[eé]fonos?)?|cel(?:ular(?:es)?)?|m[oó]vil(?:es)?|whatsapp|fax){_ENDS}[^0-9\n]{{0,16}}"
            rf"(?!800|900|(?:19|20)[0-9]{{2}}-)[2-9](?:[ .-]?[0-9]){{9}}"
            rf")(?![\w/])(?![ .-][0-9])"
        ),
        evidence.CONTACT,
    ),
)
EMAIL = msg("un correo que no es de una institución")


class Trace(NamedTuple):
    """Personal data in a text: what kind, its first letters, where it begins, and the rule against it."""

    kind: str
    sample: str
    offset: int
    rule: Rule


def traces(text: str) -> Iterator[Trace]:
    """Find the numbers that name or reach a person."""
    if not _SUSPECT.search(text):
        return
    bare = _without_addresses(text)
    for sign in SIGNS:
        for match in sign.pattern.finditer(bare):
            yield Trace(sign.kind, _masked(match.group()), match.start(), sign.rule)


def private_emails(text: str, institutional: Collection[str]) -> Iterator[Trace]:
    """Find the addresses of mail that do not belong to an institution.

    Args:
        text: Where to look.
        institutional: Domains that do; what is below them does too.
    """
    if "@" not in text:
        return
    for match in _EMAIL.finditer(_without_addresses(text)):
        domain = f".{match['domain'].lower()}"
        if not any(domain.endswith(f".{known}") for known in institutional):
            yield Trace(EMAIL, _masked(match.group()), match.start(), evidence.CONTACT)


def _without_addresses(text: str) -> str:
    """The text with addresses of the web blanked out, every other character at its place."""
    return _URL.sub(lambda match: " " * len(match.group()), text) if "://" in text else text


def _masked(data: str) -> str:
    """Enough to recognise it on its line; a report of findings is public too."""
    return f"{data[:2]}…"
