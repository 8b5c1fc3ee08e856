"""The forge's list of owners asks, for every file, those whose word counts for it."""

from __future__ import annotations

import pytest
from agreement.parties import files_with_accounts, with_accounts
from plans import COMMITMENT_PATH, REPORT_PATH, ROADMAP_PATH, TREE_PATH, VERIFICATION_PATH, loaded

from actionplan.agreement.owners import codeowners
from actionplan.agreement.sides import owners_of

FOLDER = "commitments/01-agua"
PATHS = (
    *(COMMITMENT_PATH, ROADMAP_PATH, REPORT_PATH, VERIFICATION_PATH, TREE_PATH, "plan/plan.yml", "plan/actores.yml"),
    *(f"{FOLDER}/compromiso.en.md", f"{FOLDER}/evidencias/acta.pdf", f"{FOLDER}/otra.md"),
    *("commitments/99-nuevo/compromiso.md", "commitments/99-nuevo/avances/2020-01-01-gob.md", "Makefile"),
)


def asked(text: str, path: str) -> set[str]:
    """Whom the forge asks to look at a file: the last line that is about it."""
    rules = [line.split() for line in text.splitlines() if not line.startswith("#")]
    found = [accounts for pattern, *accounts in rules if f"/{path}".startswith(pattern)]
    return {account.removeprefix("@") for account in found[-1]} if found else set()


@pytest.mark.parametrize("again", ["", "-2", "-9"])
def test_every_verification_of_a_day_is_its_signer_s_alone(again: str) -> None:
    files = files_with_accounts()
    two = files[COMMITMENT_PATH].replace('corresponsables:\n  - "osc"\n', 'corresponsables:\n  - "osc"\n  - "otra"\n')
    (owner,) = owners_of(
        [f"{FOLDER}/verificaciones/2020-07-10-osc{again}.md"], loaded({**files, COMMITMENT_PATH: two}).plan
    )
    assert owner.organisations == ("osc",)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "accounts", [("gob-uno gob-dos", "osc-uno"), ("doble gob-uno", "doble osc-uno"), ("gob-uno", "")]
)
def test_those_are_asked_whose_word_counts(path: str, accounts: tuple[str, str]) -> None:
    plan = with_accounts(*accounts)
    counting = {account for owner in owners_of([path], plan) for account in owner.accounts}
    everybody = {account for owner in owners_of(["plan/x"], plan) for account in owner.accounts}
    # Where nobody's word counts, the line of the folder above asks those who could change that.
    assert asked(codeowners(plan), path) == (counting or (everybody if path.startswith(FOLDER) else set()))
