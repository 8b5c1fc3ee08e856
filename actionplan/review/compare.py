"""Two plans compared: every difference in what they say, and none in how it is written."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from actionplan.checks.since.counterparts import Key, Keyed, counterparts, keyed
from actionplan.checks.since.parts import Named, moved_ids, named_parts
from actionplan.documents.kinds import Kind
from actionplan.findings.finding import Place
from actionplan.model.plan import Plan
from actionplan.model.records import Report, Verification
from actionplan.model.vocabulary import RulingKind
from actionplan.review.change import Change, ChangeKind, in_order
from actionplan.review.effects import final_results, unproven
from actionplan.review.files import files_changed
from actionplan.review.headings import headings_changed
from actionplan.review.naming import Naming, part_of
from actionplan.review.values import values_changed


def compare(base: Plan, head: Plan, altered: Collection[str] = ()) -> tuple[Change, ...]:
    """Everything that a proposal changes in what the plan says, the worst first.

    Args:
        base: The plan as published.
        head: The plan as proposed.
        altered: Files that are in both at the same path with other contents.
    """
    gone = base.dossiers.keys() - head.dossiers.keys() if Kind.COMMITMENT not in head.unsure else frozenset()
    folders = tuple(f"{base.dossiers[name].commitment.folder}/" for name in gone)
    changes = [*_documents(base, head, folders), *files_changed(base, head, altered, folders)]
    for was, now in counterparts(base, head):
        if now is not was:
            naming = Naming(base, head, was, now)
            found = list(_document(naming))
            if not found and was.model != now.model:  # nothing but the order of a list is left to differ
                found = [naming.change(ChangeKind.ORDER, Place(now.path))]
            changes += found
    changes = [*_folders_at_once(changes, base, head)]
    return in_order(final_results(changes, base, head, altered))


def _folders_at_once(changes: list[Change], base: Plan, head: Plan) -> Iterator[Change]:
    """Changes, with one sentence for a commitment's folder that has another name, not one for each of its files."""
    moved = {}
    for name, was in base.dossiers.items():
        old, now = was.commitment.folder, head.dossiers.get(name)
        if now and now.commitment.folder != old:
            new, place = now.commitment.folder, Place(now.commitment.path)
            moved[f"{old}/"] = f"{new}/"
            shown = (("after", new), ("before", old), ("commitment", name))
            yield Change(ChangeKind.FOLDER_MOVED, name, place, shown)
    for change in changes:
        before, after = (dict(change.values).get(key, "") for key in ("before", "after"))
        folder = "/".join([*before.split("/")[:2], ""])
        along = change.kind in _MOVES and folder in moved and after == moved[folder] + before.removeprefix(folder)
        if not along:
            yield change


_MOVES = frozenset({ChangeKind.MOVED, ChangeKind.EVIDENCE_MOVED})


def _documents(base: Plan, head: Plan, gone: tuple[str, ...]) -> Iterator[Change]:
    """Documents that went, and those that came; what could not be read is not taken for gone.

    Args:
        base: The plan as published.
        head: The plan as proposed.
        gone: Folders, each with its last slash, of commitments that went: one sentence speaks for all that was in them.
    """
    before, after = keyed(base), keyed(head)
    renamed = _renamed(before, after)
    for old, new in renamed.items():
        was, now = before[old][0], after[new][0]
        kind = ChangeKind.RECORD_RENAMED if isinstance(was.model, Report | Verification) else ChangeKind.MOVED
        yield Naming(base, head, was, was).change(kind, Place(now.path), before=was.path, after=now.path)
    for key in before.keys() - after.keys() - renamed.keys():
        if key[0] not in head.unsure:
            for was in before[key]:
                naming, place = Naming(base, head, was, was), Place(was.path)
                if key[0] is Kind.COMMITMENT:
                    title = naming.shown(getattr(was.model, "title", ""))
                    yield naming.change(ChangeKind.COMMITMENT_REMOVED, place, before=title)
                elif not was.path.startswith(gone):
                    yield naming.change(ChangeKind.DOCUMENT_REMOVED, place)
    for key in after.keys() - before.keys() - set(renamed.values()):
        if key[0] not in base.unsure:
            for now in after[key]:
                yield from _newcomer(Naming(base, head, now, now))


def _renamed(before: Keyed, after: Keyed) -> dict[Key, Key]:
    """Documents that are known by their file and are there, letter by letter, in another: the new by the old."""
    come = {
        (key[0], entries[0].sheet.content): key
        for key, entries in after.items()
        if key not in before and len(entries) == 1
    }
    found = {}
    for key, entries in before.items():
        if key not in after and len(entries) == 1:
            new = come.pop((key[0], entries[0].sheet.content), None)
            if new:
                found[key] = new
    return found


def _newcomer(naming: Naming) -> Iterator[Change]:
    """A new document; of a record, what it claims."""
    now = naming.now
    yield naming.change(ChangeKind.DOCUMENT_ADDED, Place(now.path))
    if isinstance(now.model, Report):
        for index, item in enumerate(now.model.activities):
            place = now.place("activities", index)
            said = f"{naming.word(item.state)}, {item.percent} %"
            yield naming.change(ChangeKind.REPORTED, place, where=item.activity, after=said)
            missing = unproven(item, now.path, naming.head)
            if missing is not None:
                yield naming.change(ChangeKind.UNPROVEN, place, where=item.activity, after=naming.shown(missing))
    if isinstance(now.model, Verification):
        for index, ruling in enumerate(now.model.rulings):
            kind = ChangeKind.CONTESTED if ruling.ruling is RulingKind.CONTESTED else ChangeKind.VERIFIED
            reason = naming.shown(ruling.reason)
            yield naming.change(kind, now.place("rulings", index), where=ruling.activity, after=reason)


def _document(naming: Naming) -> Iterator[Change]:
    was, now = naming.was, naming.now
    if was.path != now.path:
        yield naming.change(ChangeKind.MOVED, Place(now.path), before=was.path, after=now.path)
    if was.model != now.model:
        before, after = named_parts(was.model), named_parts(now.model)
        moved = moved_ids(before, after)
        for name, new in moved.items():
            place = now.place(*after[new].steps, "id")
            yield naming.change(ChangeKind.ID_CHANGED, place, part=part_of(before[name]), before=name, after=new)
        gone = _gone(naming, before, after, moved)
        come = {name: item for name, item in after.items() if name not in before and name not in moved.values()}
        yield from gone.values()
        for name, item in come.items():
            if not any(above in come for above in item.above):
                yield naming.change(
                    ChangeKind.PART_ADDED,
                    now.place(*item.steps),
                    part=part_of(item),
                    id=name,
                    after=naming.shown(item.words),
                )
        yield from values_changed(naming, {*moved, *moved.values(), *before.keys() - after.keys(), *come})
    yield from headings_changed(naming)


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
            part=part_of(item),
            id=name,
            before=naming.shown(item.words),
        )
        for name, item in lost.items()
        if not any(above in lost for above in item.above)
    }
