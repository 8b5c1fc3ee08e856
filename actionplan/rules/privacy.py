"""No document holds the data of a person."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import NamedTuple

from actionplan.findings import Example, Finding, Position, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import DocumentPart, Entry, Plan
from actionplan.rules.check import DocumentCheck, PlanCheck

_STAYS = msg("Lo que se publica aquí queda a la vista de todo el mundo y en la historia del repositorio.")

PERSONAL_ID = Rule(
    "EVI07",
    Severity.ERROR,
    msg("Parece haber {kind} («{sample}»)."),
    _STAYS,
    msg("Bórrelo; para hablar de una persona basta su cargo y su institución."),
    Example(
        bad="Las mujeres acarrean el agua. GOMA800101MDFXYZ09",
        good="Las mujeres acarrean el agua.",
        path=sample.COMMITMENT,
    ),
)
CONTACT = Rule(
    "EVI08",
    Severity.WARNING,
    msg("Parece haber {kind} («{sample}»)."),
    _STAYS,
    msg(
        "Bórrelo, o ponga el de la institución. Sus dominios se declaran en «plan/plan.yml», en los ajustes; "
        "un teléfono de oficina se anota en «excepciones» con su motivo."
    ),
    Example(bad="Con medidores. Escriba a ana@example.com.", good="Con medidores.", path=sample.COMMITMENT),
)

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
    """Represent a kind of personal data, how it is written, and the rule against it."""

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
        PERSONAL_ID,
    ),
    # Servicio de Administración Tributaria: thirteen signs for a person, with the date of birth; a company has twelve.
    # The two that stand for the general public and for foreigners are nobody's.
    Sign(
        msg("el RFC de una persona"),
        re.compile(rf"{_ALONE}(?!X[AE]XX010101)[A-ZÑ&][AEIOUX][A-ZÑ&]{{2}}{_DAY}[A-Z0-9]{{2}}[0-9A]{_ENDS}"),
        PERSONAL_ID,
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
        CONTACT,
    ),
)

EMAIL = msg("un correo que no es de una institución")


class Trace(NamedTuple):
    """Represent personal data in a text: what kind, its first letters, where it begins, and the rule against it."""

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
            yield Trace(EMAIL, _masked(match.group()), match.start(), CONTACT)


def _without_addresses(text: str) -> str:
    """Return the text with addresses of the web blanked out, every other character at its place."""
    return _URL.sub(lambda match: " " * len(match.group()), text) if "://" in text else text


def _masked(data: str) -> str:
    """Return enough to recognise it on its line; a report of findings is public too."""
    return f"{data[:2]}…"


_NEW_LINE = re.compile("\n")


def check(plan: Plan) -> Iterator[Finding]:
    """Check for mail of persons; which domains are of institutions is the plan's to say."""
    find = partial(private_emails, institutional=plan.identity.rules.institutional_domains)
    for entry in plan.entries:
        if entry.mentions(b"@"):
            yield from _found(entry, find)


def check_within(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check a document for the numbers that name or reach a person."""
    yield from _found(entry, traces)


def _found(entry: Entry[DocumentPart], find: Callable[[str], Iterator[Trace]]) -> Iterator[Finding]:
    # All at once first, since nearly every document holds nothing.
    if any(find(entry.all_texts)):
        for text in entry.texts:
            for trace in find(str(text.value)):
                yield _finding(trace, Position(entry.path, text.line, text.column))
    body = entry.body
    found = list(find(body.text))
    lines = [0, *(match.end() for match in _NEW_LINE.finditer(body.text))] if found else []
    for trace in found:
        line = bisect_right(lines, trace.offset) - 1
        yield _finding(trace, Position(entry.path, body.first_line + line, trace.offset - lines[line] + 1))


def _finding(trace: Trace, position: Position) -> Finding:
    return trace.rule.at(position, kind=trace.kind, sample=trace.sample)


CHECKS = (DocumentCheck(DocumentPart, check_within, (PERSONAL_ID, CONTACT)), PlanCheck(check, (CONTACT,)))
