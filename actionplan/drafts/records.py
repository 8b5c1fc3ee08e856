"""The next report of a commitment and the next verification, begun from what is known on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from actionplan.documents import Writable, document_text
from actionplan.language.keys import KeyLanguage
from actionplan.metrics import ActivityMetrics, State, measure_commitment
from actionplan.model import (
    ActivityReport,
    ActivityState,
    CommitmentFile,
    Entry,
    Plan,
    Report,
    RulingKind,
    spelled,
)
from actionplan.model.current_reports import current_reports

BLANK = "?"
"""Stands for a ruling that only a person can give: no list has it, so the check refuses it until it is replaced."""

_OVER = (State.COMPLETED, State.CANCELLED)


def open_activities(plan: Plan, commitment_file: CommitmentFile, day: date) -> tuple[ActivityMetrics, ...]:
    """Return the activities that have begun on a day, by the schedule in force or by a report, and are not over.

    What is reported as completed and not proven is open still: it waits for its evidence.
    """
    measured = measure_commitment(commitment_file, plan.at(day)).activities
    return tuple(item for item in measured if _has_begun(item, day) and item.figures.state not in _OVER)


def next_report(plan: Plan, commitment_file: CommitmentFile, day: date, reporter: str) -> tuple[str, str]:
    """Return the path and the text of a report that repeats what is known of each open activity.

    Raises:
        ValueError: No activity is open on that day.
    """
    activities = tuple(_as_known(item) for item in open_activities(plan, commitment_file, day))
    if not activities:
        raise ValueError(commitment_file.commitment.model.id)
    model = Report(
        kind="report",
        commitment=commitment_file.commitment.model.id,
        date=day,
        reporter=reporter,
        activities=activities,
    )
    return _path(commitment_file, "avances", day, reporter), document_text(spelled(model, plan.keys))


def report_to_judge(commitment_file: CommitmentFile, organisation: str, day: date) -> Entry[Report] | None:
    """Return the latest report by a day that tells of activities, stands, and that an organisation has not ruled on."""
    judged = {entry.model.report for entry in commitment_file.verifications if entry.model.organisation == organisation}
    waiting = (
        report
        for report in reversed(current_reports(commitment_file, day))
        if report.model.activities and report.stem not in judged
    )
    return next(waiting, None)


def next_verification(
    commitment_file: CommitmentFile,
    report: Entry[Report],
    day: date,
    organisation: str,
    rulings: Mapping[str, RulingKind],
) -> tuple[str, str]:
    """Return the path and the text of a verification of all that a report tells.

    Args:
        commitment_file: The commitment's.
        report: What is judged.
        day: When.
        organisation: By whom.
        rulings: Those that are given already, by activity; the others are left ``BLANK``.
    """
    keys = report.keys
    key = keys.author
    # Written without its model, which rightly has no word for a ruling that nobody has given.
    data: dict[str, Writable] = {
        key("kind"): keys.author_word("Kind", "verification"),
        key("commitment"): commitment_file.commitment.model.id,
        key("date"): day,
        key("organisation"): organisation,
        key("report"): report.stem,
        key("rulings"): [
            {key("activity"): item.activity, key("ruling"): _word(keys, rulings.get(item.activity))}
            for item in report.model.activities
        ],
    }
    return _path(commitment_file, "verificaciones", day, organisation), document_text(data)


def _has_begun(item: ActivityMetrics, day: date) -> bool:
    start = item.schedule.start
    return item.reported is not None or (start is not None and start <= day)


def _as_known(item: ActivityMetrics) -> ActivityReport:
    """Return what was last said of an activity, without what belongs to the report that said it."""
    if item.reported is None:
        return ActivityReport(activity=item.id, state=ActivityState.TO_BEGIN, percent=0)
    return item.reported.model_copy(update={"evidence": (), "obstacles": None, "reason": None})


def _word(keys: KeyLanguage, ruling: RulingKind | None) -> str:
    return keys.author_word("RulingKind", ruling.word) if ruling else BLANK


def _path(commitment_file: CommitmentFile, folder: str, day: date, organisation: str) -> str:
    return f"{commitment_file.commitment.folder}/{folder}/{day.isoformat()}-{organisation}.md"
