"""What the forge has to be asked for, so that each organisation's issue says what its notice says.

The issues themselves are the memory: a hidden mark at the beginning of each holds what it has said. The rules:

- no issue, or only ones that we closed because nothing was left: a new one is opened, so that each is one story;
- an open issue is written anew if its text is another, and a comment is made only for what it had not said;
- nothing left: a comment says so, and the issue is closed with an empty mark;
- a person closed it: it stays closed until there is something that it had not said; then it is opened again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel

from actionplan.follow_up.follow_ups import Topic
from actionplan.follow_up.notices import Notice
from actionplan.follow_up.sentences import CURED, SWITCHED_OFF
from actionplan.forge.payloads import listed

BOT = "github-actions[bot]"
"""The account by which the workflow speaks; issues of any other are not ours, whatever they say."""

_MARK = re.compile(r"<!-- seguimiento: (\w+) ([a-z0-9._-]+) ([0-9a-f,]*) -->(?:\r?\n)?")


class _User(BaseModel):
    login: str
    type: str


class _Issue(BaseModel):
    number: int
    title: str
    body: str | None = None
    state: str
    user: _User | None = None
    pull_request: dict[str, object] | None = None


class Issue(NamedTuple):
    """One of our own issues.

    Attributes:
        number: Its number.
        topic: Its mark's: what it is about.
        organisation: Its mark's: whose it is, by id.
        said: Its mark's: the keys of what it has said.
        title: As it stands.
        body: As it stands, without the mark.
        is_open: Whether it is.
    """

    number: int
    topic: Topic
    organisation: str
    said: frozenset[str]
    title: str
    body: str
    is_open: bool


class Do(StrEnum):
    """What can be done with an issue."""

    OPEN = "open"
    UPDATE = "update"
    REOPEN = "reopen"
    CLOSE = "close"


class Action(NamedTuple):
    """One thing to ask of the forge.

    Attributes:
        do: What.
        organisation: For whom.
        number: Of the issue; None for a new one.
        title: What it shall be.
        body: What it shall be, with its mark.
        comment: To be made; empty for none.
    """

    do: Do
    organisation: str
    number: int | None
    title: str
    body: str
    comment: str = ""


def read_issues(text: str) -> tuple[Issue, ...]:
    """Our own issues among those of ``GET /issues``, whatever its pages.

    Raises:
        ForgeError: It is something else.
    """
    return tuple(found for item in listed(_Issue, text) if (found := _ours(item)))


def _ours(item: _Issue) -> Issue | None:
    """An issue that the workflow wrote, with a mark where the workflow puts it; a proposal is none."""
    if item.user is None or (item.user.login, item.user.type) != (BOT, "Bot") or item.pull_request is not None:
        return None
    mark = _MARK.match(item.body or "")
    topic = next((topic for topic in Topic if mark and topic.value == mark[1]), None)
    if mark is None or topic is None:
        return None
    said = frozenset(filter(None, mark[3].split(",")))
    return Issue(item.number, topic, mark[2], said, item.title, (item.body or "")[mark.end() :], item.state == "open")


def actions(topic: Topic, told: Mapping[str, Notice], issues: Sequence[Issue], *, on: bool) -> tuple[Action, ...]:
    """What to ask of the forge, by organisation; what is as it should be is left alone.

    Args:
        topic: What the notices are about.
        told: By organisation.
        issues: Our own.
        on: Whether the plan wants to be followed up: if not, nothing is opened and what is open is closed.
    """
    newest_last = sorted((it for it in issues if it.topic is topic), key=lambda it: (it.is_open, it.number))
    current = {it.organisation: it for it in newest_last}
    names = [*told, *(name for name in current if name not in told)]
    return tuple(
        action
        for name in sorted(names)
        for action in _settle(told.get(name) if on else None, current.get(name), SWITCHED_OFF if not on else "")
    )


def _settle(notice: Notice | None, issue: Issue | None, farewell: str) -> Iterator[Action]:
    if notice is None:
        if issue and issue.is_open:
            yield _emptied(Do.CLOSE, issue, farewell or CURED[issue.topic])
        elif issue and issue.said:  # a person closed it, and now nothing is left: what comes will be news
            yield _emptied(Do.UPDATE, issue, "")
        return
    body = _mark(notice.topic, notice.organisation, notice.lines) + notice.body
    if issue is None or not (issue.is_open or issue.said):
        yield Action(Do.OPEN, notice.organisation, None, notice.title, body)
        return
    news = notice.news(issue.said)
    do = Do.UPDATE if issue.is_open else Do.REOPEN
    shall = (notice.title, _normal(notice.body), frozenset(notice.lines))
    same = (issue.title, _normal(issue.body), issue.said) == shall
    if news or (issue.is_open and not same):
        yield Action(do, notice.organisation, issue.number, notice.title, body, news)


def _emptied(do: Do, issue: Issue, comment: str) -> Action:
    body = _mark(issue.topic, issue.organisation, ()) + issue.body
    return Action(do, issue.organisation, issue.number, issue.title, body, comment)


def _mark(topic: Topic, organisation: str, said: Iterable[str]) -> str:
    return f"<!-- seguimiento: {topic.value} {organisation} {','.join(sorted(said))} -->\n"


def _normal(text: str) -> str:
    """A text without what forges change in passing."""
    return text.replace("\r\n", "\n").strip()


def as_json(found: Sequence[Action]) -> str:
    """The actions for the program that carries them out."""
    rows = [{**action._asdict(), "do": action.do.value} for action in found]
    return json.dumps({"actions": rows}, ensure_ascii=True, indent=2) + "\n"
