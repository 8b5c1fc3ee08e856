"""The whole plan: documents by id, in an order that does not depend on the files'."""

from datetime import date
from decimal import Decimal

import pytest
from plans import COMMITMENT, REPORT, REPORT_PATH, ROADMAP, ROADMAP_PATH, VALID, changed, loaded
from pydantic import ValidationError

from actionplan.model import ActivityState, Certainty, Origin, PartialDate


def test_a_plan_finds_its_documents_by_id() -> None:
    plan = loaded().plan
    assert plan.identity.title == "Plan de prueba"
    assert plan.identity.cutoff == date(2020, 12, 31)
    assert list(plan.actors) == ["gob", "osc"]
    assert list(plan.sources) == ["acta"]
    assert list(plan.trees) == ["agua"]
    commitment_file = plan.commitment_files["c01"]
    assert commitment_file.commitment.folder == "commitments/01-agua"
    assert commitment_file.commitment.model.origin is Origin.CO_CREATED
    assert commitment_file.roadmap is not None
    assert [activity.id for activity in commitment_file.roadmap.model.activities] == ["a1.1"]
    assert [report.stem for report in commitment_file.reports] == ["2020-03-31-gob"]
    assert [verification.stem for verification in commitment_file.verifications] == ["2020-04-10-osc"]
    assert commitment_file.reports[0].model.activities[0].state is ActivityState.UNDER_WAY


def test_numbers_are_exact() -> None:
    plan = loaded(changed(ROADMAP_PATH, ("valor: 0", "valor: 0.1"), ("valor: 5", "valor: 5.10"))).plan
    roadmap = plan.commitment_files["c01"].roadmap
    assert roadmap is not None
    [indicator] = roadmap.model.indicators
    assert indicator.baseline is not None
    assert indicator.baseline.value == Decimal("0.1")
    assert str(indicator.targets[0].value) == "5.10"


def test_commitments_come_by_number_and_reports_by_date() -> None:
    files = dict(VALID)
    for number in (2, 10):
        folder = f"commitments/{number:02}-agua"
        files[f"{folder}/compromiso.md"] = COMMITMENT.replace('"c01"', f'"c{number:02}"').replace(
            "numero: 1", f"numero: {number}"
        )
        files[f"{folder}/hoja-de-ruta.md"] = ROADMAP.replace('"c01"', f'"c{number:02}"')
    files[REPORT_PATH.replace("03-31", "02-29")] = REPORT.replace("03-31", "02-29")
    plan = loaded(files)
    assert plan.findings == ()
    assert list(plan.plan.commitment_files) == ["c01", "c02", "c10"]
    assert [entry.stem for entry in plan.plan.commitment_files["c01"].reports] == ["2020-02-29-gob", "2020-03-31-gob"]


def test_a_plan_without_settings_still_has_an_identity() -> None:
    plan = loaded({path: text for path, text in VALID.items() if path != "plan/plan.yml"}).plan
    assert (plan.identity_entry, plan.identity.id) == (None, "sin-plan")


def test_what_was_read_cannot_be_changed() -> None:
    plan = loaded().plan
    with pytest.raises(ValidationError):
        setattr(plan.identity, "title", "Otro")  # noqa: B010 - the type checker knows it already


@pytest.mark.parametrize(
    ("text", "date_", "earliest"),
    [
        ("2019", (2019, 0, 0), date(2019, 1, 1)),
        ("2019-08", (2019, 8, 0), date(2019, 8, 1)),
        ("2020-02-29", (2020, 2, 29), date(2020, 2, 29)),
    ],
)
def test_a_partial_date_keeps_what_is_known(text: str, date_: tuple[int, int, int], earliest: date) -> None:
    parsed = PartialDate.parse(text)
    assert (tuple(parsed), str(parsed), parsed.earliest) == (date_, text, earliest)


@pytest.mark.parametrize(
    "text", ["", "19", "2019-13", "2019-00", "2019-02-29", "2019-1", "2019-08-", "0000", "２０１９"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        PartialDate.parse(text)


def test_partial_dates_sort_by_what_is_known() -> None:
    dates = [PartialDate.parse(text) for text in ("2020", "2019-08-14", "2019-08", "2019")]
    assert [str(item) for item in sorted(dates)] == ["2019", "2019-08", "2019-08-14", "2020"]


def test_only_exact_and_summary_are_sure() -> None:
    assert [certainty for certainty in Certainty if certainty.is_sure] == [Certainty.EXACT, Certainty.SUMMARY]
