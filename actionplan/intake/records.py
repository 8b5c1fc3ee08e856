"""What a filled form proposes: one document of the plan, at its place and in canonical form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from actionplan.documents.kinds import kind_at
from actionplan.documents.writer import Writable, data_text, document_text
from actionplan.intake.answers import UnreadableError
from actionplan.intake.facts import missing_spot, source_named, with_fact
from actionplan.intake.forms import FormName
from actionplan.intake.lines import with_own_lines
from actionplan.model.common import DocumentPart
from actionplan.model.mistakes import nearest
from actionplan.model.plan import Dossier, Entry, Plan
from actionplan.model.records import Report, Verification
from actionplan.model.spelling import spelled

Answers = Mapping[str, str]


class Draft(NamedTuple):
    """A document that a form proposes.

    Attributes:
        path: Where.
        text: What it says.
        title: What to call the change.
        asked: The question that gave each datum, both by their id; of a document that was there already, none.
    """

    path: str
    text: str
    title: str
    asked: Mapping[str, str] = MappingProxyType({})


def draft_of(form: FormName, answers: Answers, plan: Plan) -> Draft | None:
    """The document that a form proposes; None if a person has to see to it.

    Values are written as they were given, so that the check answers to them as to any other document.

    Raises:
        UnreadableError: There is no place for it.
        ByHandError: There is, and only a person can put it there.
    """
    make = _DRAFTS.get(form)
    # An id is in lower case, however people write it.
    ids = {name: answers[name].lower() for name in _IDS if name in answers}
    return make({**answers, **ids}, plan) if make else None


_MOST_A_DAY = 9
_REPORT = {
    "commitment": "compromiso",
    "date": "fecha",
    "reporter": "reporta",
    "activity": "actividad",
    "state": "estado",
    "percent": "porcentaje",
    "actual_start": "inicio_real",
    "actual_end": "conclusion_real",
    "title": "evidencia",
    "url": "url",
    "proves": "medio",
    "seen": "vista_el",
    "copy_url": "copia",
    "obstacles": "obstaculos",
}
_VERIFICATION = {
    "commitment": "compromiso",
    "date": "fecha",
    "organisation": "organizacion",
    "report": "avance",
    "activity": "actividad",
    "ruling": "dictamen",
    "reason": "motivo",
}
_IDS = ("compromiso", "actividad", "medio", "avance")


def _report(answers: Answers, plan: Plan) -> Draft:
    dossier, day, key = _dossier(answers, plan), _day(answers), plan.keys.author
    evidence: dict[str, Writable] = {
        key("title"): answers["evidencia"],
        key("url"): answers["url"],
        key("proves"): answers["medio"],
        key("seen"): answers["vista_el"],
        key("copy_url"): answers["copia"],
    }
    activity: dict[str, Writable] = {
        key("activity"): answers["actividad"],
        key("state"): answers["estado"],
        key("percent"): _whole_number(answers["porcentaje"]),
        key("actual_start"): answers["inicio_real"],
        key("actual_end"): answers["conclusion_real"],
        key("evidence"): [evidence],
        key("obstacles"): answers["obstaculos"],
    }
    data: dict[str, Writable] = {
        key("kind"): plan.keys.author_word("Kind", "report"),
        key("commitment"): answers["compromiso"],
        key("date"): day,
        key("reporter"): answers["reporta"],
        key("activities"): [activity],
    }
    path = _free_path(dossier, "avances", day, answers["reporta"], plan)
    title = f"Avance de {answers['compromiso']}: {answers['reporta']}, {day}"
    return Draft(path, document_text(data, _notes(Report, answers)), title, _asked(_REPORT, plan))


def _verification(answers: Answers, plan: Plan) -> Draft:
    dossier, day, key = _dossier(answers, plan), _day(answers), plan.keys.author
    ruling: dict[str, Writable] = {
        key("activity"): answers["actividad"],
        key("ruling"): answers["dictamen"],
        key("reason"): answers["motivo"],
    }
    data: dict[str, Writable] = {
        key("kind"): plan.keys.author_word("Kind", "verification"),
        key("commitment"): answers["compromiso"],
        key("date"): day,
        key("organisation"): answers["organizacion"],
        key("report"): answers["avance"],
        key("rulings"): [ruling],
    }
    path = _free_path(dossier, "verificaciones", day, answers["organizacion"], plan)
    title = f"Dictamen sobre {answers['compromiso']}: {answers['organizacion']}, {day}"
    return Draft(path, document_text(data, _notes(Verification, answers)), title, _asked(_VERIFICATION, plan))


def _fact(answers: Answers, plan: Plan) -> Draft:
    entry = _editable(answers, plan)
    spot, source, key = missing_spot(entry, answers["dato"]), source_named(answers["fuente"], plan), plan.keys.author
    provenance: dict[str, Writable] = {
        key("field"): spot.address,
        key("sources"): [source.id],
        key("certainty"): answers["certeza"],
    }
    data, body = with_fact(entry, spot, answers["valor"], provenance)
    return _redrafted(entry, data, body, f"Aporta {spot.address} a {entry.path}")


def _correction(answers: Answers, plan: Plan) -> Draft:
    entry = _editable(answers, plan)
    old, new = answers["dice"], answers["debe_decir"]
    data, body = spelled(entry.model, entry.keys), "" if entry.sheet.kind.is_settings else entry.body.text
    found = _count(data, old) + body.count(old)
    if found != 1:
        many = f"aparece {found} veces: copie un trozo más largo" if found else "no aparece: cópielo tal cual"
        raise UnreadableError(f"Lo que escribió en «Dice» {many}.")
    corrected = {name: _swapped(value, old, new) for name, value in data.items()}
    return _redrafted(entry, corrected, body.replace(old, new), f"Corrige {entry.path}")


_DRAFTS: Mapping[FormName, Callable[[Answers, Plan], Draft]] = {
    FormName.PROGRESS: _report,
    FormName.RULING: _verification,
    FormName.FACT: _fact,
    FormName.CORRECTION: _correction,
}


def _editable(answers: Answers, plan: Plan) -> Entry[DocumentPart]:
    """The document that a form names, if it can be changed by one."""
    entry = next((entry for entry in plan.entries if entry.path == answers["archivo"]), None)
    if entry is None or not entry.is_whole:
        raise UnreadableError(
            "«Archivo» no es un documento del plan que se pueda corregir así: copie su ruta completa."
        )
    if isinstance(entry.model, Report | Verification):
        raise UnreadableError("Los avances y las verificaciones publicados no se editan: se corrigen con otro.")
    return entry


def _redrafted(entry: Entry[DocumentPart], data: Mapping[str, Writable], body: str, title: str) -> Draft:
    """A document with other contents, and its own lines wherever they still say the same."""
    before, after = _text(entry, spelled(entry.model, entry.keys), entry.body.text), _text(entry, data, body)
    return Draft(entry.path, with_own_lines(entry.sheet.content.decode(), before, after), title)


def _text(entry: Entry[DocumentPart], data: Mapping[str, Writable], body: str) -> str:
    return data_text(data) if entry.sheet.kind.is_settings else document_text(data, body)


def _dossier(answers: Answers, plan: Plan) -> Dossier:
    name = answers["compromiso"]
    if name not in plan.dossiers:
        guess = nearest(name, list(plan.dossiers))
        raise UnreadableError(
            f"«Compromiso» no es el identificador de ninguno.{f' ¿Quiso escribir {guess}?' if guess else ''}"
        )
    return plan.dossiers[name]


def _day(answers: Answers) -> str:
    text = answers["fecha"]
    try:
        exact = date.fromisoformat(text).isoformat() == text
    except ValueError:
        exact = False
    if not exact:
        raise UnreadableError("La fecha debe ser año-mes-día, por ejemplo 2020-06-30.")
    return text


def _free_path(dossier: Dossier, folder: str, day: str, organisation: str, plan: Plan) -> str:
    """The usual name of a record; a number more for each that was there before, of the same day."""
    stem = f"{dossier.commitment.folder}/{folder}/{day}-{organisation}"
    if kind_at(f"{stem}.md") is None:
        raise UnreadableError("El identificador de la organización lleva signos que un archivo no admite.")
    taken = {file.path for file in plan.files}
    names = (f"{stem}.md", *(f"{stem}-{number}.md" for number in range(2, _MOST_A_DAY + 1)))
    free = next((name for name in names if name not in taken), None)
    if free is None:
        raise UnreadableError(f"Ya hay {_MOST_A_DAY} documentos de esa organización con esa fecha: ponga otro día.")
    return free


def _whole_number(text: str) -> int | str:
    """The number that a text is, or the text as it stands, for the check to refuse."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= len("100") else text


def _notes(model: type[Report | Verification], answers: Answers) -> str:
    (notes,) = model.sections or ()
    return f"## {notes.title}\n\n{answers['notas']}" if answers["notas"] else ""


def _asked(questions: Mapping[str, str], plan: Plan) -> dict[str, str]:
    return {plan.keys.author(name): question for name, question in questions.items()}


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
