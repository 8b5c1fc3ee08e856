"""The guides say what is so: what they show on screen is on our screens, what they print is what is printed."""

from __future__ import annotations

import re
import shlex
import subprocess
from html import unescape
from pathlib import Path

import pytest
import yaml
from babel.messages.pofile import read_po
from guide_pictures import PICTURES
from markdown import Markdown
from plans import (
    ACTORS,
    COMMITMENT_PATH,
    REPORT_PATH,
    ROADMAP,
    ROADMAP_PATH,
    VALID,
    changed,
    findings_of,
    loaded,
    said,
    with_file,
    write,
)

from actionplan.agreement.answer import AGREEMENT, CHECKED
from actionplan.agreement.approvals import decide
from actionplan.diff.change import ChangeKind
from actionplan.diff.compare import Comparison
from actionplan.diff.report import as_text as changes_as_text
from actionplan.diff.report import summary
from actionplan.findings import Severity, as_text
from actionplan.forge.pull_requests import Proposal, Review, ReviewState
from actionplan.intake.forms import forms_of
from actionplan.intake.pulls import pull_templates
from actionplan.language.keys import SPANISH
from actionplan.language.messages import spanish
from actionplan.pages.guides import GUIDES
from scripts.approvals import _text

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "actionplan/pages/guides"
TEXTS = {guide.name: (FOLDER / f"{guide.name}.md").read_text("utf-8") for guide in GUIDES}
PLAN = loaded().plan

# What the forge shows, as LEEME names it and as the guides do besides.
FORGE = {
    *("Edit this file", "Fork this repository", "Commit changes…", "Create a new branch", "Propose changes"),
    *("Create pull request", "Files changed", "Issues", "New issue", "Create", "Edit", "Add file", "Upload files"),
    *("Create new file", "Review changes", "Approve", "Request changes", "Comment", "Submit review"),
    *("Dismiss review", "Merge pull request", "Revert", "Settings", "Pages", "Source", "GitHub Actions"),
}
KINDS = {template.name for template in pull_templates(PLAN)} - {""}
EXAMPLE = re.compile(r"(?:^ {4}.*\n|^\n(?= {4}))+", re.MULTILINE)
BOLD = re.compile(r"\*\*([^*]+)\*\*")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


def examples(name: str) -> list[str]:
    """The blocks of a guide that show what is printed or written, without their indentation."""
    found = EXAMPLE.findall(TEXTS[name])
    return [re.sub(r"^ {4}", "", block, flags=re.MULTILINE).strip("\n") + "\n" for block in found]


def prose(name: str) -> str:
    return EXAMPLE.sub("", TEXTS[name])


def on_our_screens() -> set[str]:
    """Every text of the catalogue, what the forms ask and offer, and the names of the checks."""
    with (ROOT / "actionplan/language/catalogues/en.po").open("rb") as file:
        shown = {str(message.id) for message in read_po(file)}
    for form in forms_of(PLAN):
        shown |= {form.title, *(word for question in form.questions for word in (question.label, *question.options))}
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        workflow = yaml.safe_load(path.read_text("utf-8"))
        shown |= {workflow["name"], *(job["name"] for job in workflow["jobs"].values())}
    return shown


@pytest.mark.parametrize("name", TEXTS)
def test_begins_with_its_title(name: str) -> None:
    (guide,) = (guide for guide in GUIDES if guide.name == name)
    assert TEXTS[name].partition("\n")[0] == f"# {guide.title}"


@pytest.mark.parametrize("name", TEXTS)
def test_every_example_is_set_as_code_and_not_as_part_of_a_list(name: str) -> None:
    html = Markdown(extensions=["tables", "sane_lists"]).convert(TEXTS[name])
    shown = [unescape(code) for code in re.findall(r"<pre><code>(.*?)</code></pre>", html, re.DOTALL)]
    assert shown == examples(name)


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_one_word_of_code_is_a_word_of_the_plan(name: str) -> None:
    words = {word for listed in SPANISH.words.values() for word in listed.values()}
    folders = {folder for place in VALID for folder in place.split("/")} | {"evidencias"}
    severities = {severity.value for severity in Severity}
    known = {*SPANISH.keys.values(), *words, *folders, *severities, *KINDS, "c05", "a1.1", "v1", "main", "git", "make"}
    spans = set(re.findall(r"`([a-z0-9_]+(?:\.\d)?)`", prose(name)))
    assert spans - known - {"version"} == set()


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_bold_is_on_a_screen(name: str) -> None:
    bold = set(BOLD.findall(prose(name))) - {"negritas"}
    assert bold - FORGE - on_our_screens() == set()


def test_every_word_of_the_forge_is_used() -> None:
    bold = {word for name in TEXTS for word in BOLD.findall(prose(name))}
    assert FORGE - bold == set()


def test_the_five_steps_use_the_words_of_leeme() -> None:
    leeme = (ROOT / "LEEME.md").read_text("utf-8")
    steps = leeme.partition("## Cambiar un compromiso en cinco pasos")[2].partition("\n## ")[0]
    named = set(re.findall(r"«([^»]+)»", steps)) - {"Archivo"}
    assert named <= set(BOLD.findall(TEXTS["colideres"]))
    for step in re.findall(r"^\d\. \*\*([^*]+?)\.?\*\*", steps, re.MULTILINE):
        assert re.search(rf"^\d\. {step}\b", TEXTS["colideres"], re.MULTILINE), step


class TestPictures:
    def test_are_there_few_and_small_and_each_is_shown(self) -> None:
        shown = {target for text in TEXTS.values() for _, target in PICTURE.findall(text)}
        files = sorted((FOLDER / "img").iterdir())
        assert shown == {f"img/{file.name}" for file in files} == {f"img/{name}.png" for name in PICTURES}
        assert len(files) <= 8
        assert {file.name: size for file in files if (size := file.stat().st_size) > 120_000 or not size} == {}

    def test_say_in_words_what_is_to_be_seen(self) -> None:
        for text in TEXTS.values():
            assert [target for words, target in PICTURE.findall(text) if len(words.split()) < 8] == []


class TestForCoLeads:
    def test_reads_in_ten_minutes(self) -> None:
        assert len(re.findall(r"\w+", TEXTS["colideres"])) / 200 <= 10

    def test_has_short_sentences(self) -> None:
        lines = (re.sub(r"^(?:#+|\d\.|-|\|)|[*`|]", "", line) for line in prose("colideres").splitlines())
        text = "\n".join(line.strip() for line in lines if "![" not in line)
        sentences = [words for part in re.split(r"[.:;?](?:\s|$)|\n", text) if (words := re.findall(r"\w+", part))]
        assert sum(map(len, sentences)) / len(sentences) <= 20
        assert [" ".join(words) for words in sentences if len(words) > 32] == []

    def test_explains_five_words_and_uses_no_others_of_the_trade(self) -> None:
        words = TEXTS["colideres"].partition("## Cinco palabras")[2].partition("\n## ")[0]
        assert len(re.findall(r"^\| ", words, re.MULTILINE)) == 1 + 5
        plain = BOLD.sub("", prose("colideres")).lower()
        assert (
            re.findall(r"\b(?:commits?|branch|yaml|merge|pull request|git|markdown|front matter|diff)\b", plain) == []
        )

    def test_shows_a_report_that_lacks_only_its_fingerprint(self) -> None:
        report = examples("colideres")[0]
        path = "commitments/01-agua/avances/2020-06-30-gob.md"
        files = with_file("commitments/01-agua/evidencias/acta.pdf", b"acta") | {path: report}
        (finding,) = loaded(files).findings
        assert said(finding) == f"{path}:15:17 EVI03"
        actual = dict(finding.values)["actual"]
        assert loaded(files | {path: report.replace("0" * 64, actual)}).findings == ()

    def test_shows_a_rescheduling_that_the_plan_takes(self) -> None:
        session = (
            '---\ntipo: "sesion"\nid: "sesion-2020-04-02"\nfecha: "2020-04-02"\nmodalidad: "ordinaria"\n'
            'no_disponible:\n  - campo: "*"\n    motivo: "No consta"\n'
            'procedencia:\n  - campo: "*"\n    fuentes:\n      - "acta"\n    certeza: "exacta"\n---\n'
        )
        moved = ROADMAP.replace('conclusion: "2020-03-31"', 'conclusion: "2020-05-31"')
        moved = moved.replace("procedencia:\n", f"{examples('colideres')[1]}procedencia:\n")
        files = {**VALID, ROADMAP_PATH: moved, "plan/sesiones/2020-04-02.md": session}
        # The sample's forum has not met since, and nothing else is amiss.
        assert findings_of(files) == ["plan/sesiones/2020-04-02.md:4:8 DEL04"]

    def test_shows_a_message_of_the_check(self) -> None:
        swap = ('conclusion: "2020-06-30"', 'conclusion: "31/06/2020"')
        message = as_text(loaded(changed(COMMITMENT_PATH, swap)).findings)
        assert message.startswith(examples("colideres")[2])


class TestForReviewers:
    def test_shows_the_changes_of_a_real_proposal(self) -> None:
        proposal = changed(
            ROADMAP_PATH, ('conclusion: "2020-03-31"', 'conclusion: "2020-05-31"'), ("valor: 5", "valor: 3")
        )
        report = VALID[REPORT_PATH].replace('fecha: "2020-03-31"', 'fecha: "2020-06-30"')
        report = report.replace('"en_proceso"\n    porcentaje: 40', '"completado"\n    porcentaje: 100')
        proposal["commitments/01-agua/avances/2020-06-30-gob.md"] = report
        assert examples("revision")[0] == changes_as_text(Comparison(PLAN, loaded(proposal).plan).changes, spanish)
        assert examples("revision")[1] == f"{summary((), spanish)}\n"

    def test_names_all_that_a_change_may_ask_for(self) -> None:
        table = TEXTS["revision"].partition("## Qué se pide en cada caso")[2].partition("\n## ")[0]
        rows = re.findall(r"^\| ([^|]+) \|", table, re.MULTILINE)
        assert set(rows[1:]) - {"---"} == {kind.asks for kind in ChangeKind} - {""}

    def test_shows_how_the_decision_is_told(self) -> None:
        named = ACTORS.replace('"gobierno"\n', '"gobierno"\n    cuentas:\n      - "secretaria-prueba"\n')
        named = named.replace('"sociedad_civil"\n', '"sociedad_civil"\n    cuentas:\n      - "organizacion-prueba"\n')
        plan = loaded({**VALID, "plan/actores.yml": named}).plan
        proposal = Proposal((ROADMAP_PATH,), "b" * 40)
        decision = decide(
            proposal, [Review("organizacion-prueba", ReviewState.APPROVED, "a" * 40)], "secretaria-prueba", plan
        )
        told = _text(decision, plan)
        assert examples("revision")[2] == told
        assert examples("colideres")[3] == told.partition("\n")[2]


class TestForMaintainers:
    def test_shows_five_files_that_make_a_plan(self) -> None:
        written = [block for block in examples("mantenimiento") if block.startswith(("tipo:", "---"))]
        places = re.findall(r"^`([^`]+)`, .*:\n\n    (?:tipo:|---)", TEXTS["mantenimiento"], re.MULTILINE)
        plan = loaded(dict(zip(places, written, strict=True)))
        assert len(places) == 5
        assert plan.findings == ()

    def test_names_the_templates_of_proposals(self) -> None:
        assert set(re.findall(r"`(?:&template=)?([a-z]+)(?:\.md)?`", TEXTS["mantenimiento"])) >= KINDS

    @pytest.mark.parametrize("paper", ["actionplan/pages/guides/mantenimiento.md", "docs/forjas.md"])
    def test_asks_for_what_no_proposal_writes_before_what_its_own_run_says(self, paper: str) -> None:
        (line,) = re.findall(r"^\d\. .*(?:Exija|obligatorias: ).*", (ROOT / paper).read_text("utf-8"), re.MULTILINE)
        checks = [CHECKED, AGREEMENT, "Revisar el plan", "Pruebas"]
        assert sorted(checks, key=line.index) == checks

    def test_takes_the_program_whole_and_leaves_the_content(self, tmp_path: Path) -> None:
        program = ("actionplan", "hooks", "scripts", "tests", "docs", "requirements")
        theirs = {f"{folder}/{name}": "" for folder in program for name in ("kept", "gone")}
        theirs |= {"plan/index.md": "suyo", "README.md": "suyo", "Makefile": "viejo"}
        motor, mine = write(tmp_path / "motor", theirs), tmp_path / "mio"
        _git(tmp_path, "init", "--quiet", "--initial-branch=main", "motor")
        _commit(motor)
        _git(tmp_path, "clone", "--quiet", "motor", "mio")
        write(mine, {"plan/index.md": "mío", "README.md": "mío"})
        _commit(mine)
        for folder in program:
            (motor / folder / "gone").unlink()
        write(
            motor, {"Makefile": "nuevo", "plan/otra.md": "suyo", "tests/content/test_real_plan.py": "", ".ci/run": ""}
        )
        _commit(motor)
        (recipe,) = (block for block in examples("mantenimiento") if block.startswith("git remote"))
        for line in recipe.replace("DIRECCIÓN", str(motor)).splitlines():
            if line.startswith("git "):
                _git(mine, *shlex.split(line)[1:])
        found = {path: (mine / path).read_text("utf-8") for path in _git(mine, "ls-files").split()}
        assert found == {
            **{f"{folder}/kept": "" for folder in program},
            ".ci/run": "",
            "Makefile": "nuevo",
            "README.md": "mío",
            "plan/index.md": "mío",
        }


def _commit(root: Path) -> None:
    _git(root, "add", "--all")
    _git(root, "-c", "user.name=x", "-c", "user.email=x@x.example", "commit", "--quiet", "--message", "x")


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
