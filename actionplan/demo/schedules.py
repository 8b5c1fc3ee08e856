"""What each roadmap plans: actions side by side, dependencies that the dates keep, and dates that were moved later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from actionplan.demo.bilingual import Bilingual, fill_spanish, same
from actionplan.demo.key_dates import BEGIN, END, days, session_before, session_id
from actionplan.demo.rng import Rng
from actionplan.demo.simulated_plan import SimulatedCommitment
from actionplan.demo.word_lists import ActionTemplate, ActivityTemplate, word_lists
from actionplan.model.roadmap import Action, Activity, Dependency, Means, Output, Rescheduling
from actionplan.model.vocabulary import DependencyKind, ScheduleField

_ACTIONS = 4
_DAYS_BETWEEN_ACTIONS = 90
_LONGEST_GAP = 20
_SHORTEST, _LONGEST = 45, 110
_LONGEST_LAG = 10
_WEIGHT_STEP = Decimal(5)
_WHOLE = Decimal(100)


def action_titles(commitment: SimulatedCommitment) -> list[Bilingual]:
    """Return the titles of the key actions of a commitment, in both languages."""
    return [template.title.fill(x=commitment.subject) for template in _templates(commitment)]


@cache
def signed_actions(commitment: SimulatedCommitment) -> tuple[Action, ...]:
    """Return the key actions of a commitment as its roadmap was signed."""
    rng, titles = commitment.rng("work"), action_titles(commitment)
    weights = _weights(rng, len(titles)) if rng.chance(35) else [None] * len(titles)
    actions: list[Action] = []
    for template, title, weight in zip(_templates(commitment), titles, weights, strict=True):
        chosen = rng.sample(template.activities, rng.between(2, 3))
        number = len(actions) + 1
        activities = _chain(commitment, rng, number, chosen, activities_of(actions))
        actions.append(Action(id=f"a{number}", title=title.es, weight=weight, activities=activities))
    return tuple(actions)


@cache
def reschedulings(commitment: SimulatedCommitment) -> list[Rescheduling]:
    """Return the dates that moved, by the day of the session; only of activities for which no other waits."""
    rng, activities = commitment.rng("moves"), activities_of(signed_actions(commitment))
    awaited = {dependency.activity for activity in activities for dependency in activity.depends_on}
    free = [activity for activity in activities if activity.id not in awaited]
    closing_day = commitment.closure.date if commitment.closure else END
    moves = [move for activity in rng.sample(free, rng.between(1, 3)) for move in _moves(rng, activity)]
    return sorted((move for move in moves if move.date < closing_day), key=lambda move: move.date)


def rescheduled(actions: Iterable[Action], moves: Iterable[Rescheduling]) -> tuple[Action, ...]:
    """Return actions with the dates that reschedulings give them."""
    dates: dict[str, dict[str, date]] = {}
    for move in moves:
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


def activities_of(actions: Iterable[Action]) -> list[Activity]:
    """Return the activities of actions, in their order."""
    return [activity for action in actions for activity in action.activities]


def _templates(commitment: SimulatedCommitment) -> list[ActionTemplate]:
    return commitment.rng("steps").sample(word_lists().action_templates, _ACTIONS)


def _chain(
    commitment: SimulatedCommitment, rng: Rng, action: int, templates: list[ActivityTemplate], earlier: list[Activity]
) -> tuple[Activity, ...]:
    """Return the activities of an action with dates and people in charge; each waits for the one before it."""
    start = BEGIN + days(_DAYS_BETWEEN_ACTIONS * (action - 1) + rng.below(_LONGEST_GAP))
    chain: list[Activity] = []
    for index, template in enumerate(templates, 1):
        end = start + days(rng.between(_SHORTEST, _LONGEST))
        before = chain[-1] if chain else rng.choice(earlier) if earlier else None
        dependency = _dependency(rng, before, start, end) if before else None
        blanks, place = {"x": commitment.subject, "n": same(str(rng.between(3, 40)))}, len(earlier) + index
        output = fill_spanish(template.output, **blanks)
        chain.append(
            Activity(
                id=f"a{action}.{index}",
                title=template.title.fill(**blanks).es,
                responsible=(commitment.lead if rng.chance(85) else commitment.allies[0]).id,
                start=start,
                end=end,
                depends_on=(dependency,) if dependency else (),
                outputs=(Output(id=f"p{place}", name=output, kind=template.output_kind),),
                means_of_verification=(Means(id=f"v{place}", description=template.means, issuer=commitment.lead.id),),
            )
        )
        start = end + days(rng.between(1, _LONGEST_GAP))
    return tuple(chain)


def _dependency(rng: Rng, before: Activity, start: date, end: date) -> Dependency | None:
    """Return what an activity waits for, of any kind that its dates respect, with a lag; sometimes nothing."""
    if before.start is None or before.end is None or not rng.chance(85):
        return None
    longest_lags = {
        DependencyKind.FINISH_START: (start - before.end).days - 1,
        DependencyKind.START_START: (start - before.start).days,
        DependencyKind.FINISH_FINISH: (end - before.end).days,
        DependencyKind.START_FINISH: (end - before.start).days + 1,
    }
    kinds = [kind for kind, lag in longest_lags.items() if lag >= 0]
    if not kinds:
        return None
    kind = kinds[0] if rng.chance(60) else rng.choice(kinds)
    return Dependency(activity=before.id, kind=kind, lag=rng.below(min(longest_lags[kind], _LONGEST_LAG) + 1))


def _weights(rng: Rng, count: int) -> list[Decimal | None]:
    """Return weights in steps of five that add up to a hundred."""
    weights = [_WEIGHT_STEP * rng.between(3, 6) for _ in range(count - 1)]
    return [*weights, _WHOLE - sum(weights)]


def _moves(rng: Rng, activity: Activity) -> Iterator[Rescheduling]:
    """Move the end of an activity in the last session before it and, if it had not begun, its start."""
    if activity.start is None or activity.end is None:
        return
    session, delay = session_before(activity.end), days(rng.between(20, 75))
    if session is None or activity.end + delay > END:
        return
    reason = rng.choice(word_lists().spanish["reasons_to_reschedule"])
    for field, day in ((ScheduleField.START, activity.start), (ScheduleField.END, activity.end)):
        if field is ScheduleField.END or session < activity.start:
            yield Rescheduling(
                date=session,
                activity=activity.id,
                field=field,
                before=day,
                after=day + delay,
                reason=reason,
                agreed_in=session_id(session),
            )
