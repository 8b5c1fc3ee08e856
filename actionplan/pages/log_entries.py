"""One commit in words: what was changed, why, who signed it, and where the forge shows it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from actionplan.documents import is_evidence, sibling
from actionplan.forge.door import forge
from actionplan.git.history import Commit, Touch
from actionplan.language.locale import Locale, name_of
from actionplan.language.messages import msg
from actionplan.model import DocumentPart, Entry, Plan, Report, Verification
from actionplan.pages import addresses
from actionplan.pages.titles import title_of
from actionplan.text.escape import plain

ADDED = msg("Se agrega")
CHANGED = msg("Se modifica")
MOVED = msg("Cambia de lugar")
REMOVED = msg("Se quita")
EVIDENCE = msg("Evidencia «{file}»")

_VERBS = {"A": ADDED, "C": ADDED, "D": REMOVED, "R": MOVED}

_NAMED = 6
"""Documents named in one commit and place; the rest are counted."""

_LONGEST = 300
"""Characters of a reason; the commit itself tells it whole."""


class DocumentLink(NamedTuple):
    """Represent a document in words; ``address`` is empty if the site no longer has it."""

    text: str
    address: str


class TouchedDocuments(NamedTuple):
    """Hold what happened to some documents, in Spanish; ``more`` of them are not named."""

    verb: str
    documents: tuple[DocumentLink, ...]
    more: int


class LogEntry(NamedTuple):
    """Hold what one commit did in one place of the plan.

    Attributes:
        day: When it was committed, as it says itself.
        subject: What, in its author's words; may be empty.
        reason: Why, likewise.
        signers: Who signed it publicly.
        touched: What happened to which documents.
        commit: Its hash, shortened as people quote it.
        commit_url: Where the forge shows it; empty if the plan names no forge.
        proposal: The number of the proposal that brought it, where its subject or its merge gives one.
        proposal_url: Where the forge shows that.
    """

    day: dt.date
    subject: str
    reason: str
    signers: tuple[str, ...]
    touched: tuple[TouchedDocuments, ...]
    commit: str
    commit_url: str
    proposal: str
    proposal_url: str


@dataclass(frozen=True, eq=False)
class LogFormatter:
    """Say what commits did to the documents of a plan, in one language."""

    plan: Plan
    locale: Locale

    @cached_property
    def _entries(self) -> dict[str, Entry[DocumentPart]]:
        return {entry.path: entry for entry in self.plan.entries}

    def entry(self, commit: Commit, touches: Iterable[Touch]) -> LogEntry:
        """Say in one entry what a commit did to some of its files."""
        home = (self.plan.identity.forge or "").rstrip("/")
        subject, squashed = forge.squashed_number(commit.subject)
        number = squashed or commit.proposal
        return LogEntry(
            day_of(commit),
            plain(subject),
            _first_paragraph(commit.reason),
            tuple(map(plain, commit.signers)),
            tuple(self._touched(touches)),
            commit.id[:10],
            forge.commit_address(home, commit.id) if home else "",
            number,
            forge.pull_address(home, number) if home and number else "",
        )

    def _touched(self, touches: Iterable[Touch]) -> Iterator[TouchedDocuments]:
        paths: defaultdict[str, list[str]] = defaultdict(list)
        for touch in touches:
            paths[_VERBS.get(touch.status, CHANGED)].append(touch.path)
        for verb in (ADDED, CHANGED, MOVED, REMOVED):
            if verb in paths:
                named = tuple(map(self._link, islice(paths[verb], _NAMED)))
                yield TouchedDocuments(verb, named, len(paths[verb]) - len(named))

    def _link(self, path: str) -> DocumentLink:
        """Name a file in the words of the site; what is no document of it any more, by its path."""
        translation = sibling(path)
        for original in translation.originals if translation else (path,):
            entry = self._entries.get(original)
            if entry is not None:
                language = f" ({name_of(translation.language)})" if translation else ""
                return DocumentLink(self._title(entry) + language, addresses.of_document(original))
        if is_evidence(path):
            name = plain(path.rpartition("/")[2])
            return DocumentLink(self.locale.translate(EVIDENCE).format(file=name), "")
        return DocumentLink(plain(path), "")

    def _title(self, entry: Entry[DocumentPart]) -> str:
        title = title_of(entry, self.plan, self.locale)
        match entry.model:
            case Report(reporter=actor) | Verification(organisation=actor):
                found = self.plan.actors.get(actor)
                return f"{title}: {(found.acronym or found.name) if found else actor}"
            case _:
                return title


def day_of(commit: Commit) -> dt.date:
    """Return when a commit was made; it may claim any time at all, and those beyond the calendar stand at its end."""
    try:
        return dt.date.fromisoformat(commit.day)
    except ValueError:
        return dt.date.max


def _first_paragraph(text: str) -> str:
    paragraph = plain(" ".join(text.partition("\n\n")[0].split()))
    return paragraph if len(paragraph) <= _LONGEST else f"{paragraph[:_LONGEST].rstrip()}…"
