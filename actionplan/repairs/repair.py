"""Small repairs of what a finding points at: a new line for the line that it stands on."""

from __future__ import annotations

import re
from collections.abc import Callable
from json.encoder import encode_basestring as quoted

from actionplan.documents import form_rules, front_matter_rules
from actionplan.findings import Finding
from actionplan.model import EXPECTED

Repair = Callable[[str, int, dict[str, str]], str | None]
"""From a line, the column of what is wrong in it (from 0) and the values of the finding to the line mended."""

_VALUE = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'|[^\s"\'#](?:[^#\n]*?[^\s#])?(?=\s+#|\s*$)')
_KEY = re.compile(r"[^:\s][^:]*?(?=\s*:)")
_UNQUOTED = re.compile(
    r"(?P<key>\s*(?:- )*[^\s:\"'#]+: +)(?P<value>[^\s\"'\[\]{}|>&*!%@`#][^#]*?)(?P<end>\s*(?: #.*)?)$"
)
_UNSEEN = re.compile("[\r\ufeff\u200b\u00ad]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def repair_of(finding: Finding, line: str) -> str | None:
    """Return the line that a finding stands on as it should be; None if only its author can know."""
    repair = _REPAIRS.get(finding.code)
    mended = repair(line, finding.column - 1, dict(finding.values)) if repair else None
    return None if mended == line else mended


def _date(line: str, column: int, values: dict[str, str]) -> str | None:
    """Return only a date that is all there: the proposal must keep each of its numbers."""
    proposal = values["proposal"]
    numbers = [sorted(int(number) for number in re.findall(r"\d+", text)) for text in (values["value"], proposal)]
    return _replaced(_VALUE, line, column, proposal) if numbers[0] == numbers[1] else None


def _quotes(line: str, column: int, values: dict[str, str]) -> str | None:
    del values
    found = _VALUE.match(line, column)
    return _replaced(_VALUE, line, column, quoted(found[0])) if found and found[0][0] not in "\"'" else None


def _key(line: str, column: int, values: dict[str, str]) -> str | None:
    return _replaced(_KEY, line, column, values["guess"]) if values["guess"] else None


def _word(line: str, column: int, values: dict[str, str]) -> str | None:
    return _replaced(_VALUE, line, column, quoted(values["guess"])) if values["guess"] else None


def _type(line: str, column: int, values: dict[str, str]) -> str | None:
    """Return a number that was written as text, or a text as a number."""
    if values["expected"] == EXPECTED["string_type"]:
        return _quotes(line, column, values)
    found = _VALUE.match(line, column)
    inner = found[0][1:-1] if found and found[0][0] in "\"'" else ""
    is_number = values["expected"] in (EXPECTED["int_type"], EXPECTED["decimal_type"])
    return _replaced(_VALUE, line, column, inner) if is_number and _NUMBER.fullmatch(inner) else None


def _syntax(line: str, column: int, values: dict[str, str]) -> str | None:
    """Return a tab for an indentation, or a text with a colon and no quotes."""
    del column, values
    blank = line[: len(line) - len(line.lstrip())]
    if "\t" in blank:
        return blank.replace("\t", "  ") + line.lstrip()
    found = _UNQUOTED.fullmatch(line)
    return f"{found['key']}{quoted(found['value'])}{found['end']}" if found and ":" in found["value"] else None


def _unseen(line: str, column: int, values: dict[str, str]) -> str | None:
    """Return marks of an editor, which change nothing that is read."""
    del column, values
    return _UNSEEN.sub("", line)


def _replaced(what: re.Pattern[str], line: str, column: int, text: str) -> str | None:
    found = what.match(line, column)
    return line[: found.start()] + text + line[found.end() :] if found else None


_REPAIRS: dict[str, Repair] = {
    form_rules.CONTROL_CHARACTER.code: _unseen,
    front_matter_rules.SYNTAX.code: _syntax,
    front_matter_rules.AMBIGUOUS.code: _quotes,
    front_matter_rules.UNKNOWN_KEY.code: _key,
    front_matter_rules.WRONG_TYPE.code: _type,
    front_matter_rules.NOT_A_WORD.code: _word,
    front_matter_rules.BAD_DATE.code: _date,
}
