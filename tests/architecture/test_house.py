"""How the house is built: data flows one way, edges stay at the rim, modules stay small and explained."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    path.relative_to(ROOT) for folder in ("actionplan", "hooks", "scripts") for path in (ROOT / folder).rglob("*.py")
)
ENGINE = [module for module in MODULES if module.parts[0] == "actionplan"]
TREES = {module: ast.parse((ROOT / module).read_text("utf-8")) for module in MODULES}

PLACES = tomllib.loads((ROOT / "docs/architecture.toml").read_text("utf-8"))["places"]
# What each room may import beside itself, in the order in which data flows.
MAY_IMPORT = {
    place["path"].split("/")[1].removesuffix(".py"): place["imports"] for place in PLACES if "imports" in place
}

# Disk, processes, network and chance; the clock is looked for by its calls.
EDGES = {
    *("subprocess", "pathlib", "shutil", "tempfile", "glob", "fileinput", "mmap", "sqlite3"),
    *("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx"),
}
CHANCE = {"random", "secrets", "uuid", "time"}
CLOCK = {"now", "utcnow", "today", "time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime"}
LIMIT = 250


def stage(module: Path) -> str:
    return module.parts[1].removesuffix(".py")


def imported(module: Path) -> Iterator[str]:
    """The full names that a module imports, where the code runs or only for its types."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import fails in a hook"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def starts(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def test_a_room_may_import_only_from_rooms_above_it() -> None:
    rooms = list(MAY_IMPORT)
    assert all(set(imports) <= set(rooms[: rooms.index(room)]) for room, imports in MAY_IMPORT.items())


@pytest.mark.parametrize("module", ENGINE, ids=str)
def test_a_stage_imports_only_what_stands_to_its_left(module: Path) -> None:
    if module == Path("actionplan/__init__.py"):
        assert not list(imported(module))
        return
    own = stage(module)
    ours = {name.split(".")[1] for name in imported(module) if starts(name, {"actionplan"})}
    assert ours - {own} <= set(MAY_IMPORT[own])


def public_face(room: str) -> set[str]:
    """What a room names for the others to use; empty if it has no public face yet."""
    tree = TREES[Path("actionplan", room, "__init__.py")]
    named = [
        node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    ]
    return {name for value in named for name in ast.literal_eval(value)}


FACES = {room: public_face(room) for room in ("documents", "findings", "metrics", "model")}


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_room_with_a_public_face_is_entered_by_it(module: Path) -> None:
    parts = [name.split(".") for name in imported(module)]
    deep = [(room, name) for top, room, _, name in (part for part in parts if len(part) == 4) if top == "actionplan"]
    own = stage(module)
    assert [(room, name) for room, name in deep if room != own and name in FACES.get(room, ())] == []


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_mkdocs_is_imported_in_hooks_alone_and_the_rim_by_nobody(module: Path) -> None:
    names = set(imported(module))
    if module.parts[0] != "hooks":
        assert not any(starts(name, {"mkdocs", "material"}) for name in names)
    if module.parts[0] == "actionplan":
        assert not any(starts(name, {"hooks", "scripts", "tests", "click"}) for name in names)


def calls(module: Path) -> Iterator[str]:
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize("module", ENGINE, ids=str)
def test_only_documents_touch_the_disk_and_git(module: Path) -> None:
    if stage(module) in {"documents", "git", "net"}:
        return
    assert not any(starts(name, EDGES) for name in imported(module))
    assert not {"open", "exec", "eval", "__import__", "input", "print"} & set(calls(module))
    of_system = [name for name in calls(module) if name.startswith("os.")]
    assert all(name.startswith("os.environ.") for name in of_system)


@pytest.mark.parametrize("module", ENGINE, ids=str)
def test_the_engine_knows_neither_the_clock_nor_chance(module: Path) -> None:
    if stage(module) == "net":  # it waits between two requests, and gives up after a while
        return
    assert not any(starts(name, CHANCE) for name in imported(module))
    assert not [name for name in calls(module) if "." in name and name.rpartition(".")[2] in CLOCK]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_a_module_is_short(module: Path) -> None:
    assert len((ROOT / module).read_text("utf-8").splitlines()) <= LIMIT


def unexplained(body: list[ast.stmt], prefix: str) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            # A protocol's one-line member and a property's setter say all there is in their names.
            if not ast.get_docstring(node) and not is_stub(node):
                yield f"{prefix}{node.name}"
            if isinstance(node, ast.ClassDef):
                yield from unexplained(node.body, f"{node.name}.")


def is_stub(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and [ast.unparse(line) for line in node.body] == ["..."]


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_what_is_public_is_explained(module: Path) -> None:
    assert ast.get_docstring(TREES[module]), "the module"
    assert list(unexplained(TREES[module].body, "")) == []


def test_modules_keep_no_state() -> None:
    for module in MODULES:
        globals_ = [node for node in ast.walk(TREES[module]) if isinstance(node, ast.Global)]
        assert not globals_, str(module)


SHALLOW = 2
"""Parts of a path that could as well be an address on a site."""


def product() -> Iterator[Path]:
    for folder in ("actionplan", "hooks", "scripts", "plan", "commitments", "docs", ".github", "requirements"):
        yield from (path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    yield from (path for path in ROOT.iterdir() if path.is_file())


def test_the_product_stands_alone() -> None:
    # Whatever machine this is: what lies beside the repository, the folder that holds it, and what is thrown away.
    here = re.escape(str(ROOT.parent).encode()) if len(ROOT.parts) > SHALLOW else rb"/tmp"
    outside = re.compile(rb"\.\./shared\b|" + here + rb"/|/tmp/")
    assert [str(path) for path in product() if outside.search(path.read_bytes())] == []
