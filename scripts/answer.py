"""``plan answer``: what the open proposals are answered, by the published program and the forge's own word."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from actionplan.agreement.answer import BOT, Request, requests, unanswered
from actionplan.agreement.approvals import Decision, decide
from actionplan.agreement.comment import MARK, ROOM_OF_FIGURES
from actionplan.agreement.examined import Examined
from actionplan.diff.compare import Comparison
from actionplan.documents.kinds import Kind
from actionplan.findings.finding import brought
from actionplan.findings.report import as_text
from actionplan.forge.pull_requests import read_about, read_comments, read_open, read_run
from actionplan.forge.reviews import Proposal, read_pull, read_reviews
from actionplan.git.proposal import Proposed
from actionplan.git.revision import Revision
from actionplan.language.locale import locale
from actionplan.loader import Caches, load
from actionplan.model.plan import Plan
from actionplan.preview.comment import before_and_after
from actionplan.rules.history_checks import check_all
from scripts.forge import COMMENTS, PULL, PULLS, REVIEWS, RUNS, asked_proposal, read_forge
from scripts.orders import altered_files
from scripts.speech import Command, Group

_WHO_AGREES = {Kind.PLAN, Kind.ACTORS}

answer = typer.Typer(cls=Group, no_args_is_help=True)


@answer.callback()
def _answer() -> None:
    """Respuesta a las propuestas: qué se encuentra en cada una y a quién espera."""


@answer.command(cls=Command)
def find(
    listed: Annotated[Path, typer.Option("--open", help="Propuestas abiertas: JSON de la forja.")],
    head: Annotated[str, typer.Option(metavar="COMMIT", help="La última revisión de la que se busca.")] = "",
    base: Annotated[str, typer.Option(metavar="RAMA", help="Hacia dónde van.")] = "main",
) -> None:
    """Imprime los números de las propuestas con esa última revisión; si no se dice cuál, los de todas."""
    for pull in read_forge(listed, read_open, PULLS):
        if pull.base == base and head in ("", pull.head):
            typer.echo(pull.number)


@answer.command(cls=Command)
def write(
    pull: Annotated[Path, typer.Option(help="La propuesta: JSON de la forja.")],
    reviews: Annotated[Path, typer.Option(help="Sus revisiones: JSON de la forja.")],
    comments: Annotated[Path, typer.Option(help="Sus comentarios: JSON de la forja.")],
    runs: Annotated[Path, typer.Option(help="Corridas de su revisión: JSON de la forja.")],
    head: Annotated[str, typer.Option(metavar="VERSIÓN", help="La propuesta, en este repositorio.")],
    forge: Annotated[str, typer.Option(metavar="DIRECCIÓN", help="Dirección del repositorio en la forja.")],
    output: Annotated[Path, typer.Option(metavar="CARPETA", help="Dónde se escriben las peticiones a la forja.")],
    log: Annotated[str, typer.Option(metavar="DIRECCIÓN", help="La corrida que responde.")] = "",
    root: Annotated[Path, typer.Option(help="El repositorio, con lo publicado en uso.")] = Path(),
) -> None:
    """Escribe qué se pide a la forja: una línea por petición en «requests», y su contenido en JSON."""
    about = read_forge(pull, read_about, PULL)
    run = read_forge(runs, read_run, RUNS)
    ours = read_forge(comments, lambda text: read_comments(text, BOT, MARK), COMMENTS)
    said = read_forge(reviews, read_reviews, REVIEWS)
    proposed = asked_proposal(root, "HEAD", head)
    asked = []
    if proposed.head == about.head:
        proposal = read_forge(pull, lambda text: read_pull(text, Proposal(proposed.paths, proposed.head)), PULL)
        examined = _examined(root, proposed, lambda plan: decide(proposal, said, about.author, plan))
        at_run = f"{forge}/actions/runs/{run}" if run else ""
        asked = requests(examined, about, ours, at_run) if examined else unanswered(about, log, unreadable=True)
    else:
        typer.echo("La propuesta cambió mientras se leía: la responde la corrida de su última revisión.", err=True)
    _write(asked, output)


@answer.command()
def fail(
    pull: Annotated[Path, typer.Option(help="La propuesta: JSON de la forja.")],
    output: Annotated[Path, typer.Option(metavar="CARPETA", help="Dónde se escriben las peticiones a la forja.")],
    log: Annotated[str, typer.Option(metavar="DIRECCIÓN", help="La corrida que dice por qué.")] = "",
) -> None:
    """Escribe, igual que «write», qué se pide si la propuesta no se pudo examinar: que sus estados queden en rojo."""
    _write(unanswered(read_forge(pull, read_about, PULL), log), output)


def _examined(root: Path, proposed: Proposed, decided: Callable[[Plan], Decision]) -> Examined | None:
    """Load what is published and what is proposed from git's objects, and compare them.

    Errors of what is published are told, and a proposal that mends them can pass. Only if they leave open whose
    agreement is needed, there is nothing to examine.
    """
    caches, published = Caches(), Revision(root, proposed.base)
    before = load(published, caches)
    if before.blocks():
        typer.echo(as_text(before.findings), err=True)
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
    """One line a request, with the file that holds what to send: no text of a proposal is in a line."""
    lines = []
    for number, request in enumerate(asked):
        (output / f"{number}.json").write_text(json.dumps(request.body or {}), "utf-8")
        lines.append(f"{request.method} {request.position} {number}.json\n")
    (output / "requests").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    answer()
