"""What each kind of document is called, in both languages."""

import pytest
from plans import COMMITMENT_PATH, REPORT_PATH, ROADMAP_PATH, TREE_PATH, VERIFICATION_PATH

from actionplan.documents import Kind, kind_at
from actionplan.language.locale import locale
from actionplan.loader import Loaded
from actionplan.pages.titles import title_of

TITLES = {
    "plan/plan.yml": ("Plan de prueba", "Plan de prueba"),
    "plan/actores.yml": ("Organizaciones", "Organisations"),
    "plan/fuentes.yml": ("Fuentes", "Sources"),
    "plan/index.md": ("Portada del plan", "Portada del plan"),
    "plan/4-mesas/index.md": ("Fase 4: Mesas de cocreación", "Phase 4: Mesas de cocreación"),
    TREE_PATH: ("Tema: Agua para todas las personas", "Theme: Agua para todas las personas"),
    "plan/4-mesas/mesa-01.md": ("Mesa de cocreación 1", "Co-creation table 1"),
    "plan/sesiones/2019-08-01.md": ("Sesión del 1 de agosto de 2019", "Session of 1 August 2019"),
    COMMITMENT_PATH: ("Compromiso 1. Agua medida", "Commitment 1. Agua medida"),
    ROADMAP_PATH: ("Hoja de ruta del compromiso 1", "Roadmap of commitment 1"),
    REPORT_PATH: ("Avance del 31 de marzo de 2020", "Progress report of 31 March 2020"),
    VERIFICATION_PATH: ("Verificación del 10 de abril de 2020", "Verification of 10 April 2020"),
}


@pytest.mark.parametrize("path", TITLES)
def test_every_kind_has_a_title_in_both_languages(path: str, whole_plan: Loaded) -> None:
    entry = next(entry for entry in whole_plan.plan.entries if entry.path == path)
    assert tuple(title_of(entry, whole_plan.plan, locale(code)) for code in ("es", "en")) == TITLES[path]


def test_no_kind_of_the_plan_is_forgotten() -> None:
    assert {kind_at(path) for path in TITLES} == set(Kind) - {kind for kind in Kind if kind.value == "translation"}
