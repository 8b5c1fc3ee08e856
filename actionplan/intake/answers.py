"""What the forge makes of a filled form, read back by the headings of the form and nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from actionplan.forge.door import forge
from actionplan.forge.issues import Form, Question
from actionplan.text.escape import legible, markdown

_NOTHING = re.compile(
    rf"{forge.NO_ANSWER}|no response|sin respuesta|n\s?[/.]\s?[ad]\.?|no aplica|ningun[oa]|nada|no|[-–—.]+",
    re.IGNORECASE,
)
"""How people say that they have nothing to say where they may leave it out."""


class UnreadableError(Exception):
    """Represent the answers cannot be told apart, or one of them is not among its options; says why, for people."""


class NoFormError(UnreadableError):
    """Report that there is nothing of a form in the text: it may be about something else."""


class ByHandError(Exception):
    """Hold what was sent is clear, and only a person can put it in its place; says why, for people."""


def read_answers(body: str, forms: Sequence[Form]) -> tuple[Form, Mapping[str, str]]:
    """Return the form that was filled, and its answers by question; those not given are empty.

    Raises:
        UnreadableError: The headings are not those of one form, each once and in order, or an option is unknown.
        NoFormError: There is no heading of any form.
    """
    if len(body) > forge.LONGEST_TEXT:
        raise UnreadableError("El texto es demasiado largo.")
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for form in forms:
        at = _headings(lines, form)
        if at is not None:
            ends = [*at[1:], len(lines)]
            texts = ("\n".join(lines[start + 1 : end]) for start, end in zip(at, ends, strict=True))
            return form, {
                question.id: _answer(question, text) for question, text in zip(form.questions, texts, strict=True)
            }
    ours = {forge.ANSWER_HEADING + question.label for form in forms for question in form.questions}
    unknown = UnreadableError if any(line.rstrip() in ours for line in lines) else NoFormError
    raise unknown(
        "No se reconoce el formulario. Las líneas que empiezan con ### deben quedar como el formulario las escribió: "
        "todas, una sola vez y en el mismo orden."
    )


def _headings(lines: list[str], form: Form) -> list[int] | None:
    """Return the line of each heading; None if they are not all there, in order, from the first line of the text on.

    A heading that stands twice could belong to an answer, and nobody can tell which one does.
    """
    wanted = [forge.ANSWER_HEADING + question.label for question in form.questions]
    at = [number for number, line in enumerate(lines) if line.rstrip() in wanted]
    if [lines[number].rstrip() for number in at] != wanted or "".join(lines[: at[0]]).strip():
        return None
    return at


def _answer(question: Question, text: str) -> str:
    answer = legible(text).strip()
    if answer == forge.NO_ANSWER or (not question.needed and _NOTHING.fullmatch(answer)):
        answer = ""
    if not answer and question.needed:
        raise UnreadableError(f"Falta responder «{question.label}».")
    if not question.options:
        # A short answer has one line: whatever else was put there is not what was asked.
        if not question.long and "\n" in answer:
            raise UnreadableError(f"«{question.label}» va en una sola línea.")
        return answer
    if answer not in question.options:
        offered = ", ".join(f"«{markdown(option)}»" for option in question.options)
        raise UnreadableError(f"La respuesta a «{question.label}» no es una de las que da el formulario: {offered}.")
    return question.options[answer]
