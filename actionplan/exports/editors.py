"""The files with which editors help to write a plan: schemas, where they apply, and snippets."""

from __future__ import annotations

import json

from actionplan.documents import LAYOUT, Kind
from actionplan.exports.schema import schema_of
from actionplan.exports.snippets import snippets

_SCHEMAS = "docs/schemas"


def editor_files() -> dict[str, str]:
    """Return the text of each file, by its path from the root of the repository."""
    # Editors check whole YAML files alone; for what is inside Markdown there are the snippets.
    applied = {f"./{_position(kind)}": example for kind, example, _ in LAYOUT if kind.is_settings}
    return {
        **{_position(kind): _json(schema_of(kind)) for kind in Kind},
        ".vscode/settings.json": _json({"yaml.schemas": applied}),
        ".vscode/plan.code-snippets": _json(snippets()),
    }


def _position(kind: Kind) -> str:
    return f"{_SCHEMAS}/{schema_of(kind)['title']}.json"


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
