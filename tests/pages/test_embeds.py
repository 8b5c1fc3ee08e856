"""What other sites may show of a commitment: a card, a badge, and the code that puts them there."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from plans import COMMITMENT, COMMITMENT_PATH, PLAN, loaded
from tracked import action, activity, files_of, report, roadmap, ruling

from actionplan.language.locale import locale
from actionplan.metrics import Light
from actionplan.pages import addresses
from actionplan.pages.badge import SHAPES
from actionplan.pages.embeds import BADGE, CARD
from actionplan.pages.site import Site

Files = dict[str, str | bytes]
Render = Callable[..., str]
CODES = pytest.mark.parametrize("code", ["es", "en"])
SVG = "{http://www.w3.org/2000/svg}"
C01 = "compromisos/01-agua/index.md"
ROAD = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-12-31"), activity("a1.2", "2020-02-01", "2020-03-31")))
TOLD = report("2020-06-30", "a1.1 en_proceso 60", "a1.2 en_proceso 20")
FILES = files_of(ROAD, TOLD, ruling("2020-07-10", "2020-06-30-gob", "a1.1 impugnado"))
SILENT = files_of(ROAD)
HOSTILE = """x" onload="y' & {{ 7*7 }}"""


def embeds(files: Files, code: str = "es") -> dict[str, str]:
    return {file.address: str(file.content) for file in Site(loaded(files).plan, locale(code)).downloads()}


def card(files: Files, code: str = "es") -> str:
    return embeds(files, code)[CARD.format(id="c01")]


def badge(files: Files, code: str = "es") -> ET.Element:
    return ET.fromstring(embeds(files, code)[BADGE.format(id="c01")])


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition("<body>")[2])).split())


def texts(drawing: ET.Element) -> list[str]:
    return [str(text.text) for text in drawing.iter(f"{SVG}text")]


def told(drawing: ET.Element) -> str:
    return str(drawing.findtext(f"{SVG}desc"))


def with_plan(files: Files, old: str, new: str) -> Files:
    assert old in PLAN
    return {**files, "plan/plan.yml": PLAN.replace(old, new)}


def fictitious(files: Files) -> Files:
    return with_plan(files, 'idioma: "es"\n', 'idioma: "es"\nficticio: true\n')


def withdrawn(files: Files) -> Files:
    closed = 'situacion: "retirado"\ncierre:\n  fecha: "2020-05-01"\n  motivo: "Cambió la ley."\n'
    return {**files, COMMITMENT_PATH: COMMITMENT.replace('situacion: "vigente"\n', closed)}


def test_every_commitment_has_a_card_and_a_badge_at_addresses_made_of_its_id() -> None:
    assert list(embeds(FILES)) == ["tarjetas/c01/index.html", "insignias/c01.svg"]
    assert addresses.url(CARD.format(id="c01")) == "tarjetas/c01/"


def test_a_card_says_in_words_how_the_commitment_goes_with_date_and_source() -> None:
    assert words(card(FILES)) == (
        "Compromiso 1. Agua medida Con retraso grave Avance real 40 % Avance esperado 100 % "
        "Estado reportado En proceso Segunda llave Impugnado Avance verificado 0 % Actividades vencidas 1 "
        "Cifras al 31 de diciembre de 2020. Fuente: Plan de prueba . Cómo se calcula"
    )
    assert 'd="M0 2H40V10H0Z"' in card(FILES)
    assert 'd="M100 0V12"' in card(FILES)


def test_a_card_in_english_speaks_english_and_says_which_words_do_not() -> None:
    html = card(FILES, "en")
    assert '<html lang="en">' in html
    assert '<h1 lang="es">' in html
    assert "As of 31 December 2020. Source:" in words(html)


def test_a_card_asks_for_nothing_runs_nothing_and_leads_out_of_its_frame() -> None:
    html = card(FILES)
    style = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)
    own = b64encode(sha256(style[0].encode()).digest()).decode()
    assert len(style) == 1
    assert unescape(policy) == (f"default-src 'none'; style-src 'sha256-{own}'; base-uri 'none'; form-action 'none'")
    assert not re.search(r"<(?:script|link|img|iframe|object|form)\b|\sstyle=|\son\w+=|url\(|@import|https?:", html)
    links = re.findall(r'<a href="([^"]*)"([^>]*)>', html)
    assert [address for address, _ in links] == ["../../compromisos/01-agua/", "../../", "../../como-se-calcula/"]
    assert {rest for _, rest in links} == {' target="_top" rel="noopener"'}
    assert len(html.encode()) < 6_000


@CODES
def test_before_any_report_card_and_badge_say_so_and_show_no_zero(code: str) -> None:
    none = {"es": "sin reporte", "en": "no report"}[code]
    assert f"<dd>{none}</dd>" in card(SILENT, code)
    assert "avance-real" not in card(SILENT, code).partition("<body>")[2]
    assert texts(badge(SILENT, code))[1] == none.capitalize()
    assert not re.search(r"\b0 ?%", words(card(SILENT, code)) + told(badge(SILENT, code)))


@pytest.mark.parametrize(
    ("percent", "said", "light"),
    [
        (95, "En tiempo, 95 % de 100 % esperado", Light.GREEN),
        (80, "Con retraso, 80 % de 100 % esperado", Light.AMBER),
        (40, "Con retraso grave, 40 % de 100 % esperado", Light.RED),
    ],
)
def test_a_badge_has_a_word_and_a_shape_for_its_light(percent: int, said: str, light: Light) -> None:
    alone = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-12-31")))
    drawing = badge(files_of(alone, report("2020-12-30", f"a1.1 en_proceso {percent}")))
    assert texts(drawing) == ["Compromiso 1", said, "al 2020-12-31"]
    assert [path.get("d") for path in drawing.iter(f"{SVG}path") if path.get("transform")] == [SHAPES[light]]


def test_no_two_lights_share_a_shape() -> None:
    assert len(set(SHAPES.values())) == len(Light)


def test_a_badge_tells_the_same_to_who_does_not_see_it_and_is_only_drawing() -> None:
    drawing = badge(FILES)
    assert drawing.findtext(f"{SVG}title") == "Compromiso 1"
    assert told(drawing) == (
        "Compromiso 1. Agua medida: Con retraso grave, 40 % de 100 % esperado. Cifras al 31 de diciembre de 2020."
    )
    assert {element.tag.removeprefix(SVG) for element in drawing.iter()} == {"svg", "title", "desc", "path", "text"}
    assert not [
        name for element in drawing.iter() for name in element.attrib if name.startswith("on") or "href" in name
    ]


def test_the_words_of_a_badge_fit_into_it() -> None:
    drawing = badge(FILES)
    starts = [int(str(text.get("x"))) for text in drawing.iter(f"{SVG}text")]
    assert starts == sorted(starts)
    assert starts[-1] < int(str(drawing.get("width")))
    assert drawing.get("viewBox") == f"0 0 {drawing.get('width')} 24"


@CODES
def test_an_invented_plan_says_so_on_cards_and_badges(code: str) -> None:
    mark = {"es": "Plan ficticio", "en": "Fictitious plan"}[code]
    assert words(card(fictitious(FILES), code)).startswith(f"{mark}. ")
    assert texts(badge(fictitious(FILES), code))[-1] == mark
    assert told(badge(fictitious(FILES), code)).startswith(f"{mark}. ")
    assert mark not in words(card(FILES, code)) + "".join(texts(badge(FILES, code)))


def test_a_withdrawn_commitment_has_no_light() -> None:
    assert "Compromiso 1. Agua medida Retirado Avance real" in words(card(withdrawn(FILES)))
    assert texts(badge(withdrawn(FILES)))[1] == "Retirado"


def test_what_people_write_is_text_in_cards_badges_and_code(render: Render) -> None:
    title = HOSTILE.replace('"', '\\"')
    files = {**FILES, COMMITMENT_PATH: COMMITMENT.replace('titulo: "Agua medida"', f'titulo: "{title}"')}
    assert HOSTILE in loaded(files).plan.commitment_files["c01"].commitment.model.title
    assert HOSTILE in words(card(files))
    assert HOSTILE in told(badge(files))
    for html in (*embeds(files).values(), render(files, C01)):
        assert not re.search(r'<[^>]*\sonload="y', html)


@CODES
def test_the_page_of_a_commitment_offers_the_code_with_the_address_of_the_site(code: str) -> None:
    site = Site(loaded(FILES).plan, locale(code), url="https://plan.example/sub/")
    html = site.render(site.pages[C01], "")
    [frame, picture] = [unescape(found) for found in re.findall(r"<pre><code>(.*?)</code></pre>", html, re.DOTALL)]
    title = {"es": "Cómo va: Compromiso 1. Agua medida", "en": "How it goes: Commitment 1. Agua medida"}[code]
    assert frame == (
        f'<iframe src="https://plan.example/sub/tarjetas/c01/" title="{title}" width="100%" height="460"'
        ' loading="lazy" sandbox="allow-top-navigation-by-user-activation"></iframe>'
    )
    assert picture == (
        '<a href="https://plan.example/sub/compromisos/01-agua/">'
        f'<img src="https://plan.example/sub/insignias/c01.svg" alt="{title}" height="24"></a>'
    )
    assert "DIRECCION" not in html
    assert '<a href="../../tarjetas/c01/">' in html


def test_a_site_that_does_not_know_its_address_says_where_to_write_it(render: Render) -> None:
    html = unescape(render(FILES, C01))
    assert 'src="https://DIRECCION-DEL-SITIO/tarjetas/c01/"' in html
    assert "se construyó sin su dirección pública" in html
    assert 'src="https://SITE-ADDRESS/en/tarjetas/c01/"' in unescape(render(FILES, C01, "en"))


def test_the_day_of_the_figures_is_that_of_the_plan() -> None:
    later = with_plan(FILES, 'corte: "2020-12-31"', 'corte: "2021-12-31"')
    assert texts(badge(later))[-1] == f"al {date(2021, 12, 31)}"
