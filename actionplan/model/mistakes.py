"""What a model refuses, said as findings on the author's line and in the author's spelling."""

from calendar import monthrange
from decimal import Decimal

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from actionplan.documents import Document, Record, Scalar, Sequence, Step, Value, find, front_matter_rules
from actionplan.findings import Finding, Position
from actionplan.language.keys import KEY_LANGUAGES, KeyLanguage
from actionplan.language.messages import msg
from actionplan.model.fields import Part
from actionplan.text.nearest import nearest
from actionplan.text.normalise import plain

EXPECTED = {
    "string_type": msg("un texto"),
    "int_type": msg("un número entero"),
    "int_from_float": msg("un número entero"),
    "decimal_type": msg("un número"),
    "is_instance_of": msg("un número"),
    "bool_type": msg("true o false"),
    "tuple_type": msg("una lista (una línea con «- » por valor)"),
    "model_type": msg("un grupo de datos «nombre: valor»"),
    "dict_type": msg("un grupo de datos «nombre: valor»"),
    "model_attributes_type": msg("un grupo de datos «nombre: valor»"),
    "too_short": msg("una lista con al menos un valor"),
    "date_type": msg("una fecha entre comillas"),
}

_LIMITS = {
    ("ge", True): msg("de {lowest} a {highest}"),
    ("ge", False): msg("{lowest} o mayor"),
    ("gt", True): msg("mayor que {lowest} y a lo más {highest}"),
    ("gt", False): msg("mayor que {lowest}"),
}
"""By the kind of the lowest bound, and whether there is a highest."""

_PATTERN = msg("un valor con la forma que se pide: sin espacios al inicio, sin «<» ni «>», en una línea")
_DAY = msg("completa y posible")
_PARTIAL_DAY = msg("posible (año, año-mes o año-mes-día)")


def finding_of(  # noqa: PLR0911 - one sentence for each kind of refusal
    error: ErrorDetails, document: Document, keys: KeyLanguage, part: type[Part]
) -> Finding:
    """Turn one refusal of a model into a finding.

    Args:
        error: As pydantic lists it; its location is a way into the document's data.
        document: Where the refused value stands.
        keys: How the author spells keys and words.
        part: What the place belongs to.
    """
    steps: tuple[Step, ...] = error["loc"]
    kind = error["type"]
    found = find(document.data, steps)
    position = Position(document.path, found.line, found.column)
    if kind == "missing":
        return front_matter_rules.MISSING_KEY.at(position, key=keys.author(str(steps[-1])))
    if kind == "extra_forbidden":
        return _unknown_key(document, steps, keys, tuple(part.model_fields))
    key = found.spelling
    if kind == "word":
        return _not_a_word(position, key, found.value, keys, str(error.get("ctx", {}).get("vocabulary")))
    if kind in ("day", "partial_day"):
        precision = _DAY if kind == "day" else _PARTIAL_DAY
        text = shown(found.value)
        return front_matter_rules.BAD_DATE.at(position, value=text, precision=precision, proposal=propose_date(text))
    if kind in EXPECTED:
        return front_matter_rules.WRONG_TYPE.at(
            position, key=key, expected=EXPECTED[kind], found=_type_name(found.value)
        )
    if kind.startswith(("greater", "less")):
        return _out_of_range(position, key, found.value, part.model_fields[str(steps[-1])])
    return front_matter_rules.BAD_VALUE.at(position, value=shown(found.value), key=key, expected=_PATTERN)


def _out_of_range(position: Position, key: str, value: Value | None, field: FieldInfo) -> Finding:
    bounds = {name: getattr(it, name) for it in field.metadata for name in ("gt", "ge", "le") if hasattr(it, name)}
    lowest = "gt" if "gt" in bounds else "ge"
    limits = _LIMITS[lowest, "le" in bounds]
    return front_matter_rules.OUT_OF_RANGE.at(
        position,
        value=shown(value),
        key=key,
        limits=limits,
        lowest=str(bounds[lowest]),
        highest=str(bounds.get("le", "")),
    )


def _unknown_key(document: Document, steps: tuple[Step, ...], keys: KeyLanguage, fields: tuple[str, ...]) -> Finding:
    found = find(document.data, steps, key=True)
    known = [keys.author(name) for name in fields]
    position = Position(document.path, found.line, found.column)
    guess = meant_key(found.spelling, keys, fields)
    return front_matter_rules.UNKNOWN_KEY.at(position, key=found.spelling, guess=guess, known=", ".join(known))


def meant_key(spelling: str, keys: KeyLanguage, fields: tuple[str, ...]) -> str:
    """Return the author's key for an unknown one.

    What another key language spells so, or else the nearest; or empty.
    """
    named = (language.english(spelling) for language in KEY_LANGUAGES.values())
    translated = next((keys.author(name) for name in named if name in fields), "")
    return translated or nearest(plain(spelling), [keys.author(name) for name in fields])


def _not_a_word(position: Position, key: str, value: Value | None, keys: KeyLanguage, vocabulary: str) -> Finding:
    known = list(keys.words[vocabulary].values())
    text = shown(value)
    return front_matter_rules.NOT_A_WORD.at(
        position, value=text, key=key, guess=nearest(text, known), known=", ".join(known)
    )


def shown(value: Value | None) -> str:
    """Return a value as the author would recognise it, shortened."""
    text = str(value.value) if isinstance(value, Scalar) else "…"
    if isinstance(value, Scalar) and isinstance(value.value, bool):
        text = text.lower()
    limit = 60
    return text if len(text) <= limit else text[:limit] + "…"


def propose_date(text: str) -> str:
    """Return an ISO date for a text that seems to mean one: the example of every message otherwise."""
    parts = text.replace("/", "-").replace(".", "-").split("-")
    if len(parts) == 3 and all(part.isascii() and part.isdigit() for part in parts):  # noqa: PLR2004 - day, month, year
        year, month, day = parts if len(parts[0]) == 4 else reversed(parts)  # noqa: PLR2004 - digits of a year
        if len(year) == 4 and 1 <= int(month) <= 12 and 1 <= int(day) <= 31:  # noqa: PLR2004 - the calendar
            last = monthrange(int(year), int(month))[1]
            return f'"{year}-{int(month):02d}-{min(int(day), last):02d}"'
    return '"2020-06-30"'


def _type_name(value: Value | None) -> str:
    if isinstance(value, Sequence):
        return msg("una lista") if value.items else msg("una lista vacía")
    if isinstance(value, Record):
        return msg("un grupo de datos")
    if isinstance(value, Scalar) and isinstance(value.value, bool):
        return msg("true o false")
    if isinstance(value, Scalar) and isinstance(value.value, Decimal):
        return msg("un número con decimales, sin comillas")
    if isinstance(value, Scalar) and isinstance(value.value, int):
        return msg("un número sin comillas")
    return msg("un texto")
