"""What a proposal is answered: a comment and two commit statuses, and no word of it that the forge takes for an order.

The forge's program carries it out as it stands here; texts go from a file to the forge, never through a shell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote

from actionplan.documents.proposed import Proposed, is_data
from actionplan.findings import report as findings_report
from actionplan.findings.finding import Finding, Severity
from actionplan.findings.safe import markdown, plain
from actionplan.language.messages import msg, spanish
from actionplan.model.plan import Plan
from actionplan.review.approvals import Answer, Decision
from actionplan.review.change import Change
from actionplan.review.pulls import Pull
from actionplan.review.report import LONGEST, as_markdown

MARK = "<!-- respuesta-a-la-propuesta -->"
"""How the comment begins, so that it is found again; people do not see it."""

BOT = "github-actions[bot]"
"""Who writes it: the account of a workflow's own token."""

ALLOWS = "permitir vista previa"
"""The label by which a maintainer allows the preview of a proposal that changes code."""

AGREEMENT = "Acuerdo de las dos partes"
"""The name of the commit status that says whether both sides agree."""

CHECKED = "Plan revisado"
"""That of the one that says whether the plan would be in order; unlike the check of a run, no proposal writes it."""

_LONGEST_STATUS = 140
_ROOM = {"sides": 8_000, "findings": 14_000, "changes": 24_000, "files": 300}
"""Characters for each part, so that all of them fit in a comment."""

ROOM_OF_FIGURES = 12_000
"""The same, for figures and trees before and after."""

_CODE = msg("Esta propuesta cambia el programa, no sólo el plan.")
_CODE_WHY = msg(
    "Lo que sigue se hizo con el programa publicado y los datos de la propuesta; nada de ella se ejecutó. "
    "Mantenimiento debe leer estos archivos: {files}."
)
_COLLIDES = msg("Esta propuesta choca con lo publicado en: {files}.")
_COLLIDES_HOW = msg(
    "Otra persona cambió las mismas líneas. Actualice su rama con lo publicado y elija qué debe quedar; "
    "la revisión se repite sola."
)
_SIDES, _FINDINGS, _PREVIEW, _CHANGES = (
    *(msg("Quién debe estar de acuerdo"), msg("Qué dice la revisión")),
    *(msg("Vista previa"), msg("Qué cambia")),
)
_ALREADY = msg("Los que trae esta propuesta: {fresh}. Los demás ya estaban en lo publicado.")
_MORE = msg("Hay más, que no cabe aquí: está en la corrida de la revisión.")
_SEE = msg("El sitio como quedaría, con una lista de las páginas que cambian, se descarga de")
_RUN = msg("la corrida de la revisión")
_RUN_TO_COME = msg("la corrida de la revisión «Propuesta», cuando termine.")
_BLOCKED = msg("No hay vista previa mientras haya errores.")
_WITHHELD = msg(
    "No hay vista previa hasta que mantenimiento lea el código y ponga la etiqueta «{label}»; "
    "vale para esta revisión, y después se quita sola. Si ya la puso, se descarga de"
)
_UNANSWERED = msg("No se pudo examinar esta propuesta: la corrida de «Respuesta» dice por qué.")
_ABOUT = msg("Última revisión: {head}. Lo publicado: {base}. Este comentario se actualiza solo.")


class Examined(NamedTuple):
    """What the published program finds in a proposal.

    Attributes:
        proposed: The proposal in git.
        plan: As published.
        decision: What each side has said.
        changes: What it changes in what the plan says; none if it collides.
        figures: Figures and trees before and after, as Markdown; may be empty.
        findings: All that the check says of the plan as it would be.
        fresh: Those that the published plan does not have.
    """

    proposed: Proposed
    plan: Plan
    decision: Decision
    changes: tuple[Change, ...]
    figures: str
    findings: tuple[Finding, ...]
    fresh: tuple[Finding, ...]


class Request(NamedTuple):
    """What the forge is asked: its method, the place below the repository's, and the JSON to send; may be None."""

    method: str
    place: str
    body: dict[str, str] | None


def code_notice(paths: Sequence[str]) -> str:
    """A paragraph of Markdown that says that a proposal changes code, or nothing if it does not."""
    code = [path for path in paths if not is_data(path)]
    if not code:
        return ""
    return f"**{markdown(spanish(_CODE))}** {markdown(spanish(_CODE_WHY).format(files=_few(code)))}\n"


def collision_notice(collisions: Sequence[str]) -> str:
    """A sentence on where a proposal and what is published collide, and what to do about it."""
    return f"{spanish(_COLLIDES).format(files=_few(collisions))} {spanish(_COLLIDES_HOW)}"


def requests(examined: Examined, pull: Pull, comment: int | None, run: str) -> list[Request]:
    """What the forge is asked to do.

    Args:
        examined: What was found.
        pull: The proposal as the forge lists it.
        comment: The number of the comment that is there already.
        run: The address of the run that holds the preview; empty if none is known.
    """
    about = {"body": _comment(examined, run)}
    writing = Request("PATCH", f"issues/comments/{comment}", about) if comment else None
    statuses = (_agreement(examined), _checked(examined))
    to_run = {"target_url": run} if run else {}
    asked = [
        *(Request("POST", f"statuses/{pull.head}", {**status, **to_run}) for status in statuses),
        writing or Request("POST", f"issues/{pull.number}/comments", about),
    ]
    if ALLOWS in pull.labels:  # it is spent: a newer revision has to be allowed anew
        asked.append(Request("DELETE", f"issues/{pull.number}/labels/{quote(ALLOWS)}", None))
    return asked


def unanswered(pull: Pull) -> list[Request]:
    """What the forge is asked if a proposal cannot be examined: red, lest a run that borrows a name count alone."""
    statuses = [_status(context, "error", spanish(_UNANSWERED)) for context in (AGREEMENT, CHECKED)]
    return [Request("POST", f"statuses/{pull.head}", status) for status in statuses]


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
    state = "failure" if collisions or _has_errors(examined) else "success"
    said = collision_notice(collisions) if collisions else findings_report.summary(examined.findings)
    return _status(CHECKED, state, said)


def _has_errors(examined: Examined) -> bool:
    """Whether the plan would have errors: all of them are the proposal's, since what is published has none."""
    return any(finding.severity is Severity.ERROR for finding in examined.findings)


def _status(context: str, state: str, said: str) -> dict[str, str]:
    text = plain(said)
    shown = text if len(text) <= _LONGEST_STATUS else text[: _LONGEST_STATUS - 1] + "…"
    return {"state": state, "context": context, "description": shown}


def _comment(examined: Examined, run: str) -> str:
    proposed = examined.proposed
    parts = [f"{MARK}\n", code_notice(proposed.paths)]
    if proposed.collisions:
        parts.append(f"**{markdown(collision_notice(proposed.collisions))}**\n")
    parts.append(_titled(_SIDES, _cut(examined.decision.markdown(examined.plan), _ROOM["sides"])))
    if not proposed.collisions:
        parts.append(_titled(_FINDINGS, _cut(_check(examined), _ROOM["findings"])))
        parts.append(_titled(_PREVIEW, f"{_preview(examined, run)}\n"))
        parts.append(_titled(_CHANGES, as_markdown(examined.changes, longest=_ROOM["changes"]) + examined.figures))
    about = spanish(_ABOUT).format(head=proposed.head[:12], base=proposed.base[:12])
    parts.append(f"---\n\n{markdown(about)}\n")
    text = "\n".join(part for part in parts if part)
    assert len(text) <= LONGEST  # noqa: S101 - the sum of the rooms
    return text


def _titled(title: str, text: str) -> str:
    return f"## {markdown(spanish(title))}\n\n{text}"


def _check(examined: Examined) -> str:
    """How much the check finds, and each finding that the proposal brings."""
    head = f"**{findings_report.summary(examined.findings)}**\n"
    if not examined.findings:
        return head
    told = spanish(_ALREADY).format(fresh=len(examined.fresh))
    listed = findings_report.as_markdown(examined.fresh).partition("\n")[2] if examined.fresh else ""
    return f"{head}\n{told}\n{listed}"


def _preview(examined: Examined, run: str) -> str:
    if _has_errors(examined):
        return spanish(_BLOCKED)
    code = not all(map(is_data, examined.proposed.paths))
    where = f"[{spanish(_RUN)}]({run}#artifacts)." if run else spanish(_RUN_TO_COME)
    return f"{spanish(_WITHHELD).format(label=ALLOWS) if code else spanish(_SEE)} {where}"


def _few(paths: Sequence[str]) -> str:
    """Names of files, as many as fit."""
    shown: list[str] = []
    for path in paths:
        if sum(map(len, shown)) + len(path) > _ROOM["files"]:
            return ", ".join([*shown, "…"])
        shown.append(path)
    return ", ".join(shown)


def _cut(text: str, room: int) -> str:
    """As many whole lines as fit."""
    if len(text) <= room:
        return text
    return f"{text[:room].rpartition(chr(10))[0]}\n\n{markdown(spanish(_MORE))}\n"
