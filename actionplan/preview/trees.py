"""A problem tree before and after a proposal, as lines of which some go and some come."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model import Cause, Effect, Entry, Plan, Tree

_PROBLEM, _CAUSES, _EFFECTS = msg("Problema central"), msg("Causas"), msg("Efectos")
_STEP = "  "
KEPT, GONE, COME = "  ", "- ", "+ "
"""What begins a line that stays, one that goes and one that comes."""


class Grown(NamedTuple):
    """Represent a topic whose tree says something else.

    Attributes:
        title: Its title, as proposed if it is still there.
        id: Its id.
        lines: The tree of before and the tree of after in one: each line begins as above.
    """

    title: str
    id: str
    lines: tuple[str, ...]


def trees_moved(base: Plan, head: Plan, locale: Locale) -> tuple[Grown, ...]:
    """Return the topics whose tree a proposal changes, brings or takes away, in the order of their ids."""
    found = []
    for name in sorted({*base.trees, *head.trees}):
        before, after = base.trees.get(name), head.trees.get(name)
        was, now = (tuple(_lines(entry, locale)) if entry else () for entry in (before, after))
        shown = after or before
        if was != now and shown:
            found.append(Grown(shown.model.title, name, tuple(_joined(was, now))))
    return tuple(found)


def _lines(entry: Entry[Tree], locale: Locale) -> Iterator[str]:
    """Yield a tree as an indented list."""
    translate, model = locale.translate, entry.model
    yield f"{translate(_PROBLEM)}: {model.problem.text if model.problem else '—'}"
    yield translate(_EFFECTS)
    for effect in model.effects:
        yield from _below(effect, _STEP)
    yield translate(_CAUSES)
    for cause in model.causes:
        yield from _below(cause, _STEP)


def _below(node: Cause | Effect, indent: str) -> Iterator[str]:
    yield f"{indent}{node.id}: {node.text}"
    for child in node.causes if isinstance(node, Cause) else node.effects:
        yield from _below(child, indent + _STEP)


def _joined(was: tuple[str, ...], now: tuple[str, ...]) -> Iterator[str]:
    for _, start, end, new_start, new_end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if was[start:end] == now[new_start:new_end]:
            yield from (KEPT + line for line in was[start:end])
        else:
            yield from (GONE + line for line in was[start:end])
            yield from (COME + line for line in now[new_start:new_end])
