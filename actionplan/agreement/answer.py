"""What a proposal is answered: a comment and two commit statuses, and no word of it that the forge takes for an order.

The forge's program carries it out as it stands here; texts go from a file to the forge, never through a shell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from actionplan.agreement.approvals import Answer
from actionplan.agreement.comment import ALLOWS, collision_notice, comment_on
from actionplan.agreement.examined import OLD_ERRORS, Examined
from actionplan.findings import report as findings_report
from actionplan.forge.pull_requests import Pull
from actionplan.language.messages import msg, spanish
from actionplan.text.escape import plain

BOT = "github-actions[bot]"
"""Who writes it: the account of a workflow's own token."""

AGREEMENT = "Acuerdo de las dos partes"
"""The name of the commit status that says whether both sides agree."""

CHECKED = "Plan revisado"
"""That of the one that says whether the plan would be in order; unlike the check of a run, no proposal writes it."""

_LONGEST_STATUS = 140

_UNANSWERED = msg("No se pudo examinar esta propuesta: la corrida de «Respuesta» dice por qué.")
_UNREADABLE = msg("No es por esta propuesta: lo publicado no se puede leer, y mantenimiento debe arreglarlo primero.")


class Request(NamedTuple):
    """What the forge is asked: its method, the place below the repository's, and the JSON to send; may be None."""

    method: str
    position: str
    body: dict[str, str] | None


def requests(examined: Examined, pull: Pull, comments: Sequence[int], run: str) -> list[Request]:
    """What the forge is asked to do.

    Args:
        examined: What was found.
        pull: The proposal as the forge lists it.
        comments: The numbers of those that are there already; of two answers that were written at once, one has to go.
        run: The address of the run that holds the preview; empty if none is known.
    """
    run = "" if examined.brings_workflows else run
    about = {"body": comment_on(examined, run)}
    writing = Request("PATCH", f"issues/comments/{comments[0]}", about) if comments else None
    statuses = (_agreement(examined), _checked(examined))
    asked = [
        *(_posted(pull, status, run) for status in statuses),
        writing or Request("POST", f"issues/{pull.number}/comments", about),
        *(Request("DELETE", f"issues/comments/{number}", None) for number in comments[1:]),
    ]
    if ALLOWS in pull.labels:  # it is spent: a newer revision has to be allowed anew
        asked.append(Request("DELETE", f"issues/{pull.number}/labels/{quote(ALLOWS)}", None))
    return asked


def unanswered(pull: Pull, run: str, *, unreadable: bool = False) -> list[Request]:
    """What the forge is asked if a proposal cannot be examined: red, lest a run that borrows a name count alone.

    Args:
        pull: The proposal as the forge lists it.
        run: The address of the run that says why; empty if it is not known.
        unreadable: Whether that is because the published plan cannot be read.
    """
    said = spanish(_UNREADABLE if unreadable else _UNANSWERED)
    return [_posted(pull, _status(context, "error", said), run) for context in (AGREEMENT, CHECKED)]


def _posted(pull: Pull, status: dict[str, str], run: str) -> Request:
    return Request("POST", f"statuses/{pull.head}", {**status, **({"target_url": run} if run else {})})


def _agreement(examined: Examined) -> dict[str, str]:
    decision = examined.decision
    answers = {verdict.answer for verdict in decision.verdicts}
    state = "success" if decision.agreed else "pending"
    if answers & {Answer.OBJECTS, Answer.NOBODY}:
        state = "failure"
    waited = [it.sentence(examined.plan) for it in decision.verdicts if not it.answer.agrees]
    return _status(AGREEMENT, state, " ".join(waited or decision.sentences(examined.plan)[:1]))


def _checked(examined: Examined) -> dict[str, str]:
    collisions = examined.proposed.collisions
    if examined.errs_as_before:
        return _status(CHECKED, "error", spanish(OLD_ERRORS))
    state = "failure" if collisions or examined.errs else "success"
    said = collision_notice(collisions) if collisions else findings_report.summary(examined.findings)
    return _status(CHECKED, state, said)


def _status(context: str, state: str, said: str) -> dict[str, str]:
    text = plain(said)
    shown = text if len(text) <= _LONGEST_STATUS else text[: _LONGEST_STATUS - 1] + "…"
    return {"state": state, "context": context, "description": shown}
