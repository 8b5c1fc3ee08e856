"""The pages about the project say what is so: every path, command, decision and dependency they name is there."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from plans import COMMITMENT_PATH, changed, loaded

from actionplan.documents import kind_at
from actionplan.documents.yamltext import YamlReader
from actionplan.findings import as_text
from actionplan.language.keys import SPANISH

ROOT = Path(__file__).parents[2]
IN_SITE = "actionplan/pages/guides"
MAINTENANCE = f"{IN_SITE}/mantenimiento.md"
GUIDES = ("README.md", "LEEME.md", "CONTRIBUTING.md", MAINTENANCE)
DECISIONS = sorted((ROOT / "docs/adr").glob("[0-9]*.md"))
PAPERS = (
    *GUIDES,
    f"{IN_SITE}/colideres.md",
    f"{IN_SITE}/revision.md",
    "docs/guias/README.md",
    "CHANGELOG.md",
    "docs/forjas.md",
    "LICENSE-CONTENT.md",
    "docs/adr/README.md",
    *(f"docs/adr/{d.name}" for d in DECISIONS),
)

# README's headings, in order, and what LEEME calls the same.
SECTIONS = {
    "Two commands": "Dos órdenes",
    "Other commands": "Otras órdenes",
    "Change a commitment in five steps": "Cambiar un compromiso en cinco pasos",
    "Where things live": "Dónde está cada cosa",
    "What the words mean": "Qué significan las palabras",
    "How facts are sourced": "De dónde sale cada dato",
    "Languages": "Idiomas",
    "Licence": "Licencia",
    "Read on": "Para seguir leyendo",
}

IGNORED = tuple(line.lstrip("/") for line in (ROOT / ".gitignore").read_text().splitlines() if line.endswith("/"))
TOP = {path.name for path in ROOT.iterdir() if f"{path.name}/" not in (*IGNORED, ".git/")}
NAMES = {path.name for top in TOP for path in (ROOT / top).rglob("*")} | TOP

BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^()\s]+)\)")
PATH = re.compile(r"\.?[\w-]+(?:[./-][\w-]+)*(?:\.\w+|/)|[\w.-]+(?:/[\w.-]+)+")
FILE = re.compile(r".+\.(?:md|yml|yaml|toml|txt|py|sh|po|html|css|json)")


@cache
def text_of(paper: str) -> str:
    return (ROOT / paper).read_text("utf-8")


def blocks(paper: str, language: str) -> list[str]:
    return [body for name, body in BLOCK.findall(text_of(paper)) if name == language]


def spans(paper: str) -> list[str]:
    return SPAN.findall(BLOCK.sub("", text_of(paper)))


def headings(paper: str) -> list[str]:
    return re.findall(r"^##+ (.+)$", BLOCK.sub("", text_of(paper)), re.MULTILINE)


def tree(paper: str) -> list[str]:
    """The paths of the annotated tree, which is the only ``text`` block of README and LEEME."""
    (block,) = blocks(paper, "text")
    return [line.split()[0] for line in block.splitlines()]


def paths(paper: str) -> Iterator[str]:
    """What is set as code and looks like a place in the repository."""
    for span in spans(paper):
        known = span.partition("/")[0] in TOP or span.endswith("/") or FILE.fullmatch(span)
        if PATH.fullmatch(span) and known and not span.startswith(IGNORED):
            yield span


def is_there(path: str) -> bool:
    """Whether a path exists, is a place where the engine expects a document, or is a file's own name."""
    return (ROOT / path).exists() or kind_at(path) is not None or path in NAMES


def commands(paper: str, program: str) -> Iterator[str]:
    """The words after a program's name, in code."""
    code = [
        *spans(paper),
        *(line for language in ("sh", "text") for body in blocks(paper, language) for line in body.splitlines()),
    ]
    for line in code:
        found = re.match(rf"(?:\.venv/bin/)?{program} (.+?)(?:\s+#.*)?$", line)
        if found:
            yield found[1]


@cache
def helped(*words: str) -> str:
    """What the command says of itself, in a process of its own as people run it."""
    command = [sys.executable, "-c", "from scripts.plan import main; main()", *words, "--help"]
    environment = {**os.environ, "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True).stdout


def verbs() -> list[str]:
    return re.findall(r"^  (\w+)  ", helped().partition("Órdenes:")[2], re.MULTILINE)


class TestReadmeAndLeeme:
    def test_have_the_same_sections_in_the_same_order(self) -> None:
        assert headings("README.md") == list(SECTIONS)
        assert headings("LEEME.md") == list(SECTIONS.values())

    def test_show_the_same_tree(self) -> None:
        assert tree("README.md") == tree("LEEME.md")

    def test_give_the_same_commands_and_examples(self) -> None:
        def code(paper: str) -> list[str]:
            return [re.sub(r"\s+#.*", "", body) for language in ("sh", "yaml") for body in blocks(paper, language)]

        assert code("README.md") == code("LEEME.md")

    def test_lead_to_the_same_places(self) -> None:
        def places(paper: str) -> set[str]:
            return {link for link in LINK.findall(text_of(paper)) if not link.startswith("#")}

        assert places("README.md") - {"LEEME.md"} == places("LEEME.md") - {"README.md"}

    def test_have_five_steps(self) -> None:
        for paper in ("README.md", "LEEME.md"):
            assert re.findall(r"^(\d)\. ", text_of(paper), re.MULTILINE) == list("12345")


@pytest.mark.parametrize("paper", GUIDES)
class TestGuide:
    def test_names_paths_that_exist(self, paper: str) -> None:
        named = list(paths(paper))
        assert named
        assert [path for path in named if not is_there(path)] == []

    def test_shows_a_tree_of_paths_that_exist(self, paper: str) -> None:
        if paper in ("README.md", "LEEME.md"):
            assert [path for path in tree(paper) if not (ROOT / path).exists()] == []

    def test_names_targets_of_the_makefile(self, paper: str) -> None:
        targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.MULTILINE))
        named = {words.split()[0] for words in commands(paper, "make")}
        assert named
        assert named <= targets

    def test_names_verbs_and_options_of_the_command(self, paper: str) -> None:
        named = {words.split()[0] for words in commands(paper, "plan")} - {"--help"}
        assert named
        assert named <= set(verbs())
        every = helped() + "".join(helped(verb) for verb in verbs())
        options = {span for span in spans(paper) if re.match("--[a-z]", span)}
        assert {option for option in options if f"{option} " not in every} == set()

    def test_names_modules_that_run(self, paper: str) -> None:
        for module in re.findall(r"python -m ([\w.]+)", text_of(paper)):
            source = ROOT / f"{module.replace('.', '/')}.py"
            parts = ast.parse(source.read_text("utf-8")).body
            assert [part for part in parts if isinstance(part, ast.If) and "__name__" in ast.unparse(part.test)]

    def test_shows_front_matter_that_the_plan_could_hold(self, paper: str) -> None:
        for example in blocks(paper, "yaml"):
            reader = YamlReader(paper, 0, SPANISH.english, "no_disponible")
            assert reader.read(example) is not None
            assert reader.findings == []
            keys = re.findall(r"^[ -]*(\w+):", example, re.MULTILINE)
            assert [key for key in keys if SPANISH.english(key).startswith("?")] == []
            certainties = re.findall(r'certeza: "(\w+)"', example)
            assert [word for word in certainties if SPANISH.english_word("Certainty", word) is None] == []


def test_every_certainty_is_explained() -> None:
    for paper in ("README.md", "LEEME.md"):
        assert set(SPANISH.words["Certainty"].values()) <= set(spans(paper))


def test_every_kind_of_document_has_its_place_in_contributing() -> None:
    rows = re.findall(r"^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \| (`[^|]+`) \|", text_of("CONTRIBUTING.md"), re.MULTILINE)
    said: dict[str, str] = {}
    for words, places in rows:
        for word, place in zip(SPAN.findall(words), SPAN.findall(places), strict=True):
            if (kind := kind_at(place)) is not None:
                said[word] = SPANISH.author_word("Kind", kind)
    assert {word: word for word in SPANISH.words["Kind"].values()} == said


def test_the_findings_shown_in_contributing_are_what_the_check_says() -> None:
    shown = next(body for body in blocks("CONTRIBUTING.md", "text") if COMMITMENT_PATH in body)
    swaps = ('tema: "agua"', 'tema: "auga"'), ('conclusion: "2020-06-30"', 'conclusion: "31/06/2020"')
    assert shown == as_text(loaded(changed(COMMITMENT_PATH, *swaps)).findings)


@pytest.mark.parametrize("paper", PAPERS)
def test_links_lead_somewhere(paper: str) -> None:
    for link in LINK.findall(BLOCK.sub("", text_of(paper))):
        target, _, anchor = link.partition("#")
        if target.startswith(("http://", "https://", "../../plan/")):
            continue  # the web is not asked, and one link is an example for authors
        file = (ROOT / paper).parent / target if target else ROOT / paper
        assert file.exists(), link
        if anchor:
            slugs = {
                re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
                for title in headings(str(file.relative_to(ROOT)))
            }
            assert anchor in slugs, link


class TestDecisions:
    def test_are_numbered_one_after_the_other(self) -> None:
        assert [int(path.name[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))
        for path in DECISIONS:
            assert re.fullmatch(r"\d{4}-[a-z0-9]+(?:-[a-z0-9]+)*\.md", path.name)

    def test_are_listed_with_their_titles(self) -> None:
        listed = re.findall(r"^\| \[(\d{4})\]\(([^)]+)\) \| (.+) \|$", text_of("docs/adr/README.md"), re.MULTILINE)
        written = [(path.name[:4], path.name, path.read_text("utf-8").partition("\n")[0]) for path in DECISIONS]
        assert [(number, file, f"# {number}. {title}") for number, file, title in listed] == written

    @pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
    def test_say_what_every_decision_says(self, path: Path) -> None:
        paper = f"docs/adr/{path.name}"
        assert headings(paper) == ["Context", "Decision", "Consequences", "What would make us change"]
        assert [name for name in paths(paper) if not is_there(name)] == []
        numbers = {decision.name[:4] for decision in DECISIONS}
        assert set(re.findall(r"\((\d{4})\)", text_of(paper))) <= numbers


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    extras: dict[str, list[str]] = project["optional-dependencies"]
    requirements = [*project["dependencies"], *(name for extra in extras.values() for name in extra)]
    names = {re.split(r"[<>=!~\[ ]", requirement)[0] for requirement in requirements}
    if (ROOT / "package.json").exists():
        package = json.loads(text_of("package.json"))
        names |= {*package.get("dependencies", {}), *package.get("devDependencies", {})}
    table = re.findall(r"^\| `([^`]+)` \| \S.* \|$", text_of("docs/adr/0002-dependencies.md"), re.MULTILINE)
    assert sorted(table) == sorted(names)


def test_the_changelog_has_the_version() -> None:
    version = tomllib.loads(text_of("pyproject.toml"))["project"]["version"]
    assert re.search(rf"^## \[{re.escape(version)}\]", text_of("CHANGELOG.md"), re.MULTILINE)
