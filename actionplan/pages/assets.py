"""Which of the plan's files are published as they are: pictures, documents and data that run nothing."""

from __future__ import annotations

from actionplan.documents.kinds import is_evidence, is_text
from actionplan.model.plan import Plan
from actionplan.pages.addresses import of_document

_HARMLESS = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"),
    *(".pdf", ".csv", ".json", ".txt", ".zip"),
    *(".ods", ".odt", ".odp", ".xlsx", ".docx", ".pptx"),
)


def published_files(plan: Plan) -> dict[str, str]:
    """The files to copy, from their address on the site to their path in the repository.

    An ``.svg`` or ``.html`` file that a contributor sends could run a script on the site's own address, so
    neither is ever copied.
    """
    return {
        of_document(entry.path): entry.path
        for entry in plan.files
        if entry.path.lower().endswith(_HARMLESS) and (is_evidence(entry.path) or not is_text(entry.path))
    }
