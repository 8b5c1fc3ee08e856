"""What a filled form proposes: one document of the plan, at its place and in canonical form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

from actionplan.documents import Writable, data_text, document_text, kind_at
from actionplan.forge.issues import Form, Question
from actionplan.intake.answers import UnreadableError
from actionplan.intake.facts import missing_field, source_named, with_fact
from actionplan.intake.forms import FormName, form_of
from actionplan.intake.lines import changed_lines, with_own_lines
from actionplan.intake.readings import (
    asked_address,
    asked_day,
    named_activity,
    named_commitment,
    named_document,
    named_report,
    whole_number,
    without_titles,
)
from actionplan.model import (
    CommitmentFile,
    DocumentPart,
    Entry,
    Plan,
    Report,
    Verification,
    field_order,
    spelled,
)

Answers = Mapping[str, str]


class Draft(NamedTuple):
    """Describe a document that a form proposes.

    Attributes:
        path: Where.
        text: What it says.
        title: What to call the change.
        asked: The question that gave each datum, both by their id; of a document that was there already, none.
        lines: The question that gave each line, by its number, of those that no datum's name tells.
    """

    path: str
    text: str
    title: str
    asked: Mapping[str, str] = MappingProxyType({})
    lines: Mapping[int, str] = MappingProxyType({})


def draft_of(form: str, answers: Answers, plan: Plan, taken: Collection[str] = ()) -> Draft | None:
    """Return the document that a form proposes; None if a person has to see to it.

    Values are written as they were given, so that the check answers to them as to any other document.

    Args:
        form: The name of which one.
        answers: By question.
        plan: As published.
        taken: Files that other forms have proposed and that are not published yet.

    Raises:
        UnreadableError: There is no place for it.
        ByHandError: There is, and only a person can put it there.
    """
    name = FormName(form)
    if name in _RECORDS:
        return _record(form_of(form, plan), _RECORDS[name], answers, plan, taken)
    return _CHANGES[name](answers, plan) if name in _CHANGES else None


_MOST_A_DAY = 9


class _RecordKind(NamedTuple):
    """Describe the record that a form becomes: model, word, folder, the question who signs it, and its name."""

    model: type[Report | Verification]
    word: str
    folder: str
    signer: str
    called: str


_RECORDS = {
    FormName.PROGRESS: _RecordKind(Report, "report", "avances", "reporta", "Avance de"),
    FormName.RULING: _RecordKind(Verification, "verification", "verificaciones", "organizacion", "Dictamen sobre"),
}
_READINGS: Mapping[str, Callable[[str, Question, CommitmentFile], Writable]] = {
    "commitment": lambda _, __, commitment_file: commitment_file.commitment.model.id,
    "date": lambda text, question, _: asked_day(text, question.label),
    "activity": lambda text, _, commitment_file: named_activity(text, commitment_file),
    "report": lambda text, _, commitment_file: named_report(text, commitment_file),
    "percent": lambda text, _, __: whole_number(text),
    "proves": lambda text, _, __: text.lower(),
    "url": lambda text, question, _: asked_address(text, question.label),
    "copy_url": lambda text, question, _: asked_address(text, question.label),
}
"""How an answer becomes the datum of a field; any other is the datum as it stands."""


def _record(form: Form, kind: _RecordKind, answers: Answers, plan: Plan, taken: Collection[str]) -> Draft:
    """Propose the record of which each question of a form names a field."""
    commitment_file, key = named_commitment(answers["compromiso"], plan), plan.keys.author
    asked = [(tuple(question.field.split("/")), question) for question in form.questions if question.field]
    values: dict[tuple[str, ...], Writable] = {("kind",): plan.keys.author_word("Kind", kind.word)}
    for path, question in asked:
        text = answers[question.id]
        read = _READINGS.get(path[-1])
        values[path] = read(text, question, commitment_file) if read else text
    order = field_order(kind.model)
    data = _nested({path: values[path] for path in sorted(values, key=lambda path: order.index(path[0]))}, key)
    day, signer = answers["fecha"], answers[kind.signer]
    file = _free_path(commitment_file, kind.folder, day, signer, {*_files(plan), *taken})
    notes = _notes(kind.model, answers)
    text, head = document_text(data, notes), document_text(data, "").count("\n")
    return Draft(
        file,
        text,
        f"{kind.called} {commitment_file.commitment.model.id}: {signer}, {day}",
        {key(name): question.id for path, question in reversed(asked) for name in path[1:] or path},
        dict.fromkeys(range(head + 1, text.count("\n") + 2), "notas"),
    )


def _nested(values: Mapping[tuple[str, ...], Writable], key: Callable[[str], str]) -> dict[str, Writable]:
    """Put values at their paths; what is in the way is a list of one."""
    below: dict[str, dict[tuple[str, ...], Writable]] = {}
    for (first, *rest), value in values.items():
        below.setdefault(first, {})[tuple(rest)] = value
    return {key(name): inner[()] if () in inner else [_nested(inner, key)] for name, inner in below.items()}


def _fact(answers: Answers, plan: Plan) -> Draft:
    entry = named_document(answers["archivo"], plan)
    ref, source, key = missing_field(entry, answers["dato"]), source_named(answers["fuente"], plan), plan.keys.author
    provenance: dict[str, Writable] = {
        key("field"): ref.address,
        key("sources"): [source.id],
        key("certainty"): answers["certeza"],
    }
    data, body = with_fact(entry, ref, answers["valor"], provenance)
    return _redrafted(entry, data, body, f"Aporta {ref.address} a {entry.path}", "valor")


def _correction(answers: Answers, plan: Plan) -> Draft:
    entry = named_document(answers["archivo"], plan)
    old, new = answers["dice"], answers["debe_decir"]
    if old == new:
        raise UnreadableError("«Debe decir» dice lo mismo que «Dice»: así no hay nada que cambiar.")
    data, body = spelled(entry.model, entry.keys), "" if entry.source_file.kind.is_settings else entry.body.text
    count = _count(data, old) + body.count(old)
    if count != 1:
        many = f"aparece {count} veces: copie un trozo más largo" if count else f"no aparece: {_AS_IT_IS}"
        raise UnreadableError(f"Lo que escribió en «Dice» {many}.")
    corrected = {name: _swapped(value, old, new) for name, value in data.items()}
    return _redrafted(entry, corrected, body.replace(old, new), f"Corrige {entry.path}", "debe_decir")


_AS_IT_IS = "copie tal cual un trozo de una sola oración, sin enlaces ni negritas"
_CHANGES: Mapping[FormName, Callable[[Answers, Plan], Draft]] = {
    FormName.FACT: _fact,
    FormName.CORRECTION: _correction,
}


def _redrafted(entry: Entry[DocumentPart], data: Mapping[str, Writable], body: str, title: str, question: str) -> Draft:
    """Return a document with other contents, which a question gave, and its own lines where they say the same."""
    before, after = _text(entry, spelled(entry.model, entry.keys), entry.body.text), _text(entry, data, body)
    own = entry.source_file.content.decode()
    text = with_own_lines(own, before, after)
    return Draft(entry.path, text, title, lines=dict.fromkeys(changed_lines(own, text), question))


def _text(entry: Entry[DocumentPart], data: Mapping[str, Writable], body: str) -> str:
    return data_text(data) if entry.source_file.kind.is_settings else document_text(data, body)


def _files(plan: Plan) -> set[str]:
    return {file.path for file in plan.files}


def _free_path(
    commitment_file: CommitmentFile, folder: str, day: str, organisation: str, taken: Collection[str]
) -> str:
    """Return the usual name of a record; a number more for each that was there before, of the same day."""
    stem = f"{commitment_file.commitment.folder}/{folder}/{day}-{organisation}"
    if kind_at(f"{stem}.md") is None:
        raise UnreadableError("El identificador de la organización lleva signos que un archivo no admite.")
    names = (f"{stem}.md", *(f"{stem}-{number}.md" for number in range(2, _MOST_A_DAY + 1)))
    free = next((name for name in names if name not in taken), None)
    if free is None:
        raise UnreadableError(f"Ya hay {_MOST_A_DAY} documentos de esa organización con esa fecha: ponga otro día.")
    return free


def _notes(model: type[Report | Verification], answers: Answers) -> str:
    (notes,) = model.sections or ()
    text = without_titles(answers["notas"], "Notas")
    return f"## {notes.title}\n\n{text}" if text else ""


def _count(value: Writable, text: str) -> int:
    if isinstance(value, str):
        return value.count(text)
    if isinstance(value, Mapping):
        return sum(_count(item, text) for item in value.values())
    return sum(_count(item, text) for item in value) if isinstance(value, list) else 0


def _swapped(value: Writable, old: str, new: str) -> Writable:
    if isinstance(value, str):
        return value.replace(old, new)
    if isinstance(value, Mapping):
        return {name: _swapped(item, old, new) for name, item in value.items()}
    return [_swapped(item, old, new) for item in value] if isinstance(value, list) else value
