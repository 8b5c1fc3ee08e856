"""What is known of proposals at a forge, whichever it is: who proposes what, and who said what of it."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import NamedTuple

from pydantic import BaseModel

from actionplan.forge.payloads import ForgeError, one


class Pull(NamedTuple):
    """Describe a proposal as such.

    Attributes:
        number: Its number.
        head: Its last commit.
        author: The account that proposes, in lower case; empty if that is gone.
        base: The branch that it goes into.
        labels: Its labels.
        asked_again: Accounts whose review is awaited, whatever they said before; lower case.
        changed_files: How many files it changes; None if that is not known.
        is_nobodys: Whether a program proposes it, or an account that is gone: then nobody agreed by proposing.
    """

    number: int
    head: str
    author: str
    base: str
    labels: frozenset[str]
    asked_again: frozenset[str] = frozenset()
    changed_files: int | None = None
    is_nobodys: bool = False


class ReviewState(Enum):
    """Say what a review does; all that decides nothing is a comment."""

    APPROVED = "approved"
    OBJECTED = "objected"
    DISMISSED = "dismissed"
    COMMENTED = "commented"


class Review(NamedTuple):
    """Describe a review: who, what, of which commit."""

    account: str
    state: ReviewState
    commit: str


class ForgeComment(NamedTuple):
    """Describe a comment: its number, what it says, and whether the program that answers for us wrote it."""

    number: int
    text: str
    is_ours: bool


class Proposal(NamedTuple):
    """Describe a proposal as far as agreeing to it goes.

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

    def known_as(self, pull: Pull) -> Proposal:
        """Add what the forge knows of the proposal itself.

        Raises:
            ForgeError: It is of another revision than the files are, or it counts other files than the list names,
                which then is not all of them.
        """
        if self.head not in ("", pull.head):
            raise ForgeError(f"su última revisión es {pull.head}, y los archivos son los de {self.head}")
        if None not in (self.listed, pull.changed_files) and self.listed != pull.changed_files:
            raise ForgeError(f"dice que cambian {pull.changed_files} archivos, y la lista trae {self.listed}")
        return self._replace(
            head=pull.head, asked_again=pull.asked_again, author=pull.author, is_nobodys=pull.is_nobodys
        )


def proposal_of(names: list[tuple[str, str | None]], head: str = "", listed: int | None = None) -> Proposal:
    """Describe a proposal by its files, each with its name and the one that it had."""
    return Proposal(tuple(sorted({name for pair in names for name in pair if name})), head, listed=listed)


class _Document(BaseModel):
    path: str
    previous_path: str | None = None


class _Changes(BaseModel):
    head: str | None = None
    documents: list[_Document]


def read_own_changes(text: str) -> Proposal:
    """Read the files of ``plan changes --format json``, which knows the last commit too.

    Raises:
        ForgeError: It is something else.
    """
    changes = one(_Changes, text)
    return proposal_of([(item.path, item.previous_path) for item in changes.documents], changes.head or "")


class StatusState(StrEnum):
    """Say what a commit status shows."""

    SUCCESS = "success"
    PENDING = "pending"
    FAILURE = "failure"
    ERROR = "error"


class Request(NamedTuple):
    """Describe what a forge is asked: the method, the place below the repository's, and the JSON to send, if any."""

    method: str
    position: str
    body: dict[str, str] | None
