"""Two plans compared: every difference in what they say, and none in how it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from actionplan.checks.since.counterparts import Keyed, Pair, counterparts, keyed
from actionplan.checks.since.documents import KINDS
from actionplan.diff.agreed import KEPT, asked_for
from actionplan.diff.change import Change, ChangeKind, in_order
from actionplan.diff.effects import final_results, unproven
from actionplan.diff.files import files_changed
from actionplan.diff.headings import headings_changed
from actionplan.diff.naming import Naming, commitment_at
from actionplan.diff.parts import PartsCompared
from actionplan.diff.values import values_changed
from actionplan.documents.kinds import Kind, commitment_folder
from actionplan.findings.finding import Position
from actionplan.model.commitment import Commitment
from actionplan.model.common import DocumentPart
from actionplan.model.plan import Entry, Plan
from actionplan.model.process import Page
from actionplan.model.records import Report, Verification
from actionplan.model.references import DocumentKey
from actionplan.model.translation import Translation
from actionplan.model.vocabulary import RulingKind


def compare(base: Plan, head: Plan, altered: Collection[str] = ()) -> tuple[Change, ...]:
    """Everything that a proposal changes in what the plan says, the worst first.

    Args:
        base: The plan as published.
        head: The plan as proposed.
        altered: Files that are in both at the same path with other contents.
    """
    alone = _alone(base, head)
    kept = {was.model.id for was, _ in alone.same if isinstance(was.model, Commitment)}
    gone = (
        base.commitment_files.keys() - head.commitment_files.keys() - kept
        if Kind.COMMITMENT not in head.unsure
        else frozenset()
    )
    folders = tuple(f"{base.commitment_files[name].commitment.folder}/" for name in gone)
    changes = [
        *_unread(base, head, altered),
        *_documents(base, head, folders, alone),
        *files_changed(base, head, altered, folders),
    ]
    for was, now in (*counterparts(base, head), *alone.same):
        if now is not was:
            changes += _document(Naming(base, head, was, now))
    changes = [*_folders_at_once(changes, base, head)]
    return in_order(final_results(changes, base, head, altered))


def _unread(base: Plan, head: Plan, altered: Collection[str]) -> Iterator[Change]:
    """Documents that cannot be read in one of the two, and so cannot be compared, unless they are what they were."""
    before, after = ({document.path for document in plan.unreadable} for plan in (base, head))
    for path in sorted(before | after):
        kind = ChangeKind.UNREAD if path in after else ChangeKind.UNREAD_BEFORE
        if path in altered or path not in before & after:
            yield Change(kind, commitment_at(path, head, base), Position(path), (("document", path),))


def _folders_at_once(changes: list[Change], base: Plan, head: Plan) -> Iterator[Change]:
    """Changes, with one sentence for a commitment's folder that has another name, not one for each of its files."""
    moved = {}
    for name, was in base.commitment_files.items():
        old, now = was.commitment.folder, head.commitment_files.get(name)
        if now and now.commitment.folder != old:
            new, position = now.commitment.folder, Position(now.commitment.path)
            moved[f"{old}/"] = f"{new}/"
            shown = (("after", new), ("before", old), ("commitment", name))
            yield Change(ChangeKind.FOLDER_MOVED, name, position, shown)
    for change in changes:
        before, after = (dict(change.values).get(key, "") for key in ("before", "after"))
        folder = f"{commitment_folder(before)}/"
        along = change.kind in _MOVES and folder in moved and after == moved[folder] + before.removeprefix(folder)
        if not along:
            yield change


_MOVES = frozenset({ChangeKind.MOVED, ChangeKind.EVIDENCE_MOVED})


class Alone(NamedTuple):
    """Documents with a key that only one of two plans has.

    Attributes:
        gone: Those that went.
        come: Those that came.
        same: Those of both that are the same under another key.
    """

    gone: Keyed
    come: Keyed
    same: tuple[Pair, ...]


def _documents(base: Plan, head: Plan, folders: tuple[str, ...], alone: Alone) -> Iterator[Change]:
    """Documents that went, and those that came; what could not be read is not taken for gone.

    Args:
        base: The plan as published.
        head: The plan as proposed.
        folders: Of commitments that went, each with its last slash: one sentence speaks for all that was in them.
        alone: Those documents.
    """
    for (kind, _), entries in alone.gone.items():
        for was in entries if kind not in head.unsure else ():
            naming, position = Naming(base, head, was, was), Position(was.path)
            if kind is Kind.COMMITMENT:
                title = naming.shown(getattr(was.model, "title", ""))
                yield naming.change(ChangeKind.COMMITMENT_REMOVED, position, before=title)
            elif isinstance(was.model, Report | Verification) and not was.path.startswith(folders):
                yield naming.change(ChangeKind.RECORD_REMOVED, position)
            elif not was.path.startswith(folders):
                yield naming.change(ChangeKind.DOCUMENT_REMOVED, position, *([KEPT] if kind in KINDS else []))
    for (kind, _), entries in alone.come.items():
        for now in entries if kind not in base.unsure else ():
            yield from _newcomer(Naming(base, head, now, now))


def _alone(base: Plan, head: Plan) -> Alone:
    """Tell the documents that went or came from those that are the same although what they are known by is not.

    These hold the same, letter by letter, or are the same file with another id, or a page of the same title, or the
    translation of the same document, in another file.
    """
    before, after = keyed(base), keyed(head)
    gone = {key: entries for key, entries in before.items() if key not in after}
    come = {key: entries for key, entries in after.items() if key not in before}
    same: list[Pair] = []
    for trait in (_content, _path, _name):
        old, new = _by(trait, gone), _by(trait, come)
        same += [(gone.pop(old[value])[0], come.pop(new[value])[0]) for value in old.keys() & new.keys()]
    return Alone(gone, come, tuple(same))


def _by(trait: Callable[[Entry[DocumentPart]], object], entries: Keyed) -> dict[object, DocumentKey]:
    """The keys of documents by a trait that no two of a kind share."""
    traits = {
        key: (key[0], value)
        for key, [entry, *others] in entries.items()
        if not others and (value := trait(entry)) is not None
    }
    count = Counter(traits.values())
    return {value: key for key, value in traits.items() if count[value] == 1}


def _content(entry: Entry[DocumentPart]) -> object:
    return entry.source_file.content


def _path(entry: Entry[DocumentPart]) -> object:
    return entry.path


def _name(entry: Entry[DocumentPart]) -> object:
    if isinstance(entry.model, Translation):
        return entry.model.translates, entry.path.rpartition("/")[2]
    return entry.model.title if isinstance(entry.model, Page) else None


def _newcomer(naming: Naming) -> Iterator[Change]:
    """A new document; of a record, what it claims."""
    now = naming.now
    yield naming.change(ChangeKind.DOCUMENT_ADDED, Position(now.path))
    if isinstance(now.model, Report):
        for index, item in enumerate(now.model.activities):
            position = now.position("activities", index)
            said = f"{naming.word(item.state)}, {item.percent} %"
            yield naming.change(ChangeKind.REPORTED, position, where=item.activity, after=said)
            missing = unproven(item, now.path, naming.head)
            if missing is not None:
                yield naming.change(ChangeKind.UNPROVEN, position, where=item.activity, after=naming.shown(missing))
    if isinstance(now.model, Verification):
        for index, ruling in enumerate(now.model.rulings):
            kind = ChangeKind.CONTESTED if ruling.ruling is RulingKind.CONTESTED else ChangeKind.VERIFIED
            reason = naming.shown(ruling.reason)
            yield naming.change(kind, now.position("rulings", index), where=ruling.activity, after=reason)


def _document(naming: Naming) -> Iterator[Change]:
    was, now = naming.was, naming.now
    if isinstance(was.model, Report | Verification) and was.stem != now.stem:
        before = Naming(naming.base, naming.head, was, was)
        yield before.change(ChangeKind.RECORD_RENAMED, Position(now.path), before=was.path, after=now.path)
    elif was.path != now.path:
        yield naming.change(ChangeKind.MOVED, Position(now.path), before=was.path, after=now.path)
    if not now.is_whole:
        position = Position(now.path, min((gap.line for gap in now.damaged), default=1))
        yield naming.change(ChangeKind.UNREAD_PART, position)
    if was.model != now.model:
        parts = PartsCompared(naming)
        yield from parts.changes()
        before_id, after_id = (str(getattr(entry.model, "id", "")) for entry in (was, now))
        if before_id != after_id:
            needs = asked_for(was.model, now.model, ChangeKind.DOCUMENT_ID_CHANGED)
            yield naming.change(ChangeKind.DOCUMENT_ID_CHANGED, now.position("id"), *needs, before=before_id)
        yield from values_changed(naming, {*parts.apart, "id"})
    yield from headings_changed(naming)
