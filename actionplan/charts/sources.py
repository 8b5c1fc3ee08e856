"""On which texts the facts behind a chart rest, and in which language people wrote its names."""

from __future__ import annotations

from collections.abc import Iterable

from actionplan.charts.origin import DataOrigin
from actionplan.documents import Step
from actionplan.language.locale import Locale
from actionplan.model import DocumentPart, Entry, LocalizedPlan, Plan, Provenance

Fact = tuple[Entry[DocumentPart], Step]
"""A field of a document."""


def provenance(fact: Fact) -> Provenance | None:
    """Return where a fact comes from, if it is there and says so."""
    entry, step = fact
    ref = entry.ref(step)
    return entry.provenance_of(ref) if ref.present else None


def behind(facts: Iterable[Fact]) -> list[str]:
    """Return the ids of the sources of some facts, in the order in which the facts name them."""
    return [source for found in map(provenance, facts) if found for source in found.sources]


def origin(plan: Plan, rule: str, sources: Iterable[str] = ()) -> DataOrigin:
    """Return where the figures of a chart come from, up to the cut-off of the plan."""
    return DataOrigin(rule, plan.identity.cutoff, titles(plan, sources))


def titles(plan: Plan, sources: Iterable[str]) -> tuple[str, ...]:
    """Return the titles of sources by their ids, each once."""
    return tuple(plan.sources[name].title for name in dict.fromkeys(sources) if name in plan.sources)


def language_of(entry: Entry[DocumentPart], localized: LocalizedPlan, locale: Locale) -> str:
    """Return the language of a document's names where it is not the page's."""
    written = localized.plan.identity.language
    return "" if written == locale.code or entry.path in localized.translations else written
