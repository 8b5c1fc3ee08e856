"""What a forge says of proposals as such, in its own JSON: which are open, what was said below them, what ran."""

from __future__ import annotations

from typing import NamedTuple

from pydantic import BaseModel, Field, PositiveInt

from actionplan.forge.payloads import listed, one


class Pull(NamedTuple):
    """A proposal: its number, its last commit, who proposes, into which branch, its labels."""

    number: int
    head: str
    author: str
    base: str
    labels: frozenset[str]


class _Account(BaseModel):
    login: str


class _Commit(BaseModel):
    sha: str = Field(pattern="^[0-9a-f]{40,64}$")


class _Branch(BaseModel):
    ref: str


class _Label(BaseModel):
    name: str


class _Pull(BaseModel):
    number: PositiveInt
    head: _Commit
    user: _Account | None = None
    base: _Branch
    labels: list[_Label] = []


class _Comment(BaseModel):
    id: PositiveInt
    user: _Account | None = None
    body: str | None = None


class _Run(BaseModel):
    id: PositiveInt


class _Runs(BaseModel):
    workflow_runs: list[_Run]


def read_about(text: str) -> Pull:
    """What ``GET /pulls/N`` says of a proposal.

    Raises:
        ForgeError: It is something else.
    """
    return _about(one(_Pull, text))


def read_open(text: str) -> tuple[Pull, ...]:
    """The proposals of ``GET /pulls``.

    Raises:
        ForgeError: It is something else.
    """
    return tuple(map(_about, listed(_Pull, text)))


def read_comments(text: str, account: str, mark: str) -> tuple[int, ...]:
    """The numbers of an account's comments that begin with a mark, among those of ``GET /issues/N/comments``.

    Raises:
        ForgeError: It is something else.
    """
    said = ((it.id, it.user.login if it.user else "", it.body or "") for it in listed(_Comment, text))
    return tuple(number for number, who, body in said if who == account and body.startswith(mark))


def read_run(text: str) -> int | None:
    """The number of the newest run among those of ``GET /actions/workflows/NAME/runs``.

    Raises:
        ForgeError: It is something else.
    """
    runs = one(_Runs, text).workflow_runs
    return runs[0].id if runs else None


def _about(pull: _Pull) -> Pull:
    author = pull.user.login.lower() if pull.user else ""
    return Pull(pull.number, pull.head.sha, author, pull.base.ref, frozenset(label.name for label in pull.labels))
