"""Lists that are a history, and lists about sources: compared as such, not field by field."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.diff.change import Change, ChangeKind, Difference
from actionplan.diff.matching import lost_from
from actionplan.diff.naming import Naming
from actionplan.findings import Position
from actionplan.language.messages import msg
from actionplan.model import Handover, Rescheduling, Roadmap

_EDITORIAL = {"provenance": msg("Procedencia"), "unavailable": msg("No disponible"), "waivers": msg("Excepciones")}


def editorial(naming: Naming) -> Iterator[Change]:
    """Yield one change for each list of sources, absences or waivers that differs."""
    for field, title in _EDITORIAL.items():
        before, after = (set(getattr(entry.model, field)) for entry in (naming.was, naming.now))
        names = sorted({getattr(item, item.identity) for item in before ^ after})
        if names:
            shown = naming.shown(tuple(names))
            difference = Difference((field,), field=field)
            yield naming.change(ChangeKind.SOURCING, naming.now.position(field), difference, title=title, after=shown)


def reschedulings(naming: Naming) -> Iterator[Change]:
    """Yield the reschedulings that were added, and those published that are not there as they were."""
    if not isinstance(naming.was.model, Roadmap) or not isinstance(naming.now.model, Roadmap):
        return
    if naming.now.is_damaged("reschedulings"):
        return
    before, after = naming.was.model.reschedulings, naming.now.model.reschedulings
    fresh = {index: item for index, item in enumerate(after) if item not in before}
    for item in lost_from(before, after):
        index = before.index(item)
        twin = fresh.pop(index, None) if index < len(after) and after[index].activity == item.activity else None
        line = (naming.now if twin else naming.was).position("reschedulings", index).line
        shown = {"where": item.activity, **_rewritten(naming, item, twin)}
        difference = Difference(("reschedulings", index), item.activity, "", item, twin)
        yield naming.change(ChangeKind.RESCHEDULING_EDITED, Position(naming.now.path, line), difference, **shown)
    for index, item in fresh.items():
        shown = {"where": item.activity, **_move(naming, item)}
        difference = Difference(("reschedulings", index), item.activity, after=item)
        yield naming.change(ChangeKind.RESCHEDULED, naming.now.position("reschedulings", index), difference, **shown)


def _rewritten(naming: Naming, was: Rescheduling, now: Rescheduling | None) -> dict[str, str]:
    """Return what a published entry says otherwise; all of it if it is gone or has another place in the list."""
    fields = [name for name in type(was).model_fields if now is None or getattr(was, name) != getattr(now, name)]
    before, after = (tuple(getattr(it, name) for name in fields) if it else () for it in (was, now))
    return {"before": naming.shown(before), "after": naming.shown(after)}


def _move(naming: Naming, item: Rescheduling) -> dict[str, str]:
    return {"before": item.before.isoformat(), "after": item.after.isoformat(), "why": naming.shown(item.reason)}


def handovers(naming: Naming) -> Iterator[Change]:
    """Yield who took over from whom, left or joined."""
    for index, item in _new_handovers(naming):
        shown = {"before": naming.shown(item.leaves), "after": naming.shown(item.enters)}
        shown |= {"why": naming.shown(item.reason), "where": naming.word(item.role), "date": item.date.isoformat()}
        difference = Difference(("handovers", index), after=item)
        yield naming.change(ChangeKind.HANDOVER, naming.now.position("handovers", index), difference, **shown)


def relieved(naming: Naming) -> frozenset[str]:
    """Return the addresses of institutions that left: the sentence of their handover says it."""
    leads = naming.was.keys.author("leads")
    return frozenset(f"{leads}/{item.leaves}" for _, item in _new_handovers(naming) if item.leaves)


def _new_handovers(naming: Naming) -> tuple[tuple[int, Handover], ...]:
    """Return the handovers that were added, with their indices; none if those before them differ."""
    before, after = (getattr(entry.model, "handovers", ()) for entry in (naming.was, naming.now))
    return tuple(enumerate(after))[len(before) :] if after[: len(before)] == before else ()
