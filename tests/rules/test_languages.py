"""A document without a translation is noticed where most like it have theirs."""

from __future__ import annotations

from plans import PLAN, VALID, findings_of

TRANSLATED = '---\ntipo: "traduccion"\ntraduce: "{}"\noriginal_sha256: "{}"\n---\n'


def missing(*translated: int, phases: int = 3, plan: str = PLAN) -> list[str]:
    """The translations that are said to be missing in a plan of some phases, of which some have an English file."""
    files: dict[str, str | bytes] = {**VALID, "plan/plan.yml": plan}
    for number in range(1, phases + 1):
        text = f'---\ntipo: "fase"\nid: "f{number}"\nnumero: {number}\ntitulo: "Fase {number}"\n---\n'
        files[f"plan/{number}-fase/index.md"] = text
        if number in translated:
            files[f"plan/{number}-fase/index.en.md"] = TRANSLATED.format(f"f{number}", "0" * 64)
    return [finding for finding in findings_of(files) if "IDI07" in finding]


def test_the_one_that_is_left_is_noticed() -> None:
    assert missing(1, 3) == ["plan/2-fase/index.md:1:1 IDI07"]


def test_half_of_them_is_not_most() -> None:
    assert missing(1, phases=2) == []
    assert missing(1) == []
    assert missing() == []


def test_a_plan_in_one_language_owes_no_translation() -> None:
    assert missing(1, 3, plan=PLAN.replace('  - "en"\n', "")) == []
