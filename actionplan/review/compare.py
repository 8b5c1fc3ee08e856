"""Two plans compared: every difference in what they say, and none in how it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from actionplan.checks.since.counterparts import counterparts, keyed
from actionplan.checks.since.parts import Named, moved_ids, named_parts
from actionplan.documents.kinds import is_evidence
from actionplan.findings.finding import Place
from actionplan.model.common import DocumentPart
from actionplan.model.plan import Entry, Plan
from actionplan.model.records import Report, Verification
from actionplan.model.vocabulary import ActivityState, RulingKind
from actionplan.review.change import Change, ChangeKind, in_order
from actionplan.review.effects import effects
from actionplan.review.values import Naming, values_changed

_ALIKE = 0.9
"""From this ratio on two texts are one text with a slip mended."""


def compare(base: Plan, head: Plan, altered: Collection[str] = ()) -> tuple[Change, ...]:
    """Everything that a proposal changes in what the plan says, the worst first.

    Args:
        base: The plan as published.
        head: The plan as proposed.
        altered: Files that are in both at the same path with other contents.
    """
    changes = [*_documents(base, head), *_files(base, head, altered), *effects(base, head, altered)]
    for was, now in counterparts(base, head):
        if now is not was:
            naming = Naming(base, head, was, now)
            found = list(_document(naming))
            if not found and was.model != now.model:  # nothing but the order of a list is left to differ
                found = [naming.change(ChangeKind.ORDER, Place(now.path))]
            changes += found
    return in_order(changes)


def _documents(base: Plan, head: Plan) -> Iterator[Change]:
    """Documents that went, and those that came; what could not be read is not taken for gone."""
    before, after = keyed(base), keyed(head)
    for key in before.keys() - after.keys():
        if key[0] not in head.unsure:
            for was in before[key]:
                naming = Naming(base, head, was, was)
                yield naming.change(ChangeKind.DOCUMENT_REMOVED, Place(was.path))
    for key in after.keys() - before.keys():
        if key[0] not in base.unsure:
            for now in after[key]:
                yield from _newcomer(Naming(base, head, now, now))


def _newcomer(naming: Naming) -> Iterator[Change]:
    """A new document; of a record, what it claims."""
    now = naming.now
    yield naming.change(ChangeKind.DOCUMENT_ADDED, Place(now.path))
    if isinstance(now.model, Report):
        for index, item in enumerate(now.model.activities):
            place = now.place("activities", index)
            said = f"{naming.word(item.state)}, {item.percent} %"
            yield naming.change(ChangeKind.REPORTED, place, where=item.activity, after=said)
            if item.state is ActivityState.COMPLETED and not item.evidence:
                yield naming.change(ChangeKind.UNPROVEN, place, where=item.activity)
    if isinstance(now.model, Verification):
        for index, ruling in enumerate(now.model.rulings):
            kind = ChangeKind.CONTESTED if ruling.ruling is RulingKind.CONTESTED else ChangeKind.VERIFIED
            yield naming.change(kind, now.place("rulings", index), where=ruling.activity, after=ruling.reason or "—")


def _document(naming: Naming) -> Iterator[Change]:
    was, now = naming.was, naming.now
    if was.path != now.path:
        yield naming.change(ChangeKind.MOVED, Place(now.path), before=was.path, after=now.path)
    if was.model != now.model:
        before, after = named_parts(was.model), named_parts(now.model)
        moved = moved_ids(before, after)
        for name, new in moved.items():
            place = now.place(*after[new].steps, "id")
            yield naming.change(ChangeKind.ID_CHANGED, place, part=before[name].kind, before=name, after=new)
        gone = _gone(naming, before, after, moved)
        come = {name: item for name, item in after.items() if name not in before and name not in moved.values()}
        yield from gone.values()
        for name, item in come.items():
            if not any(above in come for above in item.above):
                yield naming.change(
                    ChangeKind.PART_ADDED,
                    now.place(*item.steps),
                    part=item.kind,
                    id=name,
                    after=naming.shown(item.words),
                )
        yield from values_changed(naming, {*moved, *moved.values(), *before.keys() - after.keys(), *come})
    yield from _headings(naming)


def _gone(
    naming: Naming, before: dict[str, Named], after: dict[str, Named], moved: dict[str, str]
) -> dict[str, Change]:
    """Parts that went, each with all that it held."""
    if naming.now.loses:
        return {}
    lost = {name: item for name, item in before.items() if name not in after and name not in moved}
    return {
        name: naming.change(
            ChangeKind.PART_REMOVED,
            naming.now.place(*item.steps[:1]),
            part=item.kind,
            id=name,
            before=naming.shown(item.words),
        )
        for name, item in lost.items()
        if not any(above in lost for above in item.above)
    }


def _headings(naming: Naming) -> Iterator[Change]:
    before, after = _sections(naming.was), _sections(naming.now)
    for title, (line, text) in before.items():
        if title not in after:
            yield naming.change(ChangeKind.HEADING_REMOVED, Place(naming.was.path, line), title=title)
            continue
        at, new = after[title]
        if text == new:
            continue
        ratio = SequenceMatcher(None, text.split(), new.split(), autojunk=False).ratio()
        letters = SequenceMatcher(None, text, new, autojunk=False).ratio() if len(text) + len(new) < _LONG else ratio
        place = Place(naming.now.path, at)
        if letters >= _ALIKE and _few_words(text, new):
            yield naming.change(ChangeKind.TYPO, place, title=title, before=naming.shown(text), after=naming.shown(new))
        else:
            share = max(1, round((1 - ratio) * 100))
            yield naming.change(ChangeKind.HEADING_REWRITTEN, place, title=title, days=str(share))
    for title, (line, _) in after.items():
        if title not in before:
            yield naming.change(ChangeKind.HEADING_ADDED, Place(naming.now.path, line), title=title)


_LONG = 4000


def _few_words(one: str, other: str) -> bool:
    """Whether two texts differ in three words at most."""
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return sum(max(j - i, n - m) for tag, i, j, m, n in matcher.get_opcodes() if tag != "equal") <= 3  # noqa: PLR2004


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


def _files(base: Plan, head: Plan, altered: Collection[str]) -> Iterator[Change]:
    before, after = ({file.path: file.size for file in plan.files if is_evidence(file.path)} for plan in (base, head))
    for path in sorted(before.keys() | after.keys()):
        if path not in after:
            kind = ChangeKind.EVIDENCE_REMOVED
        elif path not in before:
            kind = ChangeKind.EVIDENCE_ADDED
        elif path in altered or before[path] != after[path]:
            kind = ChangeKind.EVIDENCE_REPLACED
        else:
            continue
        folder = "/".join(path.split("/")[:2])
        plan = head if path in after else base
        commitment = next((name for name, it in plan.dossiers.items() if it.commitment.folder == folder), "")
        yield Change(kind, commitment, Place(path), (("after", path),))
