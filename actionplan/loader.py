"""The first three stages as one: a file tree becomes a plan and all that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import NamedTuple

from actionplan.documents import (
    CachedEntry,
    FileTree,
    Memo,
    ParseCache,
    SourceFile,
    collect,
    commitment_folder,
    unread,
)
from actionplan.documents.fingerprints import fingerprints
from actionplan.findings import Finding, Severity, in_order
from actionplan.model import Plan, Typed, from_cached, sealed_files, to_cached, typed
from actionplan.rules import BY_CODE, check_document, check_plan, waivers


class Loaded(NamedTuple):
    """Represent a plan and every finding about it, in order."""

    plan: Plan
    findings: tuple[Finding, ...]

    def blocks(self, *, strict: bool = False) -> bool:
        """Return whether the findings forbid publication; in strict mode warnings do too."""
        stops = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(finding.severity in stops for finding in self.findings)


@dataclass(frozen=True, eq=False)
class Caches:
    """Hold what each file said by itself, so that the next load works on what has changed and no more.

    Attributes:
        files: In this process.
        parse_cache: Of runs before this one.
    """

    files: Memo[Typed] = field(default_factory=Memo)
    parse_cache: ParseCache = field(default_factory=ParseCache)


def load(tree: FileTree, caches: Caches | None = None, cutoff: date | None = None) -> Loaded:
    """Read, type and check a whole plan; content never raises, it only yields findings.

    Args:
        tree: Where it is.
        caches: Of the loads before this one; they change nothing but how long it takes.
        cutoff: The date to cut figures off at, instead of the one in the plan's settings.
    """
    known = caches or Caches()
    plan, refused = _read(tree, known)
    if cutoff:
        plan = plan.at(cutoff)
    plan = with_custody(plan, tree)
    findings = [*refused, *check_plan(plan)]
    return Loaded(plan, in_order([*waivers.unwaived(plan, findings), *waivers.check(plan, findings, BY_CODE)]))


def plan_of(tree: FileTree, caches: Caches) -> Plan:
    """Read and type a plan without checking it, such as the published one that another is compared with.

    Args:
        tree: Where it is.
        caches: Shared with the load of the other plan, so that what both have alike is read and typed once.
    """
    return _read(tree, caches)[0]


def with_custody(plan: Plan, tree: FileTree, commitments: Collection[str] | None = None) -> Plan:
    """Return a plan that knows the SHA-256 of the files that its reports give one for.

    Args:
        plan: The plan.
        tree: Where it is.
        commitments: The ids of those whose files are read, all of them unless given.
    """
    sealed, limit = sealed_files(plan), plan.identity.rules.evidence_limit
    folders = {
        plan.commitment_files[name].commitment.folder for name in commitments or () if name in plan.commitment_files
    }
    # What is too big is refused anyway.
    wanted = (
        file.path
        for file in plan.files
        if file.path in sealed
        and file.size <= limit
        and (commitments is None or commitment_folder(file.path) in folders)
    )
    return replace(plan, fingerprints=fingerprints(tree, wanted))


def _read(tree: FileTree, known: Caches) -> tuple[Plan, list[Finding]]:
    collection = collect(tree)
    said = [
        known.files.recall(
            source_file.path, (source_file.content, source_file.keys), partial(_alone, source_file, known.parse_cache)
        )
        for source_file in collection.source_files
    ]
    closed = [
        unread(source_file.path, source_file.kind)
        for source_file, it in zip(collection.source_files, said, strict=True)
        if not it.entry
    ]
    entries = tuple(it.entry for it in said if it.entry)
    findings = [*collection.findings, *(finding for it in said for finding in it.findings)]
    return Plan(entries, collection.files, (*collection.closed, *closed), collection.keys), findings


def _alone(source_file: SourceFile, parse_cache: ParseCache) -> Typed:
    """Return what a file says by itself: from the parse cache, or read, typed and checked."""
    kept = parse_cache.find(source_file)
    if kept is not None:
        with suppress(ValueError):
            return Typed(from_cached(source_file, kept.data), kept.findings)
    entry, findings = typed(source_file)
    if entry is None:
        return Typed(None, findings)
    findings = (*findings, *check_document(entry))
    if parse_cache.is_open and entry.is_whole:
        parse_cache.keep(source_file, CachedEntry(to_cached(entry), findings))
    return Typed(entry, findings)
