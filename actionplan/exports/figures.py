"""Every figure of a plan, as data that programs read."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from fractions import Fraction

from actionplan.metrics.groups import GroupMetrics, PlanMetrics
from actionplan.metrics.network import day_of
from actionplan.metrics.results import CommitmentMetrics, IndicatorMetrics
from actionplan.metrics.rules import METRICS

Plain = None | bool | int | float | str | list["Plain"] | dict[str, "Plain"]
Record = dict[str, Plain]

_PLACES = Decimal("0.0001")


def figures_json(metrics: PlanMetrics) -> str:
    """Every figure, by what it is a figure of and its id, with the rule of each.

    Percentages and values are rounded half up to four decimal places; what is not known is null.
    """
    scopes: defaultdict[str, dict[str, Record]] = defaultdict(dict)
    for scope, name, record in _records(metrics):
        scopes[scope][name] = record
    tree = {"date": metrics.date.isoformat(), "rules": {metric.key: metric.rule for metric in METRICS}, **scopes}
    return json.dumps(tree, ensure_ascii=True, indent=2, allow_nan=False) + "\n"


def figures_csv(metrics: PlanMetrics) -> str:
    """One row a figure: what it is a figure of, its id, the name of the figure, its value and the cut-off."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("scope", "id", "figure", "value", "date"))
    for scope, name, record in _records(metrics):
        writer.writerows((scope, name, key, value, metrics.date) for key, value in _flat(record))
    return stream.getvalue()


def plain(value: object) -> Plain:
    """A figure, or a record of figures, in the types of JSON.

    Raises:
        TypeError: It is none.
    """
    match value:
        case None | bool() | int() | str():
            return value
        case Fraction() | Decimal():
            return _rounded(Fraction(value))
        case date():
            return value.isoformat()
        case Enum():
            return str(value.value[0])
        case tuple():
            return _record(value) if hasattr(value, "_fields") else [plain(item) for item in value]
        case Mapping():
            return {str(plain(key)): plain(item) for key, item in value.items()}
    message = f"no figure: {type(value).__name__}"
    raise TypeError(message)


def _records(metrics: PlanMetrics) -> Iterator[tuple[str, str, Record]]:
    """What is measured, from the whole to its parts: its kind, its id and its figures."""
    yield "plan", "all", _record(metrics.whole)
    yield "plan", "co_created", _record(metrics.co_created)
    groups: tuple[tuple[str, Mapping[str, GroupMetrics]], ...] = (
        ("institutions", metrics.institutions),
        ("organisations", metrics.organisations),
        ("themes", metrics.themes),
        ("goals", metrics.goals),
    )
    for scope, found in groups:
        for name, group in found.items():
            yield scope, name, _record(group)
    commitments = metrics.commitments.values()
    for item in commitments:
        yield "commitments", item.id, {"counted": item.counted, "proactive": item.proactive, **_record(item.figures)}
    for item in commitments:
        yield "critical_paths", item.id, _path(item)
    for item in commitments:
        for action in item.actions:
            yield "actions", f"{item.id}/{action.id}", _record(action.figures)
    for item in commitments:
        yield from _activities(item)
    for item in commitments:
        for indicator in item.indicators:
            yield "indicators", f"{item.id}/{indicator.id}", _indicator(indicator)


def _path(item: CommitmentMetrics) -> Record:
    path = item.path
    told: dict[str, object] = {
        "problem": path.problem,
        "cycle": path.cycle,
        "undated": path.undated,
        "signed_end": path.signed_end,
        "forecast_end": path.forecast_end,
        "behind": path.behind,
        "critical": path.critical,
    }
    return {key: plain(value) for key, value in told.items()}


def _activities(item: CommitmentMetrics) -> Iterator[tuple[str, str, Record]]:
    critical = set(item.path.critical)
    for activity in item.activities:
        early, slack = item.path.early.get(activity.id), item.path.slack.get(activity.id)
        days = {
            "early_start": day_of(early.start) if early else None,
            "early_finish": day_of(early.end) if early else None,
            "late_start": day_of(slack.late.start) if slack else None,
            "late_finish": day_of(slack.late.end) if slack else None,
        }
        yield (
            "activities",
            f"{item.id}/{activity.id}",
            {
                **_record(activity.figures),
                **_record(activity.schedule),
                "report": activity.report,
                **{key: plain(day) for key, day in days.items()},
                "total_float": slack.total if slack else None,
                "free_float": slack.free if slack else None,
                "slip": item.path.slips.get(activity.id),
                "critical": activity.id in critical,
            },
        )


def _indicator(indicator: IndicatorMetrics) -> Record:
    record = _record(indicator)
    del record["id"]
    return record


def _record(value: tuple[object, ...]) -> Record:
    names = getattr(value, "_fields", ())
    return {name: plain(item) for name, item in zip(names, value, strict=True)}


def _flat(record: Record, above: str = "") -> Iterator[tuple[str, Plain]]:
    for key, value in record.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        elif isinstance(value, list):
            yield f"{above}{key}", json.dumps(value, ensure_ascii=False) if value else None
        else:
            yield f"{above}{key}", value


def _rounded(value: Fraction) -> int | float:
    rounded = (Decimal(value.numerator) / value.denominator).quantize(_PLACES, ROUND_HALF_UP)
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)
