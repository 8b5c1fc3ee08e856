"""The comment on a proposal: always within what a forge takes, the worst first, and what is left out is counted."""

from __future__ import annotations

import re
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st
from plans import ROADMAP_PATH, VALID, loaded

from actionplan.diff.change import Change, ChangeKind
from actionplan.diff.compare import Comparison
from actionplan.diff.report import LONGEST, as_markdown
from actionplan.findings import Position


def change(kind: ChangeKind, commitment: str, text: str) -> Change:
    names = re.findall(r"\{(\w+)\}", kind.sentence)
    return Change(kind, commitment, Position("plan/x"), tuple((name, text) for name in names))


def told(comment: str) -> int:
    """How many changes a comment tells, and counts."""
    left = re.search(r"Hay (\d+) cambios más", comment)
    return comment.count("\n- ") + (int(left[1]) if left else 0)


@given(
    st.lists(
        st.builds(
            change,
            st.sampled_from(ChangeKind),
            st.sampled_from(["", *(f"c{number:02}" for number in range(40))]),
            st.sampled_from(["x", "@" * 300, "á" * 2000, "<" * 121]),
        ),
        max_size=400,
    )
)
def test_it_is_never_too_long_and_nothing_is_left_unsaid(changes: list[Change]) -> None:
    comment = as_markdown(changes)
    assert len(comment) <= LONGEST
    assert told(comment) == len(changes)


def test_what_is_left_out_is_never_worse_than_what_is_told() -> None:
    mild = [change(ChangeKind.VALUE, f"c{number:02}", "x" * 120) for number in range(1, 60) for _ in range(20)]
    grave = change(ChangeKind.COMMITMENT_REMOVED, "c99", "Agua")
    comment = as_markdown([*mild, grave])
    assert comment.index("### Compromiso c99") < comment.index("### Compromiso c01")
    assert told(comment) == 1181
    assert "<details>" not in comment


def many(*swaps: tuple[str, str]) -> dict[str, str | bytes]:
    """A plan of sixty commitments that are alike, with the same swaps in each."""
    files: dict[str, str | bytes] = {path: text for path, text in VALID.items() if "01-agua" not in path}
    for path, text in VALID.items():
        swapped = reduce(lambda found, swap: found.replace(*swap), swaps, text)
        for number in range(1, 61) if "01-agua" in path else ():
            files[path.replace("01-agua", f"{number:02}-agua")] = swapped.replace("c01", f"c{number:02}")
    return files


def test_each_line_ends_with_its_place_within_what_it_is_about() -> None:
    about = Change(ChangeKind.VERIFIED, "c01", Position(ROADMAP_PATH, 7), (("document", "x"), ("where", "a1.1")))
    whole = about._replace(commitment="", position=Position("plan/plan.yml", 3))
    assert [line for line in as_markdown([about, whole]).split("\n") if line.startswith("- ")] == [
        "- X verifica «a1.1». \\(hoja-de-ruta.md:7\\)",
        "- X verifica «a1.1». \\(plan/plan.yml:3\\)",
    ]


def test_a_plan_in_which_everything_changes_fits() -> None:
    head = many(
        ('conclusion: "2020-03-31"', 'conclusion: "2020-06-15"'),
        ("valor: 5", "valor: 3"),
        ("porcentaje: 40", "porcentaje: 80"),
        ("Agua medida", "Agua contada"),
        ("Dirección de Aguas", "@todas"),
        ("Con medidores.", ""),
        ("Medir el agua.", "Otra cosa <script>."),
        ("Faltan medidores.", "Sobran."),
    )
    changes = Comparison(loaded(many()).plan, loaded(head).plan).changes
    comment = as_markdown(changes)
    assert len(changes) == 600
    assert LONGEST - 5000 < len(comment) <= LONGEST
    assert told(comment) == len(changes)
    assert "Lo publicado en" in comment
    assert "«Título»" not in comment
