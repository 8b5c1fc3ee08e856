"""Which of the plan's files are published as they are, and where."""

from __future__ import annotations

from actionplan.documents.kinds import PUBLISHED_TYPES, is_evidence, is_text
from actionplan.model.plan import Plan
from actionplan.pages.addresses import of_document


def published_files(plan: Plan) -> dict[str, str]:
    """The files to copy, from their address on the site to their path in the repository."""
    return {
        of_document(entry.path): entry.path
        for entry in plan.files
        if entry.path.lower().endswith(PUBLISHED_TYPES) and (is_evidence(entry.path) or not is_text(entry.path))
    }
