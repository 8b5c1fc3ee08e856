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

from actionplan.follow_up.follow_ups import Topic
from actionplan.follow_up.notices import Notice
from actionplan.follow_up.sentences import CURED, SWITCHED_OFF
from actionplan.forge.issues import Issue

_MARK = re.compile(r"<!-- seguimiento: (\w+) ([a-z0-9._-]+) ([0-9a-f,]*) -->(?:\r?\n)?")


class PastNotice(NamedTuple):
    """Describe a notice that was given, as an issue.

    Attributes:
        number: Of the issue.
        topic: What it is about, by its mark.
        organisation: Whose it is, by its mark: an id.
        told: The keys of what it has told, by its mark.
        title: As it stands.
        body: As it stands, without the mark.
        is_open: Whether the issue is.
    """

    number: int
    topic: Topic
    organisation: str
    told: frozenset[str]
    title: str
    body: str
    is_open: bool


class ActionKind(StrEnum):
    """Describe what can be done with an issue."""

    OPEN = "open"
    UPDATE = "update"
    REOPEN = "reopen"
    CLOSE = "close"


class IssueAction(NamedTuple):
    """Describe one thing to ask of the forge.

    Attributes:
        do: What.
        organisation: For whom.
        number: Of the issue; None for a new one.
        title: What it shall be.
        body: What it shall be, with its mark.
        comment: To be made; empty for none.
    """

    do: ActionKind
    organisation: str
    number: int | None
    title: str
    body: str
    comment: str = ""


def past_notices(issues: Iterable[Issue]) -> tuple[PastNotice, ...]:
    """Return the notices among some issues: those that our program wrote, with a mark where it puts it."""
    return tuple(notice for issue in issues if issue.is_ours and (notice := _past_notice(issue)))


def _past_notice(issue: Issue) -> PastNotice | None:
    mark = _MARK.match(issue.body)
    topic = next((topic for topic in Topic if mark and topic.value == mark[1]), None)
    if mark is None or topic is None:
        return None
    told = frozenset(filter(None, mark[3].split(",")))
    return PastNotice(issue.number, topic, mark[2], told, issue.title, issue.body[mark.end() :], issue.is_open)


def actions(
    topic: Topic, wanted: Mapping[str, Notice], given: Sequence[PastNotice], *, on: bool
) -> tuple[IssueAction, ...]:
    """Return what to ask of the forge, by organisation; what is as it should be is left alone.

    Args:
        topic: What the notices are about.
        wanted: The notices of today, by organisation.
        given: Those that were given.
        on: Whether the plan wants to be followed up: if not, nothing is opened and what is open is closed.
    """
    newest_last = sorted((past for past in given if past.topic is topic), key=lambda past: (past.is_open, past.number))
    current = {past.organisation: past for past in newest_last}
    return tuple(
        action
        for name in sorted({*wanted, *current})
        for action in _settle(wanted.get(name) if on else None, current.get(name), SWITCHED_OFF if not on else "")
    )


def _settle(notice: Notice | None, past: PastNotice | None, farewell: str) -> Iterator[IssueAction]:
    if notice is None:
        if past and past.is_open:
            yield _emptied(ActionKind.CLOSE, past, farewell or CURED[past.topic])
        elif past and past.told:  # a person closed it, and now nothing is left: what comes will be news
            yield _emptied(ActionKind.UPDATE, past, "")
        return
    body = _mark(notice.topic, notice.organisation, notice.lines) + notice.body
    if past is None or not (past.is_open or past.told):
        yield IssueAction(ActionKind.OPEN, notice.organisation, None, notice.title, body)
        return
    news = notice.news(past.told)
    do = ActionKind.UPDATE if past.is_open else ActionKind.REOPEN
    due = (notice.title, _normal(notice.body), frozenset(notice.lines))
    if news or (past.is_open and (past.title, _normal(past.body), past.told) != due):
        yield IssueAction(do, notice.organisation, past.number, notice.title, body, news)


def _emptied(do: ActionKind, past: PastNotice, comment: str) -> IssueAction:
    body = _mark(past.topic, past.organisation, ()) + past.body
    return IssueAction(do, past.organisation, past.number, past.title, body, comment)


def _mark(topic: Topic, organisation: str, keys: Iterable[str]) -> str:
    return f"<!-- seguimiento: {topic.value} {organisation} {','.join(sorted(keys))} -->\n"


def _normal(text: str) -> str:
    """Return a text without what forges change in passing."""
    return text.replace("\r\n", "\n").strip()


def as_json(wanted: Sequence[IssueAction]) -> str:
    """Return the actions for the program that carries them out."""
    rows = [{**action._asdict(), "do": action.do.value} for action in wanted]
    return json.dumps({"actions": rows}, ensure_ascii=True, indent=2) + "\n"
