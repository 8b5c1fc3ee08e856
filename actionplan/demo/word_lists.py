"""The words that an invented plan is made of, read from the files of ``words/``; nobody and nothing in them exists."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml
from pydantic import TypeAdapter

from actionplan.demo.bilingual import Bilingual
from actionplan.language.keys import SPANISH
from actionplan.model import IndicatorLevel, OutputKind, Sense, SourceKind


class PolicyArea(NamedTuple):
    """Describe an area of public life.

    Attributes:
        key: For ids.
        name: With its article.
        people: Those who live with it, with their article.
        subjects: What a commitment may be about, with articles; as many in every area.
    """

    key: str
    name: Bilingual
    people: Bilingual
    subjects: tuple[Bilingual, ...]


class Aspect(NamedTuple):
    """Describe a way to look at a policy area; blanks ``area`` and ``people``."""

    key: str
    title: str
    problem: str


class ActivityTemplate(NamedTuple):
    """Describe an activity with its output and its means of verification; blanks ``subject`` and ``n``."""

    title: Bilingual
    output: str
    output_kind: OutputKind
    means: str


class ActionTemplate(NamedTuple):
    """Describe a key action and the activities that may make it up, in order; blank ``subject``."""

    title: Bilingual
    activities: tuple[ActivityTemplate, ...]


class IndicatorTemplate(NamedTuple):
    """Describe an indicator; ``baseline`` and ``target`` are the least and the most that each may be."""

    name: str
    formula: str
    unit: str
    level: IndicatorLevel
    sense: Sense
    baseline: tuple[int, int]
    target: tuple[int, int]


class SourceTitle(NamedTuple):
    """Describe a source that every plan cites."""

    id: str
    title: str
    kind: SourceKind


class CommonCommit(NamedTuple):
    """Describe a commit of documents that every plan has, by their paths."""

    day: date
    subject: str
    documents: tuple[str, ...]


class WordLists(NamedTuple):
    """Hold every list of words; each is a file of the same name.

    Sentences of commitments and roadmaps stand under the slug of their heading, comments under their author, and the
    reasons to discard an alternative under its title. Blanks: ``subject`` for what the commitment is about,
    ``people`` for those who live with it, ``office`` for its lead, ``partner``, and the numbers ``n`` and ``m``.
    """

    policy_areas: tuple[PolicyArea, ...]
    aspects: tuple[Aspect, ...]
    title_forms: tuple[Bilingual, ...]
    title_scopes: tuple[Bilingual, ...]
    action_templates: tuple[ActionTemplate, ...]
    indicator_templates: tuple[IndicatorTemplate, ...]
    commitment_sentences: dict[str, tuple[Bilingual, ...]]
    roadmap_sentences: dict[str, tuple[Bilingual, ...]]
    final_results: tuple[Bilingual, ...]
    tree_comments: dict[str, str]
    discarded_alternatives: dict[str, str]
    sources: tuple[SourceTitle, ...]
    common_commits: tuple[CommonCommit, ...]
    spanish_texts: dict[str, tuple[str, ...]]


@cache
def word_lists() -> WordLists:
    """Read the files once."""
    folder = resources.files("actionplan.demo").joinpath("words")
    data = {name: _read(folder.joinpath(f"{name}.yml").read_bytes()) for name in WordLists._fields}
    return TypeAdapter(WordLists).validate_python(data, context=SPANISH)


def _read(text: bytes) -> object:
    return yaml.load(text, Loader=yaml.CSafeLoader)
