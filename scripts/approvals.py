"""``plan approvals``: whether both sides have agreed to a proposal, by the published plan and the forge's own word."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click

from actionplan.agreement.approvals import Decision, decide
from actionplan.forge.door import forge_json
from actionplan.forge.payloads import Payload
from actionplan.forge.pull_requests import Proposal
from actionplan.model import Plan
from actionplan.text.escape import plain
from scripts.cli.arguments import format_option, head_option, path_option, root_option
from scripts.cli.command import verb
from scripts.cli.loading import sound_plan
from scripts.cli.output import answer, refuse
from scripts.forge import named, read_forge, read_json

_CHANGES = f"{named(forge_json.FILES.call)}, ni lo que escribe «plan changes --format json»"


@verb
@path_option("--changes", required=True, help="Archivos de la propuesta: JSON de la forja o de «plan changes».")
@path_option("--reviews", required=True, help="Revisiones de la propuesta: JSON de la forja.")
@click.option("--author", required=True, metavar="CUENTA", help="Cuenta que propone.")
@path_option("--pull", help="La propuesta: JSON de la forja.")
@head_option(help="Última revisión de la propuesta; si no, la que digan los archivos.")
@root_option
@format_option(("text", "markdown", "json"))
def approvals(
    changes: Path, reviews: Path, author: str, pull: Path | None, head: str | None, root: Path, output: str
) -> int:
    """Print who has agreed, by the published plan, never by that of the proposal."""
    proposal = _proposal(changes, pull, head or "", author)
    reviewed = read_forge(reviews, forge_json.REVIEWS)
    plan = sound_plan(root)
    decision = decide(proposal, reviewed, author, plan)
    answer(_PRINTED[output](decision, plan))
    return int(not decision.agreed)


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


_PRINTED: dict[str, Callable[[Decision, Plan], str]] = {"text": _text, "markdown": Decision.markdown, "json": _json}


if __name__ == "__main__":
    approvals()
