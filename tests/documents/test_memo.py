"""A load that remembers says the same as one that does not, whatever was edited in between."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from plans import VALID, MemoryTree, said

from actionplan.documents import Memo, ParseCache, parse_cache
from actionplan.loader import Caches, Loaded, load

Files = dict[str, str | bytes]
Load = Callable[[Files], Loaded]

WAIVED = 'excepciones:\n  - regla: "PRO01"\n    motivo: "No hay"\n'


def edits() -> Iterator[tuple[str, Files]]:
    """Every file changed in every way that could be mistaken for no change."""
    for path, text in VALID.items():
        lines = str(text).split("\n")
        yield f"{path} gone", {name: other for name, other in VALID.items() if name != path}
        yield f"{path} empty", {**VALID, path: ""}
        for number, line in enumerate(lines):
            for old, new in (('"', "'"), (": 1", ": true"), (": 1", ": 1.0"), ("a", "e"), ("20", "19")):
                if old in line:
                    changed = [*lines[:number], line.replace(old, new, 1), *lines[number + 1 :]]
                    yield f"{path}:{number + 1} {old} {new}", {**VALID, path: "\n".join(changed)}
    plan, tree, other = str(VALID["plan/plan.yml"]), "plan/3-arboles/agua.md", "plan/3-arboles/agua-limpia.md"
    yield "other keys", {**VALID, "plan/plan.yml": re.sub('idioma: "es"', 'idioma: "es"\nidioma_claves: "en"', plan)}
    yield "renamed", {other if path == tree else path: text for path, text in VALID.items()}
    yield "copied", {**VALID, other: VALID[tree]}
    yield "exchanged", {**VALID, "plan/actores.yml": VALID["plan/fuentes.yml"]}
    yield (
        "warned",
        {**VALID, tree: VALID[tree].replace("procedencia", "x_procedencia").replace("---\n", f"---\n{WAIVED}", 1)},
    )
    yield "numbers", {**VALID, **{path: text.replace("valor: 5", "valor: 5.250") for path, text in VALID.items()}}


def in_one_process(_: Path) -> Load:
    caches = Caches()
    return lambda files: load(MemoryTree(files), caches)


def between_runs(folder: Path) -> Load:
    def remembering(files: Files) -> Loaded:
        caches = Caches(parse_cache=ParseCache(folder / "kept"))
        loaded = load(MemoryTree(files), caches)
        caches.parse_cache.save()
        return loaded

    return remembering


def same(one: Loaded, other: Loaded) -> bool:
    findings = [[(said(finding), finding.message()) for finding in it.findings] for it in (one, other)]
    documents = [[(entry.document, repr(entry.model)) for entry in it.plan.entries] for it in (one, other)]
    return findings[0] == findings[1] and documents[0] == documents[1] and one.plan.files == other.plan.files


@pytest.mark.parametrize("remembering", [in_one_process, between_runs])
def test_every_edit_is_seen_and_so_is_its_undoing(
    remembering: Callable[[Path], Load], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parse_cache, "_engine", lambda: "the same one")  # once for all: it takes longer than this plan
    load_again = remembering(tmp_path)
    whole = load_again({**VALID})
    for name, files in edits():
        assert same(load_again(files), load(MemoryTree(files))), name
        assert same(load_again(files), load(MemoryTree(files))), f"{name}, twice"
        assert same(load_again({**VALID}), whole), f"after {name}"


def test_what_did_not_change_is_not_made_again() -> None:
    caches = Caches()
    before = load(MemoryTree(VALID), caches).plan.entries
    after = load(MemoryTree(VALID), caches).plan.entries
    assert all(one is other for one, other in zip(before, after, strict=True))


@pytest.mark.parametrize(
    ("before", "now", "made_again"),
    [
        (b"a", bytes([97]), False),
        (b"a", b"b", True),
        (1, True, True),
        (1, 1.0, True),
        ("one", object(), True),
    ],
)
def test_bytes_are_compared_by_what_they_are_and_all_else_by_identity(
    before: object, now: object, made_again: bool
) -> None:
    memory: Memo[str] = Memo()
    assert memory.recall("p", (before,), lambda: "first") == "first"
    assert memory.recall("p", (now,), lambda: "second") == ("second" if made_again else "first")
    assert memory.recall("q", (now,), lambda: "other path") == "other path"
