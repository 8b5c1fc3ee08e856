"""Figures of a commitment on a day, to the last digit."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import COMMITMENT, COMMITMENT_PATH, PLAN, changed, loaded
from tracked import action, activity, at, files_of, moved, report, roadmap, ruling, tracked

from actionplan.metrics import CUTOFF, RESULTS, ROADMAP, Figures, Level, Light, State, VerificationState
from actionplan.metrics.groups import Mean
from actionplan.metrics.labels import level_of, light_of
from actionplan.metrics.measure import measure
from actionplan.metrics.results import Share
from actionplan.model import Plan
from actionplan.model.settings import NO_IDENTITY

YEAR = activity("a1.1", "2020-01-01", "2020-12-31", means="v1")
REPORTED = {
    State.UNPROVEN: "completado",
    State.COMPLETED: "completado",
    State.UNDER_WAY: "en_proceso",
    State.CANCELLED: "cancelado",
}


def figures(plan: Plan, on: str) -> Figures:
    return at(plan, on).figures


def worked() -> Plan:
    """The roadmap of the worked example, with its records."""
    actions = {row.action: row.weight for row in ROADMAP}
    parts = {
        name: [
            activity(row.id, str(row.start), str(row.end), means=f"v{row.id}") for row in ROADMAP if row.action == name
        ]
        for name in actions
    }
    road = roadmap(*(action(name, *parts[name], weight=weight) for name, weight in actions.items()))
    told = [
        f"{row.id} {REPORTED[row.state]} {row.percent}" + (f" +v{row.id}" if row.state is State.COMPLETED else "")
        for row in ROADMAP
        if row.percent is not None
    ]
    rulings = [
        f"{row.id} {'verificado' if row.ruling.word == 'verified' else 'impugnado'}" for row in ROADMAP if row.ruling
    ]
    return tracked(road, report("2020-06-30", *told), ruling("2020-07-01", "2020-06-30-gob", *rulings))


def test_the_worked_example_comes_to_what_was_worked_out_by_hand() -> None:
    found = measure(worked().at(CUTOFF)).commitments["c01"]
    assert [(item.id, item.figures.state, item.figures.real, item.figures.expected) for item in found.activities] == [
        (row.id, row.state, row.real, row.expected) for row in ROADMAP
    ]
    record = found.figures._asdict()
    assert {name: record[name] for name in RESULTS} == RESULTS
    assert found.figures.coverage == Share(3, 4)
    assert (found.figures.state, found.figures.verification_state) == (State.UNDER_WAY, VerificationState.CONTESTED)
    assert (found.figures.overdue, found.figures.overdue_days) == (1, 1)
    assert (found.figures.light, found.figures.level) == (Light.AMBER, Level.LIMITED)


def test_without_any_report_progress_is_unknown_and_not_zero() -> None:
    found = figures(tracked(roadmap(action("a1", YEAR))), "2020-07-01")
    assert (found.state, found.real, found.verified, found.deviation) == (State.NO_REPORT, None, None, None)
    assert (found.light, found.level, found.verification_state) == (Light.GREY, Level.NO_EVIDENCE, None)
    assert found.coverage == Share(0, 1)
    assert (found.freshness, found.last_report) == (None, None)


def test_a_roadmap_without_dates_has_progress_and_nothing_expected() -> None:
    plan = tracked(roadmap(action("a1", activity("a1.1"))), report("2020-02-01", "a1.1 en_proceso 30"))
    found = figures(plan, "2020-07-01")
    assert (found.real, found.expected, found.deviation, found.light) == (Fraction(30), None, None, Light.GREY)
    assert (found.overdue, found.rescheduled_days, found.next_due) == (0, None, None)


def test_a_key_action_without_activities_is_not_taken_for_done() -> None:
    road = roadmap(action("a1", YEAR), action("a2"))
    found = figures(tracked(road, report("2020-12-01", "a1.1 completado 100 +v1")), "2020-12-31")
    assert (found.real, found.coverage, found.state) == (Fraction(50), Share(1, 2), State.UNDER_WAY)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2019-12-31", Fraction(0)),
        ("2020-01-01", Fraction(0)),
        ("2020-02-29", Fraction(5900, 365)),
        ("2020-12-30", Fraction(36400, 365)),
        ("2020-12-31", Fraction(100)),
        ("2031-01-01", Fraction(100)),
    ],
)
def test_what_is_due_grows_by_the_day_from_the_start_to_the_end(on: str, expected: Fraction) -> None:
    assert figures(tracked(roadmap(action("a1", YEAR))), on).expected == expected


def test_an_activity_of_one_day_is_due_on_that_day() -> None:
    plan = tracked(roadmap(action("a1", activity("a1.1", "2020-02-29", "2020-02-29"))))
    assert [figures(plan, on).expected for on in ("2020-02-28", "2020-02-29", "2020-03-01")] == [0, 100, 100]


def test_completed_counts_99_until_evidence_in_custody_of_every_means_is_there() -> None:
    road = roadmap(action("a1", YEAR))
    claimed = tracked(road, report("2020-06-30", "a1.1 completado 100"))
    assert (figures(claimed, "2020-06-30").real, figures(claimed, "2020-06-30").state) == (Fraction(99), State.UNPROVEN)
    proven = tracked(road, report("2020-06-30", "a1.1 completado 100"), report("2020-07-30", "a1.1 completado 100 +v1"))
    assert [figures(proven, on).real for on in ("2020-07-29", "2020-07-30")] == [99, 100]
    assert figures(proven, "2020-07-30").evidence == Share(1, 1)


def test_evidence_that_changed_or_vanished_proves_nothing() -> None:
    good = report("2020-06-30", "a1.1 completado 100 +v1")
    path, text = next(iter(good.items()))
    for bad in (text.replace("acta.pdf", "otra.pdf"), text.replace('sha256: "', 'sha256: "0')[:-5] + "---\n"):
        plan = tracked(roadmap(action("a1", YEAR)), {path: bad})
        found = figures(plan, "2020-12-31")
        assert found.state is not State.COMPLETED
        assert found.evidence == Share(0, 1)


def test_one_contestation_outweighs_verifications_and_a_newer_report_starts_anew() -> None:
    two = {COMMITMENT_PATH: COMMITMENT.replace('  - "osc"\n', '  - "osc"\n  - "red"\n')}
    plan = tracked(
        roadmap(action("a1", YEAR)),
        two,
        report("2020-03-31", "a1.1 en_proceso 40"),
        ruling("2020-04-10", "2020-03-31-gob", "a1.1 verificado"),
        ruling("2020-04-11", "2020-03-31-gob", "a1.1 impugnado", by="red"),
        ruling("2020-04-20", "2020-03-31-gob", "a1.1 verificado", by="red"),
        report("2020-06-30", "a1.1 en_proceso 60"),
    )
    days = ("2020-04-09", "2020-04-10", "2020-04-11", "2020-04-20", "2020-06-30")
    assert [figures(plan, on).verification_state for on in days] == [
        VerificationState.UNVERIFIED,
        VerificationState.VERIFIED,
        VerificationState.CONTESTED,
        VerificationState.VERIFIED,
        VerificationState.UNVERIFIED,
    ]
    assert [figures(plan, on).verified for on in days] == [0, 40, 0, 40, 0]


def test_who_is_not_co_responsible_holds_no_key() -> None:
    plan = tracked(
        roadmap(action("a1", YEAR)),
        report("2020-03-31", "a1.1 en_proceso 40"),
        ruling("2020-04-10", "2020-03-31-gob", "a1.1 verificado", by="gob"),
    )
    assert figures(plan, "2020-12-31").verification_state is VerificationState.UNVERIFIED


def test_a_correction_counts_from_its_own_day_and_the_past_stays_as_it_was() -> None:
    plan = tracked(
        roadmap(action("a1", YEAR)),
        report("2020-03-31", "a1.1 en_proceso 40"),
        report("2020-05-01", "a1.1 en_proceso 20", corrects="2020-03-31-gob"),
    )
    assert [figures(plan, on).real for on in ("2020-04-30", "2020-05-01")] == [40, 20]


def test_a_correction_of_an_old_report_is_not_newer_than_what_was_reported_since() -> None:
    plan = tracked(
        roadmap(action("a1", YEAR)),
        report("2020-03-31", "a1.1 en_proceso 40"),
        report("2020-06-30", "a1.1 en_proceso 60"),
        ruling("2020-07-10", "2020-06-30-gob", "a1.1 verificado"),
        report("2020-07-15", "a1.1 en_proceso 20", corrects="2020-03-31-gob"),
        report("2020-07-16", "a1.1 en_proceso 30", corrects="2020-07-15-gob"),
    )
    for on in ("2020-07-14", "2020-12-31"):
        found = at(plan, on).activities[0]
        assert (found.report, found.figures.real, found.figures.verified) == (
            "2020-06-30-gob",
            Fraction(60),
            Fraction(60),
        )


def test_of_two_reports_of_one_day_the_one_whose_file_comes_later_counts() -> None:
    plan = tracked(
        roadmap(action("a1", YEAR)),
        report("2020-03-31", "a1.1 en_proceso 40"),
        {path.replace("-gob", "-gob-2"): text for path, text in report("2020-03-31", "a1.1 en_proceso 45").items()},
    )
    assert figures(plan, "2020-03-31").real == 45


def test_a_moved_date_counts_from_the_day_it_was_agreed_and_its_days_from_what_was_signed_first() -> None:
    moves = "reprogramaciones:\n" + moved("2020-04-02", "a1.1", "2020-03-31", "2020-06-30")
    moves += moved("2020-06-15", "a1.1", "2020-06-30", "2020-09-30")
    plan = tracked(roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-09-30")), more=moves))
    ends = {on: at(plan, on).activities[0].schedule.end for on in ("2020-04-01", "2020-04-02", "2020-12-31")}
    assert ends == {"2020-04-01": date(2020, 3, 31), "2020-04-02": date(2020, 6, 30), "2020-12-31": date(2020, 9, 30)}
    assert [figures(plan, on).rescheduled_days for on in ends] == [0, 91, 183]
    assert [figures(plan, on).overdue_days for on in ends] == [1, 0, 92]


def test_what_falls_due_next_is_the_earliest_end_that_has_not_passed_of_what_is_not_done() -> None:
    ends = {"a1.1": "2020-03-31", "a1.2": "2020-06-30", "a1.3": "2020-09-30"}
    road = roadmap(action("a1", *(activity(name, "2020-01-01", end, means=f"v{name}") for name, end in ends.items())))
    plan = tracked(road, report("2020-02-01", "a1.1 completado 100 +va1.1"))
    due = {on: figures(plan, on).next_due for on in ("2020-03-01", "2020-06-30", "2020-07-01", "2020-10-01")}
    assert [str(end) for end in due.values()] == ["2020-06-30", "2020-06-30", "2020-09-30", "None"]
    both = side_by_side(files_of(roadmap(action("a1", YEAR))), files_of(road))
    whole = measure(both.at(date(2020, 4, 1))).whole
    assert whole.next_due == date(2020, 6, 30)


def test_a_share_of_nothing_has_no_percentage() -> None:
    assert [Share(1, 4).percent, Share(0, 4).percent, Share(0, 0).percent] == [25, 0, None]


def test_late_is_counted_from_the_end_in_force_and_needs_a_real_end() -> None:
    late = report("2020-12-31", "a1.1 completado 100 +v1 conclusion_real=2020-12-31")
    road = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-12-01", means="v1")))
    assert figures(tracked(road, late), "2020-12-31").late_days == 30
    assert figures(tracked(road, report("2020-12-31", "a1.1 completado 100 +v1")), "2020-12-31").late_days is None


def test_reports_of_activities_that_are_gone_count_nowhere() -> None:
    plan = tracked(roadmap(action("a1", YEAR)), report("2020-03-31", "a9.9 completado 100"))
    found = figures(plan, "2020-12-31")
    assert (found.real, found.coverage, found.last_report) == (None, Share(0, 1), None)


def test_cancelled_activities_leave_both_sides_and_when_all_are_nothing_is_left() -> None:
    second = activity("a1.2", "2020-01-01", "2020-01-31")
    told = report("2020-02-01", "a1.1 en_proceso 50", "a1.2 cancelado 0 motivo=Sobra")
    alone = figures(tracked(roadmap(action("a1", YEAR)), report("2020-02-01", "a1.1 en_proceso 50")), "2020-03-01")
    assert figures(tracked(roadmap(action("a1", YEAR, second)), told), "2020-03-01") == alone
    gone = report("2020-02-01", "a1.1 cancelado 0 motivo=Sobra")
    found = figures(tracked(roadmap(action("a1", YEAR)), gone), "2020-03-01")
    assert (found.state, found.real, found.expected, found.level) == (State.CANCELLED, None, None, None)
    assert (found.coverage, found.overdue) == (Share(0, 0), 0)


def test_a_withdrawn_commitment_leaves_the_figures_of_the_plan_on_the_day_of_its_closure() -> None:
    closed = 'situacion: "retirado"\ncierre:\n  fecha: "2020-05-01"\n  motivo: "Cambió la ley."\n'
    plan = loaded(changed(COMMITMENT_PATH, ('situacion: "vigente"\n', closed))).plan
    found = [measure(plan.at(date(2020, month, 1))).whole for month in (4, 5)]
    assert [(group.commitments, group.real) for group in found] == [(("c01",), (40, 1)), ((), (None, 0))]


@pytest.mark.parametrize(
    ("deviation", "light"),
    [
        (Fraction(0), Light.GREEN),
        (Fraction(-10), Light.GREEN),
        (Fraction(-10001, 1000), Light.AMBER),
        (Fraction(-25), Light.AMBER),
        (Fraction(-25001, 1000), Light.RED),
        (None, Light.GREY),
    ],
)
def test_a_light_changes_below_its_threshold(deviation: Fraction | None, light: Light) -> None:
    assert light_of(deviation, NO_IDENTITY.rules.lights) is light


@pytest.mark.parametrize(
    ("state", "real", "level"),
    [
        (State.NO_REPORT, None, Level.NO_EVIDENCE),
        (State.TO_BEGIN, Fraction(0), Level.NOT_STARTED),
        (State.UNDER_WAY, Fraction(1, 100), Level.LIMITED),
        (State.UNDER_WAY, Fraction(4999, 100), Level.LIMITED),
        (State.UNDER_WAY, Fraction(50), Level.SUBSTANTIAL),
        (State.UNPROVEN, Fraction(99), Level.SUBSTANTIAL),
        (State.COMPLETED, Fraction(100), Level.COMPLETE),
        (State.CANCELLED, None, None),
    ],
)
def test_a_level_is_complete_only_if_all_is_and_substantial_from_its_threshold(
    state: State, real: Fraction | None, level: Level | None
) -> None:
    assert level_of(state, real, NO_IDENTITY.rules.lights) is level


def test_thresholds_are_those_of_the_plan() -> None:
    files = files_of(roadmap(action("a1", YEAR)), report("2020-12-31", "a1.1 en_proceso 70"))
    strict = PLAN.replace("periodo:", "ajustes:\n  umbrales:\n    ambar: -30\n    sustancial: 71\nperiodo:")
    found = [figures(loaded({**files, "plan/plan.yml": text}).plan, "2020-12-31") for text in (PLAN, strict)]
    assert [(item.light, item.level) for item in found] == [
        (Light.RED, Level.SUBSTANTIAL),
        (Light.AMBER, Level.LIMITED),
    ]


def side_by_side(*commitments: dict[str, str | bytes]) -> Plan:
    """A plan of several commitments, c01, c02 and so on, each from the files of a plan that has one."""
    files: dict[str, str | bytes] = {}
    for number, parts in enumerate(commitments, 1):
        for path, content in parts.items():
            text = content if isinstance(content, str) else content.decode()
            numbered = text.replace('"c01"', f'"c0{number}"').replace("numero: 1\n", f"numero: {number}\n")
            files[path.replace("01-agua", f"0{number}-agua")] = numbered
    return loaded(files).plan


def test_a_plan_is_the_mean_of_the_commitments_that_have_a_figure_also_without_the_proactive_ones() -> None:
    road = roadmap(action("a1", YEAR))
    low, high = (files_of(road, report("2020-11-30", f"a1.1 en_proceso {percent}")) for percent in (20, 50))
    high[COMMITMENT_PATH] = COMMITMENT.replace('"cocreado"', '"proactivo"')
    found = measure(side_by_side(low, high, files_of(road)).at(date(2020, 12, 31)))
    assert (found.whole.commitments, found.whole.coverage) == (("c01", "c02", "c03"), Share(2, 3))
    assert (found.whole.real, found.whole.expected, found.whole.deviation) == (
        Mean(Fraction(35), 2),
        Mean(Fraction(100), 3),
        Mean(Fraction(-65), 2),
    )
    assert (found.co_created.commitments, found.co_created.real) == (("c01", "c03"), Mean(Fraction(20), 1))
    assert (found.institutions["gob"], found.organisations["osc"]) == (found.whole, found.whole)


def test_a_plan_shows_the_worst_delay_and_the_newest_report_of_its_commitments() -> None:
    def delayed(signed: str, written: str, ended: str, *overdue: str) -> dict[str, str | bytes]:
        """A commitment whose end moved from the signed day to the written one and came on another."""
        moves = "reprogramaciones:\n" + moved("2020-04-02", "a1.1", signed, written)
        road = roadmap(action("a1", activity("a1.1", "2020-01-01", written, means="v1"), *overdue), more=moves)
        return files_of(road, report(ended, f"a1.1 completado 100 +v1 conclusion_real={ended}"))

    worst = delayed("2020-05-01", "2020-07-30", "2020-08-19", activity("a1.2", "2020-01-01", "2020-12-01"))
    least = delayed("2020-05-01", "2020-05-08", "2020-05-10", activity("a1.2", "2020-01-01", "2020-12-21"))
    unknown = files_of(roadmap(action("a1", activity("a1.1"))))
    found = measure(side_by_side(least, worst, unknown).at(date(2020, 12, 31))).whole
    assert (found.late_days, found.rescheduled_days) == (20, 90)
    assert (found.overdue, found.overdue_days) == (2, 30)
    assert (found.last_report, found.freshness) == (date(2020, 8, 19), 134)


def test_nothing_is_under_way_where_all_that_is_reported_is_about_to_begin() -> None:
    road = roadmap(action("a1", YEAR, activity("a1.2", "2020-01-01", "2020-12-31")))
    states = [
        figures(tracked(road, report("2020-02-01", *told)), "2020-03-01").state
        for told in (
            ["a1.1 por_iniciar 0"],
            ["a1.1 por_iniciar 0", "a1.2 por_iniciar 0"],
            ["a1.1 por_iniciar 0", "a1.2 en_proceso 1"],
        )
    ]
    assert states == [State.TO_BEGIN, State.TO_BEGIN, State.UNDER_WAY]


def test_what_is_gone_from_a_plan_does_not_stop_its_figures() -> None:
    assert measure(loaded({}).plan.at(date(2020, 1, 1))).whole.commitments == ()


WEIGHTS = st.lists(st.integers(1, 60), min_size=1, max_size=4)
STEPS = st.lists(st.tuples(st.integers(0, 700), st.integers(1, 99)), max_size=4)


WORK = st.lists(
    st.tuples(st.integers(0, 300), st.integers(1, 300), st.none() | st.integers(1, 99), st.booleans()),
    min_size=1,
    max_size=3,
)
"""Activities: their start, how long they last, what is reported of them, and whether they are cancelled."""


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(1, 60), WORK), min_size=1, max_size=3), st.integers(0, 700))
def test_what_is_cancelled_leaves_both_sides_of_every_figure(
    work: list[tuple[int, list[tuple[int, int, int | None, bool]]]], on: int
) -> None:
    whole: list[str] = []
    rest: list[str] = []
    told: list[str] = []
    dropped: list[str] = []
    for number, (weight, parts) in enumerate(work, 1):
        made = []
        for index, (start, length, percent, gone) in enumerate(parts, 1):
            name = f"a{number}.{index}"
            made.append((activity(name, dated(start), dated(start + length), means=f"v{name}"), gone))
            dropped += [f"{name} cancelado 7 motivo=Sobra"] if gone else []
            told += [f"{name} en_proceso {percent}"] if percent and not gone else []
        whole.append(action(f"a{number}", *(part for part, _ in made), weight=weight))
        left = [part for part, gone in made if not gone]
        rest += [action(f"a{number}", *left, weight=weight)] if left else []
    with_it = at(tracked(roadmap(*whole), report(dated(0), *told, *dropped)), dated(on))
    if not rest:
        assert with_it.figures.state is State.CANCELLED
        return
    records = [report(dated(0), *told)] if told else []
    without = at(tracked(roadmap(*rest), *records), dated(on))
    # Who cancelled still signed a report, so that there is something for the second key to judge.
    found, expected = (
        item.figures._replace(verification_state=None, last_report=None, freshness=None) for item in (with_it, without)
    )
    assert found == expected
    assert with_it.path == without.path


def dated(step: int) -> str:
    return str(date(2019, 12, 1) + timedelta(days=step))


@given(WEIGHTS, st.integers(1, 99))
def test_weights_do_not_change_a_plan_in_which_all_is_equal(weights: list[int], percent: int) -> None:
    names = [f"a{index}" for index in range(len(weights))]
    parts = [
        action(name, activity(f"{name}.1", "2020-01-01", "2020-12-31"), weight=weight)
        for name, weight in zip(names, weights, strict=True)
    ]
    told = report("2020-06-30", *(f"{name}.1 en_proceso {percent}" for name in names))
    found = figures(tracked(roadmap(*parts), told), "2020-07-01")
    assert (found.real, found.expected) == (Fraction(percent), Fraction(100 * 182, 365))


@given(STEPS, st.integers(0, 700), st.integers(1, 99), st.booleans())
def test_adding_a_report_never_changes_earlier_days(
    steps: list[tuple[int, int]], on: int, percent: int, correcting: bool
) -> None:
    told = [report(dated(step), f"a1.1 en_proceso {part}") for step, part in steps]
    corrected = f"{dated(steps[0][0])}-gob" if correcting and steps else ""
    added = report(f"{dated(on)}", f"a1.1 en_proceso {percent}", corrects=corrected, by="gob-nuevo")
    before, after = tracked(roadmap(action("a1", YEAR)), *told), tracked(roadmap(action("a1", YEAR)), *told, added)
    for earlier in range(0, on, 90):
        assert figures(before, dated(earlier)) == figures(after, dated(earlier))


@given(st.integers(0, 700), st.integers(0, 700), st.integers(0, 700), st.integers(0, 700))
def test_what_is_due_never_falls_from_one_day_to_the_next(one: int, other: int, start: int, length: int) -> None:
    first, second = sorted((one, other))
    parts = activity("a1.1", dated(start), dated(start + length)), activity("a1.2", dated(length), dated(length))
    plan = tracked(roadmap(action("a1", *parts)))
    earlier, later = figures(plan, dated(first)).expected, figures(plan, dated(second)).expected
    assert earlier is not None
    assert later is not None
    assert 0 <= earlier <= later <= 100


def test_work_that_has_not_begun_beside_work_without_report_has_not_begun() -> None:
    road = roadmap(action("a1", activity("a1.1"), activity("a1.2")))
    assert figures(tracked(road, report("2020-03-31", "a1.1 por_iniciar 0")), "2020-12-31").state is State.TO_BEGIN
