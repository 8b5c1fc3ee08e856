"""What reports show: links, small files with their fingerprint, and readings of the indicators."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from hashlib import sha256

from actionplan.demo.dice import Dice
from actionplan.demo.moments import BEGIN
from actionplan.demo.outline import Outline
from actionplan.demo.papers import Paper
from actionplan.demo.roadmaps import indicators
from actionplan.demo.words.follow import PROOF, REPLY, ROWS
from actionplan.model.records import Evidence, Measurement
from actionplan.model.roadmap import Activity, Indicator

_WEB = "https://ejemplo.invalid"
_PER_CENT = "por ciento"
_WHOLE = 100


def proof(dice: Dice, folder: str, activity: Activity, day: date) -> tuple[Evidence, tuple[Paper, ...]]:
    """The evidence for an activity that was done by a day: a table in custody, or a link with its archived copy."""
    means, title = activity.means_of_verification[0].id, dice.pick(PROOF)
    if dice.chance(50):
        rows = "".join(f"{row},{dice.between(1, 400)}\n" for row in ROWS)
        return _in_custody(
            Paper(f"{folder}/evidencias/{activity.id}-{means}.csv", f"concepto,total\n{rows}"), title, day, means
        )
    place = f"{folder.rpartition('/')[2]}/{activity.id}-{means}"
    return (
        Evidence(
            title=title,
            url=f"{_WEB}/evidencias/{place}",
            proves=means,
            seen=day,
            copy_url=f"{_WEB}/archivo/{place}",
        ),
        (),
    )


def reply(folder: str, activity: Activity, day: date) -> tuple[Evidence, tuple[Paper, ...]]:
    """What is added to an activity after a contestation."""
    means = activity.means_of_verification[0].id
    text = f"{REPLY}\nActividad: {activity.title}\nFecha: {day}\n"
    return _in_custody(Paper(f"{folder}/evidencias/{activity.id}-respuesta-{day}.txt", text), REPLY, day, means)


def measurements(outline: Outline, number: int, day: date) -> tuple[Measurement, ...]:
    """A reading of every indicator of a commitment on a day; some run ahead of their targets, others behind."""
    return tuple(
        Measurement(indicator=indicator.id, value=_reading(outline, number, indicator, day), date=day)
        for indicator in indicators(outline, number)
    )


def _in_custody(paper: Paper, title: str, day: date, means: str) -> tuple[Evidence, tuple[Paper, ...]]:
    digest = sha256(paper.text.encode()).hexdigest()
    name = paper.path.rpartition("/")[2]
    return Evidence(title=title, file=name, proves=means, seen=day, sha256=digest), (paper,)


def _reading(outline: Outline, number: int, indicator: Indicator, day: date) -> Decimal:
    """From the baseline towards the last target, by how much of the time is gone and at a pace of its own."""
    if indicator.baseline is None:
        raise ValueError(indicator.id)
    start, target = int(indicator.baseline.value), indicator.targets[-1]
    pace = outline.dice("pace", number, indicator.id).between(40, 120)
    share = (day - BEGIN).days * pace
    value = start + (int(target.value) - start) * share // ((target.date - BEGIN).days * _WHOLE)
    return Decimal(max(0, min(value, _WHOLE) if indicator.unit == _PER_CENT else value))
