"""The notice that an organisation gets, as a forge's issue: what there is, what it means, what to do next.

Nothing in it ages: it gives days of the calendar and counts none, so it changes only when something has happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby
from typing import NamedTuple

from actionplan.follow_up.follow_ups import FollowUp, FollowUpKind, Topic
from actionplan.follow_up.sentences import BEHIND, MORE, NEWS, NO_REASON, OPENINGS, SENTENCES, TITLES
from actionplan.forge.door import forge
from actionplan.intake.forms import FormName, form_address
from actionplan.language.languages import SOURCE
from actionplan.language.locale import locale
from actionplan.language.messages import Message
from actionplan.model import Plan
from actionplan.pages import addresses
from actionplan.text.escape import markdown, plain

LONGEST = 60_000
"""Characters of an issue that forges take, with room to spare."""

_LONGEST_TITLE = 200
_LONGEST_QUOTE = 300
_MOST_NEWS = 20
_MOST_CALLED = 50
"""Accounts that one notice calls."""

_MOST_MARKED = 3_000
"""Matters that are remembered as said; the mark that does so has to leave room for the text."""

_MARKED = 11
"""Characters that one of them takes in the mark."""


class NoticeLine(NamedTuple):
    """Describe a matter in Markdown, with the heading that it stands under."""

    heading: str
    text: str


class Notice(NamedTuple):
    """Describe what an organisation is told.

    Attributes:
        organisation: Whose it is, by id.
        topic: What about.
        title: Of the issue, as plain text.
        body: Of the issue, in Markdown, without its mark.
        lines: The matters that ask for something, by their keys, those of one kind together.
    """

    organisation: str
    topic: Topic
    title: str
    body: str
    lines: Mapping[str, NoticeLine]

    def news(self, known: frozenset[str]) -> str:
        """Return the comment that tells what was not said before; empty if all of it was."""
        fresh = [line for key, line in self.lines.items() if key not in known]
        if not fresh:
            return ""
        texts = [
            text if place else f"\n**{heading}**\n\n{text}"
            for heading, group in groupby(fresh[:_MOST_NEWS], key=lambda line: line.heading)
            for place, (_, text) in enumerate(group)
        ]
        return f"{NEWS}\n{_listed(texts, LONGEST, len(fresh))}"


def notices(
    plan: Plan, follow_ups: Mapping[str, tuple[FollowUp, ...]], topic: Topic, day: date, site: str = ""
) -> dict[str, Notice]:
    """Return the notices on one topic, by organisation: of each that has something to see to.

    Args:
        plan: The plan.
        follow_ups: What each organisation has to see to.
        topic: What about.
        day: The day of looking.
        site: Where the plan's site is; without it, links lead to its files at the forge.
    """
    writer = NoticeWriter(plan, site.rstrip("/"))
    about = {
        name: [follow_up for follow_up in listed if follow_up.kind.topic is topic]
        for name, listed in follow_ups.items()
    }
    return {
        name: writer.notice(name, topic, listed, day)
        for name, listed in about.items()
        if any(follow_up.kind.asks for follow_up in listed)
    }


@dataclass(frozen=True)
class NoticeWriter:
    """Write follow-ups in Markdown; whatever the plan says in them is text and stays text."""

    plan: Plan
    site: str

    def notice(self, organisation: str, topic: Topic, follow_ups: list[FollowUp], day: date) -> Notice:
        """Return the notice to an organisation about some matters, which come ordered by kind."""
        actor = self.plan.actors[organisation]
        name = _on_one_line(actor.name)
        calls = forge.mentions(actor.accounts[:_MOST_CALLED])
        opening = Message(OPENINGS[topic], {"name": markdown(name)}).text()
        title = Message(TITLES[topic], {"name": plain(name)}).text()
        cutoff = self.plan.identity.cutoff
        behind = Message(BEHIND, {"cutoff": _day(cutoff)}).text() if day > cutoff else ""
        head = "".join(f"{part}\n\n" for part in (calls, opening, behind) if part)
        lines = {follow_up.key: self.line(follow_up) for follow_up in follow_ups}
        asking = {
            follow_up.key: NoticeLine(follow_up.kind.label, lines[follow_up.key])
            for follow_up in follow_ups[:_MOST_MARKED]
            if follow_up.kind.asks
        }
        body = head + "\n".join(self._parts(follow_ups, lines, LONGEST - len(head) - _MARKED * len(asking)))
        return Notice(organisation, topic, title[:_LONGEST_TITLE], body, asking)

    def _parts(self, follow_ups: list[FollowUp], lines: Mapping[str, str], room: int) -> Iterator[str]:
        """Yield a part for each kind; of what does not fit, the number."""
        groups = {
            kind: [lines[follow_up.key] for follow_up in group]
            for kind, group in groupby(follow_ups, key=lambda follow_up: follow_up.kind)
        }
        frames = {kind: self._frame(kind) for kind in groups}
        room -= sum(len("".join(frame)) + len(MORE) + 20 for frame in frames.values())
        for kind, group in groups.items():
            shown = _listed(group, room, len(group))
            room -= len(shown)
            yield shown.join(frames[kind])

    def _frame(self, kind: FollowUpKind) -> tuple[str, str]:
        wording = SENTENCES[kind]
        return f"### {kind.label}\n\n{wording.meaning}\n\n", f"\n**Qué sigue:** {wording.step}\n"

    def line(self, follow_up: FollowUp) -> str:
        """Return one matter."""
        about = {"compromiso": follow_up.commitment, "actividad": follow_up.activity}
        by = self.plan.actors.get(follow_up.by)
        values = {
            "commitment": self._commitment(follow_up.commitment),
            "activity": markdown(self._activity(follow_up)),
            "day": _day(follow_up.day),
            "why": markdown(follow_up.why),
            "said": markdown(_short(follow_up.said).rstrip(".") or NO_REASON),
            "by": markdown(by.acronym or by.name) if by else "",
            "record": markdown(follow_up.record),
            "url": markdown(_short(follow_up.url)),
            "report_it": self._form("Informar un avance", FormName.PROGRESS, about),
            "verify_it": self._form("Verificar o impugnar", FormName.RULING, {**about, "avance": follow_up.record}),
        }
        return f"- {Message(SENTENCES[follow_up.kind].line, values).text().strip()}\n"

    def _commitment(self, name: str) -> str:
        entry = self.plan.commitment_files[name].commitment
        title = markdown(f"{name} {_on_one_line(entry.model.title)}")
        home = (self.plan.identity.forge or "").rstrip("/")
        if self.site:
            return f"[{title}](<{self.site}/{addresses.url(addresses.of_document(entry.path))}>)"
        if home:
            return f"[{title}](<{forge.file_address(home, self.plan.identity.branch, entry.path)}>)"
        return title

    def _activity(self, follow_up: FollowUp) -> str:
        roadmap = self.plan.commitment_files[follow_up.commitment].roadmap
        activities = roadmap.model.activities if roadmap else ()
        title = next((item.title for item in activities if item.id == follow_up.activity), "")
        return f"{follow_up.activity}, «{_on_one_line(title)}»" if title else follow_up.activity

    def _form(self, label: str, form: FormName, answers: Mapping[str, str]) -> str:
        address = form_address(self.plan, form, {name: answer for name, answer in answers.items() if answer})
        return f"[{label}](<{address}>)" if address else ""


def _listed(lines: list[str], room: int, count: int) -> str:
    """Return the lines that fit into so many characters, and how many of a count are not among them."""
    fitting = [line for line, end in zip(lines, accumulate(map(len, lines)), strict=True) if end <= room]
    others = count - len(fitting)
    return "".join(fitting) + (f"- {MORE.format(count=others)}\n" if others else "")


def _day(day: date) -> str:
    return locale(SOURCE).date(day)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    text = _on_one_line(text)
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rstrip()}…"
