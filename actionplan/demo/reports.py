"""Two years of reports and verifications: each month what is open, what was done with its proof, what was contested."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from hashlib import sha256

from actionplan.demo.bilingual import capitalise
from actionplan.demo.commits import WEB, PlanFile, SimulatedCommit, document_file
from actionplan.demo.key_dates import BEGIN, CUTOFF, days, report_days
from actionplan.demo.rng import Rng
from actionplan.demo.roadmaps import indicators
from actionplan.demo.simulated_activities import SimulatedActivity, last_report_day, simulated_activities
from actionplan.demo.simulated_plan import SimulatedCommitment
from actionplan.demo.word_lists import word_lists
from actionplan.model import (
    Activity,
    ActivityReport,
    ActivityState,
    Evidence,
    Indicator,
    Measurement,
    Report,
    Ruling,
    RulingKind,
    Verification,
)

_MEASURED_EVERY = 4
_CORRECTED_AFTER = days(3)
_MISTAKE = 10
_FINISHED = (ActivityState.COMPLETED, ActivityState.CANCELLED)
_ANSWER = "Nota de respuesta a la impugnación"
_PER_CENT = "por ciento"
_WHOLE = 100


def follow_up_commits(commitment: SimulatedCommitment) -> Iterator[SimulatedCommit]:
    """Yield what the two keys of a commitment send: monthly reports, their corrections and verifications."""
    last_day, follow_up = last_report_day(commitment), _FollowUp(commitment)
    for month, day in enumerate(report_days(commitment.lead.number)):
        if last_day and day <= last_day:
            yield from follow_up.report_month(month, day, last_day)


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

    def report_month(self, month: int, day: date, last_day: date) -> Iterator[SimulatedCommit]:
        """Yield the report of a month, its correction if it needs one, and its verifications."""
        commitment, answered = self.commitment, self.contested
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
        name = self._name(report)
        rng = commitment.rng("month", month)
        mistaken = _with_mistake(report) if rng.chance(4) else None
        corrected_on = day + _CORRECTED_AFTER
        sent = mistaken if mistaken and corrected_on <= last_day else report
        yield SimulatedCommit(day, commitment.lead, capitalise(name), (self._report_file(sent), *files))
        if sent is mistaken:
            reason = rng.choice(word_lists().spanish_texts["reasons_to_correct"])
            correction = {"date": corrected_on, "corrects": _file_stem(sent), "reason": reason}
            report = report.model_copy(update=correction)
            yield SimulatedCommit(corrected_on, commitment.lead, f"Corrige: {name}", (self._report_file(report),))
        self.finished |= {activity.activity for activity in report.activities if activity.state in _FINISHED}
        self.contested = set()
        yield from self._verifications(month, report, answered)

    def _is_due(self, simulated: SimulatedActivity, day: date) -> bool:
        name, start = simulated.activity.id, simulated.activity.start
        return start is not None and start <= day and (name not in self.finished or name in self.contested)

    def _report_activity(self, simulated: SimulatedActivity, day: date) -> tuple[ActivityReport, PlanFile | None]:
        """Return what a report says of an activity, with the file that it adds."""
        activity, state, percent = simulated.activity, simulated.state(day), simulated.percent(day)
        rng, words = self.commitment.rng("told", activity.id, str(day)), word_lists().spanish_texts
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
        """Yield verifications of a report: always if it completes something, by the first partner; else at times."""
        completes = any(activity.state is ActivityState.COMPLETED for activity in report.activities)
        for rank, partner in enumerate(self.commitment.partners):
            rng = self.commitment.rng("judged", month, partner.number)
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
                organisation=partner.id,
                report=_file_stem(report),
                rulings=rulings,
            )
            contested = [ruling.activity for ruling in rulings if ruling.ruling is RulingKind.CONTESTED]
            self.contested |= {name for name in contested if name in self.finished and rng.chance(70)}
            verb = f"Impugna {', '.join(contested)} en" if contested else "Verifica"
            file = document_file(f"{self.commitment.folder}/verificaciones/{day}-{partner.id}.md", model)
            yield SimulatedCommit(day, partner, f"{verb} el {self._name(report)}", (file,))

    def _name(self, report: Report) -> str:
        return f"avance de {report.period} del compromiso {self.commitment.number}"

    def _report_file(self, report: Report) -> PlanFile:
        return document_file(f"{self.commitment.folder}/avances/{_file_stem(report)}.md", report)


def _file_stem(report: Report) -> str:
    return f"{report.date}-{report.reporter}"


def _with_mistake(report: Report) -> Report | None:
    """Return a report with one percentage too high; None if nothing in it is under way."""
    for index, activity in enumerate(report.activities):
        if activity.state is ActivityState.UNDER_WAY and activity.percent + _MISTAKE < _WHOLE:
            activities = list(report.activities)
            activities[index] = activity.model_copy(update={"percent": activity.percent + _MISTAKE})
            return report.model_copy(update={"activities": tuple(activities)})
    return None


def _ruling(rng: Rng, activity: ActivityReport, answered: set[str]) -> Ruling:
    """Contest some of what is completed, less of what is under way, and seldom what answers a contestation."""
    is_new = activity.state is ActivityState.COMPLETED and activity.activity not in answered
    if rng.chance(12 if is_new else 4):
        reason = rng.choice(word_lists().spanish_texts["reasons_to_contest"])
        return Ruling(activity=activity.activity, ruling=RulingKind.CONTESTED, reason=reason)
    return Ruling(activity=activity.activity, ruling=RulingKind.VERIFIED)


def completion_evidence(rng: Rng, folder: str, activity: Activity, day: date) -> tuple[Evidence, PlanFile | None]:
    """Return the evidence that an activity was done: a table in custody, or a link with its archived copy."""
    words, means = word_lists().spanish_texts, activity.means_of_verification[0].id
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
