"""What refers to what in the plan."""

from plans import COMMITMENT_PATH, ROADMAP_PATH, changed, loaded

from actionplan.loader import Loaded
from actionplan.pages.backlinks import LEAD, PARTNER, SUPPORTER, Backlinks


def test_roles_are_gathered_by_organisation_in_the_order_of_the_commitments(whole_plan: Loaded) -> None:
    roles = Backlinks(whole_plan.plan).roles
    assert [(role.title, role.commitment_file.commitment.model.id) for role in roles["gob"]] == [
        (LEAD, "c01"),
        (SUPPORTER, "c01"),
        (LEAD, "c02"),
    ]
    assert [(role.title, role.commitment_file.commitment.model.id) for role in roles["osc"]] == [(PARTNER, "c01")]
    assert "red" not in roles


def test_commitments_are_found_by_topic_and_by_cause(whole_plan: Loaded) -> None:
    backlinks = Backlinks(whole_plan.plan)
    assert {theme: [item.commitment.model.id for item in found] for theme, found in backlinks.by_theme.items()} == {
        "agua": ["c01"]
    }
    assert {cause: [item.commitment.model.id for item in found] for cause, found in backlinks.by_cause.items()} == {
        "agua/c1": ["c01"]
    }


def test_uses_of_a_source_name_document_and_facts(whole_plan: Loaded) -> None:
    uses = Backlinks(whole_plan.plan).uses
    assert "libro" not in uses
    by_path = {use.entry.path: use.facts for use in uses["nota"]}
    assert by_path == {
        "plan/plan.yml": ("Personas en las mesas", "Hechos"),
        "plan/actores.yml": ("Red que mira desde fuera",),
        COMMITMENT_PATH: ("Observaciones de prensa y de otras fuentes",),
        "commitments/02-bosque/compromiso.md": ("Título",),
    }
    assert {use.entry.path: use.facts for use in uses["acta"]}[ROADMAP_PATH] == ("Todo el documento",)


def test_what_is_not_known_is_listed_by_document_with_its_reason(whole_plan: Loaded) -> None:
    unknown = Backlinks(whole_plan.plan).unknown
    table = [(item.title, item.absence.reason, item.places) for item in unknown["plan/4-mesas/mesa-01.md"]]
    assert table == [
        ("Sede", "La minuta no lo dice", 1),
        ("Materiales para participantes", "No se entregaron", 1),
    ]
    assert "plan/actores.yml" not in unknown


def test_an_absence_for_many_places_counts_each_place_that_lacks_the_fact() -> None:
    second = '      - id: "a1.2"\n        titulo: "Leer medidores"\n        inicio: "2020-02-01"\nindicadores:'
    third = second.replace("a1.2", "a1.3").replace('        inicio: "2020-02-01"\n', "")
    absence = 'no_disponible:\n  - campo: "actividades/*/conclusion"\n    motivo: "Sin fecha"\nprocedencia:'
    files = changed(ROADMAP_PATH, ("indicadores:", second), ("indicadores:", third), ("procedencia:", absence))
    backlinks = Backlinks(loaded(files).plan)
    (item,) = backlinks.unknown[ROADMAP_PATH]
    assert (item.title, item.places) == ("Conclusión", 2)
    # Three of the commitment, and these two.
    assert backlinks.unknown_count == 5


def test_an_absence_of_something_that_the_model_has_no_place_for_counts_once() -> None:
    absence = '  - campo: "cifras/por-sexo"\n    nombre: "Asistentes por sexo"\n    motivo: "No se contó"\n'
    files = changed(COMMITMENT_PATH, ("no_disponible:\n", "no_disponible:\n" + absence))
    found = Backlinks(loaded(files).plan).unknown[COMMITMENT_PATH][0]
    assert (found.title, found.places) == ("Asistentes por sexo", 1)
