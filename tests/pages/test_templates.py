"""What each kind of page says, and what it does not."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from plans import COMMITMENT_PATH, REPORT_PATH, ROADMAP_PATH, changed

Files = dict[str, str | bytes]
Render = Callable[..., str]

CODES = pytest.mark.parametrize("code", ["es", "en"])
C01, C02 = "compromisos/01-agua/index.md", "compromisos/02-bosque/index.md"
ROADMAP_1, ROADMAP_2 = "compromisos/01-agua/hoja-de-ruta.md", "compromisos/02-bosque/hoja-de-ruta.md"

PAGES = (
    *("index.md", "4-mesas/index.md", "4-mesas/mesa-01.md", "sesiones/2019-08-01.md", "6-seguimiento/lecciones.md"),
    *("compromisos/index.md", C01, ROADMAP_1, C02, ROADMAP_2, "3-arboles/agua.md", "3-arboles/bosque.md"),
    *("organizaciones/index.md", "organizaciones/gob.md", "organizaciones/red.md"),
    *("fuentes/index.md", "fuentes/nota.md", "fuentes/libro.md", "que-no-se-sabe.md", "traduccion.md"),
)


def words(html: str) -> str:
    """The text of some HTML as people read it."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<sup.*?</sup>", "", html, flags=re.DOTALL))).split())


def facts(html: str) -> dict[str, str]:
    """The list of facts of a page."""
    found = re.findall(r"<dt[^>]*>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>\s*</div>", html, re.DOTALL)
    return {words(name): words(value) for name, value in found}


def section(html: str, anchor: str) -> str:
    """What stands under the heading with an anchor."""
    assert f'id="{anchor}"' in html
    return re.split(r"<h[23]", html.partition(f'id="{anchor}"')[2], maxsplit=1)[0]


@CODES
@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_one_title_whole_marks_and_no_name_twice(
    address: str, code: str, whole: Files, render: Render
) -> None:
    html = render(whole, address, code)
    assert len(re.findall("<h1", html)) == 1
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for target in re.findall(r'href="#([^"]+)"', html):
        assert target in ids
    assert not re.search(r"\son\w+=|\sstyle=|None\b|Undefined|\{\{|%\}", html)


@pytest.mark.parametrize("address", PAGES)
def test_pages_in_english_leave_no_spanish_of_ours(address: str, whole: Files, render: Render) -> None:
    left = {"Compromiso", "Fuentes", "Organizaciones", "Inicio", "Conclusión", "No disponible", "Cifras", "Archivo:"}
    english = words(render(whole, address, "en"))
    assert not {word for word in left if re.search(rf"\b{word}(?!\w)", english)}


def test_the_home_page_says_what_the_plan_is(whole: Files, render: Render) -> None:
    html = render(whole, "index.md")
    found = facts(html)
    assert found["Nombre corto"] == "PP"
    assert found["Periodo"] == "2019-2021"
    assert found["Publicación"] == "10 de diciembre de 2019"
    assert found["Foro"] == "Comité"
    assert found["Fecha de corte de las cifras"] == "31 de diciembre de 2020"
    assert "Periodo ampliado" not in found
    assert "Un plan para el agua." in words(html)
    assert "Fase" in words(html) or 'href="4-mesas/"' in html
    assert 'href="compromisos/01-agua/"' in html
    assert 'href="compromisos/02-bosque/"' in html


def test_what_sources_say_differently_stays_side_by_side(whole: Files, render: Render) -> None:
    for code, over, of in (("es", "más de", "de"), ("en", "more than", "of")):
        figures = section(render(whole, "index.md", code), "d-cifras")
        text = words(figures)
        assert f"{over} 1,500 personas" in text
        assert f"480 {of} 500 personas" in text
        assert "Sin contar <observadores>." in text
        assert '<data value="1500">' in figures
        assert "discrepancia" in figures
        assert "certeza--press" in figures


def test_a_figure_that_nobody_disputes_has_no_warning(whole: Files, render: Render) -> None:
    one = str(whole["plan/plan.yml"])
    start, end = one.index("      - valor: 480"), one.index("hechos:")
    html = render({**whole, "plan/plan.yml": one[:start] + one[end:]}, "index.md")
    assert "discrepancia" not in html
    assert "1,500" in section(html, "d-cifras")


def test_events_come_in_order_and_say_no_more_than_is_known(whole: Files, render: Render) -> None:
    text = words(section(render(whole, "index.md"), "d-hechos"))
    assert re.search(r"2019 ?: Empezó el plan\..*agosto de 2019 ?: Se publicó la convocatoria\. prensa", text)


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("index.md", 'Género & <b>territorio</b>, "siempre"'),
        ("index.md", "Acordar soluciones & medirlas."),
        (C01, "Avanza <despacio> & mal."),
        ("4-mesas/mesa-01.md", "No hay dinero para <toda> la red."),
        ("sesiones/2019-08-01.md", "Se aprueba el plan & su calendario."),
        ("fuentes/nota.md", 'Lo que se leyó: "A & B" <i>y más</i>.'),
    ],
)
def test_signs_of_html_in_what_people_write_are_shown_as_written(
    address: str, text: str, whole: Files, render: Render
) -> None:
    html = render(whole, address)
    assert text in unescape(html)
    assert "<b>territorio" not in html
    assert "<despacio>" not in html
    assert "<toda>" not in html
    assert "<i>" not in html


def test_an_address_with_signs_is_escaped_once(whole: Files, render: Render) -> None:
    assert 'href="https://prensa.example/nota?a=1&amp;b=2"' in render(whole, "fuentes/nota.md")


def test_a_phase_states_its_purpose_and_what_is_in_it(whole: Files, render: Render) -> None:
    html = render(whole, "4-mesas/index.md")
    assert "Propósito: Acordar soluciones & medirlas." in words(html)
    assert facts(html)["Anuncio"] == "No disponible : No se guardó el anuncio"
    assert facts(html)["Inicio"] == "1 de julio de 2019"
    assert 'href="mesa-01/"' in section(html, "d-en-esta-fase")
    assert "Se acordó la sesión ." in words(section(html, "que-se-hizo"))


def test_a_commitment_says_who_answers_for_what(whole: Files, render: Render) -> None:
    found = facts(render(whole, C01))
    assert found["Instituciones responsables"] == "SEP Dirección de Aguas"
    assert found["Organizaciones corresponsables"] == "Organización de Prueba"
    assert found["Inicio"] == "1 de enero de 2020"
    assert found["Eje del Plan Nacional de Desarrollo"] == "No disponible : No consta"
    assert "Título oficial en español" not in found, "it is the same as the title"


def test_a_commitment_leads_to_its_causes_its_topic_and_its_organisations(whole: Files, render: Render) -> None:
    html = render(whole, C01)
    for href in (
        "../../3-arboles/agua/#nodo-c1",
        "../../3-arboles/agua/",
        "../../organizaciones/gob/",
        "hoja-de-ruta/",
    ):
        assert f'href="{href}"' in html


@CODES
def test_headings_that_are_due_and_missing_say_why(code: str, whole: Files, render: Render) -> None:
    html = render(whole, C02, code)
    assert "El texto no lo separa" in section(html, "objetivo-de-mediano-plazo")
    assert "Publicar el inventario." in section(html, "objetivo")


def test_words_before_the_first_heading_of_a_commitment_are_shown(render: Render) -> None:
    files = changed(COMMITMENT_PATH, ("---\n\n## Problema", "---\n\nAntes de todo.\n\n## Problema"))
    assert "Antes de todo." in render(files, C01)


def test_an_unsure_fact_is_marked_and_its_note_is_at_the_foot(whole: Files, render: Render) -> None:
    html = render(whole, C02)
    title = html.partition("</h1>")[0]
    assert "certeza--inferred" in title
    assert "#fuente-1" in title
    assert "#fuente-2" in title
    assert "Título: Por el nombre del programa." in words(html)
    assert "Nota de prensa" in section(html, "d-fuentes")


def test_the_eight_elements_are_said_in_words(whole: Files, render: Render) -> None:
    assert words(section(render(whole, C01), "d-ocho-elementos")).count("Presente") == 8
    assert words(section(render(whole, C02), "d-ocho-elementos")).count("Ausente") == 8


def test_reports_and_contestations_are_shown_with_their_reasons(whole: Files, render: Render) -> None:
    text = words(render(whole, C01))
    assert "31 de marzo de 2020 · Avance · SEP a1.1" in text
    assert "Impugnación · Organización de Prueba (sobre el avance del 31 de marzo de 2020 ) a1.1" in text
    assert "d-avances" not in render(whole, C02)


def test_evidence_and_obstacles_of_a_report_are_shown(whole: Files, render: Render) -> None:
    proof = '    obstaculos: "Lluvias & <lodo>."\n    evidencias:\n      - titulo: "Acta"\n        url: "https://a.example/?a=1&b=2"\n'
    report = str(whole[REPORT_PATH]).replace("    porcentaje: 40\n", "    porcentaje: 40\n" + proof)
    html = render({**whole, REPORT_PATH: report}, C01)
    assert "Obstáculos: Lluvias & <lodo>." in words(html)
    assert 'href="https://a.example/?a=1&amp;b=2"' in html


def test_remarks_of_the_press_are_shown_as_such(whole: Files, render: Render) -> None:
    remarks = section(render(whole, C01), "d-observaciones")
    assert "marzo de 2021 : Avanza <despacio> & mal. prensa" in words(remarks)
    assert "no cuentan para ninguna cifra" in words(remarks)
    assert "d-observaciones" not in render(whole, C02)


def test_a_signed_roadmap_shows_its_work(whole: Files, render: Render) -> None:
    html = render(whole, ROADMAP_1)
    text = words(html)
    assert "Firmada." in text
    assert facts(html)["Resultado final"] == "La red se mide."
    assert (
        "a1.1. Instalar medidores SEP 15 de enero de 2020 31 de marzo de 2020 Medidores instalados Acta de entrega"
        in text
    )
    assert "i1. Barrios medidos Resultado barrios 0 ( 1 de enero de 2020 ) 5 ( 30 de junio de 2020 )" in text
    assert "28 de febrero de 2020 → 31 de marzo de 2020 . Faltaron medidores." in words(
        section(html, "d-reprogramaciones")
    )


@pytest.mark.parametrize(
    ("word", "text"), [("borrador", "Este texto es un borrador"), ("firmada", "Documento firmado por las dos partes")]
)
def test_a_roadmap_says_whether_it_is_a_draft(word: str, text: str, render: Render) -> None:
    html = render(changed(ROADMAP_PATH, ('"firmada"', f'"{word}"')), ROADMAP_1)
    assert text in html


def test_a_roadmap_that_was_not_obtained_says_so(whole: Files, render: Render) -> None:
    html = render(whole, ROADMAP_2)
    assert "No se obtuvo la hoja de ruta de este compromiso." in html
    assert "No se obtuvo la hoja de ruta" in words(section(html, "d-acciones"))
    assert "<table" not in html
    assert "d-reprogramaciones" not in html


def test_an_activity_without_its_elements_says_so_in_every_cell(render: Render) -> None:
    bare = '      - id: "a1.2"\n        titulo: "Leer"\nindicadores:'
    html = render(changed(ROADMAP_PATH, ("indicadores:", bare)), ROADMAP_1)
    row = html.partition('id="d-a1.2"')[2].partition("</tr>")[0]
    assert words(row).count("No disponible") == 5


def test_a_topic_is_a_drawing_and_the_same_as_a_list(whole: Files, render: Render) -> None:
    html = render(whole, "3-arboles/agua.md")
    assert html.count("<svg") == 1
    causes = html.partition('id="d-causas"')[2].partition('id="d-efectos"')[0]
    assert 'La atiende: <a href="../../compromisos/01-agua/">Compromiso 1. Agua medida</a>' in causes
    assert "Nadie mide el consumo. Ningún compromiso la atiende" in words(causes)
    assert "Especialista en redes: Separar fugas de tomas clandestinas. Respuesta: Se separaron." in words(html)
    assert "Agua medida" in words(section(html, "d-compromisos"))


def test_causes_are_nested_in_the_list_as_in_the_tree(render: Render) -> None:
    below = (
        '  - id: "c2"\n    texto: "Nadie mide."\n    causas:\n      - id: "c3"\n        texto: "No hay medidores."\n'
    )
    files = changed("plan/3-arboles/agua.md", ('  - id: "c2"\n    texto: "Nadie mide el consumo."\n', below))
    html = render(files, "3-arboles/agua.md")
    assert re.search(r'<li id="nodo-c2">(?:(?!</li>).)*<ul><li id="nodo-c3">', html, re.DOTALL)


def test_an_unknown_tree_says_why(whole: Files, render: Render) -> None:
    html = render(whole, "3-arboles/bosque.md")
    assert "No disponible : El taller no lo guardó" in words(section(html, "d-problema"))
    assert "Ningún compromiso declara este tema." in html


def test_a_table_tells_the_fate_of_every_alternative(whole: Files, render: Render) -> None:
    html = render(whole, "4-mesas/mesa-01.md")
    assert "Sociedad civil: 1,200, mujeres" in words(section(html, "d-asistencia"))
    fates = words(section(html, "d-alternativas"))
    assert "Medir el consumo : Adoptada. Se puede hacer en el plazo. Compromiso 1. Agua medida" in fates
    assert "Cambiar toda la red : Descartada. No hay dinero para <toda> la red." in fates
    assert facts(html)["Sede"] == "No disponible : La minuta no lo dice"


def test_a_session_has_its_minutes_and_agreements(whole: Files, render: Render) -> None:
    html = render(whole, "sesiones/2019-08-01.md")
    assert facts(html)["Fecha"] == "1 de agosto de 2019"
    assert facts(html)["Modalidad"] == "Ordinaria"
    assert 'href="https://actas.example/1.pdf"' in html
    assert "Se aprueba el plan & su calendario." in words(section(html, "d-acuerdos"))


def test_an_organisation_shows_its_part_in_every_commitment_and_in_the_forum(whole: Files, render: Render) -> None:
    html = render(whole, "organizaciones/gob.md")
    parts = words(section(html, "d-compromisos"))
    assert "Responsable: Compromiso 1. Agua medida" in parts
    assert "Responsable: Compromiso 2. Datos del bosque" in parts
    assert "Titular" in section(html, "d-foro")
    outside = render(whole, "organizaciones/red.md")
    assert "Ningún compromiso la nombra." in outside
    assert "certeza--press" in outside
    assert "d-foro" not in outside


def test_a_source_shows_what_rests_on_it(whole: Files, render: Render) -> None:
    html = render(whole, "fuentes/nota.md")
    assert facts(html)["Lectura"] == "Se leyó un extracto"
    assert "Compromiso 2. Datos del bosque : Título" in words(section(html, "d-usos"))
    unused = render(whole, "fuentes/libro.md")
    assert "Ningún dato del plan la cita." in unused
    assert "Sin dirección pública conocida" in unused


def test_sources_that_were_not_reached_are_listed_with_the_reason(whole: Files, render: Render) -> None:
    lost = section(render(whole, "fuentes/index.md"), "d-no-obtenidas")
    assert "https://perdido.example/plan.pdf : El sitio ya no responde." in words(lost)


def test_indexes_name_everything_once(whole: Files, render: Render) -> None:
    organisations = render(whole, "organizaciones/index.md")
    assert re.findall(r'href="(\w+)/"', organisations) == ["gob", "osc", "red"]
    commitments = render(whole, "compromisos/index.md").partition("</table>")[0]
    assert re.findall(r'href="(\d\d-\w+)/"', commitments) == ["01-agua", "02-bosque"]
    assert "No obtenida" in commitments


def test_everything_unknown_is_on_one_page_with_file_and_field(whole: Files, render: Render) -> None:
    html = render(whole, "que-no-se-sabe.md")
    assert "24 datos en 6 documentos." in words(html)
    assert html.partition('class="archivo"')[2].count("<small><code>") == 24
    assert "Archivo: plan/4-mesas/mesa-01.md" in words(html)
    assert "Sede : La minuta no lo dice sede" in words(html)


def test_an_index_lists_the_documents_of_its_folder_and_none_of_their_translations(
    whole: Files, render: Render
) -> None:
    translation = f'---\ntipo: "traduccion"\ntraduce: "mesas"\noriginal_sha256: "{"0" * 64}"\n---\n'
    html = render({**whole, "plan/4-mesas/index.en.md": translation}, "4-mesas/index.md")
    assert words(section(html, "d-en-esta-fase")).endswith("En esta fase Mesa de cocreación 1")
