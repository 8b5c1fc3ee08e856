"""``plan intake``: a filled issue form becomes a document, or an answer that says what is missing."""

from __future__ import annotations

import sys
from collections.abc import Collection
from pathlib import Path
from typing import Annotated

import typer

from actionplan.documents.files import WorkingTree
from actionplan.documents.overlay import Overlay
from actionplan.findings.finding import brought
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
from scripts.forge import read_forge
from scripts.orders import refuse
from scripts.speech import run


def intake(
    issue: Annotated[Path, typer.Option(metavar="ARCHIVO", help="El formulario como lo da la API de la forja, JSON.")],
    root: Annotated[Path, typer.Option(help="Carpeta del plan.")] = Path(),
    taken: Annotated[
        Path | None,
        typer.Option(
            metavar="ARCHIVO", help="Archivos que otros formularios ya proponen, uno en cada línea.", show_default=False
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="CARPETA", help="Dónde se escribe el documento; sin ella, en el plan.")
    ] = None,
) -> None:
    """Convierte un formulario en un documento en su lugar, e imprime en JSON qué decir y qué proponer."""
    if not root.is_dir():
        refuse(f"No existe la carpeta «{root}».")
    sent = read_forge(issue, forge_json.ISSUE)
    outcome = _outcome(sent, root, _lines(taken) if taken else ())
    if outcome.draft:
        place = (output or root) / outcome.draft.path
        if not place.resolve().is_relative_to((output or root).resolve()):
            refuse(f"«{outcome.draft.path}» es un enlace hacia fuera del plan.")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(outcome.draft.text.encode())
    sys.stdout.write(as_json(outcome))


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
    after = load(Overlay(tree, draft.path, draft.text), caches)
    return proposed(sent, form, answers, draft, brought(before.findings, after.findings))


if __name__ == "__main__":
    run(intake)
