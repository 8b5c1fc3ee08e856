"""What a proposal is answered: a comment and two commit statuses, and no word of it that the forge takes for an order.

The forge's program carries it out as it stands here; texts go from a file to the forge, never through a shell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from actionplan.agreement.approvals import SideAnswer
from actionplan.agreement.comment import ALLOWS, collision_notice, comment_on
from actionplan.agreement.examined import OLD_ERRORS, Examined
from actionplan.findings import report as findings_report
from actionplan.forge.door import forge
from actionplan.forge.pull_requests import Pull, Request, StatusState
from actionplan.language.messages import msg, spanish

AGREEMENT = "Acuerdo de las dos partes"
"""The name of the commit status that says whether both sides agree."""

CHECKED = "Plan revisado"
"""That of the one that says whether the plan would be in order; unlike the check of a run, no proposal writes it."""

_UNANSWERED = msg("No se pudo examinar esta propuesta: la corrida de «Respuesta» dice por qué.")
_UNREADABLE = msg("No es por esta propuesta: lo publicado no se puede leer, y mantenimiento debe arreglarlo primero.")


def requests(examined: Examined, pull: Pull, comments: Sequence[int], run: str) -> list[Request]:
    """Return what the forge is asked to do.

    Args:
        examined: What was found.
        pull: The proposal as the forge lists it.
        comments: The numbers of those that are there already; of two answers that were written at once, one has to go.
        run: The address of the run that holds the preview; empty if none is known.
    """
    run = "" if examined.brings_workflows else run
    return [
        *(_posted(pull, status, run) for status in (_agreement(examined), _checked(examined))),
        *forge.write_comment(pull.number, comment_on(examined, run), comments),
        # A label is spent: a newer revision has to be allowed anew.
        *([forge.remove_label(pull.number, ALLOWS)] if ALLOWS in pull.labels else []),
    ]


def unanswered(pull: Pull, run: str, *, unreadable: bool = False) -> list[Request]:
    """Return what the forge is asked if a proposal cannot be examined: red, so that no borrowed name counts alone.

    Args:
        pull: The proposal as the forge lists it.
        run: The address of the run that says why; empty if it is not known.
        unreadable: Whether that is because the published plan cannot be read.
    """
    text = spanish(_UNREADABLE if unreadable else _UNANSWERED)
    return [_posted(pull, _Status(name, StatusState.ERROR, text), run) for name in (AGREEMENT, CHECKED)]


class _Status(NamedTuple):
    name: str
    state: StatusState
    text: str


def _posted(pull: Pull, status: _Status, run: str) -> Request:
    return forge.set_status(pull.head, *status, run)


def _agreement(examined: Examined) -> _Status:
    decision = examined.decision
    answers = {verdict.answer for verdict in decision.verdicts}
    state = StatusState.SUCCESS if decision.agreed else StatusState.PENDING
    if answers & {SideAnswer.OBJECTS, SideAnswer.NOBODY}:
        state = StatusState.FAILURE
    awaited = [verdict.sentence(examined.plan) for verdict in decision.verdicts if not verdict.answer.agrees]
    return _Status(AGREEMENT, state, " ".join(awaited or decision.sentences(examined.plan)[:1]))


def _checked(examined: Examined) -> _Status:
    collisions = examined.proposed.collisions
    if examined.errs_as_before:
        return _Status(CHECKED, StatusState.ERROR, spanish(OLD_ERRORS))
    state = StatusState.FAILURE if collisions or examined.errs else StatusState.SUCCESS
    text = collision_notice(collisions) if collisions else findings_report.summary(examined.findings)
    return _Status(CHECKED, state, text)
