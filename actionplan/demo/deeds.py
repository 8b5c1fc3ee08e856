"""What was done to an invented plan, when and by which role: its files and its history come from the same deeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count, groupby
from operator import attrgetter
from typing import NamedTuple

from actionplan.demo.outline import institution, institution_name, organisation, organisation_name
from actionplan.demo.papers import Paper

_EPOCH = date(1970, 1, 1)
_DAY = 24 * 60 * 60
_MORNING = 8 * 60 * 60
_PAUSE = 15
"""Seconds between two deeds of a day: room for thousands before midnight."""


class Account(NamedTuple):
    """Who signs a commit: a role of an organisation, never a person."""

    id: str
    role: str

    @property
    def signature(self) -> str:
        """Name and address, at a domain that nobody can have (RFC 2606)."""
        return f"{self.role} (cuenta ficticia) <{self.id}@ejemplo.example>"


SECRETARIAT = Account("secretaria-tecnica", "Secretaría técnica de ejemplo")


class Deed(NamedTuple):
    """Files that were added or changed at once, with what a reader of the history is told."""

    day: date
    by: Account
    subject: str
    papers: tuple[Paper, ...]


def account_of_institution(place: int) -> Account:
    """The account of an institution, by its place among all."""
    return Account(institution(place), institution_name(place))


def account_of_organisation(place: int) -> Account:
    """The account of an organisation, by its place among all."""
    return Account(organisation(place), organisation_name(place))


def fast_import(deeds: Iterable[Deed]) -> Iterator[bytes]:
    """Tell deeds, given by day, as git's ``fast-import`` reads them: one commit each, on the branch ``main``.

    What the secretariat does is committed as it is; everybody else sends a proposal, whose number ends the subject.
    """
    proposals = count(1)
    for day, told in groupby(deeds, attrgetter("day")):
        start = (day - _EPOCH).days * _DAY + _MORNING
        for place, deed in enumerate(told):
            subject = deed.subject if deed.by == SECRETARIAT else f"{deed.subject} (#{next(proposals)})"
            yield f"commit refs/heads/main\ncommitter {deed.by.signature} {start + place * _PAUSE} +0000\n".encode()
            yield _data(f"{subject}\n")
            for paper in deed.papers:
                yield f"M 100644 inline {paper.path}\n".encode()
                yield _data(paper.text)
    yield b"done\n"


def _data(text: str) -> bytes:
    content = text.encode()
    return b"data %d\n%b\n" % (len(content), content)
