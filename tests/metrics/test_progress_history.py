"""How progress came about: a moment for each day with a record or a turn, and none that a later record changes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from plans import COMMITMENT, COMMITMENT_PATH, loaded
from tracked import action, activity, at, day, files_of, moved, report, roadmap, ruling, tracked

from actionplan.metrics import histories, plan_snapshots
from actionplan.metrics.measure import measure
from actionplan.metrics.progress_history import MOST_SNAPSHOTS, snapshots
from actionplan.model import Plan

ROAD = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-12-31"), activity("a1.2", "2020-01-01", "2020-12-31")))


def told(plan: Plan, cutoff: str) -> list[tuple[str, tuple[str, ...], int | None, int | None]]:
    """Day, names of the records, reported and verified progress."""
    found = snapshots(plan.commitment_files["c01"], plan.at(day(cutoff)))
    return [
        (
            moment.date.isoformat(),
            tuple(path.rpartition("/")[2].removesuffix(".md") for path in moment.records),
            None if moment.real is None else int(moment.real),
            None if moment.verified is None else int(moment.verified),
        )
        for moment in found
    ]


def test_each_record_is_a_moment_and_what_was_corrected_stays_where_it_was() -> None:
    plan = tracked(
        ROAD,
        report("2020-03-31", "a1.1 en_proceso 80"),
        ruling("2020-04-10", "2020-03-31-gob", "a1.1 impugnado"),
        report("2020-05-31", "a1.1 en_proceso 20", corrects="2020-03-31-gob"),
        ruling("2020-06-10", "2020-05-31-gob", "a1.1 verificado"),
    )
    assert told(plan, "2020-12-31") == [
        ("2020-01-01", (), None, None),
        ("2020-03-31", ("2020-03-31-gob",), 40, 0),
        ("2020-04-10", ("2020-04-10-osc",), 40, 0),
        ("2020-05-31", ("2020-05-31-gob",), 10, 0),
        ("2020-06-10", ("2020-06-10-osc",), 10, 10),
        ("2020-12-31", (), 10, 10),
    ]


def test_a_rescheduling_is_a_moment_of_its_own() -> None:
    road = roadmap(
        action("a1", activity("a1.1", "2020-01-01", "2020-12-31")),
        more="reprogramaciones:\n" + moved("2020-02-01", "a1.1", "2020-06-30", "2020-12-31"),
    )
    plan = tracked(road, report("2020-03-31", "a1.1 en_proceso 80"))
    found = snapshots(plan.commitment_files["c01"], plan.at(day("2020-03-31")))
    [path] = found[2].records
    assert path.endswith("hoja-de-ruta.md")
    assert [(moment.date.isoformat(), moment.expected) for moment in found] == [
        ("2020-01-01", 0),
        ("2020-01-31", Fraction(100 * 30, 181)),
        ("2020-02-01", Fraction(100 * 31, 365)),
        ("2020-03-31", Fraction(100 * 90, 365)),
    ]


def test_what_was_expected_is_what_the_figures_of_each_day_expect_also_of_actions_without_activities() -> None:
    first, cancelled = activity("a1.1", "2020-01-01", "2020-12-31"), activity("a3.1", "2020-01-01", "2020-06-30")
    road = roadmap(action("a1", first, weight=60), action("a2", weight=30), action("a3", cancelled, weight=10))
    plan = tracked(road, report("2020-03-31", "a1.1 en_proceso 40", "a3.1 cancelado 0 motivo=Sobra"))
    found = snapshots(plan.commitment_files["c01"], plan.at(day("2020-12-31")))
    assert [moment.expected for moment in found] == [
        at(plan, moment.date.isoformat()).figures.expected for moment in found
    ]


def test_where_the_schedule_turns_is_a_moment_without_records() -> None:
    road = roadmap(
        action("a1", activity("a1.1", "2020-01-01", "2020-03-01"), activity("a1.2", "2020-06-01", "2020-12-31"))
    )
    plan = tracked(road, report("2020-02-01", "a1.1 en_proceso 80"))
    assert told(plan, "2020-12-31") == [
        ("2020-01-01", (), None, None),
        ("2020-02-01", ("2020-02-01-gob",), 40, 0),
        ("2020-03-01", (), 40, 0),
        ("2020-06-01", (), 40, 0),
        ("2020-12-31", (), 40, 0),
    ]


def test_without_a_report_by_the_cut_off_there_is_no_past_to_tell() -> None:
    plan = tracked(ROAD, report("2020-03-31", "a1.1 en_proceso 80"))
    assert told(plan, "2020-03-30") == []
    assert plan_snapshots(plan.at(day("2020-03-30")), {"c01": ()}) == ()


days = st.dates(date(2020, 1, 1), date(2020, 12, 31))


@given(st.dictionaries(days, st.integers(1, 99), min_size=2, max_size=5))
def test_a_later_record_changes_no_earlier_moment_and_the_last_one_is_the_figure_at_the_cut_off(
    reported: dict[date, int],
) -> None:
    records = [report(on.isoformat(), f"a1.1 en_proceso {value}") for on, value in sorted(reported.items())]
    whole, before = tracked(ROAD, *records), tracked(ROAD, *records[:-1])
    last = max(reported)
    found = snapshots(whole.commitment_files["c01"], whole.at(date(2020, 12, 31)))
    earlier = snapshots(before.commitment_files["c01"], before.at(date(2020, 12, 31)))
    assert [item for item in found if item.date < last] == [item for item in earlier if item.date < last]
    now = at(whole, "2020-12-31").figures
    assert (found[-1].real, found[-1].verified, found[-1].expected) == (now.real, now.verified, now.expected)


@given(
    st.lists(st.tuples(days, days).map(sorted), min_size=1, max_size=3),
    st.lists(st.tuples(days, st.sampled_from(["en_proceso 80", "cancelado 0"])), min_size=1, max_size=2),
    st.data(),
)
def test_moments_are_the_figures_of_their_day_and_between_two_what_is_expected_grows_evenly(
    dates: list[list[date]], said: list[tuple[date, str]], data: st.DataObject
) -> None:
    parts = [activity(f"a1.{number}", str(start), str(end)) for number, (start, end) in enumerate(dates, 1)]
    records = [report(str(on), f"a1.{min(number, len(dates))} {state}") for number, (on, state) in enumerate(said, 1)]
    plan = tracked(roadmap(action("a1", *parts)), *records)
    found = snapshots(plan.commitment_files["c01"], plan.at(date(2020, 12, 31)))
    for moment in found:
        now = at(plan, str(moment.date)).figures
        assert (moment.real, moment.verified, moment.expected) == (now.real, now.verified, now.expected)
    for one, other in pairwise(found):
        cancels = other.records and any(str(on) == str(other.date) and "cancelado" in state for on, state in said)
        if cancels or one.expected is None or other.expected is None:
            continue  # what is cancelled leaves the sum on that day
        then = data.draw(st.dates(one.date, other.date))
        share = Fraction((then - one.date).days, (other.date - one.date).days)
        assert at(plan, str(then)).figures.expected == one.expected + (other.expected - one.expected) * share


@given(st.dictionaries(days, st.integers(1, 99), min_size=1, max_size=5), st.integers(2020, 2040))
def test_the_plan_is_told_month_by_month_up_to_the_figure_at_the_cut_off(reported: dict[date, int], year: int) -> None:
    records = [report(on.isoformat(), f"a1.1 en_proceso {value}") for on, value in sorted(reported.items())]
    plan = tracked(ROAD, *records).at(date(year, 12, 31))
    found = plan_snapshots(plan, histories(plan))
    assert len(found) <= MOST_SNAPSHOTS
    assert [moment.date for moment in found] == sorted({moment.date for moment in found})
    for moment in found:
        whole = measure(plan.at(moment.date)).whole
        assert (moment.real, moment.verified) == (whole.real, whole.verified)


def test_a_plan_of_ten_years_is_told_in_few_moments() -> None:
    plan = tracked(ROAD, report("2020-03-31", "a1.1 en_proceso 80")).at(day("2030-06-15"))
    found = plan_snapshots(plan, histories(plan))
    assert len(found) <= MOST_SNAPSHOTS
    assert (found[0].real.value, found[-1].real.value) == (Fraction(40), Fraction(40)) or found[0].real.value is None
    assert found[-1].date == day("2030-06-15")


REPORTS = [report(f"2020-{month:02}-28", "a1.1 en_proceso 40") for month in range(2, 12)]
RULINGS = [ruling(f"2020-{month:02}-29", f"2020-{month:02}-28-gob", "a1.1 verificado") for month in (3, 5, 7, 8, 10)]


def handed_over(on: date, *, also_lead: bool) -> Plan:
    """The tracked commitment after its partner, and perhaps its lead, left from a day on."""
    told = f'  - fecha: "{on}"\n    papel: "corresponsable"\n    deja: "osc"\n    entra: "gob"\n    motivo: "Cerró."\n'
    if also_lead:
        told += f'  - fecha: "{on}"\n    papel: "responsable"\n    deja: "gob"\n    entra: "osc"\n'
        told += '    motivo: "Reforma."\n'
    swaps = [('corresponsables:\n  - "osc"\n', f'corresponsables:\n  - "gob"\nrelevos:\n{told}')]
    swaps += [('institucion: "gob"', 'institucion: "osc"')] if also_lead else []
    files = files_of(ROAD, *REPORTS, *RULINGS)
    text = COMMITMENT
    for old, new in swaps:
        text = text.replace(old, new)
    return loaded({**files, COMMITMENT_PATH: text}).plan


@given(days, days, st.booleans())
def test_a_handover_changes_no_figure_of_an_earlier_day(on: date, then: date, also_lead: bool) -> None:
    before, after = tracked(ROAD, *REPORTS, *RULINGS), handed_over(on, also_lead=also_lead)
    if then < on:
        assert measure(after.at(then)) == measure(before.at(then))
    rulings = measure(after.at(then)).commitments["c01"].activities[0].rulings
    assert all(opinion.date < on for opinion in rulings)


def test_what_who_left_had_verified_stands() -> None:
    plan = handed_over(day("2020-05-30"), also_lead=True)
    assert [told(plan, on)[-1][2:] for on in ("2020-05-29", "2020-05-30", "2020-12-31")] == [
        (20, 20),
        (20, 20),
        (20, 0),
    ]
