"""The commits of an invented plan: its files and its history both come from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count, groupby
from operator import attrgetter
from typing import NamedTuple

from actionplan.demo.actors import SECRETARIAT, SimulatedActor
from actionplan.demo.plan_files import PlanFile

_EPOCH = date(1970, 1, 1)
_DAY = 24 * 60 * 60
_MORNING = 8 * 60 * 60
_PAUSE = 15
"""Seconds between two commits of a day: room for thousands before midnight."""


class SimulatedCommit(NamedTuple):
    """Describe a commit by the files that it adds or changes."""

    day: date
    author: SimulatedActor
    subject: str
    files: tuple[PlanFile, ...]


def fast_import(commits: Iterable[SimulatedCommit]) -> Iterator[bytes]:
    """Yield commits, given by day, as git's ``fast-import`` reads them, on the branch ``main``.

    The secretariat commits as it is; everybody else sends a proposal, whose number ends the subject.
    """
    proposals = count(1)
    for day, commits_of_day in groupby(commits, attrgetter("day")):
        start = (day - _EPOCH).days * _DAY + _MORNING
        for place, commit in enumerate(commits_of_day):
            number = "" if commit.author == SECRETARIAT else f" (#{next(proposals)})"
            time = start + place * _PAUSE
            yield f"commit refs/heads/main\ncommitter {commit.author.signature} {time} +0000\n".encode()
            yield _data(f"{commit.subject}{number}\n")
            for file in commit.files:
                yield f"M 100644 inline {file.path}\n".encode()
                yield _data(file.text)
    yield b"done\n"


def _data(text: str) -> bytes:
    content = text.encode()
    return b"data %d\n%b\n" % (len(content), content)
