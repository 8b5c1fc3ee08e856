"""What becomes of an issue: a branch with its commit and its pull request, or a reply that says what is missing."""

from __future__ import annotations

import json
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from actionplan.findings import Finding, Severity, as_markdown
from actionplan.forge.door import forge
from actionplan.forge.issues import Form, Issue
from actionplan.intake.forms import BY_ACCOUNT
from actionplan.intake.records import Answers, Draft
from actionplan.intake.wording import in_form_words
from actionplan.model import Account
from actionplan.text.escape import markdown

_LONGEST_REPLY = 60_000
"""Characters of a comment that forges take, with room to spare."""
_LONGEST_SOURCE = 300


class Outcome(NamedTuple):
    """Describe what the forge is told.

    No word of the issue is in it, but where it quotes what is written, as plain text.

    Attributes:
        reply: The comment below the issue, in Markdown.
        draft: What is proposed; None if nothing is.
        branch: The branch to put it on.
        message: Its commit's.
        body: The pull request's, in Markdown.
        silent: Whether there is nothing to reply, but if something that was proposed before is withdrawn by it.
    """

    reply: str
    draft: Draft | None = None
    branch: str = ""
    message: str = ""
    body: str = ""
    silent: bool = False


def refused(reason: str, *, silent: bool = False) -> Outcome:
    """Answer an issue that proposes nothing yet, or is about something else."""
    return Outcome(f"{reason}\n\n{_EDIT}\n", silent=silent)


def by_hand(reason: str) -> Outcome:
    """Answer an issue that says something clear, which only a person can put in its place."""
    return Outcome(f"{reason}\n\n{_BY_HAND}\n")


def question() -> Outcome:
    """Answer an issue that a person has to see to."""
    return Outcome(_ASKED)


def proposed(issue: Issue, form: Form, answers: Answers, draft: Draft, findings: tuple[Finding, ...]) -> Outcome:
    """Answer an issue that proposes a document.

    Args:
        issue: As it was sent.
        form: Which one was filled.
        answers: What it says.
        draft: The document.
        findings: What the check says of the plan with it and did not say without it.
    """
    report = _cut(as_markdown(findings)) if findings else ""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    others = [finding for finding in findings if finding.severity is not Severity.ERROR]
    missing, also = (in_form_words(part, draft, form) for part in (errors, others))
    beside = _cut(f"\n{_ALSO}\n\n{also}" if also else "", _LONGEST_REPLY // 2)
    if errors:
        return Outcome(f"{_NOT_YET}\n\n{_cut(missing, _LONGEST_REPLY // 2)}{beside}\n{_EDIT}\n")
    source = answers.get("fuente", "")[:_LONGEST_SOURCE]
    where = f"Dónde consta: {markdown(source)}\n\n" if source else ""
    about = f"Sale del formulario #{issue.number}.\n\n{where}{forge.closing(issue.number)}\n"
    return Outcome(
        _NEXT + beside,
        draft,
        f"formulario-{issue.number}",
        f"{draft.title}\n\nSale del formulario #{issue.number}.\n{_credit(issue, answers)}",
        about + (f"\n{report}" if report else ""),
    )


def _cut(text: str, room: int = _LONGEST_REPLY) -> str:
    return text if len(text) <= room else text[:room].rpartition("\n")[0] + "\n"


def as_json(outcome: Outcome) -> str:
    """Return the outcome for the workflow; ``path`` is null if there is nothing to propose."""
    draft = outcome.draft
    data = {
        "path": draft.path if draft else None,
        "branch": outcome.branch,
        "title": draft.title if draft else "",
        "message": outcome.message,
        "body": outcome.body,
        "reply": outcome.reply,
        "silent": outcome.silent,
    }
    return json.dumps(data, ensure_ascii=True, indent=2) + "\n"


def _credit(issue: Issue, answers: Answers) -> str:
    """Return the trailer by which the forge shows who sent it, if that was asked for.

    Its address is the one that the forge itself gives out for the account and that reaches nobody.
    """
    if answers["credito"] != BY_ACCOUNT:
        return ""
    try:
        name = TypeAdapter[str](Account).validate_python(issue.account)
    except ValidationError:  # an account that is gone, or a program's
        return ""
    return f"\n{forge.credit(name, issue.account_id)}\n"


_NOT_YET = "Todavía no se puede proponer. Falta corregir esto:"
_ALSO = "Esto no impide proponerlo, pero conviene mirarlo:"
_EDIT = "Edite el texto de arriba (menú «…», «Edit») y se revisará de nuevo. También puede pedir ayuda aquí mismo."
NUMBER = "__PROPUESTA__"
"""Stands for the proposal's number, which nobody knows before it is opened; no text of others can hold it as it is."""

_NEXT = f"""\
Gracias. Con sus respuestas se abrió la propuesta {NUMBER}. En unos minutos un comentario dice ahí quién debe \
aprobarla. Si es su institución u organización, apruébela también, con su cuenta: la propuesta la abre un programa, y \
no cuenta como suya. Cuando quien debe esté de acuerdo, se publica; si piden un cambio, se lo dirán en la propuesta.

Si edita el texto de arriba, la propuesta se actualiza. Si cierra este formulario, se retira.
"""
_BY_HAND = """\
Gracias: lo que envió no se pierde. Quien mantiene el plan lo leerá, hará la propuesta y la enlazará aquí.\
"""
_ASKED = """\
Gracias por preguntar. La respuesta se da aquí mismo, a la vista de todo el mundo.
"""
