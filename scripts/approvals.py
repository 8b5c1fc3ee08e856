"""``plan approvals``: whether both sides have agreed to a proposal, by the published plan and the forge's own word."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from actionplan.agreement.approvals import Decision, decide
from actionplan.documents.files import WorkingTree
from actionplan.findings.report import as_text
from actionplan.forge.door import forge_json
from actionplan.forge.payloads import Payload
from actionplan.forge.pull_requests import Proposal
from actionplan.loader import load
from actionplan.model.plan import Plan
from actionplan.text.escape import plain
from scripts.forge import named, read_forge, read_json
from scripts.orders import refuse
from scripts.speech import run

_CHANGES = f"{named(forge_json.FILES.call)}, ni lo que escribe «plan changes --format json»"


class Format(StrEnum):
    """How the decision is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def approvals(
    changes: Annotated[Path, typer.Option(help="Archivos de la propuesta: JSON de la forja o de «plan changes».")],
    reviews: Annotated[Path, typer.Option(help="Revisiones de la propuesta: JSON de la forja.")],
    author: Annotated[str, typer.Option(help="Cuenta que propone.")],
    pull: Annotated[Path | None, typer.Option(help="La propuesta: JSON de la forja.", show_default=False)] = None,
    head: Annotated[str, typer.Option(help="Última revisión de la propuesta; si no, la que digan los archivos.")] = "",
    root: Annotated[Path, typer.Option(help="El plan publicado, nunca el de la propuesta.")] = Path(),
    output: Annotated[Format, typer.Option("--format", help="Cómo se imprime la decisión.")] = Format.TEXT,
) -> None:
    """Decide si las dos partes aprobaron la última revisión: termina en 0 si sí, en 1 si se espera a alguien."""
    proposal = _proposal(changes, pull, head, author)
    said = read_forge(reviews, forge_json.REVIEWS)
    loaded = load(WorkingTree(root))
    if loaded.blocks():
        typer.echo(as_text(loaded.findings), err=True)
        raise typer.Exit(1)
    decision = decide(proposal, said, author, loaded.plan)
    sys.stdout.write(_PRINTED[output](decision, loaded.plan))
    raise typer.Exit(int(not decision.agreed))


def _proposal(changes: Path, pull: Path | None, head: str, author: str) -> Proposal:
    proposal = read_json(changes, forge_json.FILES.read, _CHANGES)
    if pull:
        known = Payload(forge_json.PULL.call, lambda text: proposal.known_as(forge_json.PULL.read(text)))
        proposal = read_forge(pull, known)
    if head and proposal.head not in ("", head):
        refuse(f"La última revisión es {proposal.head} según los archivos y {head} según «--head».")
    if proposal.author not in ("", author.lower()):
        refuse(f"La propuesta es de {proposal.author} según la forja y de {author} según «--author».")
    proposal = proposal._replace(head=head or proposal.head)
    if not proposal.head:
        refuse("No se sabe cuál es la última revisión: dígala con «--head» o dé la propuesta con «--pull».")
    return proposal


def _text(decision: Decision, plan: Plan) -> str:
    return "".join(f"{plain(line)}\n" for line in decision.sentences(plan))


def _json(decision: Decision, plan: Plan) -> str:
    sides = [
        {
            "commitment": verdict.owner.what or None,
            "side": verdict.owner.side.name.lower(),
            "organisations": verdict.owner.organisations,
            "answer": verdict.answer.name.lower(),
            "account": verdict.account or None,
            "sentence": verdict.sentence(plan),
        }
        for verdict in decision.verdicts
    ]
    return json.dumps({"agreed": decision.agreed, "sides": sides, "code": decision.code}, indent=2) + "\n"


_PRINTED: dict[Format, Callable[[Decision, Plan], str]] = {
    Format.TEXT: _text,
    Format.MARKDOWN: Decision.markdown,
    Format.JSON: _json,
}


if __name__ == "__main__":
    run(approvals)
