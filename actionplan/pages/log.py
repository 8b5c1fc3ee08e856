"""The public log: what was changed in the plan, why and by whom, as its history tells it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from actionplan.documents import commitment_folder
from actionplan.git.history import Commit, History, HistoryDepth, Touch
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model import CommitmentFile, Plan
from actionplan.pages import addresses, titles
from actionplan.pages.log_entries import LogEntry, LogFormatter, day_of
from actionplan.text.escape import plain

WHOLE_PLAN = msg("El plan")
MANY = msg("Varios compromisos a la vez")
SHALLOW = msg(
    "Este sitio se construyó con una copia incompleta del repositorio, que no deja saber quién cambió qué. "
    "Para mostrarlo, constrúyalo con la historia completa."
)
NONE = msg(
    "Este sitio se construyó sin la historia del repositorio, así que no consta quién cambió qué. "
    "Para mostrarlo, constrúyalo dentro de un repositorio de git."
)

_PLAN = "plan"
_SEVERAL = "several"
_TITLES = {_PLAN: WHOLE_PLAN, _SEVERAL: MANY}
_NOTICES = {HistoryDepth.SHALLOW: SHALLOW, HistoryDepth.NONE: NONE}
_NEWEST = 30
"""Commits on the first page of the log; the rest stand on the pages of their years."""

_NEWEST_OF_ONE = 8
"""Commits on the page of one commitment."""

_TOGETHER = 3
"""More commitments than these in one commit are told once, all together."""


class Group(NamedTuple):
    """Represent the entries of one commitment, of several, or of the plan, newest first.

    ``address`` is the commitment's.
    """

    title: str
    address: str
    entries: tuple[LogEntry, ...]


class Month(NamedTuple):
    """Represent the groups of a month: the plan, several commitments at once, and each commitment by its number."""

    start: dt.date
    groups: tuple[Group, ...]


class CommitmentLog(NamedTuple):
    """Represent the newest entries of a commitment, and the years of the older ones with how many there are."""

    entries: tuple[LogEntry, ...]
    older: dict[int, int]


@dataclass(frozen=True, eq=False)
class Log:
    """Represent the history of a plan in the words of one language.

    A copy without its whole past would credit its oldest commit with all that came before, so it tells nothing.
    """

    plan: Plan
    locale: Locale
    history: History

    @property
    def notice(self) -> str:
        """Say why there is nothing to tell, in Spanish; empty if there is."""
        return _NOTICES.get(self.history.depth, "")

    @cached_property
    def years(self) -> dict[int, int]:
        """Say how many commits each year has, newest first."""
        return _by_year(self._commits)

    @property
    def newest(self) -> tuple[Month, ...]:
        """Return the newest commits, by month."""
        return self._months(self._commits[:_NEWEST])

    def months(self, year: int) -> tuple[Month, ...]:
        """Return the commits of a year, by month."""
        return self._months(commit for commit in self._commits if day_of(commit).year == year)

    def of(self, commitment_file: CommitmentFile) -> CommitmentLog:
        """Return what was changed in one commitment."""
        folder = commitment_file.commitment.folder
        commits = self.history.of(folder) if self._commits else ()
        entries = (self._format.entry(commit, _by_folder(commit)[folder]) for commit in commits[:_NEWEST_OF_ONE])
        return CommitmentLog(tuple(entries), _by_year(commits[_NEWEST_OF_ONE:]))

    @property
    def _commits(self) -> tuple[Commit, ...]:
        return self.history.in_todays_names if self.history.depth is HistoryDepth.WHOLE else ()

    @cached_property
    def _format(self) -> LogFormatter:
        return LogFormatter(self.plan, self.locale)

    def _months(self, commits: Iterable[Commit]) -> tuple[Month, ...]:
        months: defaultdict[dt.date, defaultdict[str, list[LogEntry]]] = defaultdict(lambda: defaultdict(list))
        for commit in commits:
            for folder, touches in _told_together(commit).items():
                months[day_of(commit).replace(day=1)][folder].append(self._format.entry(commit, touches))
        return tuple(
            Month(start, tuple(self._group(folder, folders[folder]) for folder in sorted(folders, key=self._rank)))
            for start, folders in sorted(months.items(), reverse=True)
        )

    def _rank(self, folder: str) -> tuple[bool, int, str]:
        commitment_file = self.plan.commitment_of(f"{folder}/")
        number = commitment_file.commitment.model.number if commitment_file else 0
        # What is no commitment goes first, and commitments that are gone go last.
        return commitment_file is None and folder not in _TITLES, number, folder

    def _group(self, folder: str, entries: list[LogEntry]) -> Group:
        commitment_file = self.plan.commitment_of(f"{folder}/")
        if commitment_file is None:
            title = self.locale.translate(_TITLES[folder]) if folder in _TITLES else plain(folder)
            return Group(title, "", tuple(entries))
        entry = commitment_file.commitment
        title = titles.title_of(entry, self.plan, self.locale)
        return Group(title, addresses.of_document(entry.path), tuple(entries))


def _by_year(commits: Iterable[Commit]) -> dict[int, int]:
    """Count commits by year, newest first."""
    return dict(sorted(Counter(day_of(commit).year for commit in commits).items(), reverse=True))


def _by_folder(commit: Commit) -> defaultdict[str, list[Touch]]:
    """Return the files of a commit by the commitment's folder that they are in; outside of any, by the plan."""
    folders: defaultdict[str, list[Touch]] = defaultdict(list)
    for touch in commit.touches:
        folders[commitment_folder(touch.path) or _PLAN].append(touch)
    return folders


def _told_together(commit: Commit) -> dict[str, list[Touch]]:
    """Return the files of a commit by the folder under which they are told; those of many commitments at once."""
    folders = _by_folder(commit)
    if len(folders.keys() - {_PLAN}) <= _TOGETHER:
        return folders
    of_the_plan = {_PLAN: folders.pop(_PLAN)} if _PLAN in folders else {}
    return {_SEVERAL: [touch for touches in folders.values() for touch in touches]} | of_the_plan
