"""Who is asked to look at a change: the forge's list of owners, made from the plan."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.agreement.sides import owners_of_file
from actionplan.forge.door import forge
from actionplan.model import Plan

_HEAD = """\
# Lo escribe «plan owners» a partir de plan/actores.yml y de los compromisos: no lo edite a mano.
# Sólo reparte las solicitudes de revisión. A la forja le basta la de una persona: que las dos partes
# estén de acuerdo lo decide «plan approvals».
"""
_FOLDERS = ("", "avances/", "verificaciones/", "evidencias/")
_A_RECORD = "0000-00-00-x.md"


def codeowners(plan: Plan) -> str:
    """Return the text of the list: later lines win, so each folder stands before what is in it."""
    return _HEAD + "".join(_lines(plan))


def _lines(plan: Plan) -> Iterator[str]:
    yield from _line("plan/", "plan/plan.yml", plan)
    yield from _line("commitments/", "commitments/x", plan)
    for commitment_file in plan.commitment_files.values():
        folder = f"{commitment_file.commitment.folder}/"
        for name in _FOLDERS:
            yield from _line(folder + name, folder + name + _A_RECORD, plan)


def _line(pattern: str, file: str, plan: Plan) -> Iterator[str]:
    accounts = sorted({account for owner in owners_of_file(file, plan) for account in owner.accounts})
    if accounts:
        yield forge.owners_line(pattern, accounts)
