"""Signed roadmaps, the eight elements complete: actions, dates that dependencies keep, and dates moved later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby

from actionplan.demo.bilingual import Bilingual, fill_spanish, pick_sentences, same, write_body
from actionplan.demo.commitments import sentence_blanks
from actionplan.demo.commits import SimulatedCommit, document_file, document_files, sourced
from actionplan.demo.key_dates import BEGIN, END, days, session_before, session_id
from actionplan.demo.rng import Rng
from actionplan.demo.simulated_plan import SimulatedCommitment, roadmaps_source
from actionplan.demo.word_lists import ActionTemplate, ActivityTemplate, IndicatorTemplate, word_lists
from actionplan.model import (
    Action,
    Activity,
    Baseline,
    Dependency,
    DependencyKind,
    DocumentStatus,
    Indicator,
    Means,
    Output,
    Rescheduling,
    Roadmap,
    ScheduleField,
    Sense,
    Target,
)

_FIRST_SIGNED = date(2022, 10, 3)
_BASELINES = date(2022, 9, 30)
_ACTIONS = 4
_DAYS_BETWEEN_ACTIONS = 90
_LONGEST_GAP = 20
_LONGEST_LAG = 10


def roadmap_commits(commitment: SimulatedCommitment) -> Iterator[SimulatedCommit]:
    """Yield the commit that adds the roadmap of a commitment, then one for each session that moved its dates."""
    rng, blanks, words = commitment.rng("roadmap"), sentence_blanks(commitment), word_lists()
    final_result = pick_sentences(rng, words.final_results, blanks, 1, 1)[0]
    model = Roadmap(
        kind="roadmap",
        commitment=commitment.id,
        version=1,
        document_status=DocumentStatus.SIGNED,
        final_result=final_result.es,
        actions=signed_actions(commitment),
        indicators=indicators(commitment),
        provenance=(sourced(roadmaps_source(commitment.block)),),
    )
    sections = [section for section in Roadmap.sections or () if section.slug in words.roadmap_sentences]
    body = write_body(
        (section, pick_sentences(rng, words.roadmap_sentences[section.slug], blanks, 1, 2)) for section in sections
    )
    path = f"{commitment.folder}/hoja-de-ruta.md"
    titles = {f"a{number}/titulo": title for number, title in enumerate(action_titles(commitment), 1)}
    fields = {"resultado_final": final_result, **titles} if commitment.is_translated else {}
    signed = _FIRST_SIGNED + days(commitment.rng("signed").below(53))
    subject = f"Firma la hoja de ruta del compromiso {commitment.number}"
    yield SimulatedCommit(signed, commitment.lead, subject, document_files(path, model, commitment.id, body, fields))
    agreed = reschedulings(commitment)
    for day, moves_of_day in groupby(agreed, lambda move: move.date):
        names = " y ".join(dict.fromkeys(move.activity for move in moves_of_day))
        moves = tuple(move for move in agreed if move.date <= day)
        moved = model.model_copy(update={"actions": apply_reschedulings(model.actions, moves), "reschedulings": moves})
        subject = f"Reprograma {names} del compromiso {commitment.number}, por acuerdo de la sesión"
        yield SimulatedCommit(day, commitment.lead, subject, (document_file(path, moved, body.es),))


@cache
def indicators(commitment: SimulatedCommitment) -> tuple[Indicator, ...]:
    """Return how a commitment is measured."""
    rng, activities = commitment.rng("indicators"), all_activities(signed_actions(commitment))
    means = [means.id for activity in activities for means in activity.means_of_verification]
    last_day = max(activity.end or END for activity in activities)
    templates = rng.sample(word_lists().indicator_templates, rng.between(1, 3))
    return tuple(
        _indicator(rng, f"i{number}", template, means, last_day) for number, template in enumerate(templates, 1)
    )


def _indicator(rng: Rng, name: str, template: IndicatorTemplate, means: list[str], day: date) -> Indicator:
    target = rng.between(*template.target)
    ceiling = Decimal(target + 10) if template.sense is Sense.RANGE else None
    return Indicator(
        id=name,
        name=template.name,
        level=template.level,
        formula=template.formula,
        unit=template.unit,
        sense=template.sense,
        baseline=Baseline(value=Decimal(rng.between(*template.baseline)), date=_BASELINES),
        targets=(Target(date=day, value=Decimal(target), ceiling=ceiling),),
        means=(rng.choice(means),),
    )


def action_titles(commitment: SimulatedCommitment) -> list[Bilingual]:
    """Return the titles of the key actions of a commitment, in both languages."""
    return [template.title.fill(subject=commitment.subject) for template in _action_templates(commitment)]


@cache
def signed_actions(commitment: SimulatedCommitment) -> tuple[Action, ...]:
    """Return the key actions of a commitment as its roadmap was signed."""
    rng, titles = commitment.rng("work"), action_titles(commitment)
    weights = _weights(rng, len(titles)) if rng.chance(35) else [None] * len(titles)
    actions: list[Action] = []
    for template, title, weight in zip(_action_templates(commitment), titles, weights, strict=True):
        chosen = rng.sample(template.activities, rng.between(2, 3))
        number = len(actions) + 1
        activities = _schedule_activities(commitment, rng, number, chosen, all_activities(actions))
        actions.append(Action(id=f"a{number}", title=title.es, weight=weight, activities=activities))
    return tuple(actions)


@cache
def reschedulings(commitment: SimulatedCommitment) -> list[Rescheduling]:
    """Return the dates that moved, by the day of the session; only of activities for which no other waits."""
    rng, activities = commitment.rng("moves"), all_activities(signed_actions(commitment))
    awaited = {dependency.activity for activity in activities for dependency in activity.depends_on}
    free = [activity for activity in activities if activity.id not in awaited]
    closing_day = commitment.closure.date if commitment.closure else END
    moves = [move for activity in rng.sample(free, rng.between(1, 3)) for move in _reschedule(rng, activity)]
    return sorted((move for move in moves if move.date < closing_day), key=lambda move: move.date)


def apply_reschedulings(actions: Iterable[Action], moves: Iterable[Rescheduling]) -> tuple[Action, ...]:
    """Return actions with the dates that reschedulings give them."""
    return tuple(
        action.model_copy(
            update={
                "activities": tuple(
                    activity.model_copy(
                        update={move.field.word: move.after for move in moves if move.activity == activity.id}
                    )
                    for activity in action.activities
                )
            }
        )
        for action in actions
    )


def all_activities(actions: Iterable[Action]) -> list[Activity]:
    """Return the activities of actions, in their order."""
    return [activity for action in actions for activity in action.activities]


def _action_templates(commitment: SimulatedCommitment) -> list[ActionTemplate]:
    return commitment.rng("steps").sample(word_lists().action_templates, _ACTIONS)


def _schedule_activities(
    commitment: SimulatedCommitment, rng: Rng, action: int, templates: list[ActivityTemplate], earlier: list[Activity]
) -> tuple[Activity, ...]:
    """Return the activities of an action with dates and people in charge; each waits for the one before it."""
    start = BEGIN + days(_DAYS_BETWEEN_ACTIONS * (action - 1) + rng.below(_LONGEST_GAP))
    chain: list[Activity] = []
    for index, template in enumerate(templates, 1):
        end = start + days(rng.between(45, 110))
        before = chain[-1] if chain else rng.choice(earlier) if earlier else None
        dependency = _dependency(rng, before, start, end) if before else None
        blanks, number = {"subject": commitment.subject, "n": same(str(rng.between(3, 40)))}, len(earlier) + index
        output = fill_spanish(template.output, **blanks)
        chain.append(
            Activity(
                id=f"a{action}.{index}",
                title=template.title.fill(**blanks).es,
                responsible=(commitment.lead if rng.chance(85) else commitment.partners[0]).id,
                start=start,
                end=end,
                depends_on=(dependency,) if dependency else (),
                outputs=(Output(id=f"p{number}", name=output, kind=template.output_kind),),
                means_of_verification=(Means(id=f"v{number}", description=template.means, issuer=commitment.lead.id),),
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
    weights = [Decimal(5 * rng.between(3, 6)) for _ in range(count - 1)]
    return [*weights, Decimal(100) - sum(weights)]


def _reschedule(rng: Rng, activity: Activity) -> Iterator[Rescheduling]:
    """Move the end of an activity in the last session before it and, if it had not begun, its start."""
    if activity.start is None or activity.end is None:
        return
    session, delay = session_before(activity.end), days(rng.between(20, 75))
    if session is None or activity.end + delay > END:
        return
    reason = rng.choice(word_lists().spanish_texts["reasons_to_reschedule"])
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
