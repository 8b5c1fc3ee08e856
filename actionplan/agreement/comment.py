"""The one comment below a proposal: Markdown in which every word of the proposal is text and stays text."""

from __future__ import annotations

from collections.abc import Sequence

from actionplan.agreement.examined import OLD_ERRORS, Examined
from actionplan.diff.report import LONGEST, as_markdown
from actionplan.findings import report as findings_report
from actionplan.forge.door import forge
from actionplan.git.proposal import is_data
from actionplan.language.messages import msg, spanish
from actionplan.text.escape import markdown

MARK = "<!-- respuesta-a-la-propuesta -->"
"""How the comment begins, so that it is found again; people do not see it."""

ALLOWS = "permitir vista previa"
"""The label by which a maintainer allows the preview of a proposal that changes code."""

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
    "la revisión se repite sola. Si salió de un formulario, ciérrelo y vuelva a abrirlo: se propone de nuevo."
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
_FORGED = msg(
    "No hay vista previa: la propuesta cambia los flujos de la forja, y lo que deje su corrida puede ser cualquier "
    "cosa. No lo abra."
)
_OLD_ERRORS_HOW = msg("Cuando lo haga, esta respuesta se repite sola. Una propuesta que los arregle todos sí pasa.")
_ABOUT = msg("Última revisión: {head}. Lo publicado: {base}. Este comentario se actualiza solo.")


def code_notice(paths: Sequence[str]) -> str:
    """Return a paragraph of Markdown that says that a proposal changes code, or nothing if it does not."""
    code = [path for path in paths if not is_data(path)]
    if not code:
        return ""
    return f"**{markdown(spanish(_CODE))}** {markdown(spanish(_CODE_WHY).format(files=_few(code)))}\n"


def collision_notice(collisions: Sequence[str]) -> str:
    """Return a sentence on where a proposal and what is published collide, and what to do about it."""
    return f"{spanish(_COLLIDES).format(files=_few(collisions))} {spanish(_COLLIDES_HOW)}"


def comment_on(examined: Examined, run: str) -> str:
    """Return all that there is to say of a proposal.

    Args:
        examined: What was found.
        run: The address of the run that holds the preview; empty if none is known.
    """
    proposed = examined.proposed
    parts = [f"{MARK}\n", code_notice(proposed.paths)]
    if proposed.collisions:
        parts.append(f"**{markdown(collision_notice(proposed.collisions))}**\n")
    if examined.errs_as_before:
        parts.append(f"**{markdown(spanish(OLD_ERRORS))}** {markdown(spanish(_OLD_ERRORS_HOW))}\n")
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
    """Return how much the check finds, and each finding that the proposal brings."""
    head = f"**{findings_report.summary(examined.findings)}**\n"
    if not examined.findings:
        return head
    told = spanish(_ALREADY).format(fresh=len(examined.fresh))
    listed = findings_report.as_markdown(examined.fresh).partition("\n")[2] if examined.fresh else ""
    return f"{head}\n{told}\n{listed}"


def _preview(examined: Examined, run: str) -> str:
    if examined.errs:
        return spanish(_BLOCKED)
    if examined.brings_workflows:
        return spanish(_FORGED)
    code = not all(map(is_data, examined.proposed.paths))
    where = f"[{spanish(_RUN)}]({forge.artifacts_address(run)})." if run else spanish(_RUN_TO_COME)
    return f"{spanish(_WITHHELD).format(label=ALLOWS) if code else spanish(_SEE)} {where}"


def _few(paths: Sequence[str]) -> str:
    """Return names of files, as many as fit."""
    shown: list[str] = []
    for path in paths:
        if sum(map(len, shown)) + len(path) > _ROOM["files"]:
            return ", ".join([*shown, "…"])
        shown.append(path)
    return ", ".join(shown)


def _cut(text: str, room: int) -> str:
    """Return as many whole lines as fit."""
    if len(text) <= room:
        return text
    return f"{text[:room].rpartition(chr(10))[0]}\n\n{markdown(spanish(_MORE))}\n"
