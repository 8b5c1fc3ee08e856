"""Schema and model agree: what one refuses the other does, as far as a schema can tell."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
import yaml
from jsonschema import Draft202012Validator
from plans import VALID, findings_of

from actionplan.documents import Kind, WorkingTree, Writable, collect, data_text, document_text, kind_at
from actionplan.exports.schema import schema_of
from actionplan.exports.snippets import snippets
from actionplan.language.keys import KEY_LANGUAGES
from actionplan.model import MODELS

Data = dict[str, Writable]
Steps = tuple[str | int, ...]

ROOT = Path(__file__).parents[2]
VALIDATORS = {kind: Draft202012Validator(schema_of(kind)) for kind in Kind}
REAL = {document.path: document.kind for document in collect(WorkingTree(ROOT)).source_files}
OTHERS: tuple[Writable, ...] = ("uno <dos>", "Uno Dos", "2020-1-31", 7, -1, True, ["uno"], {"nada": "uno"})


def data_of(text: str) -> Data:
    """The front matter as any other program would read it: all texts are quoted, so that all read it alike."""
    return cast("Data", yaml.safe_load(text.split("---\n")[1] if text.startswith("---") else text))


@pytest.mark.parametrize("kind", Kind)
def test_each_schema_is_one(kind: Kind) -> None:
    Draft202012Validator.check_schema(schema_of(kind))
    assert json.dumps(schema_of(kind)) == json.dumps(schema_of(kind))


@pytest.mark.parametrize("path", REAL)
def test_the_real_plan_keeps_its_schemas(path: str) -> None:
    VALIDATORS[REAL[path]].validate(data_of((ROOT / path).read_text("utf-8")))


def field_refs(value: Writable, steps: Steps = ()) -> Iterator[Steps]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in items:
        yield (*steps, step)
        yield from field_refs(inner, (*steps, step))


def owner(data: Data, steps: Steps) -> dict[str | int, Writable]:
    found: object = data
    for step in steps[:-1]:
        found = cast("dict[str | int, object]", found)[step]
    return cast("dict[str | int, Writable]", found)


def mutants(data: Data) -> Iterator[Data]:
    for steps in field_refs(data):
        for other in OTHERS:
            changed = copy.deepcopy(data)
            owner(changed, steps)[steps[-1]] = other
            yield changed
        changed = copy.deepcopy(data)
        del owner(changed, steps)[steps[-1]]
        yield changed
        if isinstance(steps[-1], str):
            changed = copy.deepcopy(data)
            owner(changed, steps)[f"{steps[-1]}x"] = "uno"
            yield changed


@pytest.mark.parametrize("path", VALID)
def test_schema_and_model_refuse_the_same(path: str) -> None:
    """Every value of every document replaced by others, taken away, or given a neighbour that nobody knows."""
    kind = kind_at(path)
    assert kind is not None
    body = "" if kind.is_settings else VALID[path].partition("\n---\n")[2]
    for data in mutants(data_of(VALID[path])):
        text = data_text(data) if kind.is_settings else document_text(data, body)
        read = data_of(text) or {}
        refused = [found for found in findings_of({**VALID, path: text}) if found.startswith(path) and " FOR" in found]
        assert VALIDATORS[kind].is_valid(read) == (not refused), (data, refused)


def test_what_no_schema_can_say_is_left_to_the_check() -> None:
    data = data_of(VALID["plan/plan.yml"]) | {"corte": "2021-02-30"}
    assert VALIDATORS[Kind.PLAN].is_valid(data)
    assert [found.rpartition(" ")[2] for found in findings_of({**VALID, "plan/plan.yml": data_text(data)})] == ["FOR14"]


def test_a_plan_with_english_keys_has_english_schemas() -> None:
    schema = schema_of(Kind.COMMITMENT, KEY_LANGUAGES["en"])
    assert set(schema["properties"]) == set(MODELS[Kind.COMMITMENT].model_fields)
    assert schema["properties"]["origin"]["enum"] == ["co_created", "proactive"]


def test_every_field_is_told_in_words() -> None:
    start = schema_of(Kind.COMMITMENT)["properties"]["inicio"]
    assert start["title"] == "Inicio"
    assert start["description"] == (
        'Fecha como año-mes-día, entre comillas: "2020-06-30". '
        "Si no se conoce, se anota en «no_disponible» con su motivo."
    )
    origin = schema_of(Kind.COMMITMENT)["properties"]["origen"]
    assert origin["description"] == "Uno de: cocreado (Cocreado), proactivo (Proactivo)."


@pytest.mark.parametrize("kind", Kind)
def test_a_snippet_is_a_document_with_blanks(kind: Kind) -> None:
    snippet = snippets()[str(schema_of(kind)["title"])]
    text = "\n".join(snippet["body"])
    for stop in range(60):
        text = text.replace(f'"${stop}"', '"x"').replace(f": ${stop}\n", ": 1\n")
    refused = {error.validator for error in VALIDATORS[kind].iter_errors(data_of(text))}
    assert refused <= {"pattern", "enum", "type", "minimum"}
