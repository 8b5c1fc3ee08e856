"""Every figure of a plan, as data that programs read."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from actionplan.metrics import METRICS, CommitmentMetrics, GroupMetrics, IndicatorMetrics, PlanMetrics, day_of
from actionplan.text.rounding import half_up

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
JsonObject = dict[str, Json]

_KEYS = {"verification_state": "standing", "verification_states": "standings"}
"""The keys that are not named as the fields they hold."""


def figures_json(metrics: PlanMetrics) -> str:
    """Return every figure, by what it is a figure of and its id, with the rule of each.

    Percentages and values are rounded half up to four decimal places; what is not known is null.
    """
    scopes: defaultdict[str, dict[str, JsonObject]] = defaultdict(dict)
    for scope, name, record in _scopes(metrics):
        scopes[scope][name] = record
    tree = {"date": metrics.date.isoformat(), "rules": {metric.key: metric.rule for metric in METRICS}, **scopes}
    return json.dumps(tree, ensure_ascii=True, indent=2, allow_nan=False) + "\n"


def figures_csv(metrics: PlanMetrics) -> str:
    """Return one row a figure: what it is a figure of, its id, the name of the figure, its value and the cut-off."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("scope", "id", "figure", "value", "date"))
    for scope, name, record in _scopes(metrics):
        writer.writerows((scope, name, key, value, metrics.date) for key, value in _flat(record))
    return stream.getvalue()


def plain(value: object) -> Json:
    """Return a figure, or a record of figures, in the types of JSON.

    Raises:
        TypeError: It is none.
    """
    match value:
        case None | bool() | int() | str():
            return value
        case Fraction() | Decimal():
            return _rounded(value)
        case date():
            return value.isoformat()
        case Enum():
            return str(value.value[0])
        case tuple():
            return _json_object(value) if hasattr(value, "_fields") else [plain(item) for item in value]
        case Mapping():
            return {str(plain(key)): plain(item) for key, item in value.items()}
    message = f"no figure: {type(value).__name__}"
    raise TypeError(message)


def _scopes(metrics: PlanMetrics) -> Iterator[tuple[str, str, JsonObject]]:
    """Yield what is measured, from the whole to its parts: its kind, its id and its figures."""
    yield "plan", "all", _json_object(metrics.whole)
    yield "plan", "co_created", _json_object(metrics.co_created)
    groups: tuple[tuple[str, Mapping[str, GroupMetrics]], ...] = (
        ("institutions", metrics.institutions),
        ("organisations", metrics.organisations),
        ("themes", metrics.themes),
        ("goals", metrics.goals),
    )
    for scope, members in groups:
        for name, group in members.items():
            yield scope, name, _json_object(group)
    commitments = metrics.commitments.values()
    for item in commitments:
        yield (
            "commitments",
            item.id,
            {"counted": item.counted, "proactive": item.proactive, **_json_object(item.figures)},
        )
    for item in commitments:
        yield "critical_paths", item.id, _path(item)
    for item in commitments:
        for action in item.actions:
            yield "actions", f"{item.id}/{action.id}", _json_object(action.figures)
    for item in commitments:
        yield from _activities(item)
    for item in commitments:
        for indicator in item.indicators:
            yield "indicators", f"{item.id}/{indicator.id}", _indicator(indicator)


def _path(item: CommitmentMetrics) -> JsonObject:
    path = item.path
    figures: dict[str, object] = {
        "problem": path.problem,
        "cycle": path.cycle,
        "undated": path.undated,
        "signed_end": path.signed_end,
        "forecast_end": path.forecast_end,
        "behind": path.behind,
        "critical": path.critical,
    }
    return {key: plain(value) for key, value in figures.items()}


def _activities(item: CommitmentMetrics) -> Iterator[tuple[str, str, JsonObject]]:
    critical = set(item.path.critical)
    for activity in item.activities:
        early, spare = item.path.early.get(activity.id), item.path.floats.get(activity.id)
        days = {
            "early_start": day_of(early.start) if early else None,
            "early_finish": day_of(early.end) if early else None,
            "late_start": day_of(spare.late.start) if spare else None,
            "late_finish": day_of(spare.late.end) if spare else None,
        }
        yield (
            "activities",
            f"{item.id}/{activity.id}",
            {
                **_json_object(activity.figures),
                **_json_object(activity.schedule),
                "report": activity.report,
                **{key: plain(day) for key, day in days.items()},
                "total_float": spare.total if spare else None,
                "free_float": spare.free if spare else None,
                "slip": item.path.slips.get(activity.id),
                "critical": activity.id in critical,
            },
        )


def _indicator(indicator: IndicatorMetrics) -> JsonObject:
    record = _json_object(indicator)
    del record["id"]
    return record


def _json_object(value: tuple[object, ...]) -> JsonObject:
    names = getattr(value, "_fields", ())
    return {_KEYS.get(name, name): plain(item) for name, item in zip(names, value, strict=True)}


def _flat(record: JsonObject, above: str = "") -> Iterator[tuple[str, Json]]:
    for key, value in record.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        elif isinstance(value, list):
            yield f"{above}{key}", json.dumps(value, ensure_ascii=False) if value else None
        else:
            yield f"{above}{key}", value


def _rounded(value: Fraction | Decimal) -> int | float:
    rounded = half_up(value, 4)
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)
