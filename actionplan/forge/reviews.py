"""What a forge says of a proposal, in its own JSON: the files it touches and the reviews it got."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from actionplan.forge.payloads import ForgeError, listed, one

_MOST_FILES = 3000
"""Where the forge cuts its list of files: a longer proposal would keep some of them to itself."""


_PERSON = "User"


class _Account(BaseModel):
    login: str
    type: str = _PERSON  # not every forge says it


class _Review(BaseModel):
    id: int = 0
    user: _Account | None = None
    state: str
    commit_id: str | None = None
    submitted_at: str | None = None
    dismissed: bool = False

    @property
    def word(self) -> str:
        """What it says in GitHub's words; Forgejo asks for changes in others, and what it dismisses keeps its word."""
        state = self.state.upper()
        return "DISMISSED" if self.dismissed else "CHANGES_REQUESTED" if state == "REQUEST_CHANGES" else state


class _File(BaseModel):
    filename: str
    previous_filename: str | None = None


class _Document(BaseModel):
    path: str
    previous_path: str | None = None


class _Changes(BaseModel):
    head: str | None = None
    documents: list[_Document]


class _Commit(BaseModel):
    sha: str


class _Pull(BaseModel):
    head: _Commit
    user: _Account | None = None
    changed_files: int | None = None
    requested_reviewers: list[_Account] = []


class Review(NamedTuple):
    """A review: who, what (the forge's word in capitals), of which commit."""

    account: str
    state: str
    commit: str


class Proposal(NamedTuple):
    """A proposal as far as agreeing to it goes.

    Attributes:
        paths: Every file that it touches, under its old and its new name.
        head: Its last commit; empty if that is not known.
        asked_again: Accounts whose review is awaited, whatever they said before; lower case.
        listed: How many files the forge's own list names; None if the list is not the forge's.
        author: The account that proposes, in lower case; empty if that is not known.
        is_nobodys: Whether a program proposes it, or an account that is gone: then nobody agreed by proposing.
    """

    paths: tuple[str, ...]
    head: str
    asked_again: frozenset[str] = frozenset()
    listed: int | None = None
    author: str = ""
    is_nobodys: bool = False


def read_reviews(text: str) -> tuple[Review, ...]:
    """The reviews of ``GET /pulls/N/reviews``, in the order in which they were sent.

    Those of accounts that are gone are left out, and so are those of programs, which speak for nobody.

    Raises:
        ForgeError: It is something else.
    """
    found = listed(_Review, text)
    return tuple(
        Review(item.user.login.lower(), item.word, item.commit_id or "")
        for item in sorted(found, key=lambda item: (item.submitted_at or "", item.id))
        if item.user and item.user.type == _PERSON
    )


def read_changes(text: str) -> Proposal:
    """The files of ``GET /pulls/N/files``, or of ``plan changes --format json``, which knows its head too.

    Raises:
        ForgeError: It is something else.
    """
    if text.lstrip().startswith("{"):
        changes = one(_Changes, text)
        names = ((item.path, item.previous_path) for item in changes.documents)
        return Proposal(_paths(names), changes.head or "")
    files = listed(_File, text)
    if len(files) >= _MOST_FILES:
        raise ForgeError(f"la forja corta la lista en {_MOST_FILES} archivos, y puede faltar alguno")
    return Proposal(_paths((item.filename, item.previous_filename) for item in files), "", listed=len(files))


def read_pull(text: str, proposal: Proposal) -> Proposal:
    """A proposal with what ``GET /pulls/N`` adds: its author, its last commit, and whose review is awaited.

    Raises:
        ForgeError: It is something else, or of another revision than the files are, or it counts other files than the
            list names, which then is not all of them.
    """
    pull = one(_Pull, text)
    if proposal.head not in ("", pull.head.sha):
        raise ForgeError(f"su última revisión es {pull.head.sha}, y los archivos son los de {proposal.head}")
    if None not in (proposal.listed, pull.changed_files) and proposal.listed != pull.changed_files:
        raise ForgeError(f"dice que cambian {pull.changed_files} archivos, y la lista trae {proposal.listed}")
    asked = frozenset(account.login.lower() for account in pull.requested_reviewers)
    author = pull.user.login.lower() if pull.user else ""
    nobody = pull.user is None or pull.user.type != _PERSON
    return proposal._replace(head=pull.head.sha, asked_again=asked, author=author, is_nobodys=nobody)


def _paths(names: Iterator[tuple[str, str | None]]) -> tuple[str, ...]:
    return tuple(sorted({name for pair in names for name in pair if name}))
