"""Notices of small plans, and the forge's issues as it gives them out."""

from __future__ import annotations

import json
from collections.abc import Mapping

from plans import ACTORS, PLAN
from tracked import action, activity, day, files_of, report, roadmap, ruling

from actionplan.follow_up.evidence_links import Link, Seen
from actionplan.follow_up.follow_ups import Topic, follow_ups
from actionplan.follow_up.issue_actions import ActionKind, IssueAction
from actionplan.follow_up.notices import Notice, notices
from actionplan.forge.github_json import BOT
from actionplan.metrics.measure import measure
from actionplan.model import Plan

FORGE = "https://forja.example/o/plan"
ROAD = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-06-30"), activity("a1.2", "2020-01-01", "2020-07-20")))
TOLD = report("2020-05-01", "a1.1 en_proceso 40", "a1.2 en_proceso 40") | ruling(
    "2020-05-02", "2020-05-01-gob", "a1.1 verificado", "a1.2 verificado"
)
CALLED = ACTORS.replace('    sector: "gobierno"\n', '    sector: "gobierno"\n    cuentas:\n      - "Gob-Uno"\n')
HOME = PLAN.replace("periodo:", f'forja: "{FORGE}"\nperiodo:')
FILES = {**files_of(ROAD, TOLD), "plan/actores.yml": CALLED, "plan/plan.yml": HOME}


def told(
    plan: Plan, on: str, topic: Topic = Topic.PENDING, links: Mapping[Link, Seen] | None = None, site: str = ""
) -> dict[str, Notice]:
    """The notices of a day, by organisation."""
    return notices(plan, follow_ups(plan, measure(plan.at(day(on))), links or {}), topic, day(on), site)


def issue(number: int, body: str, *, title: str = "", state: str = "open", login: str = BOT) -> dict[str, object]:
    """An issue as the forge gives it out."""
    kind = "Bot" if login.endswith("[bot]") else "User"
    user = {"login": login, "type": kind}
    return {"number": number, "title": title, "body": body, "state": state, "user": user, "labels": []}


class Forge:
    """A forge that does as it is told, for seeing what comes of one decision after another."""

    def __init__(self) -> None:
        self.issues: dict[int, dict[str, object]] = {}
        self.said: list[str] = []

    def json(self) -> str:
        return json.dumps(list(self.issues.values()))

    def do(self, found: tuple[IssueAction, ...]) -> list[str]:
        """Carry out; each as ``open 1 gob``, with ``+`` for a comment."""
        done = []
        for it in found:
            number = it.number or len(self.issues) + 1
            state = "closed" if it.do is ActionKind.CLOSE else "open"
            if it.do is ActionKind.UPDATE:
                state = str(self.issues[number]["state"])
            # As web editors do.
            self.issues[number] = issue(number, it.body.replace("\n", "\r\n"), title=it.title, state=state)
            self.said += [it.comment] if it.comment else []
            done.append(f"{it.do} {number} {it.organisation}{'+' if it.comment else ''}")
        return done

    def close_by_hand(self, number: int) -> None:
        self.issues[number]["state"] = "closed"
