"""What GitHub gives out, and Forgejo in its likeness, read into types of our own."""

from __future__ import annotations

from pydantic import BaseModel, Field, PositiveInt

from actionplan.forge.issues import Issue
from actionplan.forge.payloads import ForgeError, Payload, listed, one
from actionplan.forge.pull_requests import (
    ForgeComment,
    Proposal,
    Pull,
    Review,
    ReviewState,
    proposal_of,
    read_own_changes,
)

BOT = "github-actions[bot]"
"""The account of a workflow's own token; what any other wrote is not ours, whatever it says."""

_MOST_FILES = 3000
"""Where the forge cuts its list of files: a longer proposal would keep some of them to itself."""

_PERSON, _PROGRAM = "User", "Bot"
_STATES = {
    "APPROVED": ReviewState.APPROVED,
    "CHANGES_REQUESTED": ReviewState.OBJECTED,
    "REQUEST_CHANGES": ReviewState.OBJECTED,  # Forgejo's word
    "DISMISSED": ReviewState.DISMISSED,
}


class _Account(BaseModel):
    login: str
    id: int = 0
    type: str = _PERSON  # not every forge says it


class _Commit(BaseModel):
    sha: str = Field(pattern="^[0-9a-f]{40,64}$")


class _Branch(BaseModel):
    ref: str


class _Label(BaseModel):
    name: str


class _Pull(BaseModel):
    number: PositiveInt
    head: _Commit
    base: _Branch
    user: _Account | None = None
    labels: list[_Label] = []
    changed_files: int | None = None
    requested_reviewers: list[_Account] = []


class _Review(BaseModel):
    id: int = 0
    user: _Account | None = None
    state: str
    commit_id: str | None = None
    submitted_at: str | None = None
    dismissed: bool = False  # Forgejo's, which keeps the word of what it dismisses


class _File(BaseModel):
    filename: str
    previous_filename: str | None = None


class _Comment(BaseModel):
    id: PositiveInt
    user: _Account | None = None
    body: str | None = None


class _Run(BaseModel):
    id: PositiveInt


class _Runs(BaseModel):
    workflow_runs: list[_Run]


class _Issue(BaseModel):
    number: int
    title: str = ""
    body: str | None = None
    state: str = ""
    user: _Account | None = None
    pull_request: dict[str, object] | None = None


def _pull(pull: _Pull) -> Pull:
    return Pull(
        pull.number,
        pull.head.sha,
        pull.user.login.lower() if pull.user else "",
        pull.base.ref,
        frozenset(label.name for label in pull.labels),
        frozenset(account.login.lower() for account in pull.requested_reviewers),
        pull.changed_files,
        pull.user is None or pull.user.type != _PERSON,
    )


def _reviews(text: str) -> tuple[Review, ...]:
    """Read reviews in the order in which they were sent.

    Those of accounts that are gone are left out, and so are those of programs, which speak for nobody.
    """
    return tuple(
        Review(item.user.login.lower(), _state(item), item.commit_id or "")
        for item in sorted(listed(_Review, text), key=lambda item: (item.submitted_at or "", item.id))
        if item.user and item.user.type == _PERSON
    )


def _state(review: _Review) -> ReviewState:
    state = _STATES.get(review.state.upper(), ReviewState.COMMENTED)
    return ReviewState.DISMISSED if review.dismissed else state


def _files(text: str) -> Proposal:
    """Read the forge's list of files, or what ``plan changes`` writes in its place."""
    if text.lstrip().startswith("{"):
        return read_own_changes(text)
    files = listed(_File, text)
    if len(files) >= _MOST_FILES:
        raise ForgeError(f"la forja corta la lista en {_MOST_FILES} archivos, y puede faltar alguno")
    return proposal_of([(item.filename, item.previous_filename) for item in files], listed=len(files))


def _comments(text: str) -> tuple[ForgeComment, ...]:
    return tuple(
        ForgeComment(item.id, item.body or "", item.user is not None and item.user.login == BOT)
        for item in listed(_Comment, text)
    )


def _newest_run(text: str) -> int | None:
    runs = one(_Runs, text).workflow_runs
    return runs[0].id if runs else None


def _issue(item: _Issue) -> Issue:
    user = item.user or _Account(login="")
    is_ours = (user.login, user.type) == (BOT, _PROGRAM)
    return Issue(item.number, item.body or "", user.login, user.id, item.title, item.state == "open", is_ours)


PULL = Payload("pulls/NÚMERO", lambda text: _pull(one(_Pull, text)))
PULLS = Payload("pulls", lambda text: tuple(map(_pull, listed(_Pull, text))))
FILES = Payload("pulls/NÚMERO/files", _files)
REVIEWS = Payload("pulls/NÚMERO/reviews", _reviews)
COMMENTS = Payload("issues/NÚMERO/comments", _comments)
RUNS = Payload("actions/workflows/FLUJO/runs", _newest_run)
ISSUE = Payload("issues/NÚMERO", lambda text: _issue(one(_Issue, text)))
ISSUES = Payload(
    "issues", lambda text: tuple(_issue(item) for item in listed(_Issue, text) if item.pull_request is None)
)
