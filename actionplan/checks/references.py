"""Every reference leads to something that is there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from actionplan.checks.resolution import SESSIONS, Reference, Target, listed, missing, one
from actionplan.documents.kinds import Kind
from actionplan.documents.values import Step
from actionplan.language.messages import msg
from actionplan.model.commitment import Commitment
from actionplan.model.common import Sourced
from actionplan.model.fields import Part, part_in, parts_of
from actionplan.model.process import Cause, Table
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Means, Roadmap
from actionplan.model.settings import Forum, PlanIdentity, Sources

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry, Plan

_ACTORS = msg("«plan/actores.yml»")
_SOURCES = msg("«plan/fuentes.yml»")
_THEMES = msg("los temas de «plan/3-arboles/»")
_CAUSES = msg("los árboles de problemas")
_ALTERNATIVES = msg("las alternativas de las mesas")
_COMMITMENTS = msg("los compromisos")


def check(plan: Plan) -> Iterator[Finding]:
    """Check references to actors, sources, topics, causes, alternatives, commitments and sessions."""
    targets = _Targets(plan)
    for entry in plan.entries:
        yield from missing(plan, entry, _sources_of(entry), Target(plan.sources, Kind.SOURCES, _SOURCES))
        yield from missing(plan, entry, _actors_of(entry.model), Target(plan.actors, Kind.ACTORS, _ACTORS))
        if isinstance(entry.model, Commitment):
            yield from targets.of_commitment(entry, entry.model)
        elif isinstance(entry.model, Table):
            yield from targets.of_table(entry, entry.model)


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

    def of_commitment(self, entry: Entry[DocumentPart], model: Commitment) -> Iterator[Finding]:
        """Topic, causes and alternatives."""
        theme = one(("theme",), model.theme)
        yield from missing(self.plan, entry, theme, Target(self.plan.trees, Kind.TREE, _THEMES))
        yield from missing(self.plan, entry, listed("causes", model.causes), Target(self.causes, Kind.TREE, _CAUSES))
        named = listed("alternatives", model.alternatives)
        yield from missing(self.plan, entry, named, Target(self.alternatives, Kind.TABLE, _ALTERNATIVES))
        if model.closure:
            heir = one(("closure", "merged_into"), model.closure.merged_into)
            yield from missing(
                self.plan, entry, heir, Target(self.plan.commitment_files, Kind.COMMITMENT, _COMMITMENTS)
            )
            agreed = one(("closure", "agreed_in"), model.closure.agreed_in)
            yield from missing(self.plan, entry, agreed, Target(self.plan.sessions, Kind.SESSION, SESSIONS))
        for index, item in enumerate(model.handovers):
            agreed = one(("handovers", index, "agreed_in"), item.agreed_in)
            yield from missing(self.plan, entry, agreed, Target(self.plan.sessions, Kind.SESSION, SESSIONS))

    def of_table(self, entry: Entry[DocumentPart], model: Table) -> Iterator[Finding]:
        """Topic, and the causes and commitment of each alternative."""
        theme = one(("theme",), model.theme)
        yield from missing(self.plan, entry, theme, Target(self.plan.trees, Kind.TREE, _THEMES))
        for index, alternative in enumerate(model.alternatives):
            here: tuple[Step, ...] = ("alternatives", index)
            causes = (((*here, "causes", at), name) for at, name in enumerate(alternative.causes))
            yield from missing(self.plan, entry, causes, Target(self.causes, Kind.TREE, _CAUSES))
            commitment = one((*here, "commitment"), alternative.commitment)
            yield from missing(
                self.plan, entry, commitment, Target(self.plan.commitment_files, Kind.COMMITMENT, _COMMITMENTS)
            )


def _ids(causes: tuple[Cause, ...]) -> Iterator[str]:
    for cause in causes:
        yield cause.id
        yield from _ids(cause.causes)


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
        yield from listed("support", model.support)
        yield from _in_forum(model.forum)
    elif isinstance(model, Commitment):
        yield from (((("leads", index, "institution")), lead.institution) for index, lead in enumerate(model.leads))
        yield from listed("partners", model.partners)
        yield from listed("supporters", model.supporters)
        for index, item in enumerate(model.handovers):
            yield from one(("handovers", index, "leaves"), item.leaves)
            yield from one(("handovers", index, "enters"), item.enters)
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
