"""What the records of a commitment changed since an earlier day."""

from __future__ import annotations

from tracked import action, activity, at, day, moved, report, roadmap, ruling, tracked

from actionplan.metrics import Delta, State, VerificationState, compare

ROAD = roadmap(
    action(
        "a1", activity("a1.1", "2020-01-01", "2020-12-31", means="v1"), activity("a1.2", "2020-01-01", "2020-06-30")
    ),
    more="reprogramaciones:\n" + moved("2020-05-01", "a1.2", "2020-03-31", "2020-06-30"),
)
PLAN = tracked(
    ROAD,
    report("2020-03-31", "a1.1 en_proceso 40", "a1.2 en_proceso 20"),
    ruling("2020-04-10", "2020-03-31-gob", "a1.1 impugnado", "a1.2 verificado"),
    report("2020-06-01", "a1.2 cancelado 0 motivo=Sobra"),
)


def between(first: str, last: str) -> Delta:
    return compare(at(PLAN, first), at(PLAN, last), day(first))


def test_a_ruling_is_told_from_the_day_after_the_one_that_is_compared_with() -> None:
    assert between("2020-04-09", "2020-04-30").outcomes == {
        VerificationState.VERIFIED: ("a1.2",),
        VerificationState.CONTESTED: ("a1.1",),
    }
    assert not between("2020-04-10", "2020-04-30").is_any


def test_what_ended_and_what_was_moved_since_is_told() -> None:
    found = between("2020-04-30", "2020-06-01")
    assert [found.before, found.real] == [30, 40]
    assert found.outcomes == {State.CANCELLED: ("a1.2",)}
    assert [(shift.activity, shift.days) for shift in found.shifts] == [("a1.2", 91)]
    assert between("2020-05-01", "2020-05-31").shifts == ()
