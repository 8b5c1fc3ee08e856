"""What each organisation has to see to on a day."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from plans import ACTORS, COMMITMENT, COMMITMENT_PATH, loaded
from tracked import action, activity, day, files_of, moved, report, roadmap, ruling

from actionplan.follow_up.evidence_links import Link, LinkCause, LinkState, Seen
from actionplan.follow_up.follow_ups import FollowUp, FollowUpKind, follow_ups
from actionplan.metrics.measure import measure
from actionplan.model import Plan

ROAD = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-06-30", means="v1")))
URL, COPY = "https://prueba.example/acta", "https://archivo.example/acta"
LOST = Seen(LinkState.LOST, LinkCause.GONE)


def plan_of(road: str, *records: Mapping[str, str], **files: str) -> Plan:
    return loaded({**files_of(road, *records), **files}).plan


def found(plan: Plan, on: str, links: Mapping[Link, Seen] | None = None) -> list[tuple[str, str, str, int]]:
    """Each matter as organisation, kind, date and days."""
    return [(it.organisation, it.kind.word, str(it.day), it.days) for it in listed(plan, on, links)]


def listed(plan: Plan, on: str, links: Mapping[Link, Seen] | None = None) -> list[FollowUp]:
    return [it for its in follow_ups(plan, measure(plan.at(day(on))), links or {}).values() for it in its]


def seen(on: str, told: str) -> dict[str, str]:
    """A report that the second key has verified."""
    return report(on, told) | ruling(on, f"{on}-gob", "a1.1 verificado")


def linked(on: str, url: str = URL, copy: str = COPY, means: str = "v1") -> dict[str, str]:
    """A report that shows a link."""
    [(path, text)] = report(on, "a1.1 en_proceso 40").items()
    proof = f'    evidencias:\n      - titulo: "Acta"\n        url: "{url}"\n        medio: "{means}"\n'
    kept = f'        copia: "{copy}"\n' if copy else ""
    return {path: text.replace("porcentaje: 40\n", f"porcentaje: 40\n{proof}{kept}")}


class TestDates:
    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            ("2020-05-30", []),
            ("2020-05-31", [("gob", "vence_en_un_mes", "2020-06-30", 30)]),
            ("2020-06-22", [("gob", "vence_en_un_mes", "2020-06-30", 8)]),
            ("2020-06-23", [("gob", "vence_en_una_semana", "2020-06-30", 7)]),
            ("2020-06-30", [("gob", "vence_en_una_semana", "2020-06-30", 0)]),
            ("2020-07-01", [("gob", "vencida", "2020-06-30", 1)]),
        ],
    )
    def test_an_end_is_brought_to_mind_a_month_and_a_week_before_and_then_is_overdue(
        self, on: str, expected: list[tuple[str, str, str, int]]
    ) -> None:
        assert found(plan_of(ROAD, seen("2020-05-01", "a1.1 en_proceso 40")), on) == expected

    def test_what_is_complete_or_cancelled_is_nobodys_matter(self) -> None:
        for told in ("a1.1 completado 100 +v1", "a1.1 cancelado 0"):
            plan = plan_of(ROAD, seen("2020-05-01", told))
            assert found(plan, "2020-06-23") == found(plan, "2020-07-01") == []

    def test_what_is_complete_without_its_evidence_is_still_due(self) -> None:
        plan = plan_of(ROAD, seen("2020-06-15", "a1.1 completado 100"))
        [follow_up] = listed(plan, "2020-07-01")
        assert (follow_up.kind, follow_up.why) == (FollowUpKind.OVERDUE, "Completado sin evidencia")

    def test_another_end_is_another_matter_and_time_that_passes_is_not(self) -> None:
        later = activity("a1.1", "2020-01-01", "2020-07-31")
        move = f"reprogramaciones:\n{moved('2020-06-01', 'a1.1', '2020-06-30', '2020-07-31')}"
        told = seen("2020-05-01", "a1.1 en_proceso 40")
        plan = plan_of(roadmap(action("a1", later), more=move), told)
        keys = [[it.key for it in listed(plan, on)] for on in ("2020-05-31", "2020-07-05", "2020-07-20", "2020-07-25")]
        assert keys[1] == keys[2]
        assert len({key for [key] in keys}) == 3


class TestResponsible:
    OTHER = COMMITMENT.replace(
        '    cargo: "Dirección de Aguas"\n', '    cargo: "Dirección de Aguas"\n  - institucion: "red"\n'
    )

    @pytest.mark.parametrize(("named", "whose"), [("red", ["red"]), ("osc", ["gob", "red"]), ("", ["gob", "red"])])
    def test_it_is_who_can_report_on_it(self, named: str, whose: list[str]) -> None:
        field = f'        responsable: "{named}"\n' if named else ""
        road = ROAD.replace('        inicio: "2020-01-01"\n', f'{field}        inicio: "2020-01-01"\n')
        files = files_of(road, seen("2020-05-01", "a1.1 en_proceso 40"))
        actors = ACTORS + ACTORS.partition("actores:\n")[2].partition('  - id: "osc"')[0].replace('"gob"', '"red"')
        plan = loaded({**files, COMMITMENT_PATH: self.OTHER, "plan/actores.yml": actors}).plan
        assert [it[0] for it in found(plan, "2020-07-01")] == whose


class TestSilence:
    def test_it_is_owed_by_the_rule_of_the_board(self) -> None:
        plan = plan_of(roadmap(action("a1", activity("a1.1", "2020-01-01", "2021-12-31"))))
        assert found(plan, "2020-07-02") == []
        assert found(plan, "2020-07-13") == [("gob", "sin_avances", "2020-07-03", 10)]

    def test_a_withdrawn_commitment_is_left_in_peace(self) -> None:
        closed = COMMITMENT.replace('situacion: "vigente"', 'situacion: "retirado"')
        plan = plan_of(ROAD, **{COMMITMENT_PATH: closed})
        assert found(plan, "2021-01-01") == []


class TestSecondKey:
    ROAD = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-12-31")))
    FIRST = report("2020-03-31", "a1.1 en_proceso 40")
    AGAINST = ruling("2020-04-10", "2020-03-31-gob", "a1.1 impugnado")

    def test_a_contestation_waits_for_who_reported_until_there_is_a_newer_report(self) -> None:
        plan = plan_of(self.ROAD, self.FIRST, self.AGAINST)
        [follow_up] = listed(plan, "2020-04-20")
        assert follow_up == FollowUp(
            FollowUpKind.CONTESTED,
            "gob",
            "c01",
            day("2020-04-10"),
            10,
            "a1.1",
            "2020-03-31-gob",
            said="Se vio.",
            by="osc",
        )
        answered = plan_of(self.ROAD, self.FIRST, self.AGAINST, report("2020-04-15", "a1.1 en_proceso 30"))
        assert found(answered, "2020-04-20") == []

    def test_what_who_left_reported_waits_from_the_handover_on_for_who_leads(self) -> None:
        told = 'relevos:\n  - fecha: "2020-05-01"\n    papel: "responsable"\n    deja: "gob"\n    entra: "sec"\n'
        text = COMMITMENT.replace('institucion: "gob"', 'institucion: "sec"')
        text = text.replace("valores:", f'{told}    motivo: "Reforma."\nvalores:')
        both = ACTORS + ACTORS.partition("actores:\n")[2].partition('  - id: "osc"')[0].replace('"gob"', '"sec"')
        files = {**files_of(self.ROAD, self.FIRST, self.AGAINST), "plan/actores.yml": both, COMMITMENT_PATH: text}
        plan = loaded(files).plan
        waiting = [[name for name, *_ in found(plan, on)] for on in ("2020-04-30", "2020-05-01")]
        assert waiting == [["gob"], ["sec"]]

    def test_a_report_may_wait_a_month_for_the_second_key_before_anybody_is_told(self) -> None:
        plan = plan_of(self.ROAD, self.FIRST)
        assert found(plan, "2020-04-29") == []
        assert found(plan, "2020-04-30") == [("osc", "por_verificar", "2020-03-31", 30)]
        [follow_up] = listed(plan, "2020-04-30")
        assert (follow_up.record, follow_up.why) == ("2020-03-31-gob", "a1.1")
        verified = plan_of(self.ROAD, self.FIRST, ruling("2020-04-10", "2020-03-31-gob", "a1.1 verificado"))
        assert found(verified, "2020-04-30") == []


class TestLinks:
    ROAD = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-12-31", means="v1")))
    ON = "2020-04-01"

    def test_a_lost_link_is_a_matter_of_who_showed_it(self) -> None:
        plan = plan_of(self.ROAD, linked("2020-03-31"))
        [follow_up] = listed(plan, self.ON, {Link(URL, COPY): LOST})
        assert (follow_up.kind, follow_up.organisation, follow_up.said, follow_up.url) == (
            FollowUpKind.LOST,
            "gob",
            "Acta",
            URL,
        )
        assert follow_up.why == "el sitio dice que ya no existe"

    def test_with_a_copy_that_opens_it_asks_for_nothing(self) -> None:
        plan = plan_of(self.ROAD, linked("2020-03-31"))
        [follow_up] = listed(plan, self.ON, {Link(URL, COPY): Seen(LinkState.KEPT, LinkCause.GONE)})
        assert (follow_up.kind, follow_up.kind.asks) == (FollowUpKind.KEPT, False)

    @pytest.mark.parametrize("state", [LinkState.ALIVE, LinkState.MOVED, LinkState.UNCLEAR])
    def test_what_opens_or_was_not_asked_or_may_open_is_well(self, state: LinkState) -> None:
        plan = plan_of(self.ROAD, linked("2020-03-31"))
        assert found(plan, self.ON, {Link(URL, COPY): Seen(state, LinkCause.CLOSED)}) == found(plan, self.ON) == []

    def test_it_is_made_good_by_other_evidence_of_the_same_means(self) -> None:
        lost = {Link(URL, COPY): LOST}
        shown = report("2020-04-01", "a1.1 en_proceso 50 +v1")
        other = linked("2020-04-01", "https://prueba.example/nueva")
        assert found(plan_of(self.ROAD, linked("2020-03-31"), shown), "2020-04-02", lost) == []
        assert found(plan_of(self.ROAD, linked("2020-03-31"), other), "2020-04-02", lost) == []
        apart = linked("2020-04-01", "https://prueba.example/nueva", means="v2")
        assert len(found(plan_of(self.ROAD, linked("2020-03-31"), apart), "2020-04-02", lost)) == 1

    def test_what_was_corrected_or_is_of_later_counts_for_nothing(self) -> None:
        lost = {Link(URL, COPY): LOST}
        corrected = report("2020-04-01", "a1.1 en_proceso 40", corrects="2020-03-31-gob")
        assert found(plan_of(self.ROAD, linked("2020-03-31"), corrected), "2020-04-02", lost) == []
        assert found(plan_of(self.ROAD, linked("2020-03-31")), "2020-03-30", lost) == []
