"""The prose of a document compared, heading by heading."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from actionplan.diff.change import Change, ChangeKind, Difference
from actionplan.diff.matching import AnyEntry
from actionplan.diff.naming import Naming
from actionplan.diff.wording import is_slip
from actionplan.findings import Position
from actionplan.language.messages import msg
from actionplan.model import INTRODUCTION, SECTION_LEVEL
from actionplan.text.normalise import as_said

_HEADINGS = msg("Apartados")


def headings_changed(naming: Naming) -> Iterator[Change]:
    """Yield every heading whose text says something else, has gone, has come or has another name."""
    before, after = _sections(naming.was), _sections(naming.now)
    heading_title = naming.now.model.heading_title
    renamed = {} if naming.is_record else _renamed(before, after)
    for title, (at, _) in after.items():
        if title in renamed:
            yield naming.change(
                ChangeKind.HEADING_RENAMED,
                Position(naming.now.path, at),
                title=heading_title(title),
                before=renamed[title],
            )
    for title in dict.fromkeys([*before, *after]):
        (was, old), (at, new) = before.get(title, (0, "")), after.get(title, (0, ""))
        if old == new or title in renamed or title in renamed.values():
            continue
        if naming.is_record:
            kind = ChangeKind.RECORD_EDITED
        elif not new:
            kind = ChangeKind.HEADING_REMOVED
        elif not old:
            kind = ChangeKind.HEADING_ADDED
        else:
            kind = ChangeKind.TYPO if is_slip(old, new, naming.corrects) else ChangeKind.HEADING_REWRITTEN
        share = 1 - SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()
        percent = str(max(1, round(share * 100)))
        shown = naming.contrasted(old or None, new or None)
        difference, shown["title"] = Difference((), "", title, old, new), heading_title(title)
        yield naming.change(kind, Position(naming.now.path, at or was), difference, share=percent, **shown)
    old_order = tuple(title for title in before if title in after)
    new_order = tuple(title for title in after if title in before)
    if old_order != new_order:
        kind = ChangeKind.RECORD_EDITED if naming.is_record else ChangeKind.ORDER
        position = Position(naming.now.path, after[new_order[0]][0])
        shown = {"before": naming.shown(old_order), "after": naming.shown(new_order), "title": _HEADINGS}
        yield naming.change(kind, position, Difference((), "", "", old_order, new_order), **shown)


Sections = dict[str, tuple[int, str]]
"""The texts of a body, by the headings that they stand under, with the line of each."""


def _renamed(before: Sections, after: Sections) -> dict[str, str]:
    """Return headings that are new, each with the one that went and had the same text under it."""
    gone = {text: title for title, (_, text) in before.items() if title not in after and text}
    return {title: gone[text] for title, (_, text) in after.items() if title not in before and text in gone}


def _sections(entry: AnyEntry) -> Sections:
    """Return what is said under each heading; one further down is part of its section, and blanks say nothing."""
    body = entry.document.body
    lines = body.text.split("\n")
    headings = [heading for heading in body.headings if heading.level <= SECTION_LEVEL]
    starts = [(heading.line - body.first_line, as_said(heading.title)) for heading in headings]
    bounds = [(-1, INTRODUCTION), *starts]
    found: Sections = {}
    for (start, title), (end, _) in zip(bounds, [*starts, (len(lines), "")], strict=True):
        text = as_said("\n".join(lines[start + 1 : end]))
        if text or start >= 0:
            line, said = found.get(title, (max(start, 0) + body.first_line, ""))
            found[title] = (line, as_said(f"{said} {text}"))
    return found
