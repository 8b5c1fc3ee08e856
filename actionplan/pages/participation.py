"""How a reader of a page takes part without git: the file and the forms that it leads to, filled in as far as known."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.intake.forms import FormName, form_address
from actionplan.language.messages import msg
from actionplan.model import Plan
from actionplan.pages import addresses
from actionplan.pages.page import SitePage

CHANGE = msg("Proponer un cambio")
REPORT = msg("Informar avance")
CONTEST = msg("Impugnar o verificar")
SUPPLY = msg("Aportar un dato que falta")
ASK = msg("Preguntar")

_PROPOSAL = "Propongo este cambio: "
"""How a question begins that proposes something; part of the forms, which are in the repository's language."""


def ways_in(page: SitePage, plan: Plan, file: str, edit_url: str | None) -> tuple[tuple[str, str], ...]:
    """Return what a reader can do from a page, each with its address; nothing if the plan names no forge.

    Args:
        page: The page.
        plan: Whose forge it is, and what the forms are filled with.
        file: What a reader of this language would edit; empty if the page is made from many.
        edit_url: Where the forge edits it, if it does.
    """
    forms = _forms(page, file)
    found = [(label, form_address(plan, name, answers)) for label, name, answers in forms]
    return tuple((label, address) for label, address in [(CHANGE, edit_url), *found] if address)


def _forms(page: SitePage, file: str) -> Iterator[tuple[str, FormName, dict[str, str]]]:
    commitment_file = page.commitment_file
    about = {"compromiso": commitment_file.commitment.model.id} if commitment_file else {}
    judged = {"avance": commitment_file.reports[-1].stem} if commitment_file and commitment_file.reports else {}
    where = {"archivo": file or f"/{addresses.url(page.address)}"}
    if not file:  # made from many documents, so that somebody has to tell which of them it takes
        yield CHANGE, FormName.QUESTION, {**where, "pregunta": _PROPOSAL}
    yield REPORT, FormName.PROGRESS, about
    yield CONTEST, FormName.RULING, {**about, **judged}
    if page.kind.name == "unknown" or (page.entry and page.entry.model.unavailable):
        # A translation holds no facts.
        yield SUPPLY, FormName.FACT, {"archivo": page.source} if page.source else {}
    yield ASK, FormName.QUESTION, where
