"""What the forge is asked for: once for each thing, nothing where nothing happened, and an end when it is made good."""

from __future__ import annotations

import json

import pytest
from follow_up.told import FILES, Forge, issue, told
from plans import loaded
from tracked import report, ruling

from actionplan.follow_up.follow_ups import Topic
from actionplan.follow_up.issue_actions import ActionKind, PastNotice, actions, as_json, past_notices
from actionplan.forge.github_json import ISSUES
from actionplan.forge.payloads import ForgeError

PLAN = loaded(FILES).plan
DONE = loaded(
    {
        **FILES,
        **report("2020-07-10", "a1.1 completado 100", "a1.2 completado 100"),
        **ruling("2020-07-10", "2020-07-10-gob", "a1.1 verificado", "a1.2 verificado"),
    }
).plan


@pytest.fixture
def forge() -> Forge:
    return Forge()


def given(text: str) -> tuple[PastNotice, ...]:
    return past_notices(ISSUES.read(text))


def run(forge: Forge, on: str, topic: Topic = Topic.PENDING, *, done: bool = False, wanted: bool = True) -> list[str]:
    notices = told(DONE if done else PLAN, on, topic)
    return forge.do(actions(topic, notices, given(forge.json()), on=wanted))


def test_what_is_owed_is_opened_once_and_left_alone_until_something_happens(forge: Forge) -> None:
    assert run(forge, "2020-06-30") == []
    assert run(forge, "2020-07-01") == ["open 1 gob"]
    assert run(forge, "2020-07-01") == run(forge, "2020-07-08") == run(forge, "2020-07-20") == []


def test_a_comment_says_what_is_new_and_no_more(forge: Forge) -> None:
    run(forge, "2020-07-01")
    assert run(forge, "2020-07-21") == ["update 1 gob+"]
    [comment] = forge.said
    assert comment.startswith("Desde la última vez hay algo nuevo:\n\n**Actividades vencidas**\n\n- [c01 Agua medida]")
    assert ("a1.2" in comment, "a1.1" in comment) == (True, False)
    assert run(forge, "2020-07-28") == []


def test_what_is_made_good_is_closed_with_a_word_and_what_comes_later_is_another_story(forge: Forge) -> None:
    run(forge, "2020-07-01")
    assert run(forge, "2020-07-11", done=True) == ["close 1 gob+"]
    assert forge.said == [
        (
            "Ya no falta nada de lo que aquí se pedía. Gracias. Este aviso se cierra; si más adelante falta algo, se "
            "abrirá otro."
        )
    ]
    assert run(forge, "2020-07-12", done=True) == []
    assert run(forge, "2020-07-13") == ["open 2 gob"]


def test_what_a_person_closed_stays_closed_until_there_is_something_new(forge: Forge) -> None:
    run(forge, "2020-07-01")
    forge.close_by_hand(1)
    assert run(forge, "2020-07-08") == []
    assert run(forge, "2020-07-21") == ["reopen 1 gob+"]
    assert run(forge, "2020-07-28") == []


def test_what_a_person_closed_and_was_made_good_forgets_what_it_said(forge: Forge) -> None:
    run(forge, "2020-07-01")
    forge.close_by_hand(1)
    assert run(forge, "2020-07-11", done=True) == ["update 1 gob"]
    assert run(forge, "2020-07-12", done=True) == []
    assert run(forge, "2020-07-13") == ["open 2 gob"]


def test_each_end_is_brought_to_mind_once_a_month_and_once_a_week_before(forge: Forge) -> None:
    days = {f"2020-06-{number:02}": run(forge, f"2020-06-{number:02}", Topic.UPCOMING) for number in range(1, 31)}
    assert {on: done for on, done in days.items() if done} == {
        "2020-06-01": ["open 1 gob"],  # a1.1, 29 days before
        "2020-06-20": ["update 1 gob+"],  # a1.2, 30 days before
        "2020-06-23": ["update 1 gob+"],  # a1.1, a week before
    }
    assert run(forge, "2020-07-01", Topic.UPCOMING) == ["update 1 gob"]  # a1.1 is no longer of this topic
    assert run(forge, "2020-07-13", Topic.UPCOMING) == ["update 1 gob+"]
    assert run(forge, "2020-07-21", Topic.UPCOMING) == ["close 1 gob+"]


def test_a_missed_run_says_late_what_still_matters_and_nothing_that_is_over(forge: Forge) -> None:
    assert run(forge, "2020-06-27", Topic.UPCOMING) == ["open 1 gob"]
    body = str(forge.issues[1]["body"])
    assert (body.count("### En los próximos 7 días"), body.count("### En los próximos 30 días")) == (1, 1)
    assert run(forge, "2020-06-28", Topic.UPCOMING) == []


def test_the_two_topics_do_not_touch_each_other(forge: Forge) -> None:
    assert run(forge, "2020-07-01") == ["open 1 gob"]
    assert run(forge, "2020-07-01", Topic.UPCOMING) == ["open 2 gob"]
    assert run(forge, "2020-07-01") == run(forge, "2020-07-01", Topic.UPCOMING) == []


def test_a_plan_that_does_not_want_it_opens_nothing_and_closes_what_is_open(forge: Forge) -> None:
    assert run(forge, "2020-07-01", wanted=False) == []
    run(forge, "2020-07-01")
    assert run(forge, "2020-07-02", wanted=False) == ["close 1 gob+"]
    assert forge.said == ["El plan apagó su seguimiento automático, así que este aviso se cierra sin más."]
    assert run(forge, "2020-07-03", wanted=False) == []
    assert run(forge, "2020-07-04") == ["open 2 gob"]


def test_an_organisation_that_left_the_plan_has_its_issue_closed(forge: Forge) -> None:
    forge.issues[1] = issue(1, "<!-- seguimiento: pendientes otra 0123456789 -->\nTexto.")
    assert run(forge, "2020-06-30") == ["close 1 otra+"]
    assert forge.issues[1]["body"] == "<!-- seguimiento: pendientes otra  -->\r\nTexto."


MARKED = "<!-- seguimiento: pendientes gob 0123456789 -->\nTexto."


@pytest.mark.parametrize(
    "other",
    [
        issue(1, MARKED, login="maria"),
        issue(1, MARKED, login="otra[bot]"),
        issue(1, f"Hola.\n{MARKED}"),
        issue(1, f" {MARKED}"),
        issue(1, "<!-- seguimiento: otros gob 0123456789 -->\n"),
        issue(1, "<!-- seguimiento: pendientes ../gob 0123456789 -->\n"),
        issue(1, "<!-- seguimiento: pendientes gob x;y -->\n"),
        {**issue(1, MARKED), "user": None},
        {**issue(1, MARKED), "user": {"login": "github-actions[bot]", "type": "User"}},
        {**issue(1, MARKED), "body": None},
        {**issue(1, MARKED), "pull_request": {"url": "https://forja.example/o/plan/pull/1"}},
    ],
)
def test_what_is_not_ours_is_not_touched(other: dict[str, object]) -> None:
    assert given(json.dumps([other])) == ()


def test_ours_are_read_whatever_the_pages() -> None:
    assert [it.number for it in given(json.dumps([issue(1, MARKED)]) + json.dumps([[issue(2, MARKED)]]))] == [
        1,
        2,
    ]
    assert given("[]") == ()


@pytest.mark.parametrize("text", ["", "{", "{}", "[1]", '[{"number": "x"}]', "null", "[" * 100_000])
def test_what_is_no_list_of_issues_is_refused(text: str) -> None:
    with pytest.raises(ForgeError):
        given(text)


def test_the_open_one_of_several_is_the_one_that_speaks(forge: Forge) -> None:
    forge.issues = {
        1: issue(1, MARKED),
        2: issue(2, MARKED.replace("0123456789", ""), state="closed"),
    }
    assert run(forge, "2020-07-01") == ["update 1 gob+"]


def test_actions_are_plain_data() -> None:
    [it] = actions(Topic.PENDING, told(PLAN, "2020-07-01"), (), on=True)
    [row] = json.loads(as_json((it,)))["actions"]
    assert list(row) == ["do", "organisation", "number", "title", "body", "comment"]
    assert (row["do"], row["organisation"], row["number"], row["comment"]) == ("open", "gob", None, "")
    assert it.do is ActionKind.OPEN
    assert json.loads(as_json(())) == {"actions": []}
