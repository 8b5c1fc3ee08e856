"""Dates: ends follow starts, parts lie within the whole, records tell what had happened, and moves make one history."""

import pytest
from plans import (
    COMMITMENT_PATH,
    PLAN,
    REPORT,
    REPORT_PATH,
    ROADMAP,
    ROADMAP_PATH,
    VALID,
    VERIFICATION_PATH,
    changed,
    codes,
    messages_of,
    with_file,
)
from tracked import action, activity, files_of, roadmap

ACTION = ('titulo: "Medir"', 'titulo: "Medir"\n    inicio: "{}"\n    conclusion: "{}"')
WINDOW = 'ajustes:\n  ventanas_de_enmienda:\n    - inicio: "{}"\n      conclusion: "{}"\nprocedencia:\n'
SESSION_PATH = "plan/sesiones/2020-04-02.md"
SESSION = """\
---
tipo: "sesion"
id: "s1"
fecha: "2020-04-02"
modalidad: "ordinaria"
no_disponible:
  - campo: "minuta"
    motivo: "No consta"
  - campo: "acuerdos"
    motivo: "No consta"
excepciones:
  - regla: "DEL04"
    motivo: "No hubo otra"
procedencia:
  - campo: "*"
    fuentes:
      - "acta"
    certeza: "exacta"
---
"""


def on_day(path: str, day: str, *swaps: tuple[str, str]) -> dict[str, str | bytes]:
    """The valid plan with a record, or another copy of it, of another day."""
    text = VALID[path]
    old = "2020-03-31" if path == REPORT_PATH else "2020-04-10"
    for before, after in (*swaps, (f'fecha: "{old}"', f'fecha: "{day}"')):
        assert before in text
        text = text.replace(before, after, 1)
    return {**{name: file for name, file in VALID.items() if name != path}, path.replace(old, day): text}


# The calendar.


def test_the_29th_of_february_is_a_day_of_leap_years() -> None:
    assert codes(changed(ROADMAP_PATH, ('inicio: "2020-01-15"', 'inicio: "2020-02-29"'))) == []
    assert codes(changed(ROADMAP_PATH, ('inicio: "2020-01-15"', 'inicio: "2019-02-29"'))) == ["14:17 FOR14"]


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (COMMITMENT_PATH, '"2020-06-30"', '"2019-12-31"', ["22:13 FEC01"]),
        (ROADMAP_PATH, '"2020-03-31"', '"2020-01-15"', []),
        (ROADMAP_PATH, '"2020-03-31"', '"2020-01-14"', ["15:21 FEC01"]),
        (ROADMAP_PATH, ACTION[0], ACTION[1].format("2020-02-01", "2020-01-01"), ["11:17 FEC01"]),
        (
            REPORT_PATH,
            "porcentaje: 40",
            'porcentaje: 40\n    inicio_real: "2020-03-02"\n    conclusion_real: "2020-03-01"',
            ["11:22 FEC01"],
        ),
        (
            "plan/plan.yml",
            "procedencia:\n",
            WINDOW.format("2020-05-01", "2020-04-01"),
            ["21:19 FEC01"],
        ),
    ],
)
def test_an_end_is_not_before_its_start(path: str, old: str, new: str, expected: list[str]) -> None:
    assert codes(changed(path, (old, new))) == expected


# Parts within the whole.


@pytest.mark.parametrize(
    ("swaps", "expected"),
    [
        ([], []),
        ([('"2020-03-31"', '"2020-06-30"')], []),
        ([('"2020-03-31"', '"2020-07-01"')], ["15:21 FEC03"]),
        ([('"2020-01-15"', '"2019-12-31"')], ["14:17 FEC03"]),
        ([(ACTION[0], ACTION[1].format("2020-01-15", "2020-03-31"))], []),
        ([(ACTION[0], ACTION[1].format("2020-01-16", "2020-03-30"))], ["16:17 FEC03", "17:21 FEC03"]),
        # The action is what lies outside, not also its activity.
        (
            [(ACTION[0], ACTION[1].format("2020-01-15", "2020-07-02")), ('"2020-03-31"', '"2020-07-01"')],
            ["11:17 FEC03"],
        ),
        # What lasts one day bounds and is bounded like the rest.
        ([('"2020-01-15"', '"2020-07-01"'), ('"2020-03-31"', '"2020-07-01"')], ["14:17 FEC03", "15:21 FEC03"]),
        ([(ACTION[0], ACTION[1].format("2020-03-31", "2020-03-31"))], ["16:17 FEC03"]),
        # Dates in disorder bound nothing.
        ([(ACTION[0], ACTION[1].format("2020-02-15", "2020-02-01"))], ["11:17 FEC01"]),
        ([('- fecha: "2020-06-30"', '- fecha: "2020-07-01"')], ["34:16 FEC03"]),
        ([('- fecha: "2020-06-30"', '- fecha: "2002-06-30"')], ["34:16 FEC03"]),  # and not also before the baseline
    ],
)
def test_activities_and_targets_lie_within_their_action_and_their_commitment(
    swaps: list[tuple[str, str]], expected: list[str]
) -> None:
    assert codes(changed(ROADMAP_PATH, *swaps)) == expected


@pytest.mark.parametrize(
    ("period", "end", "expected"),
    [
        ('periodo: "2019-2021"', "2021-12-31", []),
        ('periodo: "2019-2021"', "2022-01-01", ["22:13 FEC03"]),
        ('periodo: "2019-2021"\nperiodo_ampliado: "2019-2022"', "2022-01-01", []),
        ('periodo: "Cuarto plan"', "2199-01-01", []),
        ('periodo: "0000-2021"', "2199-01-01", []),
    ],
)
def test_a_commitment_lies_within_the_years_of_the_plans_period(period: str, end: str, expected: list[str]) -> None:
    files = changed(COMMITMENT_PATH, ('conclusion: "2020-06-30"', f'conclusion: "{end}"'))
    files["plan/plan.yml"] = PLAN.replace('periodo: "2019-2021"', period)
    assert codes(files) == expected


@pytest.mark.parametrize(("start", "expected"), [("2019-01-01", []), ("2018-12-31", ["21:9 FEC03"])])
def test_the_first_year_of_a_plan_begins_on_its_first_day(start: str, expected: list[str]) -> None:
    assert codes(changed(COMMITMENT_PATH, ('inicio: "2020-01-01"', f'inicio: "{start}"'))) == expected


def test_what_is_outside_is_told_with_what_is_around_it() -> None:
    [message] = messages_of(changed(ROADMAP_PATH, ('"2020-03-31"', '"2020-07-01"')))
    assert message.startswith("La fecha 2020-07-01 queda fuera de las fechas del compromiso (2020-01-01 a 2020-06-30).")


def test_without_settings_nothing_is_outside_the_plan_or_after_its_cutoff() -> None:
    files = changed(COMMITMENT_PATH, ('conclusion: "2020-06-30"', 'conclusion: "2199-01-01"'))
    assert codes({**files, "plan/plan.yml": "["}) == ["1:1 FOR06"]


def test_a_baseline_is_not_after_the_first_target() -> None:
    baseline = 'valor: 0\n      fecha: "{}"'
    old = baseline.format("2020-01-01")
    assert codes(changed(ROADMAP_PATH, (old, baseline.format("2020-06-30")))) == []
    assert codes(changed(ROADMAP_PATH, (old, baseline.format("2020-07-01")))) == ["32:14 FEC11"]
    earlier = ("    metas:\n", '    metas:\n      - fecha: "2020-03-31"\n        valor: 2\n')
    assert codes(changed(ROADMAP_PATH, earlier, (old, baseline.format("2020-04-01")))) == ["32:14 FEC11"]


# Records.


def test_records_are_not_after_the_cutoff() -> None:
    assert codes(changed("plan/plan.yml", ('"2020-12-31"', '"2020-04-10"'))) == []
    assert codes(changed("plan/plan.yml", ('"2020-12-31"', '"2020-04-09"'))) == ["4:8 FEC02"]


@pytest.mark.parametrize(("day", "expected"), [("2020-01-01", []), ("2019-12-31", ["4:8 FEC04"])])
def test_a_report_is_not_before_its_commitment_begins(day: str, expected: list[str]) -> None:
    files = on_day(REPORT_PATH, day)
    del files[VERIFICATION_PATH]
    assert codes(files) == expected


def test_the_work_may_have_been_planned_to_begin_earlier_than_it_is_now() -> None:
    move = (
        '  - fecha: "2020-04-02"\n    actividad: "a1.1"\n    campo: "inicio"\n    antes: "2019-12-15"\n'
        '    despues: "2020-01-15"\n    motivo: "Lluvias"\n    acordada_en: "s1"\n'
    )
    files = {**on_day(REPORT_PATH, "2019-12-20"), SESSION_PATH: SESSION}
    del files[VERIFICATION_PATH]
    assert codes(files) == ["4:8 FEC04"]
    assert (
        codes({**files, ROADMAP_PATH: ROADMAP.replace("procedencia:", f"reprogramaciones:\n{move}procedencia:")}) == []
    )


def test_the_work_may_begin_before_the_commitment_says() -> None:
    files = on_day(REPORT_PATH, "2019-12-31")
    del files[VERIFICATION_PATH]
    assert codes({**files, ROADMAP_PATH: ROADMAP.replace("2020-01-15", "2019-12-15")}) == ["14:17 FEC03"]


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ('    inicio_real: "{}"\n', "10:18"),
        ('    conclusion_real: "{}"\n', "10:22"),
        ('    evidencias:\n      - titulo: "x"\n        url: "https://example.org"\n        vista_el: "{}"\n', "13:19"),
        ('mediciones:\n  - indicador: "i1"\n    valor: 2\n    fecha: "{}"\n', "13:12"),
    ],
)
def test_a_report_tells_of_nothing_after_its_date(told: str, line: str) -> None:
    files = changed(REPORT_PATH, ("    porcentaje: 40\n", "    porcentaje: 40\n" + told.format("2020-03-31")))
    assert codes(files) == []
    files = changed(REPORT_PATH, ("    porcentaje: 40\n", "    porcentaje: 40\n" + told.format("2020-04-01")))
    assert codes(files) == [f"{line} FEC09"]


def test_a_verification_is_not_before_the_report_that_it_judges() -> None:
    assert codes(on_day(VERIFICATION_PATH, "2020-03-31")) == []
    assert codes(on_day(VERIFICATION_PATH, "2020-03-30")) == ["4:8 FEC10"]


def test_work_of_one_day_is_told_like_any_other() -> None:
    told = '    porcentaje: 40\n    inicio_real: "{0}"\n    conclusion_real: "{0}"\n'
    swaps = {day: ("    porcentaje: 40\n", told.format(day)) for day in ("2020-03-31", "2020-04-01")}
    assert codes(changed(REPORT_PATH, swaps["2020-03-31"])) == []
    assert codes(changed(REPORT_PATH, swaps["2020-04-01"])) == ["10:18 FEC09", "11:22 FEC09"]


def test_a_correction_is_not_before_the_report_that_it_corrects() -> None:
    why = 'reporta: "gob"\ncorrige: "2020-03-31-gob"\nmotivo: "Error"'
    correction = REPORT.replace('reporta: "gob"', why)
    early = correction.replace('"2020-03-31"', '"2020-03-30"', 1)
    assert codes(with_file(REPORT_PATH.replace("gob", "gob-2"), correction)) == []
    assert codes(with_file(REPORT_PATH.replace("31", "30"), early)) == ["4:8 FEC10"]


# Dates that moved.


def moved(*moves: tuple[str, str, str], end: str) -> dict[str, str | bytes]:
    """The valid plan with the end of its activity moved: the day of each move, the end before and after it."""
    entries = "".join(
        f'  - fecha: "{day}"\n    actividad: "a1.1"\n    campo: "conclusion"\n    antes: "{before}"\n'
        f'    despues: "{after}"\n    motivo: "Lluvias"\n    acordada_en: "s1"\n'
        for day, before, after in moves
    )
    swaps = ('conclusion: "2020-03-31"', end), ("procedencia:", f"reprogramaciones:\n{entries}procedencia:")
    return changed(ROADMAP_PATH, *swaps, **{SESSION_PATH: SESSION})


END = 'conclusion: "2020-05-31"'
FIRST, SECOND = ("2020-04-02", "2020-03-31", "2020-04-30"), ("2020-05-04", "2020-04-30", "2020-05-31")


def test_moves_follow_each_other_and_end_in_the_date_written() -> None:
    assert codes(moved(FIRST, SECOND, end=END)) == []


def test_a_move_starts_from_the_date_in_force() -> None:
    assert codes(moved(FIRST, ("2020-05-04", "2020-04-15", "2020-05-31"), end=END)) == ["49:12 FEC05"]


def test_the_last_move_leaves_the_date_written_in_the_activity() -> None:
    assert codes(moved(FIRST, SECOND, end='conclusion: "2020-05-30"')) == ["15:21 FEC06"]
    assert codes(moved(FIRST, ("2020-05-04", "2020-04-30", "2020-06-15"), end=END)) == ["15:21 FEC06"]


def test_moves_out_of_order_are_one_mistake_and_not_a_broken_chain() -> None:
    assert codes(moved(SECOND, FIRST, end=END)) == ["46:12 FEC07"]


def test_two_moves_of_one_day_keep_their_order() -> None:
    assert codes(moved(FIRST, ("2020-04-02", *SECOND[1:]), end=END)) == []


def test_a_move_that_was_refused_leaves_the_chain_unjudged() -> None:
    assert codes(moved(FIRST, ("2020-05-04", "30/04/2020", "2020-05-31"), end=END)) == ["49:12 FOR14"]
    assert codes(moved(FIRST, SECOND, end='conclusion: "31/05/2020"')) == ["15:21 FOR14"]


def test_a_move_of_an_unknown_activity_is_only_that() -> None:
    other = moved(FIRST, SECOND, end=END)
    text = str(other[ROADMAP_PATH]).replace('actividad: "a1.1"', 'actividad: "a9"', 1).replace(FIRST[2], SECOND[1])
    assert codes({**other, ROADMAP_PATH: text}) == ["40:16 REF02"]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2020-04-02", "2020-05-04", []),
        ("2020-04-03", "2020-05-03", ["39:12 FEC08", "46:12 FEC08"]),
        ("2020-04-01", "2020-04-30", ["46:12 FEC08"]),
    ],
)
def test_dates_move_in_the_amendment_windows_if_the_plan_has_any(start: str, end: str, expected: list[str]) -> None:
    files = moved(FIRST, SECOND, end=END)
    settings = PLAN.replace("procedencia:\n", WINDOW.format(start, end))
    assert codes({**files, "plan/plan.yml": settings}) == expected


def test_a_move_is_agreed_in_a_session_that_there_was() -> None:
    files = moved(FIRST, SECOND, end=END)
    del files[SESSION_PATH]
    assert codes(files) == ["45:18 REF02", "52:18 REF02"]


def test_activities_that_wait_for_each_other_are_named_once() -> None:
    def waiting(name: str, for_: str) -> str:
        return activity(name, "2020-01-01", "2020-01-10", waits=f"{for_} FC")

    road = roadmap(action("a1", waiting("a1.1", "a1.3"), waiting("a1.2", "a1.1"), waiting("a1.3", "a1.2")))
    [said] = [text for text in messages_of(files_of(road)) if "esperan" in text]
    assert said.startswith("Hay actividades que se esperan unas a otras: a1.")
    chain = said.partition(": ")[2].partition(".  ")[0].partition(". Ninguna")[0].split(" → ")
    assert (len(chain), chain[0], set(chain)) == (4, chain[-1], {"a1.1", "a1.2", "a1.3"})
