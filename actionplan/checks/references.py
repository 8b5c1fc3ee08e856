"""Every reference leads to something that is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import TYPE_CHECKING

from actionplan.documents.kinds import Kind
from actionplan.documents.values import Step
from actionplan.findings.rules import references
from actionplan.language.messages import msg
from actionplan.model.commitment import Commitment
from actionplan.model.common import Sourced
from actionplan.model.fields import Part, part_in, parts_of
from actionplan.model.mistakes import Guesses
from actionplan.model.process import Cause, Table
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Means, Roadmap
from actionplan.model.settings import Forum, PlanIdentity, Sources

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Dossier, Entry, Plan

Reference = tuple[tuple[Step, ...], str]
"""Where a reference stands in the data, and the id that it names."""

_ACTORS = msg("«plan/actores.yml»")
_SOURCES = msg("«plan/fuentes.yml»")
_THEMES = msg("los temas de «plan/3-arboles/»")
_CAUSES = msg("los árboles de problemas")
_ALTERNATIVES = msg("las alternativas de las mesas")
_COMMITMENTS = msg("los compromisos")
_SESSIONS = msg("las sesiones del foro")
_ROADMAP = msg("la hoja de ruta del compromiso")
_REPORTS = msg("los avances del compromiso")


def check(plan: Plan) -> Iterator[Finding]:
    """Check references to actors, sources, topics, causes, alternatives, sessions and activities."""
    targets = _Targets(plan)
    for entry in plan.entries:
        yield from targets.missing(entry, _sources_of(entry), plan.sources, Kind.SOURCES, _SOURCES)
        yield from targets.missing(entry, _actors_of(entry.model), plan.actors, Kind.ACTORS, _ACTORS)
        if isinstance(entry.model, Commitment):
            yield from targets.of_commitment(entry, entry.model)
        elif isinstance(entry.model, Table):
            yield from targets.of_table(entry, entry.model)
    for dossier in plan.dossiers.values():
        yield from targets.of_dossier(dossier)


class _Targets:
    """What references may name, gathered once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.causes = {f"{tree}/{cause}" for tree, entry in plan.trees.items() for cause in _ids(entry.model.causes)}
        self.alternatives = {
            f"{table}/{alternative.id}"
            for table, entry in plan.tables.items()
            for alternative in entry.model.alternatives
        }

    def missing(
        self,
        entry: Entry[DocumentPart],
        named: Iterator[Reference],
        known: Collection[str],
        kind: Kind,
        where: str,
    ) -> Iterator[Finding]:
        """The references that lead nowhere; none at all while a document that may define them is unreadable."""
        if kind in self.plan.unsure:
            return
        guesses = Guesses(lambda: known)
        for steps, name in named:
            if name not in known:
                yield references.UNRESOLVED.at(
                    entry.place(*steps), value=name, where=where, guess=guesses.nearest(name)
                )

    def of_commitment(self, entry: Entry[DocumentPart], model: Commitment) -> Iterator[Finding]:
        """Topic, causes and alternatives."""
        theme = iter([(("theme",), model.theme)] if model.theme else [])
        yield from self.missing(entry, theme, self.plan.trees, Kind.TREE, _THEMES)
        yield from self.missing(entry, _listed("causes", model.causes), self.causes, Kind.TREE, _CAUSES)
        named = _listed("alternatives", model.alternatives)
        yield from self.missing(entry, named, self.alternatives, Kind.TABLE, _ALTERNATIVES)

    def of_table(self, entry: Entry[DocumentPart], model: Table) -> Iterator[Finding]:
        """Topic, and the causes and commitment of each alternative."""
        theme = iter([(("theme",), model.theme)] if model.theme else [])
        yield from self.missing(entry, theme, self.plan.trees, Kind.TREE, _THEMES)
        for index, alternative in enumerate(model.alternatives):
            here: tuple[Step, ...] = ("alternatives", index)
            causes = (((*here, "causes", at), name) for at, name in enumerate(alternative.causes))
            yield from self.missing(entry, causes, self.causes, Kind.TREE, _CAUSES)
            commitment = iter([((*here, "commitment"), alternative.commitment)] if alternative.commitment else [])
            yield from self.missing(entry, commitment, self.plan.dossiers, Kind.COMMITMENT, _COMMITMENTS)

    def of_dossier(self, dossier: Dossier) -> Iterator[Finding]:
        """What the roadmap, reports and verifications of a commitment name in each other."""
        roadmap = dossier.roadmap
        if roadmap is None:
            return
        activities = {activity.id for activity in roadmap.model.activities}
        yield from self.missing(roadmap, _in_roadmap(roadmap.model), activities, Kind.ROADMAP, _ROADMAP)
        actions = {action.id for action in roadmap.model.actions}
        measured = (
            (("indicators", index, "action"), item.action)
            for index, item in enumerate(roadmap.model.indicators)
            if item.action
        )
        yield from self.missing(roadmap, measured, actions, Kind.ROADMAP, _ROADMAP)
        means = _means(roadmap.model)
        yield from self.missing(roadmap, _means_named(roadmap.model), means, Kind.ROADMAP, _ROADMAP)
        agreed = (
            (("reschedulings", index, "agreed_in"), item.agreed_in)
            for index, item in enumerate(roadmap.model.reschedulings)
        )
        yield from self.missing(roadmap, agreed, self.plan.sessions, Kind.SESSION, _SESSIONS)
        names = {entry.stem for entry in dossier.reports}
        for report in dossier.reports:
            yield from self._of_report(report, activities, means, names)
        for verification in dossier.verifications:
            judged = iter([(("report",), verification.model.report)])
            yield from self.missing(verification, judged, names, Kind.REPORT, _REPORTS)
            ruled = (
                (("rulings", index, "activity"), item.activity) for index, item in enumerate(verification.model.rulings)
            )
            yield from self.missing(verification, ruled, activities, Kind.ROADMAP, _ROADMAP)

    def _of_report(
        self, entry: Entry[Report], activities: set[str], means: set[str], names: set[str]
    ) -> Iterator[Finding]:
        model = entry.model
        done = ((("activities", index, "activity"), item.activity) for index, item in enumerate(model.activities))
        yield from self.missing(entry, done, activities, Kind.ROADMAP, _ROADMAP)
        proofs = (
            (("activities", index, "evidence", at, "proves"), proof.proves)
            for index, item in enumerate(model.activities)
            for at, proof in enumerate(item.evidence)
            if proof.proves
        )
        yield from self.missing(entry, proofs, means, Kind.ROADMAP, _ROADMAP)
        corrected = iter([(("corrects",), model.corrects)] if model.corrects else [])
        yield from self.missing(entry, corrected, names, Kind.REPORT, _REPORTS)


def _ids(causes: tuple[Cause, ...]) -> Iterator[str]:
    for cause in causes:
        yield cause.id
        yield from _ids(cause.causes)


def _listed(field: str, names: tuple[str, ...]) -> Iterator[Reference]:
    for index, name in enumerate(names):
        yield (field, index), name


def _sources_of(entry: Entry[DocumentPart]) -> Iterator[Reference]:
    if isinstance(entry.model, Sources):
        return
    for index, provenance in enumerate(entry.model.provenance):
        for at, name in enumerate(provenance.sources):
            yield ("provenance", index, "sources", at), name
    yield from _sourced(entry.model, ())


@cache
def _with_sources(model: type[Part]) -> tuple[str, ...]:
    """The fields of a part that may hold, at any depth, parts that name their sources."""
    parts = {name: part_in(field.annotation) for name, field in model.model_fields.items()}
    return tuple(name for name, part in parts.items() if part and any(issubclass(p, Sourced) for p in parts_of(part)))


def _sourced(part: Part, steps: tuple[Step, ...]) -> Iterator[Reference]:
    if isinstance(part, Sourced):
        for at, name in enumerate(part.sources):
            yield (*steps, "sources", at), name
    for field in _with_sources(type(part)):
        value = getattr(part, field)
        if isinstance(value, Part):
            yield from _sourced(value, (*steps, field))
        elif isinstance(value, tuple) and value and isinstance(value[0], Part):
            for index, item in enumerate(value):
                yield from _sourced(item, (*steps, field, index))


def _actors_of(model: DocumentPart) -> Iterator[Reference]:
    if isinstance(model, PlanIdentity):
        yield from _listed("support", model.support)
        yield from _in_forum(model.forum)
    elif isinstance(model, Commitment):
        yield from (((("leads", index, "institution")), lead.institution) for index, lead in enumerate(model.leads))
        yield from _listed("partners", model.partners)
        yield from _listed("supporters", model.supporters)
    elif isinstance(model, Report):
        yield ("reporter",), model.reporter
    elif isinstance(model, Verification):
        yield ("organisation",), model.organisation
    elif isinstance(model, Roadmap):
        yield from _at_work(model)


def _at_work(model: Roadmap) -> Iterator[Reference]:
    for number, action in enumerate(model.actions):
        yield from _issuers(("actions", number), action.means_of_verification)
        for index, activity in enumerate(action.activities):
            here: tuple[Step, ...] = ("actions", number, "activities", index)
            if activity.responsible:
                yield (*here, "responsible"), activity.responsible
            yield from _issuers(here, activity.means_of_verification)


def _issuers(here: tuple[Step, ...], means: tuple[Means, ...]) -> Iterator[Reference]:
    for at, item in enumerate(means):
        if item.issuer:
            yield (*here, "means_of_verification", at, "issuer"), item.issuer


def _in_forum(forum: Forum | None) -> Iterator[Reference]:
    for index, member in enumerate(forum.members if forum else ()):
        yield ("forum", "members", index, "actor"), member.actor
        for at, name in enumerate(member.organisations):
            yield ("forum", "members", index, "organisations", at), name


def _in_roadmap(model: Roadmap) -> Iterator[Reference]:
    for number, action in enumerate(model.actions):
        for index, activity in enumerate(action.activities):
            for at, dependency in enumerate(activity.depends_on):
                yield ("actions", number, "activities", index, "depends_on", at, "activity"), dependency.activity
    for index, item in enumerate(model.reschedulings):
        yield ("reschedulings", index, "activity"), item.activity


def _means(model: Roadmap) -> set[str]:
    of_actions = {means.id for action in model.actions for means in action.means_of_verification}
    return of_actions | {means.id for activity in model.activities for means in activity.means_of_verification}


def _means_named(model: Roadmap) -> Iterator[Reference]:
    for index, indicator in enumerate(model.indicators):
        for at, name in enumerate(indicator.means):
            yield ("indicators", index, "means", at), name
