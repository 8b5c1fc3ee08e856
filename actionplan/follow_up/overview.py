"""What every organisation has to see to, as text for a terminal or as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from actionplan.follow_up.follow_ups import FollowUp
from actionplan.model import Plan
from actionplan.text.escape import plain

_NOTHING = "Nadie tiene pendientes, y nada concluye en los próximos 30 días.\n"


def as_text(follow_ups: Mapping[str, tuple[FollowUp, ...]], plan: Plan) -> str:
    """List by organisation each kind of follow-up, and each follow-up in a line."""
    lines = []
    for name, listed in follow_ups.items():
        lines.append(f"{plan.actors[name].name} ({name})")
        for kind in dict.fromkeys(follow_up.kind for follow_up in listed):
            lines.append(f"  {kind.label}")
            lines += [f"    {_line(follow_up)}" for follow_up in listed if follow_up.kind is kind]
    return "".join(f"{plain(line)}\n" for line in lines) or _NOTHING


def _line(follow_up: FollowUp) -> str:
    where = " ".join(part for part in (follow_up.commitment, follow_up.activity, follow_up.record) if part)
    more = " ".join(
        part
        for part in (
            follow_up.by,
            follow_up.said and f"«{' '.join(follow_up.said.split())}»",
            follow_up.url,
            follow_up.why,
        )
        if part
    )
    return f"{where}: {follow_up.day} ({follow_up.days} días){f' {more}' if more else ''}"


def as_json(follow_ups: Mapping[str, tuple[FollowUp, ...]], plan: Plan, day: date) -> str:
    """Return the same as data: days are counted to the day of looking, or from it for what falls due."""
    rows = [
        {
            "organisation": name,
            "name": plan.actors[name].name,
            "accounts": plan.actors[name].accounts,
            "matters": [_row(follow_up) for follow_up in listed],
        }
        for name, listed in follow_ups.items()
    ]
    return json.dumps({"date": str(day), "organisations": rows}, ensure_ascii=False, indent=2) + "\n"


def _row(follow_up: FollowUp) -> dict[str, object]:
    return {
        "kind": follow_up.kind.word,
        "notice": follow_up.kind.topic.value,
        "asks": follow_up.kind.asks,
        "commitment": follow_up.commitment,
        "activity": follow_up.activity or None,
        "report": follow_up.record or None,
        "date": str(follow_up.day),
        "days": follow_up.days,
        "by": follow_up.by or None,
        "text": follow_up.said or None,
        "why": follow_up.why or None,
        "url": follow_up.url or None,
        "key": follow_up.key,
    }
