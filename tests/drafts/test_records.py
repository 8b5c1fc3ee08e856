"""What a new report repeats, which report a verification judges, and that neither says anything new."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from plans import (
    REPORT,
    REPORT_PATH,
    ROADMAP,
    ROADMAP_PATH,
    VALID,
    changed,
    loaded,
    messages_of,
    said,
)

from actionplan.documents import data_text, document_text
from actionplan.drafts.records import next_report, next_verification, open_activities, report_to_judge
from actionplan.language.keys import ENGLISH
from actionplan.model import CommitmentFile, Plan, RulingKind, spelled

Files = dict[str, str | bytes]

ACTIVITY = ROADMAP[ROADMAP.index('      - id: "a1.1"') : ROADMAP.index("indicadores:")]


def activity(name: str, start: str, end: str) -> str:
    """Another activity of the roadmap; its outputs and means are its own too."""
    text = ACTIVITY.replace("a1.1", name).replace('"p1"', f'"p-{name}"').replace('"v1"', f'"v-{name}"')
    text = text.replace("Instalar medidores", f"Hacer {name}").replace("Medidores instalados", f"Acta de {name}")
    return text.replace("2020-01-15", start).replace("2020-03-31", end)


ROADMAP_OF_THREE = ROADMAP.replace(
    ACTIVITY, ACTIVITY + activity("a1.2", "2020-04-01", "2020-05-31") + activity("a1.3", "2020-06-01", "2020-06-30")
)


def plan_of(files: Mapping[str, str | bytes]) -> tuple[Plan, CommitmentFile]:
    plan = loaded(files).plan
    return plan, plan.commitment_files["c01"]


def opened(files: Files, day: str) -> list[str]:
    return [item.id for item in open_activities(*plan_of(files), date.fromisoformat(day))]


def report_on(files: Mapping[str, str | bytes], day: str) -> tuple[str, str]:
    return next_report(*plan_of(files), date.fromisoformat(day), "gob")


THREE: Files = {**VALID, ROADMAP_PATH: ROADMAP_OF_THREE}


class TestWhatIsOpen:
    @pytest.mark.parametrize(
        ("day", "activities"),
        [
            ("2020-01-14", []),
            ("2020-01-15", ["a1.1"]),
            ("2020-03-31", ["a1.1"]),
            ("2020-04-01", ["a1.1", "a1.2"]),
            ("2020-12-31", ["a1.1", "a1.2", "a1.3"]),
        ],
    )
    def test_what_has_begun_by_the_schedule_is_open_until_it_is_over(self, day: str, activities: list[str]) -> None:
        assert opened(THREE, day) == activities

    def test_what_was_reported_is_open_before_its_start(self) -> None:
        files: Files = {**THREE, REPORT_PATH: REPORT.replace("a1.1", "a1.3")}
        assert opened(files, "2020-03-31") == ["a1.1", "a1.3"]

    def test_a_later_report_says_nothing_of_an_earlier_day(self) -> None:
        files: Files = {**THREE, REPORT_PATH: REPORT.replace("a1.1", "a1.3")}
        assert opened(files, "2020-03-30") == ["a1.1"]

    def test_what_is_cancelled_is_over(self) -> None:
        swap = ('"en_proceso"\n    porcentaje: 40', '"cancelado"\n    porcentaje: 40\n    motivo: "Sin presupuesto."')
        assert opened(changed(REPORT_PATH, swap), "2020-12-31") == []

    def test_what_is_completed_without_proof_waits_for_it(self) -> None:
        swap = ('"en_proceso"\n    porcentaje: 40', '"completado"\n    porcentaje: 100')
        assert opened(changed(REPORT_PATH, swap), "2020-12-31") == ["a1.1"]

    def test_what_is_completed_and_proven_is_over(self) -> None:
        proof = (
            '"completado"\n    porcentaje: 100\n    evidencias:\n      - titulo: "Acta"\n        url: "https://a.mx/1"\n'
            '        medio: "v1"\n        vista_el: "2020-03-30"\n        copia: "https://b.mx/1"'
        )
        files = changed(REPORT_PATH, ('"en_proceso"\n    porcentaje: 40', proof))
        assert opened(files, "2020-12-31") == []

    def test_an_activity_without_a_start_is_open_only_once_it_is_reported(self) -> None:
        swaps = (('        inicio: "2020-01-15"\n', ""), ("firmada", "borrador"))
        assert opened(changed(ROADMAP_PATH, *swaps), "2020-03-30") == []
        assert opened(changed(ROADMAP_PATH, *swaps), "2020-03-31") == ["a1.1"]


class TestNextReport:
    def test_it_repeats_the_last_state_and_begins_what_was_never_reported(self) -> None:
        path, text = report_on(THREE, "2020-04-30")
        assert path == "commitments/01-agua/avances/2020-04-30-gob.md"
        assert text == (
            '---\ntipo: "avance"\ncompromiso: "c01"\nfecha: "2020-04-30"\nreporta: "gob"\nactividades:\n'
            '  - actividad: "a1.1"\n    estado: "en_proceso"\n    porcentaje: 40\n'
            '  - actividad: "a1.2"\n    estado: "por_iniciar"\n    porcentaje: 0\n---\n'
        )

    @pytest.mark.parametrize("day", ["2020-02-01", "2020-04-30", "2020-06-30", "2020-12-31"])
    def test_as_written_it_passes_the_check(self, day: str) -> None:
        path, text = report_on(THREE, day)
        assert messages_of({**THREE, path: text}) == []

    def test_what_belongs_to_the_report_that_said_it_is_not_repeated(self) -> None:
        own = '40\n    inicio_real: "2020-01-20"\n    obstaculos: "Lluvia."'
        text = report_on(changed(REPORT_PATH, ("40", own)), "2020-04-30")[1]
        assert 'inicio_real: "2020-01-20"' in text
        assert "Lluvia" not in text

    def test_what_was_corrected_is_not_what_is_repeated(self) -> None:
        path = "commitments/01-agua/avances/2020-04-02-gob.md"
        correction = REPORT.replace("2020-03-31", "2020-04-02").replace("40", '30\n    motivo: "Error de suma."')
        head = 'corrige: "2020-03-31-gob"\nmotivo: "Error de suma."\nactividades:'
        text = report_on({**VALID, path: correction.replace("actividades:", head)}, "2020-04-30")[1]
        assert "porcentaje: 30\n---" in text

    def test_with_nothing_open_there_is_nothing_to_report(self) -> None:
        with pytest.raises(ValueError, match="c01"):
            report_on(VALID, "2020-01-14")


class TestNextVerification:
    def judged(self, files: Files, day: str, organisation: str = "osc") -> str | None:
        found = report_to_judge(plan_of(files)[1], organisation, date.fromisoformat(day))
        return found.stem if found else None

    def test_the_latest_report_that_the_organisation_has_not_ruled_on(self) -> None:
        path, text = report_on(VALID, "2020-04-30")
        files: Files = {**VALID, path: text}
        assert self.judged(files, "2020-12-31") == "2020-04-30-gob"
        assert self.judged(files, "2020-04-29") is None  # by then there was only the one that it had ruled on
        assert self.judged(files, "2020-04-29", "otra") == "2020-03-31-gob"
        assert self.judged(files, "2020-03-30", "otra") is None

    def test_it_has_just_the_activities_of_the_report_and_is_refused_until_it_is_filled(self) -> None:
        files: Files = {**THREE, **dict([report_on(THREE, "2020-04-30")])}
        path, text = self.verification(files, {})
        assert path == "commitments/01-agua/verificaciones/2020-05-10-osc.md"
        assert text == (
            '---\ntipo: "verificacion"\ncompromiso: "c01"\nfecha: "2020-05-10"\norganizacion: "osc"\n'
            'avance: "2020-04-30-gob"\ndictamenes:\n  - actividad: "a1.1"\n    dictamen: "?"\n'
            '  - actividad: "a1.2"\n    dictamen: "?"\n---\n'
        )
        found = loaded({**files, path: text}).findings
        assert [said(finding) for finding in found] == [f"{path}:9:15 FOR13", f"{path}:11:15 FOR13"]
        assert found[0].fix() == "Use uno de estos: verificado, impugnado."

    def test_with_all_rulings_given_it_passes_the_check(self) -> None:
        files: Files = {**THREE, **dict([report_on(THREE, "2020-04-30")])}
        path, text = self.verification(files, {"a1.1": RulingKind.VERIFIED, "a1.2": RulingKind.VERIFIED})
        assert messages_of({**files, path: text}) == []

    @staticmethod
    def verification(files: Files, rulings: dict[str, RulingKind]) -> tuple[str, str]:
        _, commitment_file = plan_of(files)
        judged = report_to_judge(commitment_file, "osc", date(2020, 5, 10))
        assert judged
        return next_verification(commitment_file, judged, date(2020, 5, 10), "osc", rulings)


def test_a_plan_that_spells_its_keys_in_english_gets_records_that_do() -> None:
    files: Files = dict(THREE)
    for entry in loaded(THREE).plan.entries:
        data = spelled(entry.model, ENGLISH)
        if entry.path == "plan/plan.yml":
            data["key_language"] = "en"
        files[entry.path] = data_text(data) if entry.path.endswith(".yml") else document_text(data, entry.body.text)
    report = report_on(files, "2020-04-30")
    assert '  - activity: "a1.2"\n    state: "to_begin"\n    percent: 0\n' in report[1]
    path, text = TestNextVerification.verification({**files, report[0]: report[1]}, {"a1.1": RulingKind.VERIFIED})
    assert '  - activity: "a1.1"\n    ruling: "verified"\n  - activity: "a1.2"\n    ruling: "?"\n' in text
    found = loaded({**files, report[0]: report[1], path: text}).findings
    assert [said(finding) for finding in found if finding.path in (report[0], path)] == [f"{path}:11:13 FOR13"]
