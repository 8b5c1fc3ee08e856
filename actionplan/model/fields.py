"""The building blocks of the models: strict values, and parts made of them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, ClassVar, Final, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, StringConstraints, ValidationInfo
from pydantic_core import PydanticCustomError

from actionplan.model.marks import TRANSLATABLE
from actionplan.model.partialdate import PartialDate

ID: Final = r"^[a-z0-9]+(?:[-_.][a-z0-9]+)*$"

Text = Annotated[str, StringConstraints(min_length=1, strict=True), TRANSLATABLE]
"""A sentence or two."""

Title = Annotated[
    str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^<>\n]+$", strict=True), TRANSLATABLE
]
"""One line that also stands in a page's head, so with no sign that HTML knows."""

Id = Annotated[str, StringConstraints(pattern=ID, max_length=80, strict=True)]
"""A stable name: lower case, digits, ``-``, ``_``, ``.``."""

Ref = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-_./][a-z0-9]+)*$", max_length=160, strict=True)]
"""The id of something elsewhere; ``/`` leads into a document."""

FieldPath = Annotated[str, StringConstraints(pattern=r"^(?:\*|[^\s/]+(?:/[^\s/]+)*)$", max_length=200, strict=True)]
"""A path of field names and ids, as the author spells them."""

Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"'`\\]+$", max_length=2000, strict=True)]
RelativePath = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-][^\\:\x00]*$", max_length=300, strict=True)]
Sdg = Annotated[str, StringConstraints(pattern=r"^(?:1[0-7]|[1-9])(?:\.(?:[1-9][0-9]?|[a-d]))?$", strict=True)]
"""A Sustainable Development Goal (``16``) or target (``16.6``, ``2.a``)."""

OgpCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,5}[0-9]{4}$", strict=True)]
"""The code that the Open Government Partnership gives to a commitment (``MX0075``)."""

RuleCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}[0-9]{2}$", strict=True)]
"""The code of a rule (``FEC03``)."""

Account = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$", strict=True)]
"""The name of an account at a forge."""

Domain = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(?:\.[a-z0-9-]+)+$", max_length=253, strict=True)]
"""A name in the internet's directory (``gob.mx``); what is below it counts too."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$", strict=True)]

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            if _ISO_DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
        raise PydanticCustomError("day", "not a day")
    return value


def _partial_day(value: object) -> PartialDate:
    if not isinstance(value, str):
        raise PydanticCustomError("date_type", "a date is due")
    try:
        return PartialDate.parse(value)
    except ValueError:
        raise PydanticCustomError("partial_day", "not a day, month or year") from None


def _number(value: object, info: ValidationInfo[object]) -> object:
    if isinstance(value, str) and info.mode == "json":  # what is kept between runs, which was a number when it was read
        return Decimal(value)
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value


Day = Annotated[date, BeforeValidator(_day)]
PartialDay = Annotated[PartialDate, PlainValidator(_partial_day)]
Number = Annotated[Decimal, BeforeValidator(_number)]
Percent = Annotated[int, Field(ge=0, le=100)]


class Part(BaseModel):
    """Represent a piece of a document; strict, frozen, and closed to unknown keys.

    Attributes:
        identity: The field that names a part among its siblings, empty if none does.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    identity: ClassVar[str] = "id"


@cache
def field_order(part: type[Part]) -> tuple[str, ...]:
    """Return the fields of a part in the order in which they are written.

    Its own, then those that it shares with others.
    """
    declared = (name for owner in part.__mro__ for name in vars(owner).get("__annotations__", ()))
    return tuple(dict.fromkeys(name for name in declared if name in part.model_fields))


def part_in(annotation: object) -> type[Part] | None:
    """Return the part that an annotation such as ``tuple[Claim, ...]`` or ``Forum | None`` is about."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    inner = (part_in(argument) for argument in get_args(annotation))
    return next(filter(None, inner), None)


@cache
def parts_of(model: type[Part]) -> frozenset[type[Part]]:
    """Return every kind of part that a model may hold, at any depth, itself included."""
    found = {model}
    pending = [model]
    while pending:
        for field in pending.pop().model_fields.values():
            part = part_in(field.annotation)
            if part and part not in found:
                found.add(part)
                pending.append(part)
    return frozenset(found)
