"""What the forge really sends: payloads that it recorded, as npm ships them, turned into the cases of a test."""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import cast

PACKAGE = Path(__file__).parents[2] / "node_modules/@octokit/webhooks-examples/api.github.com/index.json"

Payload = dict[str, object]


@cache
def _all() -> dict[str, list[Payload]]:
    assert PACKAGE.is_file(), "the recorded payloads come from npm: run make .venv/.test-ready"
    events = cast("list[dict[str, object]]", json.loads(PACKAGE.read_text("utf-8")))
    return {str(event["name"]): cast("list[Payload]", event["examples"]) for event in events}


def events(name: str) -> list[Payload]:
    """Every recorded payload of one kind of event, to be changed at will."""
    return copy.deepcopy(_all()[name])


def part(payload: Payload, name: str) -> Payload:
    """An object inside a payload."""
    return cast("Payload", payload[name])


RECORDED_PULL = part(events("pull_request")[0], "pull_request")
HEAD = str(part(RECORDED_PULL, "head")["sha"])
OLD = "a" * 40


def account(login: str, kind: str = "User") -> Payload:
    """An account with all that the forge says of one."""
    return {**part(RECORDED_PULL, "user"), "login": login, "type": kind}


def review(
    login: str | None, state: str = "APPROVED", commit: str = HEAD, sent: int = 1, kind: str = "User"
) -> Payload:
    """A recorded review, of another account, state, commit and minute; the API writes states in capitals."""
    recorded = part(events("pull_request_review")[0], "review")
    user = account(login, kind) if login else None
    moment = f"2026-01-02T{sent // 60:02}:{sent % 60:02}:00Z"
    return {**recorded, "id": 1000 + sent, "user": user, "state": state, "commit_id": commit, "submitted_at": moment}


def pull(author: str, asked: str = "", fork: str = "", head: str = HEAD, files: int | None = None) -> Payload:
    """A recorded pull request, of another author, from a fork perhaps, with reviews that are awaited."""
    found = copy.deepcopy(RECORDED_PULL)
    found["user"] = account(author)
    found["head"] = {**part(found, "head"), "sha": head}
    if fork:
        repository = part(part(found, "head"), "repo")
        part(found, "head")["repo"] = {**repository, "full_name": f"{fork}/plan", "fork": True}
    found["requested_reviewers"] = [account(login) for login in asked.split()]
    found["changed_files"] = files
    return found


def file(path: str, status: str = "modified", before: str = "") -> Payload:
    """A file as the forge lists it in ``GET /pulls/N/files``."""
    moved = {"previous_filename": before} if before else {}
    return {"sha": OLD, "filename": path, "status": status, "additions": 1, "deletions": 1, "changes": 2, **moved}
