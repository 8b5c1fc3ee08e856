"""Every page leads to the forge's forms, filled in as far as known, and to the guides; without a forge, nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from plans import ROADMAP_PATH, VALID, changed, with_file

Files = dict[str, str | bytes]
Render = Callable[..., str]

HERE = "https://forja.example/plan"
NAMED = changed("plan/plan.yml", ("procedencia:", f'forja: "{HERE}/"\nprocedencia:'))


def ways(html: str) -> dict[str, str]:
    """What a reader can do from a page, with its address."""
    found = re.search(r'<ul class="participar".*?</ul>', html, re.DOTALL)
    links = re.findall(r'<a href="([^"]+)">([^<]+)</a>', found[0]) if found else []
    return {label: unescape(address) for address, label in links}


def test_a_commitment_leads_to_its_own_forms(render: Render) -> None:
    assert ways(render(NAMED, "compromisos/01-agua/index.md", "es")) == {
        "Proponer un cambio": f"{HERE}/edit/main/commitments/01-agua/compromiso.md",
        "Informar un avance": f"{HERE}/issues/new?template=avance.yml&compromiso=c01",
        "Verificar o impugnar": f"{HERE}/issues/new?template=verificacion.yml&compromiso=c01&avance=2020-03-31-gob",
        "Preguntar": f"{HERE}/issues/new?template=pregunta.yml&archivo=commitments%2F01-agua%2Fcompromiso.md",
        "Guías": "../../guias/",
    }


def test_a_roadmap_leads_to_those_of_its_commitment(render: Render) -> None:
    found = ways(render(NAMED, "compromisos/01-agua/hoja-de-ruta.md", "es"))
    assert found["Proponer un cambio"] == f"{HERE}/edit/main/{ROADMAP_PATH}"
    assert found["Informar un avance"] == f"{HERE}/issues/new?template=avance.yml&compromiso=c01"


def test_a_page_made_from_many_files_leads_to_questions_and_to_the_guides_alone(render: Render) -> None:
    assert ways(render(NAMED, "compromisos/index.md", "es")) == {
        "Preguntar": f"{HERE}/issues/new?template=pregunta.yml",
        "Guías": "../guias/",
    }


def test_where_nothing_was_reported_there_is_nothing_to_contest(render: Render) -> None:
    silent = {path: text for path, text in NAMED.items() if "/avances/" not in path and "/verificaciones/" not in path}
    assert list(ways(render(silent, "compromisos/01-agua/index.md", "es"))) == [
        "Proponer un cambio",
        "Informar un avance",
        "Preguntar",
        "Guías",
    ]


def test_a_plan_without_a_forge_leads_nowhere(render: Render) -> None:
    assert "participar" not in render(with_file("plan/plan.yml", VALID["plan/plan.yml"]), "compromisos/index.md", "es")
