"""The plan of this repository: what is known of it, what is not, and the form of its files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path

import pytest
import yaml

from actionplan.documents import WorkingTree
from actionplan.findings import as_text
from actionplan.language.locale import locale
from actionplan.loader import Loaded, load
from actionplan.pages.site import Site

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("plan", "commitments")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".md", ".yml")
)
DRAFTS = ("c01", "c02", "c04", "c05", "c06", "c07", "c09", "c10", "c11")
NOT_OBTAINED = ("c03", "c08", "c12", "c13")


@pytest.fixture(scope="module")
def real() -> Loaded:
    return load(WorkingTree(ROOT))


def test_it_has_no_finding_of_any_kind(real: Loaded) -> None:
    assert real.findings == (), as_text(real.findings)
    assert not real.blocks(strict=True)


def test_it_has_thirteen_commitments_in_order(real: Loaded) -> None:
    assert list(real.plan.commitment_files) == [f"c{number:02}" for number in range(1, 14)]
    for number, commitment_file in enumerate(real.plan.commitment_files.values(), 1):
        assert commitment_file.commitment.model.number == number
        assert commitment_file.commitment.folder.startswith(f"commitments/{number:02}-")


def test_six_were_co_created_and_seven_were_not(real: Loaded) -> None:
    co_created = [
        commitment_file.commitment.model.is_co_created for commitment_file in real.plan.commitment_files.values()
    ]
    assert (co_created.count(True), co_created.count(False)) == (6, 7)


def test_every_roadmap_says_what_is_known_of_its_text(real: Loaded) -> None:
    status = {
        name: commitment_file.roadmap.model.document_status.word
        for name, commitment_file in real.plan.commitment_files.items()
        if commitment_file.roadmap
    }
    assert status == {**dict.fromkeys(DRAFTS, "draft"), **dict.fromkeys(NOT_OBTAINED, "not_obtained")}


def test_drafts_have_activities_and_what_was_not_obtained_has_none(real: Loaded) -> None:
    for name, commitment_file in real.plan.commitment_files.items():
        assert commitment_file.roadmap is not None
        assert bool(commitment_file.roadmap.model.activities) is (name in DRAFTS), name


def test_it_has_six_phases_each_with_its_purpose_and_dates(real: Loaded) -> None:
    assert [phase.model.number for phase in real.plan.phases] == [1, 2, 3, 4, 5, 6]
    for phase in real.plan.phases:
        model = phase.model
        assert model.purpose, phase.path
        for name in ("start", "end"):
            ref = phase.ref(name)
            assert getattr(model, name) or phase.absence_of(ref), f"{phase.path}: {name}"
        if model.start and model.end:
            assert date(2019, 1, 1) <= model.start <= model.end


def test_it_has_six_topics(real: Loaded) -> None:
    assert set(real.plan.trees) == {"corrupcion", "desarrollo-rural", "educacion", "empleo", "salud", "seguridad"}


def test_people_in_person_are_counted_in_three_ways_and_none_is_chosen(real: Loaded) -> None:
    figures = {figure.id: figure for figure in real.plan.identity.figures}
    claims = figures["personas-presenciales"].claims
    assert [claim.value for claim in claims] == [Decimal(500), Decimal(480), Decimal(400)]
    assert len({claim.sources for claim in claims}) == 3


@pytest.mark.parametrize("code", ["es", "en"])
def test_everything_that_is_not_known_is_on_its_page(code: str, real: Loaded) -> None:
    site = Site(real.plan, locale(code))
    shown = unescape(site.render(site.pages["que-no-se-sabe.md"], ""))
    declared = [(entry.path, absence.field) for entry in real.plan.entries for absence in entry.model.unavailable]
    assert len(declared) > 100
    by_file = {part.partition("</code>")[0]: part for part in re.split(r'<p class="archivo">.*?<code>', shown)[1:]}
    missing = [(path, field) for path, field in declared if f"<code>{field}</code>" not in by_file[path]]
    assert missing == []


def test_every_source_is_cited_or_says_how_much_was_read(real: Loaded) -> None:
    for source in real.plan.sources.values():
        assert source.title
        assert source.access
    named = {name for entry in real.plan.entries for item in entry.model.provenance for name in item.sources}
    assert named <= set(real.plan.sources)


@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_file_has_the_canonical_form(path: str) -> None:
    content = (ROOT / path).read_bytes()
    text = content.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert "\t" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert not [line for line in text.split("\n") if line != line.rstrip()]
    assert list(_unlike_canon(text if path.endswith(".yml") else text.split("---\n", 2)[1])) == []


def _unlike_canon(front: str) -> Iterator[str]:
    """What a front matter has that the canonical form has not."""
    for event in yaml.parse(front, Loader=yaml.CSafeLoader):
        if getattr(event, "anchor", None) or getattr(event, "tag", None) or getattr(event, "flow_style", None):
            yield f"anchor, alias, tag or flow: {event}"
    for node, is_key in _scalars(yaml.compose(front, Loader=yaml.CSafeLoader)):
        if is_key and node.style:
            yield f"quoted key: {node.value}"
        elif not is_key and node.style != '"' and not re.fullmatch(r"-?\d+(?:\.\d+)?|true|false", node.value):
            yield f"text without double quotes: {node.value}"
    yield from (f"comment: {line}" for line in front.split("\n") if line.lstrip().startswith("#"))


def _scalars(node: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, bool]]:
    """Every scalar below a node, and whether it is a key."""
    if isinstance(node, yaml.ScalarNode):
        yield node, False
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key, True
            yield from _scalars(value)


@pytest.mark.parametrize(
    ("front", "found"),
    [
        ('a: "b"\nc:\n  - d: 1\n    e: true\n  - d: -2.5\n', 0),
        ("a: b\n", 1),
        ("a: 'b'\n", 1),
        ('"a": "b"\n', 1),
        ("a: |\n  b\n", 1),
        ('a: ["b"]\n', 1),
        ('a: &x "b"\nc: *x\n', 2),
        ('# nota\na: "b"\n', 1),
        ("a:\n  - b\n  - c:\n      d: e\n", 2),
    ],
)
def test_the_canon_is_told_from_what_only_looks_like_it(front: str, found: int) -> None:
    assert len(list(_unlike_canon(front))) == found


PERSONAL = {
    "an e-mail address": r"[\w.+-]+@[\w-]+\.\w+",
    "a telephone number": r"(?<![\d.,/-])(?:\+?52[ .-]?)?(?:\(\d{2,3}\)|\d{2,3})[ .-]\d{3,4}[ .-]\d{4}(?![\d.,/-])",
    "ten digits in a row": r"(?<!\d)\d{10}(?!\d)",
    "a CURP": r"\b[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z0-9]\d\b",
    "an RFC": r"\b[A-ZÑ&]{3,4}\d{6}[A-Z0-9]{3}\b",
}


@pytest.mark.parametrize("pattern", PERSONAL.values(), ids=PERSONAL)
def test_it_holds_no_data_of_private_persons(pattern: str) -> None:
    found = []
    for path in DOCUMENTS:
        text = re.sub(r"https?://\S+|\b[0-9a-f]{64}\b", "", (ROOT / path).read_text("utf-8"))
        found += [f"{path}: {match.group()}" for match in re.finditer(pattern, text)]
    assert found == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("an e-mail address", "escriba a nadie@ejemplo.example"),
        ("a telephone number", "tel. 55 1234 5678"),
        ("a telephone number", "(55) 1234-5678"),
        ("ten digits in a row", "5512345678"),
        ("a CURP", "XEXX010101HNEXXXA4"),
        ("an RFC", "XAXX010101000"),
    ],
)
def test_data_of_persons_would_be_seen(name: str, text: str) -> None:
    assert re.search(PERSONAL[name], text)
