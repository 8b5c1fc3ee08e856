"""Whatever a file holds, the answer is a finding, and it comes soon."""

from time import process_time

import pytest
from plans import COMMITMENT, COMMITMENT_PATH, loaded, with_file

FRONT = COMMITMENT.index("procedencia:")
FULL = 60_000  # characters: a quarter of what fits a body, and hours of quadratic time
SOME = 2_000  # entries: a third of what fits a front matter
BOMB = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))

FRONT_MATTER = {
    "31,000 brackets": ("x: " + "[" * 31_000, "FOR07"),
    "31,000 braces": ("x: " + "{" * 31_000, "FOR25"),
    "10,000 levels of lists": ("x:\n  " + "- " * 10_000, "FOR07"),
    "10,000 levels of keys": ("x:\n  " + "? " * 10_000, "FOR25"),
    "levels of records": ("x:\n" + "".join("  " * n + "a:\n" for n in range(1, 200)), "FOR07"),
    "alias bomb": ('a0: &a0 "x"\n' + BOMB, "FOR08"),
    "recursive alias": ("x: &x [*x]", "FOR08"),
    "over 64 KB": (f'x: "{"a" * 65_536}"', "FOR03"),
    "long key": (f"{'a' * 60_000}: 1", None),
    "long number": (f"x: {'1' * 60_000}", "FOR10"),
    "many bases": (f"x: {'1:1' * 15_000}", "FOR10"),
    "unknown keys": ("".join(f"a{n}: 1\n" for n in range(SOME)), "FOR11"),
    "repeated keys": ("inicio: 1\n" * SOME, "FOR09"),
    "empty keys": ("".join(f"a{n}:\n" for n in range(SOME)), "FOR22"),
    "wrong ids": ("apoyos:\n" + "- A!\n" * SOME, "FOR19"),
    "unknown ids": ("apoyos:\n" + "".join(f"- a{n}\n" for n in range(SOME)), "REF02"),
    "empty records": ("observaciones:\n" + "- a: 1\n" * SOME, "FOR15"),
    "tags that make objects": ('x: !!python/object/apply:os.system ["true"]', "FOR08"),
    "merge keys": ("x:\n" + '  <<: {a: "b"}\n' * SOME, "FOR08"),
    "sets and pairs": ("? a\n" * SOME, "FOR22"),
    "quotes behind backslashes": ("x: a" + '\\"' * 25_000 + " # c", "FOR11"),
    "comments": ("#\n" * 25_000, "FOR28"),
    "an id of look-alikes": ('apoyos:\n  - "оsс"', "FOR19"),
    "unknown addresses": (
        "procedencia:\n" + "".join(f'- {{campo: "x{n}", fuentes: ["acta"], certeza: "exacta"}}\n' for n in range(900)),
        "REF03",
    ),
}

BODIES = {
    "blanks in a link": ("[x](" + " " * FULL, None),
    "blanks in a heading": ("## a" + " " * FULL + "b", "FOR21"),
    "signs in a heading": ("## a" + " #" * (FULL // 2) + "b", "FOR21"),
    "broken links": ("[x](a)\n" * (FULL // 7), "REF05"),
    "one long link": (f"[x]({'a' * FULL})", "REF05"),
    "titles of links": ('[x](a "' * (FULL // 7), None),
    "parentheses": ("](" + "(" * FULL, None),
    "brackets": ("[" * FULL, None),
    "tags": ("<b>\n" * (FULL // 4), "FOR18"),
    "tags on a line": ("<b>" * (FULL // 3), "FOR18"),
    "data addresses": ("[x](data:x)\n" * (FULL // 12), "FOR18"),
    "templates": ("{{" * (FULL // 2), "FOR18"),
    "backticks": (" ".join("`" * n for n in range(1, 600)), None),
    "fences": ("".join("`" * n + "\n" for n in range(3, 600)), None),
    "headings": ("".join(f"## h{n}\n" for n in range(FULL // 10)), "FOR21"),
    "the same heading": ("## Objetivo\n" * (FULL // 12), "FOR23"),
    "underlines": ("a\n-\n" * (FULL // 4), "FOR21"),
    "deep headings": ("".join(f"{'#' * (n % 6 + 1)} h\n" for n in range(FULL // 5)), "FOR21"),
    "signs of headings": ("#" * FULL, None),
    "addresses of mail": ("a@b.c " * (FULL // 6), "EVI08"),
    "half an address": ("a@" + "b-." * (FULL // 3), None),
    "half a telephone": ("(55) " * (FULL // 5), None),
    "digits": ("1" * FULL, None),
    "schemes": ("data" + " " * FULL, None),
    "dashes": ("-" * FULL, None),
    "dots": ("." * FULL, None),
    "lists in lists": ("- " * (FULL // 2), None),
    "definitions": ("[a]: b\n" * (FULL // 7), "REF05"),
}


@pytest.mark.parametrize(("text", "code"), FRONT_MATTER.values(), ids=FRONT_MATTER)
def test_hostile_front_matter_is_answered_in_two_seconds(text: str, code: str | None) -> None:
    # The hostile entries come before, or in the place of, the provenance.
    rest = COMMITMENT[FRONT:] if not text.startswith("procedencia") else "---\n"
    assert_answered(COMMITMENT[:FRONT] + text + "\n" + rest, code)


@pytest.mark.parametrize(("text", "code"), BODIES.values(), ids=BODIES)
def test_a_hostile_body_is_answered_in_two_seconds(text: str, code: str | None) -> None:
    assert_answered(COMMITMENT + "\n" + text, code)


def assert_answered(text: str, code: str | None) -> None:
    start = process_time()
    findings = loaded(with_file(COMMITMENT_PATH, text)).findings
    spent = process_time() - start
    assert spent < 2
    assert code is None or code in {finding.code for finding in findings}
    # What a file holds does not flood the report either.
    assert all(len(finding.message()) < 2_500 for finding in findings)
