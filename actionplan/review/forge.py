"""What a forge says of a proposal, in its own JSON: the files it touches and the reviews it got."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from actionplan.review.shapes import PERSON, Changes, CommentItem, FileItem, PullItem, ReviewItem, Runs, WholePull

T = TypeVar("T", bound=BaseModel)

_MOST_FILES = 3000
"""Where the forge cuts its list of files: a longer proposal would keep some of them to itself."""


class ForgeError(Exception):
    """The JSON is not what a forge, or another verb of ours, gives out."""


class Review(NamedTuple):
    """A review: who, what (the forge's word in capitals), of which commit."""

    account: str
    state: str
    commit: str


class Pull(NamedTuple):
    """A proposal as the forge lists it: its number, its last commit, who proposes, into which branch, its labels."""

    number: int
    head: str
    author: str
    base: str
    labels: frozenset[str]


class Proposal(NamedTuple):
    """A proposal as far as agreeing to it goes.

    Attributes:
        paths: Every file that it touches, under its old and its new name.
        head: Its last commit; empty if that is not known.
        asked_again: Accounts whose review is awaited, whatever they said before; lower case.
        listed: How many files the forge's own list names; None if the list is not the forge's.
        author: The account that proposes, in lower case; empty if that is not known.
    """

    paths: tuple[str, ...]
    head: str
    asked_again: frozenset[str] = frozenset()
    listed: int | None = None
    author: str = ""


def read_reviews(text: str) -> tuple[Review, ...]:
    """The reviews of ``GET /pulls/N/reviews``, in the order in which they were sent.

    Those of accounts that are gone are left out, and so are those of programs, which speak for nobody.

    Raises:
        ForgeError: It is something else.
    """
    found = listed(ReviewItem, text)
    return tuple(
        Review(item.user.login.lower(), item.state.upper(), item.commit_id or "")
        for item in sorted(found, key=lambda item: (item.submitted_at or "", item.id))
        if item.user and item.user.type == PERSON
    )


def read_changes(text: str) -> Proposal:
    """The files of ``GET /pulls/N/files``, or of ``plan changes --format json``, which knows its head too.

    Raises:
        ForgeError: It is something else.
    """
    if text.lstrip().startswith("{"):
        changes = one(Changes, text)
        names = ((item.path, item.previous_path) for item in changes.documents)
        return Proposal(_paths(names), changes.head or "")
    files = listed(FileItem, text)
    if len(files) >= _MOST_FILES:
        raise ForgeError(f"{len(files)} >= {_MOST_FILES}")
    return Proposal(_paths((item.filename, item.previous_filename) for item in files), "", listed=len(files))


def read_pull(text: str, proposal: Proposal) -> Proposal:
    """A proposal with what ``GET /pulls/N`` adds: its author, its last commit, and whose review is awaited.

    Raises:
        ForgeError: It is something else, or counts other files than the list names, which then is not all of them.
    """
    pull = one(PullItem, text)
    if None not in (proposal.listed, pull.changed_files) and proposal.listed != pull.changed_files:
        raise ForgeError(f"{proposal.listed} != changed_files: {pull.changed_files}")
    asked = frozenset(account.login.lower() for account in pull.requested_reviewers)
    author = pull.user.login.lower() if pull.user else ""
    return proposal._replace(head=pull.head.sha, asked_again=asked, author=author)


def read_about(text: str) -> Pull:
    """What ``GET /pulls/N`` says of a proposal.

    Raises:
        ForgeError: It is something else.
    """
    return _about(one(WholePull, text))


def read_open(text: str) -> tuple[Pull, ...]:
    """The proposals of ``GET /pulls``.

    Raises:
        ForgeError: It is something else.
    """
    return tuple(map(_about, listed(WholePull, text)))


def read_comment(text: str, account: str, mark: str) -> int | None:
    """The number of an account's comment that begins with a mark, among those of ``GET /issues/N/comments``.

    Raises:
        ForgeError: It is something else.
    """
    said = ((it.id, it.user.login if it.user else "", it.body or "") for it in listed(CommentItem, text))
    return next((number for number, who, body in said if who == account and body.startswith(mark)), None)


def read_run(text: str) -> int | None:
    """The number of the newest run among those of ``GET /actions/workflows/NAME/runs``.

    Raises:
        ForgeError: It is something else.
    """
    runs = one(Runs, text).workflow_runs
    return runs[0].id if runs else None


def _about(pull: WholePull) -> Pull:
    author = pull.user.login.lower() if pull.user else ""
    return Pull(pull.number, pull.head.sha, author, pull.base.ref, frozenset(label.name for label in pull.labels))


def _paths(names: Iterator[tuple[str, str | None]]) -> tuple[str, ...]:
    return tuple(sorted({name for pair in names for name in pair if name}))


def one(model: type[T], text: str) -> T:
    """The one thing that a text of JSON is.

    Raises:
        ForgeError: It is something else.
    """
    try:
        return model.model_validate_json(text)
    except ValidationError as refused:
        raise ForgeError(_first(refused)) from refused


def listed(model: type[T], text: str) -> list[T]:
    """The items of one list, or of a list a page one after another, as forges' clients print them.

    Raises:
        ForgeError: It is something else.
    """
    items: list[object] = []
    try:
        for page in _values(text):
            if not isinstance(page, list):
                raise ForgeError("[]")
            items += [item for part in page for item in (part if isinstance(part, list) else [part])]
        return TypeAdapter(list[model]).validate_python(items)  # type: ignore[valid-type]  # a type known at run time
    except ValidationError as refused:
        raise ForgeError(_first(refused)) from refused
    except (ValueError, RecursionError) as broken:
        raise ForgeError(str(broken)) from broken


def _values(text: str) -> Iterator[object]:
    decoder, rest = json.JSONDecoder(), text.strip()
    while True:  # nothing at all is no list: a download that failed must not pass for an empty one
        value, end = decoder.raw_decode(rest)
        yield value
        rest = rest[end:].lstrip()
        if not rest:
            return


def _first(refused: ValidationError) -> str:
    error = refused.errors(include_url=False, include_input=False)[0]
    return f"{'.'.join(str(step) for step in error['loc'])}: {error['msg']}"
