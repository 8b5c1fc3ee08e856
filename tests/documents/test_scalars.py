"""An unquoted scalar is read only where YAML 1.1 and YAML 1.2 agree on it."""

import re
from decimal import Decimal

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from actionplan.documents.scalars import AmbiguousScalarError, Reading, read_plain


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("true", True),
        ("false", False),
        ("0", 0),
        ("-7", -7),
        ("20210831", 20210831),
        ("0.10", Decimal("0.10")),
        ("-12.5", Decimal("-12.5")),
        ("999999999999999999", 999999999999999999),
        ("2020-06-30", "2020-06-30"),
        ("2019-08", "2019-08"),
        ("1.2.3", "1.2.3"),
        ("sí", "sí"),
        ("nota", "nota"),
        ("-", "-"),
        ("16.6.a", "16.6.a"),
        ("", None),
        ("~", None),
        ("null", None),
    ],
)
def test_what_every_program_reads_alike_is_read(text: str, reading: Reading) -> None:
    assert read_plain(text) == reading
    assert type(read_plain(text)) is type(reading)


@pytest.mark.parametrize(
    "text",
    [
        *("no", "No", "NO", "yes", "on", "off", "Off", "y", "N", "True", "FALSE"),
        *("12:30", "1:30:00", "190:20:30.15", "+12:30"),
        *("1_000", "1_000.5", "_1"[1:] + "_"),
        *("010", "0o10", "08", "0x1f", "0X1F", "0b101", "-0x1f"),
        *("1e3", "1E3", "1.5e3", "1.", ".5", "+1", "+0.5", ".inf", "-.INF", ".nan", "=", "<<"),
        *("1234567890123456789", "1.1234567890123"),
    ],
)
def test_what_programs_read_differently_is_refused(text: str) -> None:
    with pytest.raises(AmbiguousScalarError):
        read_plain(text)


# What YAML 1.2's core schema says, straight from chapter 10.3.2 of its specification.
CORE = (
    (re.compile(r"null|Null|NULL|~|"), lambda _: None),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text, 0)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 16)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"), lambda text: float(text.replace(".", "", 1))),
)

NUMBERISH = st.text(alphabet="0123456789-+._:eExXobaf~=<", max_size=12)
WORDS = st.sampled_from(["true", "True", "no", "Yes", "on", "null", "Null", "~", ".inf", ".NaN", "y", "0o7", "=", "<<"])


def core(text: str) -> object:
    return next((read(text) for form, read in CORE if form.fullmatch(text)), text)


class Yaml11(yaml.SafeLoader):
    """PyYAML without its dates: here a date is a text for whoever reads it."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the library's own way
        first: [(tag, form) for tag, form in resolvers if not tag.endswith("timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def yaml11(text: str) -> object:
    loader = Yaml11("")
    tag = loader.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return loader.construct_object(yaml.ScalarNode(tag, text))


@given(NUMBERISH | WORDS | st.text(max_size=8))
@example("-0")
@example("1.10")
@settings(max_examples=300)
def test_a_reading_is_that_of_yaml_1_1_and_of_yaml_1_2(text: str) -> None:
    assume(text[:1] not in ("&", "*", "!"))  # an anchor, alias or tag, never a scalar
    try:
        reading = read_plain(text)
    except AmbiguousScalarError:
        return
    for other in (core(text), yaml11(text)):
        if isinstance(reading, Decimal):
            assert isinstance(other, float)
            assert float(reading) == other
        else:
            assert reading == other
            assert type(reading) is type(other)
