"""What became of evidence on the web, as data that is handed on."""

from __future__ import annotations

import json

import pytest
from plans import REPORT, REPORT_PATH, VALID, loaded

from actionplan.follow_up.evidence_links import (
    Link,
    LinkAnswer,
    LinkCause,
    LinkResult,
    LinkState,
    Seen,
    answer_of,
    as_json,
    links_of,
    read_links,
)
from actionplan.forge.payloads import ForgeError

URL, COPY = "https://prueba.example/acta", "https://archivo.example/acta"
ALIVE, GONE = LinkAnswer(LinkState.ALIVE, status=200), LinkAnswer(LinkState.LOST, LinkCause.GONE, 404)
PROOF = f'    evidencias:\n      - titulo: "Acta"\n        url: "{URL}"\n        copia: "{COPY}"\n'
SHOWN = REPORT.replace("porcentaje: 40\n", f"porcentaje: 40\n{PROOF}")


@pytest.mark.parametrize(
    ("status", "moved", "state", "cause"),
    [
        (200, False, "vivo", ""),
        (206, True, "movido", ""),
        (404, False, "perdido", "el sitio dice que ya no existe"),
        (410, True, "perdido", "el sitio dice que ya no existe"),
        (500, False, "perdido", "el sitio responde con un error"),
        (503, False, "perdido", "el sitio responde con un error"),
        (401, False, "no_se_sabe", "el sitio no deja pasar a programas: ábrala a mano"),
        (403, False, "no_se_sabe", "el sitio no deja pasar a programas: ábrala a mano"),
        (429, False, "no_se_sabe", "el sitio no deja pasar a programas: ábrala a mano"),
        (304, False, "no_se_sabe", "el sitio no deja pasar a programas: ábrala a mano"),
    ],
)
def test_what_an_answer_means(status: int, moved: bool, state: str, cause: str) -> None:
    assert answer_of(status, asked="https://a.example/acta", moved=moved, final="") == LinkAnswer(
        LinkState(state), LinkCause(cause), status
    )


def test_what_is_lost_is_kept_by_a_copy_that_opens_and_by_no_other() -> None:
    link = Link(URL, COPY)
    assert LinkResult(link, GONE, ALIVE).state is LinkState.KEPT
    assert LinkResult(link, GONE, LinkAnswer(LinkState.MOVED)).state is LinkState.KEPT
    assert LinkResult(link, GONE, GONE).state is LinkState.LOST
    assert LinkResult(link, GONE, LinkAnswer(LinkState.UNCLEAR)).state is LinkState.LOST
    assert LinkResult(link, GONE).state is LinkState.LOST
    assert LinkResult(link, ALIVE, GONE).state is LinkState.ALIVE


def test_the_links_of_reports_that_stand_are_asked_each_once() -> None:
    again = SHOWN.replace('fecha: "2020-03-31"', 'fecha: "2020-04-30"')
    twice = {**VALID, REPORT_PATH: SHOWN, REPORT_PATH.replace("03-31", "04-30"): again}
    assert links_of(loaded(twice).plan) == (Link(URL, COPY),)
    assert links_of(loaded().plan) == ()
    correction = again.replace("reporta:", 'corrige: "2020-03-31-gob"\nmotivo: "Se contó mal."\nreporta:').replace(
        PROOF, ""
    )
    corrected = {**VALID, REPORT_PATH: SHOWN, REPORT_PATH.replace("03-31", "04-30"): correction}
    assert links_of(loaded(corrected).plan) == ()


def test_what_is_written_is_read() -> None:
    text = as_json([LinkResult(Link(URL, COPY), GONE, ALIVE), LinkResult(Link(COPY), ALIVE)])
    assert read_links(text) == {
        Link(URL, COPY): Seen(LinkState.KEPT, LinkCause.GONE),
        Link(COPY): Seen(LinkState.ALIVE, LinkCause.NONE),
    }
    assert json.loads(text)["links"][0] == {
        "url": URL,
        "state": "perdido_con_copia",
        "cause": "el sitio dice que ya no existe",
        "status": 404,
        "final": None,
        "copy_url": COPY,
        "copy_state": "vivo",
    }


@pytest.mark.parametrize("text", ["", "[]", '{"links": [{"url": "x", "state": "muerto"}]}', '{"links": 1}', "\x00"])
def test_what_is_something_else_is_refused(text: str) -> None:
    with pytest.raises(ForgeError):
        read_links(text)
