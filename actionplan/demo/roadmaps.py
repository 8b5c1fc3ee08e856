"""Signed roadmaps: the eight elements complete, dates within the plan, and dependencies that the dates keep."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from actionplan.demo.bodies import body, chosen
from actionplan.demo.commitments import BEGIN, END, allies, folder, is_translated, lead, words
from actionplan.demo.dice import Dice
from actionplan.demo.outline import Outline, commitment_id, file_of_roadmaps, institution, organisation
from actionplan.demo.papers import Paper, Texts, document, sourced, translation
from actionplan.demo.words.prose import RESULTS, ROADMAP
from actionplan.demo.words.speech import Said
from actionplan.demo.words.work import MEASURES, STEPS, Measure, Task
from actionplan.model.roadmap import (
    Action,
    Activity,
    Baseline,
    Dependency,
    Indicator,
    Means,
    Output,
    Roadmap,
    Target,
)
from actionplan.model.vocabulary import DependencyKind, DocumentStatus, Sense

_SLACK = 45
_SHORTEST, _LONGEST = 20, 150
_DAY = timedelta(days=1)
_ROUND = Decimal(5)
_WHOLE = Decimal(100)


class _Job(NamedTuple):
    """A task of a roadmap before it has dates: the place of its action, its own id and number."""

    action: int
    id: str
    task: Task


def roadmap(outline: Outline, number: int) -> Iterator[Paper]:
    """The roadmap of a commitment and, for some, its translation."""
    dice, blanks = outline.dice("roadmap", number), words(outline, number)
    steps = dice.some(STEPS, 2)
    jobs = [
        _Job(place, f"a{place}.{index}", task)
        for place, step in enumerate(steps, 1)
        for index, task in enumerate(dice.some(step.tasks, dice.pick((1, 2, 2))), 1)
    ]
    activities = _activities(outline, number, dice, jobs)
    weights = _weights(dice, len(steps)) if dice.chance(35) else [None] * len(steps)
    actions = tuple(
        Action(
            id=f"a{place}",
            title=step.title.filled(x=blanks["x"]).es,
            weight=weight,
            activities=tuple(item for job, item in zip(jobs, activities, strict=True) if job.action == place),
        )
        for (place, step), weight in zip(enumerate(steps, 1), weights, strict=True)
    )
    result = chosen(dice, RESULTS, blanks, 1, 1)[0]
    means = [item.id for activity in activities for item in activity.means_of_verification]
    model = Roadmap(
        kind="roadmap",
        commitment=commitment_id(number),
        version=1,
        document_status=DocumentStatus.SIGNED,
        final_result=result.es,
        actions=actions,
        indicators=tuple(
            _indicator(dice, f"i{place}", measure, means, activities[-1].end or END)
            for place, measure in enumerate(dice.some(MEASURES, dice.between(1, 2)), 1)
        ),
        provenance=(sourced(file_of_roadmaps(outline.block(number))),),
    )
    sections = [section for section in Roadmap.sections or () if section.slug in ROADMAP]
    prose = body((section, chosen(dice, ROADMAP[section.slug], blanks, 1, 2)) for section in sections)
    path = f"{folder(outline, number)}/hoja-de-ruta.md"
    yield document(path, model, prose.es)
    if is_translated(number):
        fields = {"resultado_final": result}
        fields |= {f"a{place}/titulo": step.title.filled(x=blanks["x"]) for place, step in enumerate(steps, 1)}
        yield translation(path, model.commitment, Texts(fields, prose))


def _activities(outline: Outline, number: int, dice: Dice, jobs: list[_Job]) -> list[Activity]:
    """Give the jobs dates and people in charge, so that each waits for the one before it."""
    office, subject = institution(lead(outline, number)), outline.title(number)[1]
    ally = organisation(allies(outline, number)[0])
    start = BEGIN + timedelta(days=dice.below(_SLACK))
    longest = min(_LONGEST, (END - start).days // len(jobs) - _SLACK)
    done: list[Activity] = []
    for place, job in enumerate(jobs, 1):
        end = start + timedelta(days=dice.between(_SHORTEST, longest))
        waits = _dependency(dice, done[-1], start, end) if done else None
        blanks = {"x": subject, "n": Said(*[str(dice.between(3, 40))] * 2)}
        done.append(
            Activity(
                id=job.id,
                title=job.task.title.filled(**blanks).es,
                responsible=office if dice.chance(85) else ally,
                start=start,
                end=end,
                depends_on=(waits,) if waits else (),
                outputs=(Output(id=f"p{place}", name=_spanish(job.task.output, blanks), kind=job.task.kind),),
                means_of_verification=(Means(id=f"v{place}", description=job.task.proof, issuer=office),),
            )
        )
        start = end + timedelta(days=dice.between(1, _SLACK))
    return done


def _spanish(text: str, blanks: dict[str, Said]) -> str:
    return Said(text, "").filled(**blanks).es


def _dependency(dice: Dice, before: Activity, start: date, end: date) -> Dependency | None:
    """What an activity waits for, of any kind, with a lag that its dates respect; sometimes nothing."""
    if before.start is None or before.end is None or not dice.chance(80):
        return None
    kind = DependencyKind.FINISH_START if dice.chance(75) else dice.pick(tuple(DependencyKind))
    room = {
        DependencyKind.FINISH_START: start - (before.end + _DAY),
        DependencyKind.START_START: start - before.start,
        DependencyKind.FINISH_FINISH: end - before.end,
        DependencyKind.START_FINISH: end - (before.start - _DAY),
    }[kind].days
    return Dependency(activity=before.id, kind=kind, lag=dice.below(min(room, 10) + 1))


def _weights(dice: Dice, count: int) -> list[Decimal]:
    """Weights in steps of five that add up to a hundred."""
    given = [_ROUND * dice.between(4, 12) for _ in range(count - 1)]
    return [*given, _WHOLE - sum(given)]


def _indicator(dice: Dice, name: str, measure: Measure, means: list[str], day: date) -> Indicator:
    goal = dice.between(*measure.goal)
    return Indicator(
        id=name,
        name=measure.name,
        level=measure.level,
        formula=measure.formula,
        unit=measure.unit,
        sense=measure.sense,
        baseline=Baseline(value=Decimal(dice.between(*measure.start)), date=date(2022, 12, 12)),
        targets=(
            Target(date=day, value=Decimal(goal), ceiling=Decimal(goal + 10) if measure.sense is Sense.RANGE else None),
        ),
        means=(dice.pick(means),),
    )
