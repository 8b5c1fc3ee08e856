"""What each roadmap plans: actions side by side, dependencies that the dates keep, and dates that were moved later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from actionplan.demo.commitments import allies, closing_day, lead
from actionplan.demo.dice import Dice
from actionplan.demo.moments import BEGIN, END, days, session_before
from actionplan.demo.outline import Outline, institution, organisation
from actionplan.demo.words.follow import MOVED
from actionplan.demo.words.speech import Said
from actionplan.demo.words.work import STEPS, Step, Task
from actionplan.model.roadmap import Action, Activity, Dependency, Means, Output, Rescheduling
from actionplan.model.vocabulary import DependencyKind, ScheduleField

_ACTIONS = 4
_APART = 90
"""Days from the start of an action to that of the next."""

_SLACK = 20
_SHORTEST, _LONGEST = 45, 110
_LAG = 10
_MOVED = 75
_ROUND = Decimal(5)
_WHOLE = Decimal(100)


def action_titles(outline: Outline, number: int) -> list[Said]:
    """The titles of the key actions of a commitment, in both languages."""
    return [step.title.filled(x=outline.title(number)[1]) for step in _steps(outline, number)]


@cache
def signed_actions(outline: Outline, number: int) -> tuple[Action, ...]:
    """The key actions of a commitment as its roadmap was signed."""
    dice, titles = outline.dice("work", number), action_titles(outline, number)
    weights = _weights(dice, len(titles)) if dice.chance(35) else [None] * len(titles)
    actions: list[Action] = []
    done: list[Activity] = []
    for place, (step, title, weight) in enumerate(zip(_steps(outline, number), titles, weights, strict=True), 1):
        chain = _chain(outline, number, dice, dice.some(step.tasks, dice.between(2, 3)), done)
        done += chain
        actions.append(Action(id=f"a{place}", title=title.es, weight=weight, activities=tuple(chain)))
    return tuple(actions)


@cache
def moves(outline: Outline, number: int) -> tuple[Rescheduling, ...]:
    """The dates that moved, by the day on which a session agreed; only of activities for which no other waits."""
    dice = outline.dice("moves", number)
    activities = [activity for action in signed_actions(outline, number) for activity in action.activities]
    awaited = {link.activity for activity in activities for link in activity.depends_on}
    closed = closing_day(number) or END
    found: list[Rescheduling] = []
    for activity in dice.some([item for item in activities if item.id not in awaited], dice.between(1, 3)):
        found += (move for move in _moved(dice, activity) if move.date < closed)
    return tuple(sorted(found, key=lambda move: move.date))


def in_force(actions: tuple[Action, ...], moved: tuple[Rescheduling, ...]) -> tuple[Action, ...]:
    """Actions with the dates that some reschedulings left."""
    dates: dict[str, dict[str, date]] = {}
    for move in moved:
        dates.setdefault(move.activity, {})[move.field.word] = move.after
    return tuple(
        action.model_copy(
            update={
                "activities": tuple(
                    activity.model_copy(update=dates.get(activity.id, {})) for activity in action.activities
                )
            }
        )
        for action in actions
    )


def _steps(outline: Outline, number: int) -> list[Step]:
    return outline.dice("steps", number).some(STEPS, _ACTIONS)


def _chain(outline: Outline, number: int, dice: Dice, tasks: list[Task], done: list[Activity]) -> list[Activity]:
    """Give the tasks of an action dates and people in charge; each waits for the one before it."""
    office, subject = institution(lead(outline, number)), outline.title(number)[1]
    ally = organisation(allies(outline, number)[0])
    action = len({activity.id.partition(".")[0] for activity in done}) + 1
    start = BEGIN + days(_APART * (action - 1) + dice.below(_SLACK))
    chain: list[Activity] = []
    for index, task in enumerate(tasks, 1):
        end = start + days(dice.between(_SHORTEST, _LONGEST))
        before = chain[-1] if chain else dice.pick(done) if done else None
        waits = _dependency(dice, before, start, end) if before else None
        blanks, place = {"x": subject, "n": Said(*[str(dice.between(3, 40))] * 2)}, len(done) + index
        chain.append(
            Activity(
                id=f"a{action}.{index}",
                title=task.title.filled(**blanks).es,
                responsible=office if dice.chance(85) else ally,
                start=start,
                end=end,
                depends_on=(waits,) if waits else (),
                outputs=(Output(id=f"p{place}", name=Said(task.output, "").filled(**blanks).es, kind=task.kind),),
                means_of_verification=(Means(id=f"v{place}", description=task.proof, issuer=office),),
            )
        )
        start = end + days(dice.between(1, _SLACK))
    return chain


def _dependency(dice: Dice, before: Activity, start: date, end: date) -> Dependency | None:
    """What an activity waits for, of any kind that its dates respect, with a lag; sometimes nothing."""
    if before.start is None or before.end is None or not dice.chance(85):
        return None
    room = {
        DependencyKind.FINISH_START: (start - before.end).days - 1,
        DependencyKind.START_START: (start - before.start).days,
        DependencyKind.FINISH_FINISH: (end - before.end).days,
        DependencyKind.START_FINISH: (end - before.start).days + 1,
    }
    kinds = [kind for kind, left in room.items() if left >= 0]
    if not kinds:
        return None
    kind = kinds[0] if dice.chance(60) else dice.pick(kinds)
    return Dependency(activity=before.id, kind=kind, lag=dice.below(min(room[kind], _LAG) + 1))


def _weights(dice: Dice, count: int) -> list[Decimal | None]:
    """Weights in steps of five that add up to a hundred."""
    given = [_ROUND * dice.between(3, 6) for _ in range(count - 1)]
    return [*given, _WHOLE - sum(given)]


def _moved(dice: Dice, activity: Activity) -> Iterator[Rescheduling]:
    """Move the end of an activity in the last session before it and, if it had not begun, its start."""
    if activity.start is None or activity.end is None:
        return
    session, later = session_before(activity.end), days(dice.between(20, _MOVED))
    if session is None or activity.end + later > END:
        return
    fields = [(ScheduleField.END, activity.end)]
    if session < activity.start:
        fields.insert(0, (ScheduleField.START, activity.start))
    reason = dice.pick(MOVED)
    for field, day in fields:
        yield Rescheduling(
            date=session,
            activity=activity.id,
            field=field,
            before=day,
            after=day + later,
            reason=reason,
            agreed_in=f"sesion-{session}",
        )
