"""What each organisation has to see to on a day: what is owed, what waits for it, and what falls due soon."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import NamedTuple

from actionplan.follow_up.evidence_links import Link, LinkCause, LinkState, Seen
from actionplan.metrics import (
    ActivityMetrics,
    CommitmentMetrics,
    PlanMetrics,
    VerificationState,
    report_owed_since,
)
from actionplan.model import CommitmentFile, Evidence, LabelledEnum, Plan, RulingKind
from actionplan.model.current_reports import current_reports

PATIENCE = 30
"""Days that a report may wait for the second key before anybody is told."""

MONTH, WEEK = 30, 7
"""Days before an end at which it is brought to mind."""

_LOST = (LinkState.LOST, LinkState.KEPT)


class Topic(Enum):
    """Describe the two notices that an organisation may get; the value names them for people and in their marks."""

    PENDING = "pendientes"
    UPCOMING = "vencimientos"


class FollowUpKind(LabelledEnum):
    """Describe what a matter is; its name for people is the heading that it stands under."""

    OVERDUE = "vencida", "Actividades vencidas"
    SILENT = "sin_avances", "Compromisos sin avances"
    CONTESTED = "impugnada", "Impugnaciones sin respuesta"
    LOST = "evidencia_perdida", "Evidencias que ya no abren"
    WAITING = "por_verificar", "Avances que esperan su verificación"
    KEPT = "evidencia_con_copia", "Para su información: evidencias que sólo abren en su copia"
    WEEK = "vence_en_una_semana", "En los próximos 7 días"
    MONTH = "vence_en_un_mes", "En los próximos 30 días"

    @property
    def topic(self) -> Topic:
        """Return the notice that tells it."""
        return Topic.UPCOMING if self in (FollowUpKind.WEEK, FollowUpKind.MONTH) else Topic.PENDING

    @property
    def asks(self) -> bool:
        """Tell whether it opens a notice and keeps it open; what does not is only told where there is one."""
        return self is not FollowUpKind.KEPT


class FollowUp(NamedTuple):
    """Describe one thing for an organisation to see to.

    Attributes:
        kind: What it is.
        organisation: Whose it is, by id.
        commitment: In which commitment.
        day: Since when, or, of what falls due, until when.
        days: From that day to the day of looking; of what falls due, the days left.
        activity: Which activity; empty if it is about the whole commitment or several.
        record: The report that it is about.
        said: What people wrote of it, as it stands in the plan: untrusted text.
        why: What makes it one, in our own words: the state that was reported, why a link is lost, which activities.
        by: Who contests.
        url: The address that is lost.
    """

    kind: FollowUpKind
    organisation: str
    commitment: str
    day: date
    days: int
    activity: str = ""
    record: str = ""
    said: str = ""
    why: str = ""
    by: str = ""
    url: str = ""

    @property
    def key(self) -> str:
        """Tell it from any other, for as long as it lasts: another end or another report is another matter."""
        parts = (self.kind.word, self.commitment, self.activity, self.record, self.by, str(self.day), self.url)
        return sha256("\n".join(parts).encode()).hexdigest()[:10]


def follow_ups(plan: Plan, figures: PlanMetrics, links: Mapping[Link, Seen]) -> dict[str, tuple[FollowUp, ...]]:
    """Return what each organisation has to see to, by its id in the order of the plan.

    Args:
        plan: The plan, without errors.
        figures: Its figures on the day of looking.
        links: What became of its links; those that were not asked are taken to be well.
    """
    by_organisation: defaultdict[str, list[FollowUp]] = defaultdict(list)
    for name, commitment_file in plan.commitment_files.items():
        measured = figures.commitments[name]
        if measured.counted:
            for follow_up in _CommitmentDay(commitment_file, measured, figures.date, links).follow_ups():
                by_organisation[follow_up.organisation].append(follow_up)
    order = list(FollowUpKind)
    return {
        name: tuple(
            sorted(
                by_organisation[name],
                key=lambda follow_up: (
                    order.index(follow_up.kind),
                    follow_up.day,
                    follow_up.commitment,
                    follow_up.activity,
                ),
            )
        )
        for name in plan.actors
        if name in by_organisation
    }


@dataclass(frozen=True)
class _CommitmentDay:
    """Describe one commitment on the day of looking."""

    commitment_file: CommitmentFile
    measured: CommitmentMetrics
    day: date
    links: Mapping[Link, Seen]

    def follow_ups(self) -> Iterator[FollowUp]:
        for item in self.measured.activities:
            yield from self._dates(item)
            yield from self._contested(item)
        yield from self._silent()
        yield from self._waiting()
        yield from self._lost()

    @property
    def _leads(self) -> tuple[str, ...]:
        return self.commitment_file.commitment.model.leads_on(self.day)

    def _of(self, kind: FollowUpKind, organisation: str, day: date, **more: str) -> FollowUp:
        return FollowUp(kind, organisation, self.measured.id, day, abs((self.day - day).days), **more)

    def _responsible(self, activity: str) -> tuple[str, ...]:
        """Return who can report on an activity: whom the roadmap names, if it leads the commitment; else all leads."""
        roadmap = self.commitment_file.roadmap
        activities = roadmap.model.activities if roadmap else ()
        named = next((planned.responsible for planned in activities if planned.id == activity), None)
        return (named,) if named in self._leads else self._leads

    def _answering_for(self, reporter: str) -> tuple[str, ...]:
        """Return who answers for what an institution reported: itself, or those that lead now if it left."""
        return (reporter,) if reporter in self._leads else self._leads

    def _dates(self, item: ActivityMetrics) -> Iterator[FollowUp]:
        """Yield what is past its end, and what comes to it within a month or a week: the nearer of the two."""
        figures, end = item.figures, item.schedule.end
        if end is None:
            return
        if figures.overdue:
            kind = FollowUpKind.OVERDUE
        elif figures.next_due is not None and (end - self.day).days <= MONTH:
            kind = FollowUpKind.WEEK if (end - self.day).days <= WEEK else FollowUpKind.MONTH
        else:
            return
        for name in self._responsible(item.id):
            yield self._of(kind, name, end, activity=item.id, why=figures.state.label)

    def _contested(self, item: ActivityMetrics) -> Iterator[FollowUp]:
        """Yield contestations of the report in force: a newer report is the answer to them."""
        reporter = next(
            (report.model.reporter for report in self.commitment_file.reports if report.stem == item.report), None
        )
        for ruling in item.rulings if reporter else ():
            if reporter and ruling.kind is RulingKind.CONTESTED:
                more = {"activity": item.id, "record": item.report or "", "by": ruling.organisation}
                for name in self._answering_for(reporter):
                    yield self._of(FollowUpKind.CONTESTED, name, ruling.date, said=ruling.reason or "", **more)

    def _silent(self) -> Iterator[FollowUp]:
        since = report_owed_since(self.measured, self.day)
        for name in self._leads if since else ():
            if since:
                yield self._of(FollowUpKind.SILENT, name, since)

    def _waiting(self) -> Iterator[FollowUp]:
        """Yield reports of which nobody of the second key has said a word in a month."""
        unseen: defaultdict[str, list[str]] = defaultdict(list)
        for item in self.measured.activities:
            if item.report and item.figures.verification_state is VerificationState.UNVERIFIED:
                unseen[item.report].append(item.id)
        dates = {report.stem: report.model.date for report in self.commitment_file.reports}
        for report, activities in unseen.items():
            if (self.day - dates[report]).days >= PATIENCE:
                for name in self.commitment_file.commitment.model.partners_on(self.day):
                    yield self._of(FollowUpKind.WAITING, name, dates[report], record=report, why=", ".join(activities))

    def _lost(self) -> Iterator[FollowUp]:
        """Yield links that open no more and whose means of verification nothing else proves."""
        shown = [
            (report, item.activity, proof)
            for report in current_reports(self.commitment_file, self.day)
            for item in report.model.activities
            for proof in item.evidence
        ]
        holds = {(activity, proof.proves) for _, activity, proof in shown if self._holds(proof)}
        for report, activity, proof in shown:
            if proof.url and not self._holds(proof) and (activity, proof.proves) not in holds:
                seen = self._seen(proof)
                kind = FollowUpKind.KEPT if seen.state is LinkState.KEPT else FollowUpKind.LOST
                more = {"activity": activity, "record": report.stem, "url": proof.url, "why": seen.cause.value}
                for name in self._answering_for(report.model.reporter):
                    yield self._of(kind, name, report.model.date, said=proof.title, **more)

    def _holds(self, proof: Evidence) -> bool:
        return proof.file is not None or self._seen(proof).state not in _LOST

    def _seen(self, proof: Evidence) -> Seen:
        return self.links.get(Link(proof.url or "", proof.copy_url or ""), _WELL)


_WELL = Seen(LinkState.ALIVE, LinkCause.NONE)
