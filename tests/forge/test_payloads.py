"""Everything that the forge recorded of proposals, reviews and issues is read without a word lost."""

from __future__ import annotations

import json

import pytest
from forge.recorded import HEAD, Payload, events, part

from actionplan.forge.github_json import ISSUE, PULL, REVIEWS
from actionplan.forge.pull_requests import Proposal, Review, ReviewState


def named(name: str) -> list[object]:
    """Each recorded payload of a kind, by what happened and its number."""
    return [
        pytest.param(payload, id=f"{number}-{payload.get('action')}") for number, payload in enumerate(events(name))
    ]


@pytest.mark.parametrize("payload", named("pull_request"))
def test_a_proposal_says_its_author_its_last_commit_and_who_is_asked(payload: Payload) -> None:
    told = part(payload, "pull_request")
    asked = {"octocat"} if told["requested_reviewers"] else set()
    proposal = Proposal(("a",), "", listed=1).known_as(PULL.read(json.dumps(told)))
    assert proposal == Proposal(("a",), HEAD, frozenset(asked), 1, "codertocat")


@pytest.mark.parametrize("payload", named("pull_request_review"))
def test_a_review_says_who_said_what_of_which_commit(payload: Payload) -> None:
    told = part(payload, "review")
    assert REVIEWS.read(json.dumps([told])) == (Review("codertocat", ReviewState[str(told["state"]).upper()], HEAD),)


@pytest.mark.parametrize("payload", named("issues"))
def test_an_issue_says_its_number_its_text_and_its_author(payload: Payload) -> None:
    told = part(payload, "issue")
    author = part(told, "user")
    found = ISSUE.read(json.dumps(told))
    assert found[:4] == (told["number"], told.get("body") or "", author["login"], author["id"])
    assert found[4:] == (told["title"], told.get("state") == "open", False)
