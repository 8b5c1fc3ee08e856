"""Two years of reports and verifications: each month what is open, what was done with its proof, what was contested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from actionplan.demo.commits import SimulatedCommit
from actionplan.demo.key_dates import CUTOFF, days, report_days
from actionplan.demo.plan_files import PlanFile, document_file
from actionplan.demo.report_evidence import answer_evidence, completion_evidence, measurements
from actionplan.demo.rng import Rng
from actionplan.demo.simulated_activities import SimulatedActivity, last_report_day, simulated_activities
from actionplan.demo.simulated_plan import SimulatedCommitment
from actionplan.demo.word_lists import word_lists
from actionplan.model.records import ActivityReport, Report, Ruling, Verification
from actionplan.model.vocabulary import ActivityState, RulingKind

_MEASURED_EVERY = 4
_CORRECTED_AFTER = days(3)
_MISTAKE = 10
_ALL = 100
_FINISHED = (ActivityState.COMPLETED, ActivityState.CANCELLED)


def follow_up_commits(commitment: SimulatedCommitment) -> Iterator[SimulatedCommit]:
    """Yield what the two keys of a commitment send: monthly reports, their corrections and verifications."""
    last_day, follow_up = last_report_day(commitment), _FollowUp(commitment)
    for month, day in enumerate(report_days(commitment.lead.place)):
        if last_day and day <= last_day:
            yield from follow_up.month(month, day, last_day)


@dataclass
class _FollowUp:
    """Follow a commitment month by month.

    Attributes:
        commitment: That is followed.
        finished: Activities that are not reported again unless they are contested.
        contested: Those that the next report has to answer for.
    """

    commitment: SimulatedCommitment
    finished: set[str] = field(default_factory=set)
    contested: set[str] = field(default_factory=set)

    def month(self, month: int, day: date, last_day: date) -> Iterator[SimulatedCommit]:
        """Yield the report of a month, its correction if it needs one, and its verifications."""
        commitment, rng, answered = self.commitment, self.commitment.rng("month", month), self.contested
        due = [simulated for simulated in simulated_activities(commitment) if self._is_due(simulated, day)]
        if not due:
            return
        reported = [self._report_activity(simulated, day) for simulated in due]
        is_measured = month % _MEASURED_EVERY == _MEASURED_EVERY - 1
        report = Report(
            kind="report",
            commitment=commitment.id,
            period=f"{day:%Y-%m}",
            date=day,
            reporter=commitment.lead.id,
            activities=tuple(activity for activity, _ in reported),
            measurements=measurements(commitment, day) if is_measured else (),
        )
        files = [file for _, file in reported if file]
        subject = f"vance de {report.period} del compromiso {commitment.number}"
        mistaken, corrected_on = _with_mistake(report) if rng.chance(4) else None, day + _CORRECTED_AFTER
        first = mistaken if mistaken and corrected_on <= last_day else report
        yield SimulatedCommit(day, commitment.lead, f"A{subject}", (self._file(first), *files))
        if first is mistaken:
            reason = rng.choice(word_lists().spanish["reasons_to_correct"])
            correction = {"date": corrected_on, "corrects": _file_stem(first), "reason": reason}
            report = report.model_copy(update=correction)
            yield SimulatedCommit(report.date, commitment.lead, f"Corrige: a{subject}", (self._file(report),))
        self.finished |= {activity.activity for activity in report.activities if activity.state in _FINISHED}
        self.contested = set()
        yield from self._verifications(month, report, answered)

    def _is_due(self, simulated: SimulatedActivity, day: date) -> bool:
        name = simulated.activity.id
        return simulated.is_due(day) and (name not in self.finished or name in self.contested)

    def _report_activity(self, simulated: SimulatedActivity, day: date) -> tuple[ActivityReport, PlanFile | None]:
        """Return what a report says of an activity, with the file that it adds."""
        activity, state, percent = simulated.activity, simulated.state(day), simulated.percent(day)
        rng, words = self.commitment.rng("told", activity.id, str(day)), word_lists().spanish
        reason = obstacles = evidence = file = None
        if state is ActivityState.CANCELLED:
            reason = rng.choice(words["reasons_to_cancel"])
        elif activity.id in self.contested:
            evidence, file = answer_evidence(self.commitment.folder, activity, day)
            reason = rng.choice(words["answers_to_contestations"])
        elif state is ActivityState.COMPLETED:
            evidence, file = completion_evidence(rng, self.commitment.folder, activity, day)
        elif state is ActivityState.UNDER_WAY and activity.end is not None and activity.end < day:
            obstacles = rng.choice(words["obstacles"])
        report = ActivityReport(
            activity=activity.id,
            state=state,
            percent=percent,
            actual_start=simulated.began if percent else None,
            actual_end=simulated.done if state is ActivityState.COMPLETED else None,
            evidence=(evidence,) if evidence else (),
            obstacles=obstacles,
            reason=reason,
        )
        return report, file

    def _verifications(self, month: int, report: Report, answered: set[str]) -> Iterator[SimulatedCommit]:
        """Yield verifications of a report: always if it completes something, by the first ally; else at times."""
        completes = any(activity.state is ActivityState.COMPLETED for activity in report.activities)
        for rank, ally in enumerate(self.commitment.allies):
            rng = self.commitment.rng("judged", month, ally.place)
            day = report.date + days(rng.between(5, 18))
            is_due = (rank == 0 and completes) or rng.chance(8)
            rulings = tuple(
                _ruling(rng, activity, answered)
                for activity in report.activities
                if activity.percent > 0 and activity.state is not ActivityState.CANCELLED
            )
            if not is_due or not rulings or day > CUTOFF:
                continue
            model = Verification(
                kind="verification",
                commitment=report.commitment,
                date=day,
                organisation=ally.id,
                report=_file_stem(report),
                rulings=rulings,
            )
            contested = [ruling.activity for ruling in rulings if ruling.ruling is RulingKind.CONTESTED]
            self.contested |= {name for name in contested if name in self.finished and rng.chance(70)}
            verb = f"Impugna {', '.join(contested)} en" if contested else "Verifica"
            subject = f"{verb} el avance de {report.period} del compromiso {self.commitment.number}"
            file = document_file(f"{self.commitment.folder}/verificaciones/{day}-{ally.id}.md", model)
            yield SimulatedCommit(day, ally, subject, (file,))

    def _file(self, report: Report) -> PlanFile:
        return document_file(f"{self.commitment.folder}/avances/{_file_stem(report)}.md", report)


def _file_stem(report: Report) -> str:
    return f"{report.date}-{report.reporter}"


def _with_mistake(report: Report) -> Report | None:
    """Return a report with one percentage too high; None if nothing in it is under way."""
    for place, activity in enumerate(report.activities):
        if activity.state is ActivityState.UNDER_WAY and activity.percent + _MISTAKE < _ALL:
            activities = list(report.activities)
            activities[place] = activity.model_copy(update={"percent": activity.percent + _MISTAKE})
            return report.model_copy(update={"activities": tuple(activities)})
    return None


def _ruling(rng: Rng, activity: ActivityReport, answered: set[str]) -> Ruling:
    """Contest some of what is completed, less of what is under way, and seldom what answers a contestation."""
    is_new = activity.state is ActivityState.COMPLETED and activity.activity not in answered
    if rng.chance(12 if is_new else 4):
        reason = rng.choice(word_lists().spanish["reasons_to_contest"])
        return Ruling(activity=activity.activity, ruling=RulingKind.CONTESTED, reason=reason)
    return Ruling(activity=activity.activity, ruling=RulingKind.VERIFIED)
