"""Every fact has an address, the one that authors write in provenance and absences."""

import pytest
from plans import COMMITMENT_PATH, REPORT_PATH, ROADMAP_PATH, changed, findings_of, loaded

from actionplan.language.messages import Ours
from actionplan.model import Commitment, DocumentPart, Entry


def entry_at(path: str, *swaps: tuple[str, str]) -> Entry[DocumentPart]:
    [entry] = [entry for entry in loaded(changed(path, *swaps)).plan.entries if entry.path == path]
    return entry


def table(entry: Entry[DocumentPart]) -> list[str]:
    """``address [pattern]`` and marks: + present, ! due, § owes a source."""
    rows = []
    for ref in entry.field_refs:
        marks = "+" * ref.present + "!" * ref.required + "§" * ref.factual
        rows.append(f"{ref.address} [{ref.pattern}] {marks}".replace(" []", "").rstrip())
    return rows


def of_these(rows: list[str], entry: Entry[DocumentPart]) -> list[str]:
    """Those rows of the table of an entry whose address is among these, in the order of the table."""
    addresses = {row.split()[0] for row in rows}
    return [row for row in table(entry) if row.split()[0] in addresses]


def test_the_addresses_of_a_commitment() -> None:
    rows = [
        "id +",
        "numero +",
        "titulo +§",
        "titulo_oficial +!§",
        "situacion +",
        "cierre",
        "causas +!§",
        "responsables +!",
        "responsables/gob/institucion [responsables/*/institucion] +§",
        "responsables/gob/cargo [responsables/*/cargo] +!§",
        "apoyos",
        "pnd !",
        "conclusion +!§",
        "problema-publico +§",
        "genero-e-inclusion +§",
    ]
    assert of_these(rows, entry_at(COMMITMENT_PATH)) == rows


def test_the_addresses_of_a_roadmap() -> None:
    rows = [
        "compromiso +",
        "version +",
        "estado_documental +",
        "resultado_final +!§",
        "acciones +!",
        "a1/id [acciones/*/id] +",
        "a1/titulo [acciones/*/titulo] +§",
        "a1/inicio [acciones/*/inicio]",
        "a1/actividades [acciones/*/actividades] +!",
        "a1.1/id [actividades/*/id] +",
        "a1.1/titulo [actividades/*/titulo] +§",
        "a1.1/conclusion [actividades/*/conclusion] +!§",
        "a1.1/depende_de [actividades/*/depende_de]",
        "a1.1/productos [actividades/*/productos] +!",
        "p1/id [productos/*/id] +",
        "p1/nombre [productos/*/nombre] +§",
        "a1.1/medios_de_verificacion [actividades/*/medios_de_verificacion] +!",
        "v1/id [medios_de_verificacion/*/id] +",
        "v1/descripcion [medios_de_verificacion/*/descripcion] +§",
        "v1/emite [medios_de_verificacion/*/emite] +§",
        "indicadores +!",
        "i1/id [indicadores/*/id] +",
        "i1/nivel [indicadores/*/nivel] +!§",
        "i1/linea_base [indicadores/*/linea_base] +!",
        "i1/linea_base/valor [indicadores/*/linea_base/valor] +§",
        "i1/linea_base/fecha [indicadores/*/linea_base/fecha] +§",
        "i1/metas [indicadores/*/metas] +!",
        "i1/metas/1/fecha [metas/*/fecha] +§",
        "i1/metas/1/valor [metas/*/valor] +§",
        "i1/metas/1/maximo [metas/*/maximo]",
        "reprogramaciones",
    ]
    assert of_these(rows, entry_at(ROADMAP_PATH)) == rows


@pytest.mark.parametrize("path", [COMMITMENT_PATH, ROADMAP_PATH, REPORT_PATH])
def test_every_field_of_a_document_has_an_address_but_its_kind_and_what_speaks_of_the_others(path: str) -> None:
    entry = entry_at(path)
    silent = {"kind", "unavailable", "provenance", "waivers"}
    fields = {entry.keys.author(name) for name in type(entry.model).model_fields if name not in silent}
    assert fields <= {row.split()[0] for row in table(entry)}


def test_a_signed_record_is_its_own_source() -> None:
    assert not any(ref.factual for ref in entry_at(REPORT_PATH).field_refs)


def test_text_before_the_first_heading_and_headings_further_down() -> None:
    entry = entry_at(COMMITMENT_PATH, ("## Problema", "Antes.\n\n## Problema"), ("Medir el", "### Detalle\n\nMedir el"))
    assert entry.ref_at("introduccion") is not None
    assert entry.ref_at("detalle") is None


def test_a_field_is_found_by_its_steps_and_a_heading_by_its_slug() -> None:
    entry = entry_at(ROADMAP_PATH)
    assert entry.ref("actions", 0, "activities", 0, "end").address == "a1.1/conclusion"
    assert entry.ref("indicators", 0, "targets", 0, "value").address == "i1/metas/1/valor"
    with pytest.raises(KeyError):
        entry.ref("actions", 1, "title")


def certainty_of(address: str, *entries: tuple[str, str]) -> str | None:
    """The certainty of an address of the roadmap, where the provenance is some fields and certainties."""
    lines = "".join(
        f'  - campo: "{field}"\n    fuentes:\n      - "acta"\n    certeza: "{certainty}"\n'
        for field, certainty in entries
    )
    whole = '  - campo: "*"\n    fuentes:\n      - "acta"\n    certeza: "exacta"\n'
    entry = entry_at(ROADMAP_PATH, (f"procedencia:\n{whole}", f"procedencia:\n{lines}"))
    ref = entry.ref_at(address)
    assert ref is not None
    found = entry.provenance_of(ref)
    return found.certainty.word if found else None


@pytest.mark.parametrize(
    ("address", "entries", "certainty"),
    [
        ("a1.1/inicio", [("*", "exacta")], "exact"),
        ("a1.1/inicio", [("acciones", "resumen"), ("*", "exacta")], "summary"),
        ("a1.1/inicio", [("a1", "prensa"), ("acciones", "resumen")], "press"),
        ("a1.1/inicio", [("a1/actividades", "inferida"), ("a1", "prensa")], "inferred"),
        ("a1.1/inicio", [("a1.1", "borrador"), ("a1/actividades", "inferida")], "draft"),
        ("a1.1/inicio", [("actividades/*/inicio", "traducida"), ("a1.1", "borrador")], "translated"),
        ("a1.1/inicio", [("a1.1/inicio", "exacta"), ("actividades/*/inicio", "traducida")], "exact"),
        ("a1.1/conclusion", [("actividades/*/inicio", "traducida")], None),
        ("a1.1/conclusion", [("a1.1/inicio", "traducida")], None),
        ("i1/linea_base/valor", [("i1/linea_base", "prensa"), ("i1", "resumen")], "press"),
        ("resultado_final", [("acciones", "prensa")], None),
    ],
)
def test_the_nearest_provenance_speaks_for_a_fact(
    address: str, entries: list[tuple[str, str]], certainty: str | None
) -> None:
    assert certainty_of(address, *entries) == certainty
    # The order in the file does not count.
    assert certainty_of(address, *reversed(entries)) == certainty


DATES = '        inicio: "2020-01-15"\n        conclusion: "2020-03-31"\n'
DRAFT = ('estado_documental: "firmada"', 'estado_documental: "borrador"')


@pytest.mark.parametrize(
    ("absent", "left"),
    [
        ([], ["inicio", "conclusion"]),
        (["a1.1/inicio"], ["conclusion"]),
        (["actividades/*/inicio"], ["conclusion"]),
        (["actividades/*/inicio", "actividades/*/conclusion"], []),
        (["a1.1"], []),
        (["a1"], []),
        (["*"], []),
    ],
)
def test_an_absence_is_declared_by_address_by_pattern_or_by_what_is_above(absent: list[str], left: list[str]) -> None:
    lines = "".join(f'  - campo: "{field}"\n    motivo: "No consta"\n' for field in absent)
    absences = "no_disponible:\n" + lines if absent else ""
    files = changed(ROADMAP_PATH, (DATES, ""), DRAFT, ("procedencia:", f"{absences}procedencia:"))
    assert [finding.message() for finding in loaded(files).findings] == [
        f"Falta «{title}» (a1.1/{name}) y no se declara como no disponible. Lo que falta y no se avisa parece completo."
        for name, title in [("conclusion", "Conclusión"), ("inicio", "Inicio")]
        if name in left
    ]


def test_an_absence_above_says_nothing_of_what_is_there() -> None:
    files = changed(
        ROADMAP_PATH, DRAFT, ("procedencia:", 'no_disponible:\n  - campo: "a1.1"\n    motivo: "x"\nprocedencia:')
    )
    assert findings_of(files) == []


def test_a_heading_that_every_document_of_its_kind_has_is_a_text_of_ours_and_another_is_the_authors() -> None:
    assert isinstance(Commitment.heading_title("Objetivo"), Ours)
    assert not isinstance(Commitment.heading_title("Lo demás"), Ours)
