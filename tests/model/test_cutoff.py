"""The cut-off date is the plan's own, or another for one look."""

from datetime import date

from plans import VALID, MemoryTree, loaded, said

from actionplan.loader import Caches, load

EARLY = date(2020, 4, 9)


def test_a_plan_can_be_seen_at_another_date_and_stays_as_it_is() -> None:
    plan = loaded().plan
    earlier = plan.at(EARLY)
    assert (plan.identity.cutoff, earlier.identity.cutoff) == (date(2020, 12, 31), EARLY)
    assert [entry.path for entry in earlier.entries] == [entry.path for entry in plan.entries]
    assert earlier.commitment_files["c01"].commitment is plan.commitment_files["c01"].commitment


def test_a_plan_without_settings_can_be_seen_at_a_date_too() -> None:
    plan = loaded({path: text for path, text in VALID.items() if path != "plan/plan.yml"}).plan
    assert plan.at(EARLY).identity.cutoff == EARLY


def test_a_load_for_another_date_leaves_nothing_behind_in_the_memories() -> None:
    caches = Caches()
    assert [said(it).rpartition(" ")[2] for it in load(MemoryTree(VALID), caches, EARLY).findings] == ["FEC02"]
    assert load(MemoryTree(VALID), caches).findings == ()
