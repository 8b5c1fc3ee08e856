"""Links in the prose lead to files of the plan, with the same address that the forge understands."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from actionplan.documents.prose import links
from actionplan.findings.finding import Finding, Place
from actionplan.findings.rules import references
from actionplan.model.mistakes import Guesses

if TYPE_CHECKING:
    from actionplan.model.plan import Plan

_OUTSIDE = ("http://", "https://", "mailto:", "tel:")


def check(plan: Plan) -> Iterator[Finding]:
    """Check every link and image of every body; the web is not asked."""
    paths = {entry.path for entry in plan.files}
    for entry in plan.entries:
        guesses = Guesses(partial(_from_folder, paths, entry.folder))
        for link in links(entry.document.body):
            target = link.text.partition("#")[0]
            if not target or link.text.lower().startswith(_OUTSIDE):
                continue
            resolved = posixpath.normpath(posixpath.join(entry.folder, unquote(target)))
            if resolved not in paths:
                place = Place(entry.path, link.line, link.column)
                yield references.BROKEN_LINK.at(place, target=link.text, guess=guesses.nearest(target))


def _from_folder(paths: Collection[str], folder: str) -> list[str]:
    return [posixpath.relpath(path, folder) for path in paths]
