"""What reports show: links, small files with their fingerprint, and readings of the indicators."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from hashlib import sha256

from actionplan.demo.key_dates import BEGIN
from actionplan.demo.plan_files import WEB, PlanFile
from actionplan.demo.rng import Rng
from actionplan.demo.roadmaps import indicators
from actionplan.demo.simulated_plan import SimulatedCommitment
from actionplan.demo.word_lists import word_lists
from actionplan.model.records import Evidence, Measurement
from actionplan.model.roadmap import Activity, Indicator

_ANSWER = "Nota de respuesta a la impugnación"
_PER_CENT = "por ciento"
_WHOLE = 100


def completion_evidence(rng: Rng, folder: str, activity: Activity, day: date) -> tuple[Evidence, PlanFile | None]:
    """Return the evidence that an activity was done: a table in custody, or a link with its archived copy."""
    words, means = word_lists().spanish, activity.means_of_verification[0].id
    title = rng.choice(words["evidence_titles"])
    if rng.chance(50):
        rows = "".join(f"{row},{rng.between(1, 400)}\n" for row in words["evidence_rows"])
        file = PlanFile(f"{folder}/evidencias/{activity.id}-{means}.csv", f"concepto,total\n{rows}")
        return _in_custody(file, title, day, means)
    name = f"{folder.rpartition('/')[2]}/{activity.id}-{means}"
    url, copy_url = f"{WEB}/evidencias/{name}", f"{WEB}/archivo/{name}"
    return Evidence(title=title, url=url, proves=means, seen=day, copy_url=copy_url), None


def answer_evidence(folder: str, activity: Activity, day: date) -> tuple[Evidence, PlanFile]:
    """Return the note that answers a contestation of an activity."""
    text = f"{_ANSWER}\nActividad: {activity.title}\nFecha: {day}\n"
    file = PlanFile(f"{folder}/evidencias/{activity.id}-respuesta-{day}.txt", text)
    return _in_custody(file, _ANSWER, day, activity.means_of_verification[0].id)


def measurements(commitment: SimulatedCommitment, day: date) -> tuple[Measurement, ...]:
    """Return a reading of every indicator of a commitment; some run ahead of their targets, others behind."""
    return tuple(
        Measurement(indicator=indicator.id, value=_reading(commitment, indicator, day), date=day)
        for indicator in indicators(commitment)
    )


def _in_custody(file: PlanFile, title: str, day: date, means: str) -> tuple[Evidence, PlanFile]:
    digest, name = sha256(file.text.encode()).hexdigest(), file.path.rpartition("/")[2]
    return Evidence(title=title, file=name, proves=means, seen=day, sha256=digest), file


def _reading(commitment: SimulatedCommitment, indicator: Indicator, day: date) -> Decimal:
    """Return a value between the baseline and the last target, by the time that is gone and at a random pace."""
    if indicator.baseline is None:
        raise ValueError(indicator.id)
    start, target = int(indicator.baseline.value), indicator.targets[-1]
    share = (day - BEGIN).days * commitment.rng("pace", indicator.id).between(40, 120)
    value = start + (int(target.value) - start) * share // ((target.date - BEGIN).days * _WHOLE)
    return Decimal(max(0, min(value, _WHOLE) if indicator.unit == _PER_CENT else value))
