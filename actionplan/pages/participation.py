"""How a reader of a page takes part without git: the file and the forms that it leads to, filled in as far as known."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.intake.forms import FormName, form_address
from actionplan.language.messages import msg
from actionplan.model.commitment import Commitment
from actionplan.model.plan import Dossier, Plan
from actionplan.model.roadmap import Roadmap
from actionplan.pages.page import Page

CHANGE = msg("Proponer un cambio")
REPORT = msg("Informar un avance")
CONTEST = msg("Verificar o impugnar")
ASK = msg("Preguntar")


def ways_in(page: Page, plan: Plan, file: str, edit_url: str | None) -> tuple[tuple[str, str], ...]:
    """What a reader can do from a page, each with its address; nothing if the plan names no forge.

    Args:
        page: The page.
        plan: Whose forge it is, and what the forms are filled with.
        file: What a reader of this language would edit; empty if the page is made from many.
        edit_url: Where the forge edits it, if it does.
    """
    forms = _forms(_dossier(page, plan), file)
    found = [(CHANGE, edit_url), *((label, form_address(plan, name, answers)) for label, name, answers in forms)]
    return tuple((label, address) for label, address in found if address)


def _forms(dossier: Dossier | None, file: str) -> Iterator[tuple[str, FormName, dict[str, str]]]:
    if dossier:
        about = {"compromiso": dossier.commitment.model.id}
        yield REPORT, FormName.PROGRESS, about
        if dossier.reports:
            yield CONTEST, FormName.RULING, {**about, "avance": dossier.reports[-1].stem}
    yield ASK, FormName.QUESTION, {"archivo": file} if file else {}


def _dossier(page: Page, plan: Plan) -> Dossier | None:
    model = page.entry.model if page.entry else None
    if isinstance(model, Commitment):
        return plan.dossiers.get(model.id)
    return plan.dossiers.get(model.commitment) if isinstance(model, Roadmap) else None
