"""What was agreed in a roadmap moves in the open: by a rescheduling, or with a new version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from actionplan.checks.since.parts import lost_from, moved_ids, named_parts
from actionplan.findings.rules import history
from actionplan.model.fields import Part
from actionplan.model.roadmap import Action, Activity, Indicator, Means, Output, Roadmap
from actionplan.model.vocabulary import DocumentStatus, ScheduleField

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.findings.rule import Rule
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry

_TERMS: dict[type[Part], tuple[str, ...]] = {
    Roadmap: ("final_result",),
    Action: ("weight",),
    Activity: ("weight", "responsible", "depends_on"),
    Output: ("name", "kind"),
    Means: ("description", "issuer"),
    Indicator: ("name", "level", "formula", "unit", "sense", "baseline", "targets"),
}
"""What both sides sign for, beside ids and dates, which have rules of their own; titles may be reworded."""
SIGNED_FIELDS = frozenset(field for fields in _TERMS.values() for field in fields)
"""Their names, whichever part they are of."""


def check(was: Entry[DocumentPart], now: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check a roadmap against what it was: its reschedulings, its dates, what was signed."""
    before, after = was.model, now.model
    if not isinstance(before, Roadmap) or not isinstance(after, Roadmap):
        return
    lost = [] if now.loses else lost_from(before.reschedulings, after.reschedulings)
    for item in lost:
        position = now.position("reschedulings", before.reschedulings.index(item))
        yield history.RESCHEDULING_CHANGED.at(position, activity=item.activity, date=str(item.date))
    signed, still = (model.document_status is DocumentStatus.SIGNED for model in (before, after))
    if signed and not still:
        old, new = (now.keys.author_word("DocumentStatus", it.document_status.word) for it in (before, after))
        yield history.UNSIGNED.at(now.position("document_status"), expected=old, found=new)
        return
    # An id that went to another thing has a finding of its own, and what the two say is not to be compared.
    moved = moved_ids(named_parts(before), named_parts(after))
    strangers = {*moved, *moved.values()}
    if signed == still:  # else it was just signed, and signing settles the dates
        rule = history.DATE_MOVED if signed else history.DRAFT_DATE_MOVED
        yield from _dates(before, after, now, rule, {*strangers, *(item.activity for item in lost)})
    if signed and after.version <= before.version and (terms := _terms(before, after, now, moved)):
        position, key = now.position("version"), now.keys.author("version")
        yield history.SIGNED_TERMS.at(position, fields=", ".join(terms), key=key, version=after.version)


def _dates(
    before: Roadmap, after: Roadmap, now: Entry[DocumentPart], rule: Rule, explained: Collection[str]
) -> Iterator[Finding]:
    """Dates that moved, and that no rescheduling takes from where they were."""
    old = {activity.id: activity for activity in before.activities}
    for number, action in enumerate(after.actions):
        for index, new in enumerate(action.activities):
            if new.id not in old or new.id in explained:
                continue
            for field in ScheduleField:
                steps = ("actions", number, "activities", index, field.word)
                then, day = getattr(old[new.id], field.word), getattr(new, field.word)
                if then in {None, day} or now.is_damaged(*steps) or is_told(before, after, new.id, field, then):
                    continue
                texts = {"activity": new.id, "before": str(then), "after": str(day) if day else "—"}
                yield rule.at(now.position(*steps), key=now.keys.author(field.word), **texts)


def is_told(before: Roadmap, after: Roadmap, activity: str, field: ScheduleField, then: date) -> bool:
    """Whether a new rescheduling takes that date on; whether it continues those before it is another rule's matter."""
    old, all_of_it = (
        [item for item in model.reschedulings if (item.activity, item.field) == (activity, field)]
        for model in (before, after)
    )
    return any(old or item.before == then for item in all_of_it if item not in old)


def _terms(before: Roadmap, after: Roadmap, now: Entry[DocumentPart], moved: Mapping[str, str]) -> list[str]:
    """The addresses of what was signed for and is not the same, or not where it was, and of what nobody signed."""
    parts = named_parts(before)
    old = {name: item.part for name, item in parts.items()}
    found = [now.keys.author(field) for field in _differing(before, after) if not now.is_damaged(field)]
    for name, item in named_parts(after).items():
        kind = type(item.part)
        if name in moved or name in moved.values():
            continue
        if name not in old:
            # What is new brings along all that it holds.
            found += [name] if kind in _TERMS and old.keys() >= set(item.above) else []
        elif kind in _TERMS and kind is type(old[name]):
            above = tuple(moved.get(it, it) for it in parts[name].above[:1])
            found += [name] if above != item.above[:1] else []  # it counts with the weight of what it is in
            fields = (field for field in _differing(old[name], item.part) if not now.is_damaged(*item.steps, field))
            found += [f"{name}/{now.keys.author(field)}" for field in fields]
    return found


def _differing(old: Part, new: Part) -> list[str]:
    return [
        field for field in _TERMS[type(new)] if _in_any_order(getattr(old, field)) != _in_any_order(getattr(new, field))
    ]


def _in_any_order(value: object) -> object:
    return Counter(value) if isinstance(value, tuple) else value
