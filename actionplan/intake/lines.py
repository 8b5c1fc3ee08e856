"""Changes of a document that was written anew, taken over into the text that its author wrote."""

from __future__ import annotations

from difflib import SequenceMatcher

from actionplan.intake.answers import ByHandError


def changed_lines(before: str, after: str) -> tuple[int, ...]:
    """Return the lines of a text that another did not have, by their numbers from 1."""
    matcher = SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    opcodes = [(first, end) for tag, _, _, first, end in matcher.get_opcodes() if tag != "equal"]
    return tuple(number + 1 for first, end in opcodes for number in range(first, end))


def with_own_lines(text: str, before: str, after: str) -> str:
    """Return a text with what changed between two canonical forms of it, and all other lines as they are.

    Args:
        text: As its author wrote it.
        before: The same in canonical form.
        after: That form with what is to change.

    Raises:
        ByHandError: The lines to change are not in canonical form themselves.
    """
    if text == before:
        return after
    own, canon, new = (it.splitlines(keepends=True) for it in (text, before, after))
    same = SequenceMatcher(None, canon, own, autojunk=False).get_matching_blocks()
    found, done = [], 0
    for tag, i, j, n, m in SequenceMatcher(None, canon, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        # With the line before it, so that what is only added has a place too.
        first = max(i - 1, 0)
        block = next((it for it in same if it.a <= first and j <= it.a + it.size), None)
        if block is None:
            raise ByHandError("El archivo no está en su forma usual, y al cambiarlo desde aquí se moverían más líneas.")
        start = i - block.a + block.b
        found += [*own[done:start], *new[n:m]]
        done = start + j - i
    return "".join([*found, *own[done:]])
