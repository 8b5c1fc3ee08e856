"""What every organisation has to see to, as text for a terminal or as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from actionplan.follow_up.follow_ups import FollowUp
from actionplan.model.plan import Plan
from actionplan.text.escape import plain

_NOTHING = "Nadie tiene pendientes, y nada concluye en los próximos 30 días.\n"


def as_text(found: Mapping[str, tuple[FollowUp, ...]], plan: Plan) -> str:
    """List by organisation each kind of follow-up, and each follow-up in a line."""
    lines = []
    for name, its in found.items():
        lines.append(f"{plan.actors[name].name} ({name})")
        for kind in dict.fromkeys(it.kind for it in its):
            lines.append(f"  {kind.label}")
            lines += [f"    {_line(it)}" for it in its if it.kind is kind]
    return "".join(f"{plain(line)}\n" for line in lines) or _NOTHING


def _line(it: FollowUp) -> str:
    where = " ".join(part for part in (it.commitment, it.activity, it.record) if part)
    more = " ".join(part for part in (it.by, it.said and f"«{' '.join(it.said.split())}»", it.url, it.why) if part)
    return f"{where}: {it.day} ({it.days} días){f' {more}' if more else ''}"


def as_json(found: Mapping[str, tuple[FollowUp, ...]], plan: Plan, day: date) -> str:
    """Return the same as data: days are counted to the day of looking, or from it for what falls due."""
    rows = [
        {
            "organisation": name,
            "name": plan.actors[name].name,
            "accounts": plan.actors[name].accounts,
            "matters": [_row(it) for it in its],
        }
        for name, its in found.items()
    ]
    return json.dumps({"date": str(day), "organisations": rows}, ensure_ascii=False, indent=2) + "\n"


def _row(it: FollowUp) -> dict[str, object]:
    return {
        "kind": it.kind.word,
        "notice": it.kind.topic.value,
        "asks": it.kind.asks,
        "commitment": it.commitment,
        "activity": it.activity or None,
        "report": it.record or None,
        "date": str(it.day),
        "days": it.days,
        "by": it.by or None,
        "text": it.said or None,
        "why": it.why or None,
        "url": it.url or None,
        "key": it.key,
    }
