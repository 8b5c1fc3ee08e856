"""Two plans compared: every difference in what they say, and none in how it is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from actionplan.diff.before_after import BeforeAfter
from actionplan.diff.change import Change, ChangeKind, in_order
from actionplan.diff.effects import final_results, unproven
from actionplan.diff.files import files_changed
from actionplan.diff.headings import headings_changed
from actionplan.diff.matching import AnyEntry, Pair, match
from actionplan.diff.naming import Naming, commitment_at
from actionplan.diff.parts import PartsCompared
from actionplan.diff.values import ValuesCompared
from actionplan.documents import commitment_folder
from actionplan.findings import Position
from actionplan.model import Commitment, Plan, Report, RulingKind, Verification

_MOVES = frozenset({ChangeKind.MOVED, ChangeKind.EVIDENCE_MOVED})


@dataclass(frozen=True, eq=False)
class Comparison(BeforeAfter):
    """Represent two plans and every difference between them, each found once for all who speak of it."""

    @cached_property
    def written(self) -> tuple[Change, ...]:
        """Return everything that a proposal writes otherwise, in no order."""
        base, head = self.base, self.head
        matching = match(base, head)
        gone = tuple(
            f"{entry.folder}/"
            for entry in matching.gone
            if isinstance(entry.model, Commitment) and entry.model.id not in head.commitment_files
        )
        changes = [
            *_unread(self),
            *_gone(self, matching.gone, gone),
            *(change for now in matching.come for change in _newcomer(Naming(base, head, now, now))),
            *files_changed(self, gone),
        ]
        for was, now in matching.pairs:
            if now is not was:
                changes += _document(Naming(base, head, was, now))
        return tuple(_folders_at_once(changes, base, head))

    @property
    def edits(self) -> Iterator[Edit]:
        """Yield the documents that change, each with its changes."""
        by_document: defaultdict[Pair, list[Change]] = defaultdict(list)
        for change in self.written:
            if change.pair:
                by_document[change.pair].append(change)
        return (Edit(self, *pair, tuple(changes)) for pair, changes in by_document.items())

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Return what a proposal writes and what that comes to, the worst first."""
        return in_order(final_results(self.written, self))


class Edit(NamedTuple):
    """Hold the changes of one document, which is the same one before and after unless it went or came."""

    plans: BeforeAfter
    was: AnyEntry
    now: AnyEntry
    changes: tuple[Change, ...]

    def of(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of some kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)

    def within(self, *fields: str) -> tuple[Change, ...]:
        """Return the changes within some fields of the document."""
        return tuple(change for change in self.changes if not set(change.difference.steps[:1]).isdisjoint(fields))


def _unread(comparison: BeforeAfter) -> Iterator[Change]:
    """Yield the documents that cannot be read in one of the two plans, unless they are what they were."""
    base, head, altered = comparison.base, comparison.head, comparison.altered
    before, after = ({document.path for document in plan.unreadable} for plan in (base, head))
    for path in sorted(before | after):
        kind = ChangeKind.UNREAD if path in after else ChangeKind.UNREAD_BEFORE
        if path in altered or path not in before & after:
            yield Change(kind, commitment_at(path, head, base), Position(path), (("document", path),))


def _folders_at_once(changes: list[Change], base: Plan, head: Plan) -> Iterator[Change]:
    """Yield changes, and of a commitment's folder with another name one change, not one for each of its files."""
    moved = {}
    for name, was in base.commitment_files.items():
        old, now = was.commitment.folder, head.commitment_files.get(name)
        if now and now.commitment.folder != old:
            new = moved[old] = now.commitment.folder
            shown = (("after", new), ("before", old), ("commitment", name))
            yield Change(ChangeKind.FOLDER_MOVED, name, Position(now.commitment.path), shown)
    for change in changes:
        paths = dict(change.values) if change.kind in _MOVES else {}
        before, after = paths.get("before", ""), paths.get("after", "")
        folder = commitment_folder(before)
        if folder not in moved or after != moved[folder] + before.removeprefix(folder):
            yield change


def _gone(comparison: BeforeAfter, entries: Iterable[AnyEntry], folders: tuple[str, ...]) -> Iterator[Change]:
    """Yield the documents that went.

    Args:
        comparison: The two plans.
        entries: Those documents.
        folders: Of commitments that went, each with its last slash: one sentence speaks for all that was in them.
    """
    for was in entries:
        naming, position = Naming(comparison.base, comparison.head, was, was), Position(was.path)
        if isinstance(was.model, Commitment):
            yield naming.change(ChangeKind.COMMITMENT_REMOVED, position, before=naming.shown(was.model.title))
        elif not was.path.startswith(folders):
            kind = ChangeKind.RECORD_REMOVED if naming.is_record else ChangeKind.DOCUMENT_REMOVED
            yield naming.change(kind, position)


def _newcomer(naming: Naming) -> Iterator[Change]:
    """Yield a new document; of a record, what it claims."""
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
    if naming.is_record and was.stem != now.stem:
        before = Naming(naming.base, naming.head, was, was)
        renamed = before.change(ChangeKind.RECORD_RENAMED, Position(now.path), before=was.path, after=now.path)
        yield renamed._replace(pair=Pair(was, now))
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
            yield naming.change(ChangeKind.DOCUMENT_ID_CHANGED, now.position("id"), before=before_id)
        yield from ValuesCompared(naming, parts).changes()
    yield from headings_changed(naming)
