"""``plan build`` and ``mkdocs build``: the same bytes from the same plan, and never half a site."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from plans import COMMITMENT, COMMITMENT_PATH, VALID

from actionplan.language.languages import SITE_SETTINGS

Files = dict[str, str | bytes]
Run = Callable[..., "subprocess.CompletedProcess[str]"]
Workshop = Callable[[Path, Files], Path]

# Python runs this before anything else: another day, and folders that list their files the other way round.
OTHER_MACHINE = """
import os, time
now, scan, names = time.time, os.scandir, os.listdir
time.time = lambda: now() + 400 * 86400

class Backwards:
    def __init__(self, *path):
        with scan(*path) as found:
            self.items = iter(sorted(found, key=lambda item: item.name, reverse=True))
    def __iter__(self): return self.items
    def __next__(self): return next(self.items)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass

os.scandir = Backwards
os.listdir = lambda *path: sorted(names(*path), reverse=True)
"""


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_another_machine_another_day_builds_the_same_bytes(
    real_site: Path, repository: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(OTHER_MACHINE)
    environment = {"TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "77"}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")]))
    again = tmp_path / "again"
    done = run("plan", "build", "--root", repository, "--output", again, **environment)
    assert done.returncode == 0, done.stderr
    first, second = bytes_of(real_site), bytes_of(again)
    assert [name for name in first.keys() | second.keys() if first.get(name) != second.get(name)] == []


def deep(files: Files) -> None:
    files[COMMITMENT_PATH] = COMMITMENT.replace('titulo: "Agua medida"', "titulo: " + "[" * 31_000)


def broken_quote(files: Files) -> None:
    files[COMMITMENT_PATH] = COMMITMENT.replace('titulo: "Agua medida"', 'titulo: "Agua medida')


def impossible_day(files: Files) -> None:
    files[COMMITMENT_PATH] = COMMITMENT.replace("2020-06-30", "2020-06-31")


def no_commitments(files: Files) -> None:
    for path in [path for path in files if path.startswith("commitments/")]:
        del files[path]


def empty(files: Files) -> None:
    files[COMMITMENT_PATH] = ""


def empty_settings(files: Files) -> None:
    files["plan/plan.yml"] = ""


def nul(files: Files) -> None:
    files[COMMITMENT_PATH] = COMMITMENT.replace("Falta agua.", "Falta\0agua.")


def latin(files: Files) -> None:
    files[COMMITMENT_PATH] = COMMITMENT.encode("latin-1")


def huge(files: Files) -> None:
    files[COMMITMENT_PATH] = COMMITMENT.encode() + b"a" * 50_000_000


def raw_html(files: Files) -> None:
    files[COMMITMENT_PATH] = COMMITMENT + "\n<script>window.__x=1</script>\n"


BREAKS: dict[str, tuple[Callable[[Files], None], str]] = {
    "an open quote": (broken_quote, r"commitments/01-agua/compromiso\.md:\d+:\d+: FOR\d\d "),
    "a day that does not exist": (impossible_day, r"commitments/01-agua/compromiso\.md:27:14: FEC\d\d |:\d+:\d+: F"),
    "no commitments": (no_commitments, r"commitments:1:1: FOR\d\d "),
    "an empty document": (empty, r"commitments/01-agua/compromiso\.md:1:1: FOR\d\d "),
    "empty settings": (empty_settings, r"plan/plan\.yml:1:1: FOR\d\d "),
    "brackets without end": (deep, r"commitments/01-agua/compromiso\.md:5:\d+: FOR\d\d "),
    "a NUL": (nul, r"commitments/01-agua/compromiso\.md:\d+:6: FOR\d\d "),
    "another encoding": (latin, r"commitments/01-agua/compromiso\.md:\d+:\d+: FOR\d\d "),
    "fifty megabytes": (huge, r"commitments/01-agua/compromiso\.md:1:1: FOR\d\d "),
    "code in the prose": (raw_html, r"commitments/01-agua/compromiso\.md:\d+:1: FOR\d\d "),
}


@pytest.fixture
def standing(tmp_path: Path, workshop: Workshop) -> Callable[[Files], Path]:
    """A repository with a site that was built before."""

    def setting(files: Files) -> Path:
        root = workshop(tmp_path / "repo", files)
        (root / "site" / "en").mkdir(parents=True)
        for name in ("index.html", "sitemap.xml", "en/index.html", "vieja.html"):
            (root / "site" / name).write_text(f"el sitio anterior: {name}")
        return root

    return setting


def assert_refused(run: Run, root: Path, finding: str) -> None:
    before = bytes_of(root / "site")
    for command, arguments in (("plan", ("build", "--root", root)), ("mkdocs", ("build",))):
        done = run(command, *arguments, cwd=root)
        said = done.stdout + done.stderr
        assert done.returncode == 1, said
        assert re.search(finding, said), said
        assert "Cómo arreglarlo:" in said
        assert "Traceback" not in said
        assert len(said) < 20_000, "a report is for people"
        assert bytes_of(root / "site") == before, command
    assert not (root / ".build").exists()


@pytest.mark.parametrize(("damage", "finding"), BREAKS.values(), ids=BREAKS)
def test_a_broken_plan_is_explained_and_the_old_site_stands(
    damage: Callable[[Files], None], finding: str, standing: Callable[[Files], Path], run: Run
) -> None:
    files: Files = {**VALID}
    damage(files)
    assert_refused(run, standing(files), finding)


@pytest.mark.parametrize("name", ["plan/secreto.md", "commitments/01-agua/evidencias/secreto.pdf"])
def test_a_link_out_of_the_repository_is_refused(
    name: str, standing: Callable[[Files], Path], run: Run, tmp_path: Path
) -> None:
    secret = tmp_path / "secreto"
    secret.write_text("no es del plan")
    root = standing({**VALID})
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(secret)
    assert_refused(run, root, rf"{re.escape(name)}:1:1: FOR\d\d ")


def test_a_failure_of_the_builder_itself_leaves_the_old_site(standing: Callable[[Files], Path], run: Run) -> None:
    root = standing({**VALID})
    (root / "mkdocs.en.yml").write_text("INHERIT: mkdocs.yml\nno_existe: 1\n")
    before = bytes_of(root / "site")
    done = run("plan", "build", "--root", root)
    assert done.returncode == 1
    assert "MkDocs no pudo construir: en. El sitio anterior sigue como estaba." in done.stderr
    assert bytes_of(root / "site") == before
    assert not (root / ".build").exists()


NAME = "fotografía del año 1 (copia) #2 al 100%.pdf"
ENCODED = "fotograf%C3%ADa%20del%20a%C3%B1o%201%20%28copia%29%20%232%20al%20100%25.pdf"


def test_marks_of_editors_and_names_of_people_just_work(standing: Callable[[Files], Path], run: Run) -> None:
    text = COMMITMENT.replace("Falta agua.", f"Falta agua, como se ve en la [foto](evidencias/{ENCODED}).")
    files: Files = {
        **VALID,
        COMMITMENT_PATH: ("\ufeff" + text).replace("\n", "\r\n"),
        "plan/actores.yml": "\ufeff" + str(VALID["plan/actores.yml"]),
        f"commitments/01-agua/evidencias/{NAME}": b"%PDF",
        "plan/6-seguimiento/dibujo.svg": "<svg onload='window.__x=1'/>",
        "plan/6-seguimiento/pagina.html": "<script>window.__x=1</script>",
    }
    root = standing(files)
    done = run("plan", "build", "--root", root)
    assert done.returncode == 0, done.stderr
    folder = root / "site/compromisos/01-agua"
    assert (folder / "evidencias" / NAME).read_bytes() == b"%PDF"
    assert [path.name for path in (folder / "evidencias").iterdir()] == [NAME]
    assert not list((root / "site").rglob("dibujo.svg"))
    assert not list((root / "site").rglob("pagina.html"))
    html = (folder / "index.html").read_text("utf-8")
    assert f'href="evidencias/{ENCODED}"' in html
    assert "\r" not in html
    assert not (root / "site/vieja.html").exists(), "nothing of the old site is left in the new one"


def test_the_site_goes_where_it_is_asked_to_go_even_to_another_disk(
    standing: Callable[[Files], Path], run: Run, tmp_path: Path
) -> None:
    memory = Path("/dev/shm")
    base = memory if memory.is_dir() and os.access(memory, os.W_OK) else tmp_path
    place = base / f"plan-{os.getpid()}" / "sitio"
    root = standing({**VALID})
    try:
        for _ in range(2):
            done = run("plan", "build", "--root", root, "--output", place)
            assert done.returncode == 0, done.stderr
            assert sorted(path.name for path in place.parent.iterdir()) == ["sitio"]
            assert (place / "en" / "index.html").is_file()
    finally:
        shutil.rmtree(place.parent, ignore_errors=True)


@pytest.mark.parametrize("output", ["plan", "commitments", "."])
def test_a_folder_that_holds_something_else_is_never_replaced(
    output: str, standing: Callable[[Files], Path], run: Run
) -> None:
    root = standing({**VALID})
    before = bytes_of(root)
    done = run("plan", "build", "--root", root, "--output", output)
    assert done.returncode == 2
    assert "guarda otra cosa que un sitio" in done.stderr
    assert bytes_of(root) == before


def test_two_builds_at_once_do_not_meet(standing: Callable[[Files], Path], tmp_path: Path) -> None:
    root = standing({**VALID})
    places = [tmp_path / "uno", tmp_path / "dos"]
    program = Path(sys.executable).with_name("plan")
    builds = [
        subprocess.Popen([program, "build", "--root", root, "--output", place], stderr=subprocess.PIPE, text=True)
        for place in places
    ]
    for build in builds:
        _, said = build.communicate(timeout=600)
        assert build.returncode == 0, said
    assert bytes_of(places[0]) == bytes_of(places[1])
    assert "en/index.html" in bytes_of(places[0])


def test_mkdocs_alone_builds_in_strict_mode(standing: Callable[[Files], Path], run: Run, whole: Files) -> None:
    root = standing(whole)
    for config in SITE_SETTINGS:
        done = run("mkdocs", "build", "--strict", "--config-file", config, cwd=root)
        assert done.returncode == 0, done.stderr
        assert "WARNING" not in done.stderr


def test_every_switch_of_validation_is_on(repository: Path) -> None:
    class Loader(yaml.SafeLoader):
        """Reads MkDocs's own tags as nothing."""

    Loader.add_constructor("!ENV", lambda *_: None)
    settings = yaml.load((repository / "mkdocs.yml").read_text("utf-8"), Loader)
    english = yaml.load((repository / "mkdocs.en.yml").read_text("utf-8"), Loader)
    names = {
        "nav": ("omitted_files", "not_found", "absolute_links"),
        "links": ("not_found", "anchors", "absolute_links", "unrecognized_links"),
    }
    assert settings["validation"] == {group: dict.fromkeys(switches, "warn") for group, switches in names.items()}
    assert settings["strict"] is True
    assert "validation" not in english
    assert "strict" not in english


def test_links_to_places_that_are_not_on_the_page_stop_the_build(standing: Callable[[Files], Path], run: Run) -> None:
    links = "Falta [agua](hoja-de-ruta.md#no-hay-tal) y [más](#ni-tal)."
    root = standing({**VALID, COMMITMENT_PATH: COMMITMENT.replace("Falta agua.", links)})
    before = bytes_of(root / "site")
    done = run("plan", "build", "--root", root)
    assert done.returncode == 1
    assert "no-hay-tal" in done.stderr
    assert "ni-tal" in done.stderr
    assert "Traceback" not in done.stderr
    assert bytes_of(root / "site") == before
