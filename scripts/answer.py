"""``plan answer``: what the open proposals are answered, by the published program and the forge's own word."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from actionplan.agreement.answer import requests, unanswered
from actionplan.agreement.approvals import Decision, decide
from actionplan.agreement.comment import MARK, ROOM_OF_FIGURES
from actionplan.agreement.examined import Examined
from actionplan.diff.compare import Comparison
from actionplan.documents import Kind
from actionplan.findings import brought
from actionplan.forge.door import forge, forge_json
from actionplan.forge.pull_requests import Proposal, Request
from actionplan.git.proposal import Proposed
from actionplan.git.revision import Revision
from actionplan.language.locale import locale
from actionplan.loader import Caches, load
from actionplan.model import Plan
from actionplan.preview.comment import before_and_after
from actionplan.rules.history_checks import check_all
from scripts.cli.arguments import head_option, path_option, root_option
from scripts.cli.command import group
from scripts.cli.comparison import altered_files
from scripts.cli.output import inform, print_findings
from scripts.forge import asked_proposal, read_forge

_WHO_AGREES = {Kind.PLAN, Kind.ACTORS}

answer = group("answer")
_pull_option = path_option("--pull", required=True, help="La propuesta: JSON de la forja.")
_output_option = path_option(
    "--output", required=True, metavar="CARPETA", help="Dónde se escriben las peticiones a la forja."
)
_log_option = partial(click.option, "--log", default="", show_default=False, metavar="DIRECCIÓN")


@answer.verb
@path_option("--open", "listed", required=True, help="Propuestas abiertas: JSON de la forja.")
@head_option(metavar="COMMIT", help="La última revisión de la que se busca.")
@click.option("--base", default="main", metavar="RAMA", help="Hacia dónde van.")
def find(listed: Path, head: str | None, base: str) -> None:
    """Print the numbers of open proposals."""
    for pull in read_forge(listed, forge_json.PULLS):
        if pull.base == base and head in (None, "", pull.head):
            click.echo(pull.number)


@answer.verb
@_pull_option
@path_option("--reviews", required=True, help="Sus revisiones: JSON de la forja.")
@path_option("--comments", required=True, help="Sus comentarios: JSON de la forja.")
@path_option("--runs", required=True, help="Corridas de su revisión: JSON de la forja.")
@head_option(required=True, help="La propuesta, en este repositorio.")
@click.option("--forge", "home", required=True, metavar="DIRECCIÓN", help="Dirección del repositorio en la forja.")
@_output_option
@_log_option(help="La corrida que responde.")
@root_option
def write(
    pull: Path, reviews: Path, comments: Path, runs: Path, head: str, home: str, output: Path, log: str, root: Path
) -> None:
    """Write what is asked of the forge about one proposal; the root holds what is published."""
    about = read_forge(pull, forge_json.PULL)
    run = read_forge(runs, forge_json.RUNS)
    written = read_forge(comments, forge_json.COMMENTS)
    ours = [comment.number for comment in written if comment.is_ours and comment.text.startswith(MARK)]
    reviewed = read_forge(reviews, forge_json.REVIEWS)
    proposed = asked_proposal(root, "HEAD", head)
    asked = []
    if proposed.head == about.head:
        proposal = Proposal(proposed.paths, proposed.head).known_as(about)
        examined = _examined(root, proposed, lambda plan: decide(proposal, reviewed, about.author, plan))
        at_run = forge.run_address(home, run) if run else ""
        asked = requests(examined, about, ours, at_run) if examined else unanswered(about, log, unreadable=True)
    else:
        inform("La propuesta cambió mientras se leía: la responde la corrida de su última revisión.")
    _write(asked, output)


@answer.verb
@_pull_option
@_output_option
@_log_option(help="La corrida que dice por qué.")
def fail(pull: Path, output: Path, log: str) -> None:
    """Write what is asked of the forge if a proposal could not be examined."""
    _write(unanswered(read_forge(pull, forge_json.PULL), log), output)


def _examined(root: Path, proposed: Proposed, decided: Callable[[Plan], Decision]) -> Examined | None:
    """Load what is published and what is proposed from git's objects, and compare them.

    Errors of what is published are told, and a proposal that mends them can pass. Only if they leave open whose
    agreement is needed, there is nothing to examine.
    """
    caches, published = Caches(), Revision(root, proposed.base)
    before = load(published, caches)
    if before.blocks():
        print_findings(before.findings)
    if not {entry.source_file.kind for entry in before.plan.entries if entry.is_whole} >= _WHO_AGREES:
        return None
    decision = decided(before.plan)
    if not proposed.result:
        return Examined(proposed, before.plan, decision, (), "", (), ())
    result = Revision(root, proposed.result)
    after = load(result, caches)
    altered = altered_files(published, result, before.plan, after.plan)
    comparison = Comparison(before.plan, after.plan, altered)
    findings = check_all(after.findings, comparison)
    fresh = brought(before.findings, findings)
    figures = before_and_after(comparison, locale("es"), ROOM_OF_FIGURES)
    return Examined(proposed, before.plan, decision, comparison.changes, figures, findings, fresh)


def _write(asked: list[Request], output: Path) -> None:
    """Return one line a request, with the file that holds what to send: no text of a proposal is in a line."""
    lines = []
    for number, request in enumerate(asked):
        (output / f"{number}.json").write_text(json.dumps(request.body or {}), "utf-8")
        lines.append(f"{request.method} {request.position} {number}.json\n")
    (output / "requests").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    answer()
