"""The tree of a plan: each kind in its place, each file read once, what is missing named."""

import pytest
from plans import COMMITMENT_PATH, ROADMAP_PATH, VALID, MemoryTree, findings_of, messages_of, with_file

from actionplan.documents import LAYOUT, EntryKind, FileEntry, Kind, collect, kind_at
from actionplan.documents.reader import MAX_FILE
from actionplan.loader import load


@pytest.mark.parametrize(("kind", "example"), [(kind, example) for kind, example, _ in LAYOUT])
def test_each_place_that_messages_propose_is_of_its_kind(kind: Kind, example: str) -> None:
    assert kind_at(example) is kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("plan/index.md", Kind.PAGE),
        ("plan/3-arboles/index.md", Kind.PHASE),
        ("plan/4-mesas/mesa-02.md", Kind.TABLE),
        ("plan/6-seguimiento/mri.md", Kind.PAGE),
        ("plan/sesiones/index.md", Kind.PAGE),
        ("plan/sesiones/2020-04-02-extra.md", Kind.SESSION),
        ("commitments/114-agua-limpia/compromiso.md", Kind.COMMITMENT),
        ("plan/Index.md", None),
        ("plan/a/b/c.md", None),
        ("commitments/agua/compromiso.md", None),
        ("commitments/01-agua/otra.md", None),
        ("commitments/01-agua/avances/2020-6-30-sfp.md", None),
        ("commitments/٠١-agua/compromiso.md", None),
    ],
)
def test_the_place_of_a_file_says_what_it_is(path: str, kind: Kind | None) -> None:
    assert kind_at(path) is kind


def test_every_file_is_read_once_and_the_settings_first() -> None:
    tree = MemoryTree({**VALID, "commitments/01-agua/evidencias/acta.pdf": b"%PDF"})
    load(tree)
    assert tree.reads[0] == "plan/plan.yml"
    assert sorted(tree.reads) == sorted(VALID)


def test_a_file_over_the_limit_is_a_finding_and_is_not_read() -> None:
    class Huge(MemoryTree):
        def entries(self) -> tuple[FileEntry, ...]:
            return tuple(sorted((*super().entries(), FileEntry("plan/enorme.md", EntryKind.FILE, 50_000_000))))

    tree = Huge({**VALID})
    [finding] = load(tree).findings
    assert (finding.path, finding.code) == ("plan/enorme.md", "FOR03")
    assert finding.message().startswith("El archivo mide 50000000 bytes y el límite es 262144.")
    assert "plan/enorme.md" not in tree.reads


def test_the_limits_of_size_are_inclusive() -> None:
    text = VALID[COMMITMENT_PATH]
    full = text + "a" * (MAX_FILE - len(text.encode()))
    assert findings_of(with_file(COMMITMENT_PATH, full)) == []
    assert findings_of(with_file(COMMITMENT_PATH, full + "a")) == [f"{COMMITMENT_PATH}:1:1 FOR03"]


@pytest.mark.parametrize("path", ["plan/plan.yml", "plan/actores.yml", "plan/fuentes.yml"])
def test_a_settings_file_that_is_missing_is_named(path: str) -> None:
    files = {name: text for name, text in VALID.items() if name != path}
    assert f"{path}:1:1 FOR20" in findings_of({**files})


def test_an_empty_tree_names_all_that_a_plan_needs() -> None:
    assert findings_of({}) == [
        "commitments:1:1 FOR20",
        "plan/actores.yml:1:1 FOR20",
        "plan/fuentes.yml:1:1 FOR20",
        "plan/plan.yml:1:1 FOR20",
    ]


@pytest.mark.parametrize("gone", ["plan/", "commitments/"])
def test_a_plan_without_one_of_its_folders_is_findings_only(gone: str) -> None:
    codes = {said.split()[1] for said in findings_of({p: t for p, t in VALID.items() if not p.startswith(gone)})}
    assert codes <= {"FOR20", "REF02", "ARB04"}
    assert "FOR20" in codes


def test_a_commitment_without_roadmap_and_a_roadmap_without_commitment_are_missed() -> None:
    for gone in (COMMITMENT_PATH, ROADMAP_PATH):
        found = findings_of({path: text for path, text in VALID.items() if path != gone})
        assert [finding for finding in found if not finding.endswith("ARB04")] == [f"{gone}:1:1 FOR20"]


@pytest.mark.parametrize("path", ["plan/Notas.md", "plan/notas.yml", "commitments/01-agua/notas.md", "plan/a.markdown"])
def test_a_text_in_no_known_place_is_a_finding(path: str) -> None:
    assert findings_of(with_file(path, "Notas.")) == [f"{path}:1:1 FOR16"]
    [message] = messages_of(with_file(path, "Notas."))
    assert message.startswith("No se reconoce este archivo en esta carpeta.")
    assert "plan/3-arboles/salud.md" in message


@pytest.mark.parametrize(
    "path",
    ["commitments/01-agua/evidencias/acta.md", "plan/mapa.png", "plan/.gitkeep", "plan/sesiones/.oculto.md"],
)
def test_evidence_pictures_and_dot_files_are_not_documents(path: str) -> None:
    tree = MemoryTree({**VALID, path: b"\xff"})
    assert collect(tree).findings == ()
    assert path not in tree.reads


def test_documents_do_not_depend_on_the_order_of_the_listing() -> None:
    class Backwards(MemoryTree):
        def entries(self) -> tuple[FileEntry, ...]:
            return tuple(reversed(super().entries()))

    assert collect(Backwards({**VALID})).source_files == collect(MemoryTree({**VALID})).source_files
