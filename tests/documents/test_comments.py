"""Where comments begin, and what only looks like one."""

from __future__ import annotations

import time

import pytest

from actionplan.documents import comment_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('a: "b"\n', ()),
        ("# uno\na: b\n", (1,)),
        ('a: "b" # uno\n\n  # dos\nc: d\n# tres', (1, 3, 5)),
        ("a: b#c\nd: e #f # g\n", (2,)),
        ("a: \"# no\n  # tampoco\"\nb: '# no'\n# sí\n", (4,)),
        ("a: |\n  # es texto\n  más\nb: >-\n  # también\nc: d # no\n", (6,)),
        ("lista:\n  - a # uno\n  # dos\n  - b\n", (2, 3)),
        ("---\na: b # uno\n---\n# Título\n", (2,)),
        ('---\na: "€ ñ 😀" # uno\nb: "c"\n# dos\n---\n', (2, 4)),
        ("a: [\n# uno\n", (2,)),
        ("\x01# no se puede leer", ()),
    ],
)
def test_comments_begin_where_yaml_says(text: str, lines: tuple[int, ...]) -> None:
    assert comment_lines(text) == lines


def test_time_grows_with_the_text_and_not_faster() -> None:
    def seconds(rows: int) -> float:
        text = "".join(f"k{row}: 'it''s' # {row}\n" for row in range(rows))
        before = time.process_time()
        assert len(comment_lines(text)) == rows
        return time.process_time() - before

    seconds(100)
    fastest = {rows: min(seconds(rows) for _ in range(3)) for rows in (1_000, 8_000)}
    assert fastest[8_000] < 25 * max(fastest[1_000], 0.001)
