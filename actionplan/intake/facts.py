"""A fact that was missing, put into its document: the value at its address, its source, and one absence less."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import get_args, get_origin

from actionplan.documents import Step, Writable
from actionplan.intake.answers import ByHandError, UnreadableError
from actionplan.intake.readings import without_titles
from actionplan.language.keys import KeyLanguage
from actionplan.model import (
    DocumentPart,
    Entry,
    FieldRef,
    Part,
    Plan,
    Source,
    Sourced,
    Vocabulary,
    part_in,
    spelled,
    value_at,
)
from actionplan.text.escape import markdown

_SHOWN = 12
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?")
_YES_OR_NO = {"sí": True, "si": True, "no": False}


def missing_field(entry: Entry[DocumentPart], name: str) -> FieldRef:
    """Return the field or heading that holds nothing and goes by an address, or by the name that the page gives it.

    Raises:
        UnreadableError: There is none, or more than one.
    """
    headings = [
        FieldRef(it.slug, ("*",), "", (), it.title, 0, present=False, required=False, factual=True)
        for it in entry.model.sections or ()
        if entry.body.heading(it.slug) is None
    ]
    empty = [*(ref for ref in entry.field_refs if ref.steps and not ref.present), *headings]
    wanted = name.strip().casefold()
    matching = [ref for ref in empty if ref.address.casefold() == wanted]
    matching = matching or [ref for ref in empty if ref.title.casefold() == wanted]
    if len(matching) == 1:
        return matching[0]
    if any(ref.present and wanted in (ref.address.casefold(), ref.title.casefold()) for ref in entry.field_refs):
        raise UnreadableError("Ese dato ya está en el archivo: si dice algo distinto, use «Corregir un error».")
    known = [ref for ref in matching or empty if matching or ref.required or entry.absence_of(ref)]
    titles = Counter(ref.title for ref in known)
    named = [f"«{markdown(it.title)}»" if titles[it.title] == 1 else f"`{it.address}`" for it in known]
    shown = ", ".join(named[:_SHOWN]) + (" …" if len(named) > _SHOWN else "")
    many = "puede ser más de uno" if matching else "no es ninguno de los que faltan en ese archivo"
    raise UnreadableError(f"«Dato que falta» {many}. Copie uno de estos: {shown or 'no le falta ninguno'}.")


def source_named(text: str, plan: Plan) -> Source:
    """Return the source of the plan that goes by an id, a title or an address.

    Raises:
        ByHandError: There is none: what kind of text it is, and how far it was read, only a person can say.
    """
    wanted = _bare(text)
    matching = [
        source
        for source in plan.sources.values()
        if wanted in {_bare(source.id), _bare(source.title), _bare(source.url or source.id)}
    ]
    if len(matching) == 1:
        return matching[0]
    raise ByHandError(
        "«Dónde consta» no es ninguna de las fuentes de `plan/fuentes.yml`. Para darla de alta alguien debe leerla "
        "y decir qué clase de texto es. Si ya está ahí, edite el formulario y escriba su identificador."
    )


def with_fact(
    entry: Entry[DocumentPart], ref: FieldRef, text: str, source: Mapping[str, Writable]
) -> tuple[dict[str, Writable], str]:
    """Return the data and the body of a document with a fact in its place.

    Args:
        entry: The document.
        ref: Where the fact is missing.
        text: The fact.
        source: Its entry of provenance.

    Raises:
        UnreadableError: The text cannot be what belongs there.
        ByHandError: What belongs there has several values of its own.
    """
    data, body, key = spelled(entry.model, entry.keys), entry.body.text, entry.keys.author
    if ref.steps:
        owner = _owner(entry.model, ref.steps)
        if not entry.model.sourced or isinstance(owner, Sourced):
            raise ByHandError(
                "En ese archivo cada dato lleva su fuente consigo, y un formulario no alcanza para darla."
            )
        value = _value(type(owner), str(ref.steps[-1]), text, entry.keys)
        first, *rest = (key(step) if isinstance(step, str) else step for step in ref.steps)
        data[str(first)] = _with(data[str(first)], rest, value) if rest else value
    else:
        body = _with_section(entry, ref, text)
    absence = entry.absence_of(ref)
    others = [item for item in entry.absent if item.address != ref.address and entry.absence_of(item) is absence]
    # An absence that speaks for many is still true of the others.
    kept = [item for item in entry.model.unavailable if item is not absence or (others and item.field != ref.address)]
    data[key("unavailable")] = [spelled(item, entry.keys) for item in kept]
    known = [spelled(item, entry.keys) for item in entry.model.provenance if item.field != ref.address]
    data[key("provenance")] = [*known, source]
    return data, body


def _bare(text: str) -> str:
    return (
        " ".join(text.casefold().strip('`«»“”"<> ').split())
        .removeprefix("https://")
        .removeprefix("http://")
        .rstrip("/.")
    )


def _owner(model: Part, steps: tuple[Step, ...]) -> Part:
    value = value_at(model, steps[:-1])
    assert isinstance(value, Part)  # noqa: S101 - what a field is of is a part
    return value


def _value(owner: type[Part], name: str, text: str, keys: KeyLanguage) -> Writable:
    """Return a text as what a field holds; one that cannot be that stays as it is, for the check to refuse."""
    annotation = owner.model_fields[name].annotation
    inner = part_in(annotation)
    if inner:
        parts = ", ".join(f"`{keys.author(field)}`" for field in inner.model_fields)
        raise ByHandError(f"Ese dato se compone de varios ({parts}), y un formulario no alcanza para decirlos.")
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    read = _reader(annotation, keys)
    if _is_list(annotation):
        return [read(line.removeprefix("- ")) for line in lines]
    if len(lines) > 1:
        raise UnreadableError("«Qué es» va en una sola línea para ese dato.")
    return read(lines[0])


def _reader(annotation: object, keys: KeyLanguage) -> Callable[[str], Writable]:
    kinds = _kinds(annotation)
    for kind in kinds:
        if issubclass(kind, Vocabulary):
            words = {keys.author_word(kind.__name__, word.word): word.label for word in kind}
            known = {name.casefold(): word for word, label in words.items() for name in (word, label)}
            return lambda text: known.get(text.casefold(), text)
    if bool in kinds:
        return lambda text: _YES_OR_NO.get(text.casefold(), text)
    if Decimal in kinds or int in kinds:
        return lambda text: Decimal(text) if _NUMBER.fullmatch(text) else text
    return lambda text: text


def _kinds(annotation: object) -> set[type]:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return {annotation}
    return {kind for inner in get_args(annotation) for kind in _kinds(inner)}


def _is_list(annotation: object) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(inner) for inner in get_args(annotation))


def _with(value: Writable, steps: Sequence[Step], new: Writable) -> Writable:
    """Return data with another value at the end of some steps."""
    step, *rest = steps
    if isinstance(value, list) and isinstance(step, int):
        return [*value[:step], _with(value[step], rest, new), *value[step + 1 :]]
    assert isinstance(value, Mapping)  # noqa: S101 - what a name leads into has names
    return {**value, str(step): _with(value.get(str(step)), rest, new) if rest else new}


def _with_section(entry: Entry[DocumentPart], ref: FieldRef, text: str) -> str:
    """Return the body with one heading more, before those that come after it in the model's order."""
    text = without_titles(text, "Qué es")
    order = [section.slug for section in entry.model.sections or ()]
    later = set(order[order.index(ref.address) + 1 :])
    lines = entry.body.text.split("\n")
    at = next((it.line - entry.body.first_line for it in entry.body.headings if it.slug in later), len(lines))
    before, after = "\n".join(lines[:at]).strip("\n"), "\n".join(lines[at:]).strip("\n")
    return "\n\n".join(filter(None, [before, f"## {ref.title}\n\n{text}", after]))
