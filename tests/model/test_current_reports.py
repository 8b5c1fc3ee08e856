"""Which report corrects which, as of a day."""

from plans import REPORT, REPORT_PATH, loaded, with_file
from tracked import day

from actionplan.model import chain, correction_of

CORRECTED, CORRECTION = "2020-03-31-gob", "2020-04-30-gob"
WHY = f'reporta: "gob"\ncorrige: "{CORRECTED}"\nmotivo: "Se contó mal."'
TEXT = REPORT.replace("2020-03-31", "2020-04-30").replace('reporta: "gob"', WHY)
DOSSIER = loaded(with_file(REPORT_PATH.replace("2020-03-31", "2020-04-30"), TEXT)).plan.commitment_files["c01"]


def test_a_correction_counts_from_its_day_and_for_the_report_that_it_names() -> None:
    assert correction_of(DOSSIER, CORRECTED, day("2020-04-29")) is None
    assert correction_of(DOSSIER, CORRECTED, day("2020-04-30")) == CORRECTION
    assert correction_of(DOSSIER, CORRECTION, day("2020-12-31")) is None


def test_a_chain_of_corrections_ends_where_nothing_is_corrected_or_a_name_comes_again() -> None:
    assert chain("c", {"a": None, "b": "a", "c": "b"}) == ["c", "b", "a"]
    assert chain("a", {"a": "b", "b": "a"}) == ["a", "b", "a"]
    assert chain("a", {"a": "b", "b": "a", "c": None, "d": None}) == ["a", "b", "a"]
    assert chain("c", {"a": "b", "b": "a", "c": "b"}) == ["c", "b", "a", "b"]
