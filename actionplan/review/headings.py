"""The prose of a document compared, heading by heading."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from actionplan.findings.finding import Place
from actionplan.model.common import DocumentPart
from actionplan.model.plan import Entry
from actionplan.model.records import Report, Verification
from actionplan.review.change import Change, ChangeKind
from actionplan.review.naming import Naming
from actionplan.review.wording import is_slip


def headings_changed(naming: Naming) -> Iterator[Change]:
    """Every heading whose text says something else, has gone or has come."""
    published = isinstance(naming.now.model, Report | Verification)
    before, after = _sections(naming.was), _sections(naming.now)
    for title in dict.fromkeys([*before, *after]):
        (was, old), (at, new) = before.get(title, (0, "")), after.get(title, (0, ""))
        place = Place(naming.now.path, at or was)
        if old == new:
            continue
        if published:
            kind = ChangeKind.RECORD_EDITED
        elif not new:
            kind = ChangeKind.HEADING_REMOVED
        elif not old:
            kind = ChangeKind.HEADING_ADDED
        else:
            kind = ChangeKind.TYPO if is_slip(old, new) else ChangeKind.HEADING_REWRITTEN
        share = 1 - SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()
        percent = str(max(1, round(share * 100)))
        yield naming.change(kind, place, title=title, share=percent, **naming.contrasted(old or None, new or None))


def _sections(entry: Entry[DocumentPart]) -> dict[str, tuple[int, str]]:
    """The texts of a body under their headings, with the line of each; blank lines say nothing."""
    body = entry.document.body
    lines = body.text.split("\n")
    starts = [(heading.line - body.first_line, heading.title) for heading in body.headings]
    bounds = [(-1, ""), *starts]
    found = {}
    for (start, title), (end, _) in zip(bounds, [*starts, (len(lines), "")], strict=True):
        text = "\n".join(line.strip() for line in lines[start + 1 : end] if line.strip())
        if title or text:
            found[title] = (max(start, 0) + body.first_line, text)
    return found
