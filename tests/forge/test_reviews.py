"""The forge's own JSON: what is read of it, and what is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.forge.github_json import FILES, PULL, REVIEWS
from actionplan.forge.payloads import ForgeError
from actionplan.forge.pull_requests import Proposal, Review, ReviewState

A, B = "a" * 40, "b" * 40


def review(login: str | None, state: str, commit: str | None, sent: str | None, number: int = 1) -> dict[str, object]:
    """As ``GET /repos/{owner}/{repo}/pulls/{number}/reviews`` lists them, with what we do not need."""
    user = {"login": login, "id": 7, "type": "User", "site_admin": False} if login else None
    return {
        "id": number,
        "user": user,
        "body": "",
        "state": state,
        "commit_id": commit,
        "submitted_at": sent,
        "_links": {},
    }


FIRST = review("Gob-Uno", "APPROVED", A, "2026-01-02T10:00:00Z")
SECOND = review("osc", "COMMENTED", B, "2026-01-01T10:00:00Z", 2)


def test_reviews_come_in_the_order_in_which_they_were_sent() -> None:
    assert REVIEWS.read(json.dumps([FIRST, SECOND])) == (
        Review("osc", ReviewState.COMMENTED, B),
        Review("gob-uno", ReviewState.APPROVED, A),
    )


def test_pages_may_come_one_after_another_or_in_a_list() -> None:
    one = REVIEWS.read(json.dumps([FIRST, SECOND]))
    assert REVIEWS.read(json.dumps([FIRST]) + "\n" + json.dumps([SECOND]) + "\n") == one
    assert REVIEWS.read(json.dumps([[FIRST], [SECOND]])) == one
    assert REVIEWS.read("[]") == ()


def test_a_deleted_account_and_an_unsent_review_say_nothing_decisive() -> None:
    gone, unsent = review(None, "APPROVED", A, "2026-01-01T10:00:00Z"), review("osc", "PENDING", None, None)
    assert REVIEWS.read(json.dumps([gone, unsent])) == (Review("osc", ReviewState.COMMENTED, ""),)


def test_forgejo_s_words_for_the_same_mean_the_same() -> None:
    said = [
        review("uno", "REQUEST_CHANGES", A, "2026-01-01T10:00:00Z"),
        review("dos", "APPROVED", A, "2026-01-02T10:00:00Z", 2) | {"dismissed": True, "stale": False, "official": True},
        review("tres", "APPROVED", A, "2026-01-03T10:00:00Z", 3) | {"dismissed": False},
    ]
    assert [it.state for it in REVIEWS.read(json.dumps(said))] == [
        ReviewState.OBJECTED,
        ReviewState.DISMISSED,
        ReviewState.APPROVED,
    ]


def test_files_of_a_proposal_count_under_both_names() -> None:
    files = [
        {"filename": "plan/b.md", "previous_filename": "plan/a.md", "status": "renamed", "changes": 0},
        {"filename": "Makefile", "status": "modified", "patch": "@@"},
    ]
    assert FILES.read(json.dumps(files)) == Proposal(("Makefile", "plan/a.md", "plan/b.md"), "", listed=2)


def test_changes_of_our_own_know_the_last_revision() -> None:
    text = json.dumps(
        {"base": A, "head": B, "documents": [{"path": "plan/b.md", "previous_path": None}], "changes": []}
    )
    assert FILES.read(text) == Proposal(("plan/b.md",), B)


def test_the_proposal_itself_says_who_is_asked_again() -> None:
    pull = {
        "number": 3,
        "head": {"sha": B, "ref": "x"},
        "base": {"ref": "main"},
        "user": {"login": "Gente"},
        "requested_reviewers": [{"login": "Gob-Uno"}],
        "title": "'; ls",
    }
    proposal = Proposal(("a",), "").known_as(PULL.read(json.dumps(pull)))
    assert proposal == Proposal(("a",), B, frozenset({"gob-uno"}), author="gente")


def test_files_of_another_revision_are_refused() -> None:
    told = {"number": 3, "head": {"sha": B}, "base": {"ref": "main"}, "user": {"login": "gente"}}
    pull = PULL.read(json.dumps(told))
    assert Proposal(("a",), B).known_as(pull).head == B
    with pytest.raises(ForgeError, match=f"su última revisión es {B}, y los archivos son los de {A}"):
        Proposal(("a",), A).known_as(pull)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "3",
        '"x"',
        "[1]",
        "[{}]",
        '[{"state": 1}]',
        "[[[1]]]",
        "[",
        '{"documents": 1}',
        "[" * 100_000,
        "[] x",
    ],
)
def test_what_is_no_forges_json_is_refused(text: str) -> None:
    for read in (REVIEWS.read, FILES.read):
        with pytest.raises(ForgeError):
            read(text)
    with pytest.raises(ForgeError):
        PULL.read(text)


def test_a_list_that_the_forge_may_have_cut_is_refused() -> None:
    files = [{"filename": f"plan/{number}.md"} for number in range(3000)]
    assert len(FILES.read(json.dumps(files[1:])).paths) == 2999
    with pytest.raises(ForgeError):
        FILES.read(json.dumps(files))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["state", "user", "login", "filename"]), inner),
)


@given(JSON)
def test_no_json_does_anything_else(value: object) -> None:
    for read in (REVIEWS.read, FILES.read):
        try:
            read(json.dumps(value))
        except ForgeError:
            continue
