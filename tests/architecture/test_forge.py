"""The forge has one door: no other room knows the words of one in particular."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    path.relative_to(ROOT)
    for top in ("actionplan", "hooks", "scripts")
    for path in (ROOT / top).rglob("*.py")
    if path.relative_to(ROOT).parts[:2] != ("actionplan", "forge")
)
WORDS = (
    *("github", "gitlab", "forgejo", "codeowners", "[bot]", "noreply", "_no response_"),
    *("login", "pull_request", "state_reason", "changes_requested", "target_url", "previous_filename", "workflow_runs"),
    *("/blob/", "/edit/", "/commit/", "/pull/", "issues/", "/actions/", "#artifacts", "statuses/"),
    *("closes #", "co-authored-by", "merge pull request", "::notice", "::error", "blank_issues"),
)


def texts(tree: ast.Module) -> Iterator[str]:
    """Yield the names and texts of a module that are not there for its readers alone."""
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_other_room_knows_a_word_of_a_forge_of_its_own(module: Path) -> None:
    text = [text.lower() for text in texts(ast.parse((ROOT / module).read_text("utf-8")))]
    assert [(word, line) for line in text for word in WORDS if word in line] == []
