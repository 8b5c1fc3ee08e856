"""Two years of reports and verifications: each month what is open, what was done with its proof, what was contested."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from actionplan.demo.commitments import allies, folder, lead
from actionplan.demo.deeds import Deed, account_of_institution, account_of_organisation
from actionplan.demo.dice import Dice
from actionplan.demo.moments import CUTOFF, days, report_days
from actionplan.demo.outline import Outline, commitment_id, institution, organisation
from actionplan.demo.papers import Paper, document
from actionplan.demo.proofs import measurements, proof, reply
from actionplan.demo.stories import Story, last_day, stories
from actionplan.demo.words.follow import ANSWERED, CONTESTED, CORRECTED, DROPPED, OBSTACLES
from actionplan.model.records import ActivityReport, Evidence, Report, Ruling, Verification
from actionplan.model.vocabulary import ActivityState, RulingKind

_ALL = 100
_ENDS = (ActivityState.COMPLETED, ActivityState.CANCELLED)
_MEASURED_EVERY = 4
_AMENDED_AFTER = days(3)
_SLIP = 10


def records(outline: Outline, number: int) -> Iterator[Deed]:
    """What the two keys of a commitment sent, by day."""
    last = last_day(number)
    diary = _Diary(outline, number)
    for place, day in enumerate(report_days(lead(outline, number))):
        if last and day <= last:
            yield from diary.month(place, day, last)


class _Diary:
    """A commitment month by month; what is finished is not told again, unless it was contested."""

    def __init__(self, outline: Outline, number: int) -> None:
        self._outline, self._number = outline, number
        self._folder = folder(outline, number)
        self._finished: set[str] = set()
        self._contested: set[str] = set()

    @cached_property
    def _stories(self) -> tuple[Story, ...]:
        return stories(self._outline, self._number)

    def month(self, place: int, day: date, last: date) -> Iterator[Deed]:
        """The report of a month, its correction if it had one, and what the organisations said of it."""
        dice = self._outline.dice("month", self._number, place)
        told = [self._told(story, day) for story in self._stories if self._is_due(story, day)]
        if not told:
            return
        answered = self._contested
        items, files = tuple(item for item, _ in told), tuple(paper for _, papers in told for paper in papers)
        measured = place % _MEASURED_EVERY == _MEASURED_EVERY - 1
        place_of_lead = lead(self._outline, self._number)
        report = Report(
            kind="report",
            commitment=commitment_id(self._number),
            period=f"{day:%Y-%m}",
            date=day,
            reporter=institution(place_of_lead),
            activities=items,
            measurements=measurements(self._outline, self._number, day) if measured else (),
        )
        by = account_of_institution(place_of_lead)
        name = f"Avance de {report.period} del compromiso {self._number}"
        wrong = _mistaken(report) if dice.chance(4) else None
        if wrong and day + _AMENDED_AFTER <= last:
            yield Deed(day, by, name, (self._paper(wrong), *files))
            reason = dice.pick(CORRECTED)
            update = {"date": day + _AMENDED_AFTER, "corrects": _stem(wrong), "reason": reason}
            report = report.model_copy(update=update)
            yield Deed(report.date, by, f"Corrige: {name[:1].lower()}{name[1:]}", (self._paper(report),))
        else:
            yield Deed(day, by, name, (self._paper(report), *files))
        self._finished |= {item.activity for item in items if item.state in _ENDS}
        self._contested = set()
        yield from self._judged(place, report, answered)

    def _is_due(self, story: Story, day: date) -> bool:
        name = story.activity.id
        return story.is_told(day) and (name not in self._finished or name in self._contested)

    def _told(self, story: Story, day: date) -> tuple[ActivityReport, tuple[Paper, ...]]:
        """What a report says of an activity, with the files that it adds."""
        name, percent = story.activity.id, story.percent(day)
        dice = self._outline.dice("told", self._number, name, str(day))
        if story.dropped and story.dropped <= day:
            reached = story.percent(story.dropped) // 2
            return _item(story, ActivityState.CANCELLED, reached, reason=dice.pick(DROPPED)), ()
        if name in self._contested:
            evidence, papers = reply(self._folder, story.activity, day)
            reason = dice.pick(ANSWERED)
            return _item(story, ActivityState.COMPLETED, percent, evidence=(evidence,), reason=reason), papers
        if percent == _ALL:
            evidence, papers = proof(dice, self._folder, story.activity, day)
            return _item(story, ActivityState.COMPLETED, percent, evidence=(evidence,)), papers
        if percent == 0:
            return _item(story, ActivityState.TO_BEGIN, percent), ()
        is_late = story.activity.end is not None and story.activity.end < day
        return _item(story, ActivityState.UNDER_WAY, percent, obstacles=dice.pick(OBSTACLES) if is_late else None), ()

    def _judged(self, place: int, report: Report, answered: set[str]) -> Iterator[Deed]:
        """What the organisations say of a report: of every one that tells of something done, of others at times."""
        ended = any(item.state is ActivityState.COMPLETED for item in report.activities)
        for rank, ally in enumerate(allies(self._outline, self._number)):
            dice = self._outline.dice("judged", self._number, place, ally)
            day = report.date + days(dice.between(5, 18))
            is_due = (rank == 0 and ended) or dice.chance(8)
            rulings = tuple(_ruled(dice, item, answered) for item in report.activities if _can_be_judged(item))
            if not is_due or not rulings or day > CUTOFF:
                continue
            model = Verification(
                kind="verification",
                commitment=report.commitment,
                date=day,
                organisation=organisation(ally),
                report=_stem(report),
                rulings=rulings,
            )
            path = f"{self._folder}/verificaciones/{day}-{model.organisation}.md"
            against = [item.activity for item in rulings if item.ruling is RulingKind.CONTESTED]
            self._contested |= {name for name in against if name in self._finished and dice.chance(70)}
            verb = f"Impugna {', '.join(against)} en" if against else "Verifica"
            subject = f"{verb} el avance de {report.period} del compromiso {self._number}"
            yield Deed(day, account_of_organisation(ally), subject, (document(path, model),))

    def _paper(self, report: Report) -> Paper:
        return document(f"{self._folder}/avances/{_stem(report)}.md", report)


def _stem(report: Report) -> str:
    return f"{report.date}-{report.reporter}"


def _item(
    story: Story, state: ActivityState, percent: int, **more: str | tuple[Evidence, ...] | None
) -> ActivityReport:
    told = {
        "activity": story.activity.id,
        "state": state,
        "percent": percent,
        "actual_start": story.began if percent else None,
        "actual_end": story.done if state is ActivityState.COMPLETED else None,
    }
    return ActivityReport.model_validate(told | more)


def _mistaken(report: Report) -> Report | None:
    """A report as it was first sent, with one percentage too high; None if it tells of nothing under way."""
    for place, item in enumerate(report.activities):
        if item.state is ActivityState.UNDER_WAY and item.percent + _SLIP < _ALL:
            items = list(report.activities)
            items[place] = item.model_copy(update={"percent": item.percent + _SLIP})
            return report.model_copy(update={"activities": tuple(items)})
    return None


def _can_be_judged(item: ActivityReport) -> bool:
    return item.percent > 0 and item.state is not ActivityState.CANCELLED


def _ruled(dice: Dice, item: ActivityReport, answered: set[str]) -> Ruling:
    """Contest some of what is told as done, less of what is under way, and seldom what was answered."""
    percent = 12 if item.state is ActivityState.COMPLETED and item.activity not in answered else 4
    if dice.chance(percent):
        return Ruling(activity=item.activity, ruling=RulingKind.CONTESTED, reason=dice.pick(CONTESTED))
    return Ruling(activity=item.activity, ruling=RulingKind.VERIFIED)
