"""What people write for a name, a day, a number or an address, read as the plan writes it or answered with how to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from actionplan.intake.answers import UnreadableError
from actionplan.model import CommitmentFile, DocumentPart, Entry, Plan, Report, Verification
from actionplan.text.nearest import nearest

_SHOWN = 12
_FIRST = re.compile(r"[a-z0-9-]+")
_COUNTED = re.compile(r"(?:compromiso )?0*(\d{1,4})")
_WRAPPED = re.compile(r"<([^<>\s]+)>|\[[^\]\n]*\]\(<?([^<>\s]+?)>?\)")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_TITLE = re.compile(r"^ {0,3}#{1,2}(?!#)", re.MULTILINE)


def named_commitment(text: str, plan: Plan) -> CommitmentFile:
    """Return the commitment that goes by an id, with or without its title after it, or by a number.

    Raises:
        UnreadableError: There is none.
    """
    name = _bare(text).lower()
    first, number = _FIRST.match(name), _COUNTED.fullmatch(name)
    if first and first[0] in plan.commitment_files:
        return plan.commitment_files[first[0]]
    counted = [
        commitment_file
        for commitment_file in plan.commitment_files.values()
        if number and str(commitment_file.commitment.model.number) == number[1]
    ]
    if len(counted) == 1:
        return counted[0]
    guess = nearest(name, list(plan.commitment_files))
    hint = f" ¿Quiso escribir {guess}?" if guess else ""
    raise UnreadableError(
        f"«Compromiso» no es el identificador de ninguno.{hint} Los hay así: {listed(plan.commitment_files)}."
    )


def named_activity(text: str, commitment_file: CommitmentFile) -> str:
    """Return the id of the activity of a commitment that goes by it or by its title; any name if it has no roadmap.

    Raises:
        UnreadableError: There is none, or they are several.
    """
    name, activities = _bare(text).lower(), commitment_file.roadmap.model.activities if commitment_file.roadmap else ()
    titled = [activity.id for activity in activities if activity.title.strip().lower() == name]
    if not activities or any(activity.id == name for activity in activities):
        return name
    if len(titled) == 1:
        return titled[0]
    raise UnreadableError(
        f"«Actividad» no es ninguna de las de {commitment_file.commitment.model.id}. Escriba una de estas: "
        f"{listed(activity.id for activity in activities)}. Si son varias, llene un formulario por cada una."
    )


def named_report(text: str, commitment_file: CommitmentFile) -> str:
    """Return the report of a commitment that goes by the name of its file, whatever stands around that.

    Raises:
        UnreadableError: There is none.
    """
    name, newest_first = (
        _bare(text).lower().rpartition("/")[2],
        [report.stem for report in commitment_file.reports][::-1],
    )
    if name.removesuffix(".md") in newest_first:
        return name.removesuffix(".md")
    which = f"Escriba uno de estos: {listed(newest_first)}." if newest_first else "Todavía no tiene ninguno."
    raise UnreadableError(f"«Avance que juzga» no es ninguno de los de {commitment_file.commitment.model.id}. {which}")


def named_document(text: str, plan: Plan) -> Entry[DocumentPart]:
    """Return the document that goes by its path, as the page shows it or at the end of an address of the forge's.

    Raises:
        UnreadableError: There is none, or it is one that a form does not change.
    """
    name = re.split(r"[\s:`]+", _bare(text))[-1]
    entry = next(
        (document for document in plan.entries if name == document.path or name.endswith(f"/{document.path}")), None
    )
    if entry is None or not entry.is_whole:
        example = (
            next(iter(plan.commitment_files.values())).commitment.path if plan.commitment_files else "plan/plan.yml"
        )
        raise UnreadableError(
            "«Archivo» no es un documento del plan que se pueda cambiar así. Copie lo que dice al pie de la página, "
            f"después de «Archivo:», por ejemplo `{example}`."
        )
    if isinstance(entry.model, Report | Verification):
        raise UnreadableError("Los avances y las verificaciones publicados no se editan: se corrigen con otro.")
    return entry


def asked_day(text: str, label: str) -> str:
    """Return a day, which names a file.

    Raises:
        UnreadableError: It is none, or is written in another order, which nobody can be sure of.
    """
    try:
        exact = date.fromisoformat(text).isoformat() == text
    except ValueError:
        exact = False
    if not exact:
        raise UnreadableError(f"«{label}» debe decir primero el año, luego el mes y el día: por ejemplo, 2020-06-30.")
    return text


def asked_address(text: str, label: str) -> str:
    """Return an address of the web, without what mail and Markdown put around it; empty if there is none.

    Raises:
        UnreadableError: It is something else.
    """
    wrapped = _WRAPPED.fullmatch(text)
    address = (wrapped[1] or wrapped[2]) if wrapped else text
    if address and not _ADDRESS.fullmatch(address):
        raise UnreadableError(
            f"«{label}» debe ser una sola dirección de la web, que empieza con `https://` y no lleva espacios."
        )
    return address


def whole_number(text: str) -> int | str:
    """Return the number that a text is, with or without its sign, or the text as it stands, for the check to refuse."""
    digits = text.removesuffix("%").rstrip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= len("100") else text


def without_titles(text: str, label: str) -> str:
    """Return a text that goes below a heading.

    Raises:
        UnreadableError: It has headings of its own.
    """
    if _TITLE.search(text):
        raise UnreadableError(f"«{label}» no lleva títulos: quite las líneas que empiezan con «#».")
    return text


def _bare(text: str) -> str:
    """Return a name without what people put around it."""
    return text.strip("`«»\"' ")


def listed(names: Iterable[str]) -> str:
    """Return some names of the plan in a sentence; of many, the first."""
    first, more = [*names][:_SHOWN], [*names][_SHOWN:]
    return ", ".join(f"`{name}`" for name in first) + (" …" if more else "")
