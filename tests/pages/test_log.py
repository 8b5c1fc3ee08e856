"""The public log: what was changed, why and by whom, by month and commitment, from the history alone."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans import COMMITMENT_PATH, REPORT_PATH, ROADMAP_PATH, TREE_PATH, VALID, VERIFICATION_PATH, changed, loaded

from actionplan.git.history import Commit, History, HistoryDepth, Touch
from actionplan.language.locale import locale
from actionplan.model import Plan
from actionplan.pages.contents import KINDS
from actionplan.pages.menu import menu
from actionplan.pages.site import Site

FORGE = changed("plan/plan.yml", ('corte: "', 'forja: "https://forja.example/plan/"\ncorte: "'))
OTHER = [f"commitments/{number:02}-otro/compromiso.md" for number in range(2, 9)]
DAY = 86_400


def commit(number: int, subject: str, *touches: Touch, day: str = "", reason: str = "", signer: str = "") -> Commit:
    """The commit of a day counted from 2020-01-01."""
    when = date.fromordinal(date(2020, 1, 1).toordinal() + number)
    signers = (signer,) if signer else ()
    return Commit(f"{number:040x}", number * DAY, day or when.isoformat(), subject, reason, signers, touches)


def site(
    *commits: Commit, files: dict[str, str | bytes] | None = None, language: str = "es", **known: HistoryDepth
) -> Site:
    """A site whose past is given, newest first."""
    past = History(commits, known.get("depth", HistoryDepth.WHOLE))
    return Site(plan_of(tuple((files or VALID).items())), locale(language), history=past)


@cache
def plan_of(files: tuple[tuple[str, str | bytes], ...]) -> Plan:
    return loaded(dict(files)).plan


def page(made: Site, address: str = KINDS["changes"].address) -> str:
    return made.render(made.pages[address], "")


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def outline(html: str) -> list[str]:
    """Headings and what stands in bold, in order."""
    return [words(text) for _, text in re.findall(r"<(h[23]|strong)\b[^>]*>(.*?)</\1>", html, re.DOTALL)]


def told(made: Site) -> list[str]:
    """What the newest commits touched, as it is read."""
    entries = [entry for month in made.log.newest for group in month.groups for entry in group.entries]
    touched = [documents for entry in entries for documents in entry.touched]
    return [f"{documents.verb}: {'; '.join(text for text, _ in documents.documents)}" for documents in touched]


def about_one(made: Site) -> str:
    """The section of the commitment's own page."""
    environment = made._environment
    source = '{% import "log_macros.html" as l with context %}{{ l.changes_of(commitment_file, to) }}'
    to = made.links_from("compromisos/01-agua/index.md")
    commitment_file = made.plan.commitment_files["c01"]
    return environment.from_string(source).render(commitment_file=commitment_file, log=made.log, to=to)


def test_changes_stand_by_month_and_commitment_the_newest_first() -> None:
    html = page(
        site(
            commit(40, "Informa marzo", Touch("A", REPORT_PATH)),
            commit(35, "Corrige el árbol y el compromiso", Touch("M", COMMITMENT_PATH), Touch("M", TREE_PATH)),
            commit(2, "Empieza", Touch("A", COMMITMENT_PATH)),
        )
    )
    assert outline(html) == [
        *("Febrero de 2020", "El plan", "Corrige el árbol y el compromiso"),
        *("Compromiso 1. Agua medida", "Informa marzo", "Corrige el árbol y el compromiso"),
        *("Enero de 2020", "Compromiso 1. Agua medida", "Empieza"),
    ]
    assert '<a href="../compromisos/01-agua/">Compromiso 1. Agua medida</a>' in html


def test_what_changed_is_told_in_words() -> None:
    folder = "commitments/01-agua"
    made = site(
        commit(
            1,
            "Todo",
            Touch("A", REPORT_PATH),
            Touch("A", VERIFICATION_PATH),
            Touch("A", f"{folder}/evidencias/acta firmada.pdf"),
            Touch("M", ROADMAP_PATH),
            Touch("M", f"{folder}/compromiso.en.md"),
            Touch("R", COMMITMENT_PATH, f"{folder}/viejo.md"),
            Touch("D", f"{folder}/avances/2019-12-31-gob.md"),
            Touch("T", "plan/actores.yml"),
        )
    )
    new = (
        "Avance del 31 de marzo de 2020: SEP",
        "Verificación del 10 de abril de 2020: Organización de Prueba",
        "Evidencia «acta firmada.pdf»",
    )
    assert told(made) == [
        "Se modifica: Organizaciones",
        f"Se agrega: {'; '.join(new)}",
        "Se modifica: Hoja de ruta del compromiso 1; Compromiso 1. Agua medida (English)",
        "Cambia de lugar: Compromiso 1. Agua medida",
        f"Se quita: {folder}/avances/2019-12-31-gob.md",
    ]


def test_a_folder_that_was_renamed_keeps_its_past_and_one_that_is_gone_goes_last() -> None:
    made = site(
        commit(3, "Renombra", Touch("R", COMMITMENT_PATH, "commitments/01-rio/compromiso.md")),
        commit(2, "Sin él", Touch("D", "commitments/00-nada/compromiso.md")),
        commit(1, "Empieza", Touch("A", "commitments/01-rio/compromiso.md")),
    )
    (month,) = made.log.newest
    assert [(group.title, [entry.subject for entry in group.entries]) for group in month.groups] == [
        ("Compromiso 1. Agua medida", ["Renombra", "Empieza"]),
        ("commitments/00-nada", ["Sin él"]),
    ]


def test_a_change_of_many_commitments_is_told_once_and_counted() -> None:
    everywhere = (*(Touch("A", path) for path in OTHER * 3), Touch("M", "plan/plan.yml"))
    html = page(site(commit(1, "Carga inicial", *everywhere)))
    assert outline(html)[1:] == ["El plan", "Carga inicial", "Varios compromisos a la vez", "Carga inicial"]
    assert words(html).count("y 15 más") == 1


def test_the_reason_is_the_first_paragraph_on_one_line_and_only_signers_are_named() -> None:
    reason = "La entrega\nse adelantó.\n\nDetalles que no caben."
    text = words(page(site(commit(1, "Reporta", Touch("A", REPORT_PATH), reason=reason, signer="Rosa Pública"))))
    assert "La entrega se adelantó." in text
    assert "Detalles" not in text
    assert "Lo firma: Rosa Pública." in text
    assert "Lo firma" not in words(page(site(commit(1, "Reporta", Touch("A", REPORT_PATH)))))
    long = page(site(commit(1, "Reporta", Touch("A", REPORT_PATH), reason="a" * 301)))
    assert f">{'a' * 300}…<" in long


def test_commit_and_proposal_are_linked_where_the_plan_names_its_forge() -> None:
    past = commit(7, "Informa marzo (#12)", Touch("A", REPORT_PATH))
    html = page(site(past, files=FORGE))
    assert f'href="https://forja.example/plan/commit/{past.id}"' in html
    assert 'href="https://forja.example/plan/pull/12" rel="noopener noreferrer">#12</a>' in html
    assert ">Informa marzo</strong>" in html
    without = page(site(past))
    assert "forja.example" not in without
    assert "Propuesta #12. Registro 0000000000" in words(without)


def test_a_commit_that_a_merge_brought_is_linked_to_its_proposal() -> None:
    past = commit(7, "Informa marzo", Touch("A", REPORT_PATH))._replace(proposal="12")
    assert 'href="https://forja.example/plan/pull/12"' in page(site(past, files=FORGE))
    other = past._replace(subject="Informa marzo (#9)")
    assert 'href="https://forja.example/plan/pull/9"' in page(site(other, files=FORGE))


@pytest.mark.parametrize("subject", ["Ver #12", "Cambia (#12) y más", "(#1234567890)", "(#１２)"])
def test_what_only_looks_like_a_proposal_is_none(subject: str) -> None:
    html = page(site(commit(1, subject, Touch("A", REPORT_PATH)), files=FORGE))
    assert "/pull/" not in html
    assert f">{subject}</strong>" in html


def test_the_first_page_is_bounded_and_each_year_has_its_own() -> None:
    made = site(*(commit(number, f"Cambio {number}", Touch("M", REPORT_PATH)) for number in range(399, -1, -1)))
    assert [address for address in made.pages if address.startswith("cambios/")] == [
        *("cambios/index.md", "cambios/2021.md", "cambios/2020.md")
    ]
    first = page(made)
    assert first.count("<strong") == 30
    assert '<a href="2021/">2021</a> (34), <a href="2020/">2020</a> (366)' in " ".join(first.split())
    year = page(made, KINDS["year"].at(2020))
    assert year.count("<strong") == 366
    assert "<h1>Cambios: 2020</h1>" in year


def test_a_commitment_tells_its_own_newest_changes_and_where_the_older_ones_are() -> None:
    past = [commit(number, f"Cambio {number}", Touch("M", REPORT_PATH)) for number in range(370, 360, -1)]
    html = about_one(site(commit(380, "Otro", Touch("M", TREE_PATH)), *past, commit(1, "Uno", Touch("A", REPORT_PATH))))
    assert outline(html) == ["Quién cambió qué y por qué", *(f"Cambio {number}" for number in range(370, 362, -1))]
    assert '<a href="../../cambios/2020/">2020</a> (3)' in html


def test_in_a_change_of_many_a_commitment_shows_its_own_part_alone() -> None:
    html = about_one(site(commit(1, "Carga", Touch("A", COMMITMENT_PATH), *(Touch("A", path) for path in OTHER))))
    assert "Se agrega: Compromiso 1. Agua medida" in words(html)
    assert "otro" not in html


@pytest.mark.parametrize("depth", [HistoryDepth.SHALLOW, HistoryDepth.NONE])
def test_without_the_whole_past_a_notice_stands_in_its_place(depth: HistoryDepth) -> None:
    made = site(commit(1, "Todo de golpe", Touch("A", REPORT_PATH)), depth=depth)
    assert [address for address in made.pages if address.startswith("cambios/")] == ["cambios/index.md"]
    for html in (page(made), about_one(made)):
        assert '<p class="aviso">Este sitio se construyó' in html
        assert "Todo de golpe" not in html


def test_a_plan_without_any_change_says_so() -> None:
    for html in (page(site()), about_one(site())):
        assert "Todavía no hay cambios registrados." in html
        assert "aviso" not in html


def test_the_menu_leads_to_the_log() -> None:
    assert "{'Cambios': 'cambios/index.md'}" in str(menu(site()))


@pytest.mark.parametrize("day", ["60000-01-01", "9999-12-31", "no es un día"])
def test_a_commit_that_claims_an_impossible_day_stands_at_the_end_of_the_calendar(day: str) -> None:
    made = site(commit(1, "Del futuro", Touch("A", REPORT_PATH), day=day))
    assert outline(page(made, KINDS["year"].at(9999)))[0] == "Diciembre de 9999"


HOSTILE = st.text(st.sampled_from("<>\"'&{}%#()[]`*_\\/:@!ab1 \n\x1b\x85\u202e\u2066"), max_size=40)


@cache
def harmless_pages() -> tuple[str, str]:
    gone = Touch("D", "commitments/x")
    made = site(commit(1, "x", Touch("M", REPORT_PATH), gone, reason="x", signer="x"), files=FORGE)
    return page(made), about_one(made)


@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_words_of_strangers_are_text_and_nothing_else(subject: str, reason: str, signer: str, name: str) -> None:
    gone = Touch("D", f"commitments/{name}")
    past = commit(1, f"<b>{subject}", Touch("M", REPORT_PATH), gone, reason=f"<i>{reason}", signer=f"<u>{signer}")
    made = site(past, files=FORGE)
    for html, harmless in zip((page(made), about_one(made)), harmless_pages(), strict=True):
        assert not re.search("[\x1b\x85\u202e\u2066]", html)
        assert sorted(re.findall(r"<\w+", html)) == sorted(re.findall(r"<\w+", harmless))
