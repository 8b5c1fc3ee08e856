"""Names are the field's: no private vocabulary, one meaning for a public name, files that can be told apart."""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    path.relative_to(ROOT) for folder in ("actionplan", "hooks", "scripts") for path in (ROOT / folder).rglob("*.py")
)
TREES = {module: ast.parse((ROOT / module).read_text("utf-8")) for module in MODULES}

# Words of a private vocabulary that this program once had, each with the field's word for it.
OLD_WORDS = {
    "circle": "cycle",
    "crossings": "backlinks",
    "deed": "log entry",
    "dice": "rng",
    "dossier": "commitment file",
    "happening": "event kind",
    "ledger": "records as of a date",
    "opinion": "ruling",
    "sheet": "source file, or canvas of a drawing",
    "shelf": "cache",
    "silence": "report that is owed",
    "slack": "float",
    "spot": "field reference",
    "standing": "current reports, verification state, history depth, translation state",
    "teller": "formatter",
    "tie": "dependency",
}
# Names that programs outside read: the word of a kind of change in the JSON of `plan changes`.
PUBLISHED = {"STANDING"}
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")

MOST_ROOMS = 3
VERBS = frozenset((Path(__file__).parent / "verbs.txt").read_text("utf-8").split())


def definitions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef))


def names(module: Path) -> Iterator[str]:
    """What a module calls itself, and the functions, classes, fields and constants that it defines."""
    yield module.stem
    yield from (node.name for node in definitions(TREES[module]))
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg


def words_of(name: str) -> set[str]:
    return {word.lower().removesuffix("s") for word in WORD.findall(name)}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_name_is_of_the_private_vocabulary(module: Path) -> None:
    old = {word.removesuffix("s"): better for word, better in OLD_WORDS.items()}
    assert {name: old[word] for name in {*names(module)} - PUBLISHED for word in words_of(name) & old.keys()} == {}


def test_the_words_are_looked_for_in_every_part_of_a_name() -> None:
    assert words_of("_FirstDossiers_of_tellers") == {"first", "dossier", "of", "teller"}
    assert words_of("SILENCE") == {"silence"}


def test_a_file_name_stands_in_three_rooms_at_most() -> None:
    count = Counter(module.name for module in MODULES if module.stem != "__init__")
    assert {name: rooms for name, rooms in count.items() if rooms > MOST_ROOMS} == {}


def test_a_class_has_a_name_of_its_own() -> None:
    homes = defaultdict(list)
    for module in MODULES:
        for node in TREES[module].body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(str(module))
    assert {name: modules for name, modules in homes.items() if len(modules) > 1} == {}


def is_a_verb_of_the_command(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Whether its docstring is the help that people read, in Spanish."""
    return any("command" in ast.unparse(decorator) for decorator in node.decorator_list)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_docstring_opens_with_a_verb(module: Path) -> None:
    explained = [
        (node.name, ast.get_docstring(node))
        for node in definitions(TREES[module])
        if not is_a_verb_of_the_command(node)
    ]
    openings = {name: text.split(maxsplit=1)[0].strip(".,:;") for name, text in explained if text}
    assert {name: word for name, word in openings.items() if word not in VERBS} == {}
