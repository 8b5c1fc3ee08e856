"""The shapes of a forge's JSON, of which only what is needed is read."""

from __future__ import annotations

from pydantic import BaseModel, Field, PositiveInt

PERSON = "User"
"""What the forge calls an account that is no program's."""


class Account(BaseModel):
    """Whoever has a name at the forge."""

    login: str
    type: str = PERSON  # not every forge says it


class ReviewItem(BaseModel):
    """A review."""

    id: int = 0
    user: Account | None = None
    state: str
    commit_id: str | None = None
    submitted_at: str | None = None


class FileItem(BaseModel):
    """A file of a proposal, with the name that it had."""

    filename: str
    previous_filename: str | None = None


class DocumentItem(BaseModel):
    """The same, by ``plan changes``."""

    path: str
    previous_path: str | None = None


class Changes(BaseModel):
    """What ``plan changes`` says."""

    head: str | None = None
    documents: list[DocumentItem]


class Commit(BaseModel):
    """A commit."""

    sha: str = Field(pattern="^[0-9a-f]{40,64}$")


class Branch(BaseModel):
    """A branch."""

    ref: str


class Label(BaseModel):
    """A label."""

    name: str


class PullItem(BaseModel):
    """A proposal, as far as agreeing to it goes."""

    head: Commit
    user: Account | None = None
    changed_files: int | None = None
    requested_reviewers: list[Account] = []


class WholePull(PullItem):
    """A proposal, as far as answering it goes."""

    number: PositiveInt
    user: Account | None = None
    base: Branch
    labels: list[Label] = []


class CommentItem(BaseModel):
    """A comment below a proposal."""

    id: PositiveInt
    user: Account | None = None
    body: str | None = None


class RunItem(BaseModel):
    """A run of a workflow."""

    id: PositiveInt


class Runs(BaseModel):
    """The runs of a workflow."""

    workflow_runs: list[RunItem]
