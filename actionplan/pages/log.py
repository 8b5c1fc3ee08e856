"""The public log: what was changed in the plan, why and by whom, as its history tells it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from actionplan.documents.kinds import commitment_folder
from actionplan.git.history import Commit, History, HistoryDepth, Touch
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model.plan import CommitmentFile, Plan
from actionplan.pages import addresses, titles
from actionplan.pages.deeds import Deed, Teller, day_of
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
    """The deeds in one place, newest first; ``address`` is that of the commitment, if there is one."""

    title: str
    address: str
    deeds: tuple[Deed, ...]


class Month(NamedTuple):
    """The groups of a month: the plan, several commitments at once, and each commitment by its number."""

    start: dt.date
    groups: tuple[Group, ...]


class Changes(NamedTuple):
    """The newest deeds in a commitment, and the years of the older ones with how many there are."""

    deeds: tuple[Deed, ...]
    older: dict[int, int]


@dataclass(frozen=True, eq=False)
class Log:
    """The history of a plan in the words of one language.

    A copy without its whole past would credit its oldest commit with all that came before, so it tells nothing.
    """

    plan: Plan
    locale: Locale
    history: History

    @property
    def notice(self) -> str:
        """Why there is nothing to tell, in Spanish; empty if there is."""
        return _NOTICES.get(self.history.depth, "")

    @cached_property
    def years(self) -> dict[int, int]:
        """How many commits each year has, newest first."""
        counted = Counter(day_of(commit).year for commit in self._commits)
        return dict(sorted(counted.items(), reverse=True))

    @property
    def newest(self) -> tuple[Month, ...]:
        """The newest commits, by month."""
        return self._months(self._commits[:_NEWEST])

    def months(self, year: int) -> tuple[Month, ...]:
        """The commits of a year, by month."""
        return self._months(commit for commit in self._commits if day_of(commit).year == year)

    def of(self, commitment_file: CommitmentFile) -> Changes:
        """What was changed in one commitment."""
        folder = commitment_file.commitment.folder
        commits = self.history.of(folder) if self._commits else ()
        deeds = tuple(self._teller.tell(commit, _inside(commit, folder)) for commit in commits[:_NEWEST_OF_ONE])
        older = Counter(day_of(commit).year for commit in commits[_NEWEST_OF_ONE:])
        return Changes(deeds, dict(sorted(older.items(), reverse=True)))

    @property
    def _commits(self) -> tuple[Commit, ...]:
        return self.history.in_todays_names if self.history.depth is HistoryDepth.WHOLE else ()

    def _months(self, commits: Iterable[Commit]) -> tuple[Month, ...]:
        found: defaultdict[dt.date, dict[str, list[Deed]]] = defaultdict(dict)
        for commit in commits:
            for place, touches in _places(commit).items():
                deeds = found[day_of(commit).replace(day=1)].setdefault(place, [])
                deeds.append(self._teller.tell(commit, touches))
        return tuple(
            Month(start, tuple(self._group(place, places[place]) for place in sorted(places, key=self._rank)))
            for start, places in sorted(found.items(), reverse=True)
        )

    @cached_property
    def _teller(self) -> Teller:
        return Teller(self.plan, self.locale)

    @cached_property
    def _commitment_files(self) -> dict[str, CommitmentFile]:
        return {
            commitment_file.commitment.folder: commitment_file
            for commitment_file in self.plan.commitment_files.values()
        }

    def _rank(self, place: str) -> tuple[bool, int, str]:
        commitment_file = self._commitment_files.get(place)
        number = commitment_file.commitment.model.number if commitment_file else 0
        # What is no commitment goes first, and commitments that are gone go last.
        return commitment_file is None and place not in _TITLES, number, place

    def _group(self, place: str, deeds: list[Deed]) -> Group:
        commitment_file = self._commitment_files.get(place)
        if commitment_file:
            entry = commitment_file.commitment
            title, address = titles.title_of(entry, self.plan, self.locale), addresses.of_document(entry.path)
        else:
            title, address = self.locale.translate(_TITLES[place]) if place in _TITLES else plain(place), ""
        return Group(title, address, tuple(deeds))


def _places(commit: Commit) -> dict[str, list[Touch]]:
    """The files of a commit by the place where they are told: the plan, a commitment, or several at once."""
    found: defaultdict[str, list[Touch]] = defaultdict(list)
    for touch in commit.touches:
        found[commitment_folder(touch.path) or _PLAN].append(touch)
    folders = found.keys() - {_PLAN}
    if len(folders) <= _TOGETHER:
        return found
    several = [touch for touch in commit.touches if not touch.path.startswith("plan/")]
    return {_SEVERAL: several} | ({_PLAN: found[_PLAN]} if _PLAN in found else {})


def _inside(commit: Commit, folder: str) -> Iterator[Touch]:
    return (touch for touch in commit.touches if touch.path.startswith(f"{folder}/"))
