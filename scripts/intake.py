"""``plan intake``: a filled issue form becomes a document, or an answer that says what is missing."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from actionplan.documents import Overlay, WorkingTree
from actionplan.findings import brought
from actionplan.forge.door import forge_json
from actionplan.forge.issues import Issue
from actionplan.intake.answers import (
    ByHandError,
    NoFormError,
    UnreadableError,
    read_answers,
)
from actionplan.intake.forms import forms_of
from actionplan.intake.proposal import Outcome, as_json, by_hand, proposed, question, refused
from actionplan.intake.records import draft_of
from actionplan.loader import Caches, load
from scripts.cli.arguments import path_option, root_option
from scripts.cli.command import verb
from scripts.cli.output import answer, refuse
from scripts.cli.writing import write_file
from scripts.forge import read_forge


@verb
@path_option("--issue", required=True, help="El formulario como lo da la API de la forja, JSON.")
@root_option
@path_option("--taken", help="Archivos que otros formularios ya proponen, uno en cada línea.")
@path_option("--output", metavar="CARPETA", help="Dónde se escribe el documento; sin ella, en el plan.")
def intake(issue: Path, root: Path, taken: Path | None, output: Path | None) -> None:
    """Write the document of a form and print the answer to it."""
    sent = read_forge(issue, forge_json.ISSUE)
    outcome = _outcome(sent, root, _lines(taken) if taken else ())
    if outcome.draft:
        place = (output or root) / outcome.draft.path
        if not place.resolve().is_relative_to((output or root).resolve()):
            refuse(f"«{outcome.draft.path}» es un enlace hacia fuera del plan.")
        write_file(place, outcome.draft.text)
    answer(as_json(outcome))


def _lines(place: Path) -> list[str]:
    try:
        return place.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        refuse(f"No se puede leer «{place}».")


def _outcome(sent: Issue, root: Path, taken: Collection[str] = ()) -> Outcome:
    caches, tree = Caches(), WorkingTree(root)
    before = load(tree, caches)
    try:
        form, answers = read_answers(sent.body, forms_of(before.plan))
        draft = draft_of(form.name, answers, before.plan, taken)
    except UnreadableError as error:
        return refused(str(error), silent=isinstance(error, NoFormError))
    except ByHandError as error:
        return by_hand(str(error))
    if draft is None:
        return question()
    after = load(Overlay(tree, {draft.path: draft.text}), caches)
    return proposed(sent, form, answers, draft, brought(before.findings, after.findings))


if __name__ == "__main__":
    intake()
