"""Repairs that need no author: the fewest characters, each one tried, nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import COMMITMENT_PATH, REPORT_PATH, VALID, MemoryTree, changed

from actionplan.loader import load
from actionplan.repairs.mending import Mending, mend

ASKED = 'conclusion: "2020-06-30"'


def mended(*swaps: tuple[str, str], path: str = COMMITMENT_PATH) -> Mending:
    return mend(MemoryTree(changed(path, *swaps)))


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (ASKED, 'conclusion: "30/06/2020"'),
        (ASKED, 'conclusion: "2020-6-30"  # acordada'),
        (ASKED, "conclusion: 2020/06/30"),
        ("ods:", "odss:"),
        ('titulo: "Agua medida"', 'título: "Agua medida"'),
        ('situacion: "vigente"', 'situacion: "vijente"'),
        ("numero: 1", 'numero: "1"'),
        ('titulo: "Agua medida"', "titulo: Agua: medida"),
        ('  - "agua/c1"', '\t- "agua/c1"'),
        ('situacion: "vigente"', 'situacion: "vigente"\u200b'),
    ],
)
def test_a_repair_gives_back_the_valid_plan(good: str, bad: str) -> None:
    done = mended((good, bad))
    assert not done.loaded.blocks(strict=True)
    assert len(done.repairs) == 1
    comment = "  # acordada" if "#" in bad else ""
    quoted = good.replace("Agua medida", "Agua: medida") if "Agua: medida" in bad else good
    assert done.files == {COMMITMENT_PATH: VALID[COMMITMENT_PATH].replace(good, quoted + comment, 1)}


@pytest.mark.parametrize(
    "bad",
    [
        'conclusion: "30/02/2020"',
        'conclusion: "31 de junio"',
        'conclusion: "junio"',
        'conclusion: "2020-13-30"',
        "xyzzy: 3",
    ],
)
def test_what_only_its_author_knows_is_left_alone(bad: str) -> None:
    done = mended((ASKED, bad))
    assert (done.repairs, done.files) == ((), {})
    assert done.loaded.findings


def test_ambiguous_words_get_quotes() -> None:
    done = mended(('"Agua medida"', "12:30"))
    assert 'titulo: "12:30"' in done.files[COMMITMENT_PATH]


def test_several_repairs_of_several_files_are_told_in_order() -> None:
    files = changed(
        COMMITMENT_PATH, (ASKED, 'conclusion: "30/06/2020"'), ("ods:", "odss:"), ("numero: 1", 'numero: "1"')
    )
    files[REPORT_PATH] = VALID[REPORT_PATH].replace('fecha: "2020-03-31"', 'fecha: "31/03/2020"')
    done = mend(MemoryTree(files))
    assert [(repair.finding.path, repair.finding.line) for repair in done.repairs] == [
        (REPORT_PATH, 4),
        (COMMITMENT_PATH, 4),
        (COMMITMENT_PATH, 19),
        (COMMITMENT_PATH, 22),
    ]
    assert done.files == {path: VALID[path] for path in (REPORT_PATH, COMMITMENT_PATH)}


def test_only_the_files_that_are_asked_for_are_touched() -> None:
    files = changed(COMMITMENT_PATH, ("ods:", "odss:"))
    files[REPORT_PATH] = VALID[REPORT_PATH].replace('fecha: "2020-03-31"', 'fecha: "31/03/2020"')
    assert list(mend(MemoryTree(files), [REPORT_PATH]).files) == [REPORT_PATH]


def test_a_valid_plan_is_left_alone() -> None:
    assert mend(MemoryTree(VALID))[:2] == ((), {})


SWAPS = st.sampled_from(
    [
        ('"', ""),
        ('"', "'"),
        ("2020-", "2020/"),
        ("a", "á"),
        (": ", ":"),
        ("  ", "\t"),
        ("1", '"1"'),
        ("e", "ee"),
        ("- ", "-"),
    ]
)


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(sorted(VALID)), st.integers(0, 60), SWAPS), min_size=1, max_size=3))
def test_mending_what_was_mended_changes_nothing_more(edits: list[tuple[str, int, tuple[str, str]]]) -> None:
    files = dict(VALID)
    for path, number, (old, new) in edits:
        lines = files[path].split("\n")
        index = number % len(lines)
        lines[index] = lines[index].replace(old, new, 1)
        files[path] = "\n".join(lines)
    done = mend(MemoryTree(files))
    before, after = (load(MemoryTree(tree)).findings for tree in (files, {**files, **done.files}))
    assert len(after) <= len(before) or any(repair.finding.code in ("FOR02", "FOR06") for repair in done.repairs)
    assert mend(MemoryTree({**files, **done.files})).repairs == ()
    changed_lines = {(repair.finding.path, repair.finding.line) for repair in done.repairs}
    for path, text in done.files.items():
        pairs = zip(files[path].split("\n"), text.split("\n"), strict=True)
        assert all(old == new or (path, line) in changed_lines for line, (old, new) in enumerate(pairs, 1))
