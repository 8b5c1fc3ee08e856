"""The values of a document compared, field by field, each with the sentence that fits it best."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from actionplan.checks.since.parts import lost_from
from actionplan.checks.since.roadmaps import SIGNED_FIELDS
from actionplan.documents.values import Step
from actionplan.findings.finding import Place
from actionplan.language.messages import msg
from actionplan.model.commitment import Handover
from actionplan.model.fields import Part
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Rescheduling, Roadmap
from actionplan.model.spots import Spot
from actionplan.review.agreed import ambition, asked_for, is_signed
from actionplan.review.change import Change, ChangeKind
from actionplan.review.leaves import Item, Leaf, Leaves, aligned, items_apart, leaves
from actionplan.review.naming import Naming
from actionplan.review.wording import is_slip

_RESPONSIBLE = frozenset({"responsible", "leads", "partners", "institution", "post", "supporters", "handovers"})
_STANDING = frozenset({"document_status", "situation", "closure"})
_EDITORIAL = {"provenance": msg("Procedencia"), "unavailable": msg("No disponible"), "waivers": msg("Excepciones")}
_LATER, _EARLIER = msg("se atrasa"), msg("se adelanta")
_DATED = frozenset({ChangeKind.LATER_END, ChangeKind.EARLIER_END, ChangeKind.START_MOVED})
_TARGETS = frozenset(
    {ChangeKind.TARGET, ChangeKind.TARGET_LOWERED, ChangeKind.TARGET_RAISED, ChangeKind.TARGET_REMOVED}
)
_BARE = _DATED | _TARGETS | {ChangeKind.WEIGHT, ChangeKind.ACCOUNTS}


def values_changed(naming: Naming, skipped: Collection[str]) -> Iterator[Change]:
    """Every field that says something else, but for parts that went, came, or changed their id.

    Args:
        naming: The document as it was and as it is.
        skipped: The ids of those parts.
    """
    yield from _editorial(naming)
    told = {"reschedulings": tuple(_reschedulings(naming)), "handovers": tuple(_handovers(naming))}
    for found_there in told.values():
        yield from found_there
    leave = {*skipped, *(naming.now.keys.author(field) for field, found_there in told.items() if found_there)}
    old, new = (_within(found, leave) for found in _states(naming))
    (gone, lost), (come, added) = items_apart(old, new), items_apart(new, old)
    for address in gone.keys() - _relieved(naming):
        yield _item_changed(naming, address, gone[address], gone=True)
    for address, item in come.items():
        yield _item_changed(naming, address, item, gone=False)
    for address in dict.fromkeys([*old, *new]):
        was, now = old.get(address), new.get(address)
        at = now or was
        if at and address not in lost | added and _said(was) != _said(now):
            yield _changed(naming, at.spot, _said(was), _said(now), is_there=now is not None)


def _states(naming: Naming) -> tuple[Leaves, Leaves]:
    old = leaves(naming.was)
    return old, aligned(old, leaves(naming.now))


def _within(found: Leaves, leave: Collection[str]) -> Leaves:
    return {address: leaf for address, leaf in found.items() if address.split("/")[0] not in leave}


def _said(leaf: Leaf | None) -> object:
    return None if leaf is None or leaf.value == () else leaf.value


def _item_changed(naming: Naming, address: str, item: Item, *, gone: bool) -> Change:
    """An item of a list that went or came, in one sentence."""
    field = next(step for step in reversed(item.steps) if isinstance(step, str))
    titles = {spot.address: spot.title for spot in naming.was.spots} | {it.address: it.title for it in naming.now.spots}
    text = naming.shown(item.values)
    before, after = (text, None) if gone else (None, text)
    owner = item.list_address.rpartition("/")[0]
    title = titles.get(item.list_address, field)
    if field == "evidence" and gone:
        place = _place(naming, item.steps[:-2], is_there=True)
        return naming.change(ChangeKind.PROOF_REMOVED, place, where=owner.rpartition("/")[2], after=text)
    kind = _kind(naming, field, owner, before, after)
    if kind is ChangeKind.TARGET and gone:
        kind = ChangeKind.TARGET_REMOVED
    where = _where(naming, kind, owner if kind in _TARGETS else address if kind in _BARE else owner)
    nothing = naming.shown(None)
    shown = {"before": before or nothing, "after": after or nothing, "title": title, "where": where}
    needs = asked_for(naming.was.model, naming.now.model, owner, kind)
    return naming.change(kind, _place(naming, item.steps, is_there=not gone), *needs, **shown)


def _place(naming: Naming, steps: tuple[Step, ...], *, is_there: bool) -> Place:
    """Where a value stands; of one that is gone, the line on which it stood."""
    if is_there:
        return naming.now.place(*steps)
    return Place(naming.now.path, naming.was.place(*steps).line)


def _where(naming: Naming, kind: ChangeKind, owner: str) -> str:
    if kind in _BARE:
        return owner or naming.document
    return f" de {owner}" if owner else ""


def _changed(naming: Naming, spot: Spot, before: object, after: object, *, is_there: bool) -> Change:
    field = str(next(step for step in reversed(spot.steps) if isinstance(step, str)))
    owner = spot.address.rpartition("/")[0]
    kind = _kind(naming, field, owner, before, after)
    if kind is ChangeKind.TARGET:
        kind = ambition(naming.now.model, owner, field, before, after)
    shown = {**naming.contrasted(before, after), "title": spot.title, "where": _where(naming, kind, owner)}
    if kind in _DATED and isinstance(before, date) and isinstance(after, date):
        shown |= {"days": str(abs((after - before).days)), "moves": _LATER if after > before else _EARLIER}
    needs = asked_for(naming.was.model, naming.now.model, owner, kind)
    return naming.change(kind, _place(naming, spot.steps, is_there=is_there), *needs, **shown)


def _kind(naming: Naming, field: str, owner: str, before: object, after: object) -> ChangeKind:
    own = _kind_of_field(naming, field, owner, before, after)
    if own:
        return own
    if before is None:
        return ChangeKind.VALUE_ADDED
    if after is None:
        return ChangeKind.VALUE_REMOVED
    if isinstance(before, tuple) and isinstance(after, tuple) and sorted(map(str, before)) == sorted(map(str, after)):
        return ChangeKind.ORDER
    if isinstance(before, str) and isinstance(after, str) and " " in before and is_slip(before, after):
        return ChangeKind.TYPO
    return ChangeKind.VALUE


def _kind_of_field(naming: Naming, field: str, owner: str, before: object, after: object) -> ChangeKind | None:
    """The kind of change that a field brings with it, whatever its values are."""
    key = naming.now.keys.author
    if owner.partition("/")[0] == key("handovers"):
        field = "handovers"  # each of its fields says who could sign, and when
    if isinstance(naming.now.model, Report | Verification):
        return ChangeKind.RECORD_EDITED
    if owner.startswith(key("settings")) or (field == "cutoff" and not owner):
        return ChangeKind.SETTINGS
    if field in ("start", "end") and isinstance(before, date) and isinstance(after, date):
        later = ChangeKind.LATER_END if after > before else ChangeKind.EARLIER_END
        return later if field == "end" else ChangeKind.START_MOVED
    if field == "targets" or f"/{key('targets')}/" in f"/{owner}/":
        return ChangeKind.TARGET
    its: dict[str, ChangeKind | None] = {"accounts": ChangeKind.ACCOUNTS, "weight": ChangeKind.WEIGHT}
    its |= dict.fromkeys(_RESPONSIBLE, ChangeKind.RESPONSIBLE) | dict.fromkeys(_STANDING, ChangeKind.STANDING)
    if field not in its and isinstance(naming.now.model, Roadmap):
        agreed = field in SIGNED_FIELDS or bool({key("baseline"), key("depends_on")} & set(owner.split("/")))
        its[field] = ChangeKind.TERMS if agreed else None
        if field == "title" and is_signed(naming.was.model):
            its[field] = ChangeKind.RETITLED
    return its.get(field)


def _editorial(naming: Naming) -> Iterator[Change]:
    """Where facts come from, what is not known, what is waived: one change for each list that differs."""
    for field, title in _EDITORIAL.items():
        before, after = (set(getattr(entry.model, field)) for entry in (naming.was, naming.now))
        names = sorted({getattr(item, item.identity) for item in before ^ after})
        if names:
            shown = naming.shown(tuple(names))
            yield naming.change(ChangeKind.SOURCING, naming.now.place(field), title=title, after=shown)


def _added(naming: Naming, field: str) -> Iterator[tuple[int, Part]]:
    """The entries that were added to a list that is a history, with their places; none if those before differ."""
    before, after = (getattr(entry.model, field, ()) for entry in (naming.was, naming.now))
    if after[: len(before)] == before:
        yield from enumerate(after[len(before) :], len(before))


def _reschedulings(naming: Naming) -> Iterator[Change]:
    """Dates moved in the open: entries that were added, and those published that are not there as they were."""
    if not isinstance(naming.was.model, Roadmap) or not isinstance(naming.now.model, Roadmap):
        return
    before, after = naming.was.model.reschedulings, naming.now.model.reschedulings
    fresh = {index: item for index, item in enumerate(after) if item not in before}
    for item in lost_from(before, after):
        index = before.index(item)
        twin = fresh.pop(index, None) if index < len(after) and after[index].activity == item.activity else None
        place = _place(naming, ("reschedulings", index), is_there=twin is not None)
        yield naming.change(
            ChangeKind.RESCHEDULING_EDITED, place, where=item.activity, **_rewritten(naming, item, twin)
        )
    for index, item in fresh.items():
        yield naming.change(
            ChangeKind.RESCHEDULED, naming.now.place("reschedulings", index), where=item.activity, **_move(naming, item)
        )


def _rewritten(naming: Naming, was: Rescheduling, now: Rescheduling | None) -> dict[str, str]:
    """What a published entry says otherwise; all of it if it is gone or has another place in the list."""
    fields = [name for name in type(was).model_fields if now is None or getattr(was, name) != getattr(now, name)]
    before, after = (tuple(getattr(it, name) for name in fields) if it else () for it in (was, now))
    return {"before": naming.shown(before), "after": naming.shown(after)}


def _move(naming: Naming, item: Rescheduling) -> dict[str, str]:
    return {"before": item.before.isoformat(), "after": item.after.isoformat(), "why": naming.shown(item.reason)}


def _handovers(naming: Naming) -> Iterator[Change]:
    """Who took over from whom, left or joined."""
    for index, item in _added(naming, "handovers"):
        if isinstance(item, Handover):
            shown = {
                "before": naming.shown(item.leaves),
                "after": naming.shown(item.enters),
                "why": naming.shown(item.reason),
            }
            shown |= {"where": naming.word(item.role), "date": item.date.isoformat()}
            yield naming.change(ChangeKind.HANDOVER, naming.now.place("handovers", index), **shown)


def _relieved(naming: Naming) -> frozenset[str]:
    """The addresses of institutions that left: the sentence of their handover says it."""
    leads = naming.was.keys.author("leads")
    added = (item for _, item in _added(naming, "handovers"))
    return frozenset(f"{leads}/{item.leaves}" for item in added if isinstance(item, Handover) and item.leaves)
