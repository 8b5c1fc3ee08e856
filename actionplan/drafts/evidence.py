"""A piece of evidence, written into a report that is not published yet."""

from __future__ import annotations

from collections.abc import Mapping

from actionplan.documents import Writable, document_text, slug
from actionplan.findings import Finding
from actionplan.model import Entry, Evidence, Report, field_order, spelled, typed


def safe_name(name: str) -> str:
    """Return the name of a file in lower case, without accents, blanks or signs."""
    stem, dot, ending = name.rpartition(".")
    return f"{slug(stem or ending) or 'evidencia'}{dot and stem and '.'}{slug(ending) if stem else ''}"


def with_evidence(report: Entry[Report], activity: str, proof: Mapping[str, str]) -> str:
    """Return the text of a report in canonical form, with one more piece of evidence of an activity that it tells of.

    Args:
        report: As it is; comments in its data are lost.
        activity: Its id.
        proof: By the model's names of the fields, as its author gives it and not yet validated.
    """
    keys, model = report.keys, report.model
    at = [item.activity for item in model.activities].index(activity)
    activities = [spelled(item, keys) for item in model.activities]
    before = [spelled(item, keys) for item in model.activities[at].evidence]
    added: dict[str, Writable] = {keys.author(name): proof.get(name) for name in field_order(Evidence)}
    activities[at][keys.author("evidence")] = [*before, added]
    return document_text({**spelled(model, keys), keys.author("activities"): activities}, report.body.text)


def refusals(report: Entry[Report], text: str) -> tuple[Finding, ...]:
    """Return what would be wrong with a report by itself if this were its text."""
    return typed(report.source_file._replace(content=text.encode())).findings
