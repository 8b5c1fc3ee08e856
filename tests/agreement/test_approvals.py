"""Two sides must agree: who is asked, whose word counts, and what stays red."""

from __future__ import annotations

import pytest
from agreement.parties import files_with_accounts, with_accounts
from hypothesis import given
from hypothesis import strategies as st
from plans import COMMITMENT_PATH, REPORT_PATH, ROADMAP_PATH, VERIFICATION_PATH, loaded

from actionplan.agreement.approvals import SideAnswer, decide
from actionplan.forge.pull_requests import Proposal, Review, ReviewState
from actionplan.model import Plan

HEAD, OLD = "b" * 40, "a" * 40
FOLDER = "commitments/01-agua"
NEW = "commitments/02-nuevo/compromiso.md"


def answers(
    *paths: str, reviews: tuple[Review, ...] = (), author: str = "gente", plan: Plan | None = None, asked: str = ""
) -> list[tuple[str, str, SideAnswer]]:
    proposal = Proposal(paths, HEAD, frozenset(asked.split()))
    decision = decide(proposal, reviews, author, plan or with_accounts())
    return [(verdict.owner.what, verdict.owner.side.name, verdict.answer) for verdict in decision.verdicts]


def both(institution: SideAnswer, organisation: SideAnswer, what: str = "c01") -> list[tuple[str, str, SideAnswer]]:
    return [(what, "INSTITUTION", institution), (what, "ORGANISATION", organisation)]


def approved(account: str, commit: str = HEAD) -> Review:
    return Review(account, ReviewState.APPROVED, commit)


WROTE, AGREED, OBJECTS, WAITS, NOBODY = SideAnswer


class TestWhoIsAsked:
    @pytest.mark.parametrize("path", [COMMITMENT_PATH, ROADMAP_PATH, f"{FOLDER}/compromiso.en.md", f"{FOLDER}/x.md"])
    def test_both_own_commitment_and_roadmap(self, path: str) -> None:
        assert answers(path) == both(WAITS, WAITS)

    @pytest.mark.parametrize(
        "path", [REPORT_PATH, f"{FOLDER}/avances/2020-09-30-nadie.md", f"{FOLDER}/evidencias/a.pdf"]
    )
    def test_the_institution_owns_reports_and_evidence(self, path: str) -> None:
        assert answers(path) == [("c01", "INSTITUTION", WAITS)]

    def test_the_organisation_owns_its_verifications(self) -> None:
        assert answers(VERIFICATION_PATH) == [("c01", "ORGANISATION", WAITS)]

    @pytest.mark.parametrize("path", ["plan/plan.yml", "plan/actores.yml", "plan/3-arboles/agua.md", NEW])
    def test_the_forum_owns_the_plan_and_what_is_new(self, path: str) -> None:
        assert answers(path) == both(WAITS, WAITS, "")

    def test_code_is_nobodys_but_is_named(self) -> None:
        decision = decide(Proposal(("Makefile", "planes/x.md"), HEAD), (), "gente", with_accounts())
        assert (decision.verdicts, decision.code, decision.agreed) == ((), ("Makefile", "planes/x.md"), True)

    def test_a_file_that_moves_asks_its_old_owners_too(self) -> None:
        assert answers(REPORT_PATH, NEW) == [*both(WAITS, WAITS, ""), ("c01", "INSTITUTION", WAITS)]

    def test_a_side_without_accounts_never_agrees(self) -> None:
        plan = with_accounts(osc="")
        assert answers(COMMITMENT_PATH, plan=plan, reviews=(approved("gob-uno"),)) == both(AGREED, NOBODY)


class TestWhoseWordCounts:
    def test_an_approval_of_each_side_is_enough(self) -> None:
        reviews = (approved("gob-dos"), approved("osc-uno"))
        assert answers(COMMITMENT_PATH, reviews=reviews) == both(AGREED, AGREED)

    def test_who_writes_counts_for_the_own_side_and_never_for_the_other(self) -> None:
        assert answers(COMMITMENT_PATH, author="GOB-Uno") == both(WROTE, WAITS)
        assert answers(COMMITMENT_PATH, author="gob-uno", reviews=(approved("gob-dos"),)) == both(WROTE, WAITS)
        assert answers(REPORT_PATH, author="gob-uno") == [("c01", "INSTITUTION", WROTE)]

    def test_strangers_and_other_organisations_count_for_nothing(self) -> None:
        reviews = (approved("gente"), approved("otracuenta"))
        assert answers(COMMITMENT_PATH, author="otracuenta", reviews=reviews) == both(WAITS, WAITS)

    def test_nobody_speaks_for_both(self) -> None:
        plan = with_accounts(gob="doble gob-uno", osc="Doble osc-uno")
        assert answers(COMMITMENT_PATH, plan=plan, author="doble", reviews=(approved("doble"),)) == both(WAITS, WAITS)
        plan = with_accounts(gob="doble", osc="doble")
        assert answers(COMMITMENT_PATH, plan=plan, reviews=(approved("doble"),)) == both(NOBODY, NOBODY)

    def test_an_account_of_another_organisation_of_the_other_side_speaks_for_none(self) -> None:
        plan = with_accounts(gob="otracuenta gob-uno")
        assert answers(REPORT_PATH, plan=plan, author="otracuenta") == [("c01", "INSTITUTION", WAITS)]

    def test_what_was_approved_must_be_the_last_revision(self) -> None:
        reviews = (approved("gob-uno", OLD), approved("osc-uno"))
        assert answers(COMMITMENT_PATH, reviews=reviews) == both(WAITS, AGREED)
        assert answers(COMMITMENT_PATH, reviews=(approved("gob-uno", ""),)) == both(WAITS, WAITS)

    def test_only_the_last_decisive_review_of_an_account_counts(self) -> None:
        taken_back = (approved("gob-uno"), Review("gob-uno", ReviewState.OBJECTED, HEAD))
        assert answers(REPORT_PATH, reviews=taken_back) == [("c01", "INSTITUTION", OBJECTS)]
        assert answers(REPORT_PATH, reviews=taken_back[::-1]) == [("c01", "INSTITUTION", AGREED)]
        talked = (approved("gob-uno"), Review("gob-uno", ReviewState.COMMENTED, HEAD))
        assert answers(REPORT_PATH, reviews=talked) == [("c01", "INSTITUTION", AGREED)]

    def test_what_was_dismissed_says_nothing(self) -> None:
        dismissed = (approved("gob-uno"), Review("gob-uno", ReviewState.DISMISSED, HEAD))
        assert answers(REPORT_PATH, reviews=dismissed) == [("c01", "INSTITUTION", WAITS)]

    def test_an_objection_stands_whoever_else_agrees_and_whatever_came_after(self) -> None:
        reviews = (Review("gob-uno", ReviewState.OBJECTED, OLD), approved("gob-dos"))
        assert answers(REPORT_PATH, reviews=reviews) == [("c01", "INSTITUTION", OBJECTS)]
        assert answers(REPORT_PATH, reviews=reviews, author="gob-dos") == [("c01", "INSTITUTION", OBJECTS)]

    def test_who_is_asked_again_has_not_agreed(self) -> None:
        assert answers(REPORT_PATH, reviews=(approved("gob-uno"),), asked="gob-uno") == [("c01", "INSTITUTION", WAITS)]

    def test_a_proposal_that_adds_its_author_to_the_actors_gains_nothing(self) -> None:
        # Only the published plan is asked, and that does not know the account.
        assert answers("plan/actores.yml", COMMITMENT_PATH, author="intrusa", reviews=(approved("intrusa"),)) == [
            *both(WAITS, WAITS, ""),
            *both(WAITS, WAITS),
        ]


def test_it_says_whom_it_waits_for() -> None:
    plan = with_accounts(osc="")
    decision = decide(Proposal((COMMITMENT_PATH, "plan/plan.yml"), HEAD), (approved("gob-uno"),), "gente", plan)
    nobody = (
        "la sociedad civil no tiene ninguna cuenta en «plan/actores.yml» (Organización de Prueba); "
        "alguien debe darla de alta."
    )
    assert [verdict.sentence(plan) for verdict in decision.verdicts] == [
        "Documentos del plan: la parte pública está de acuerdo (@gob-uno).",
        f"Documentos del plan: {nobody}",
        "Compromiso c01: la parte pública está de acuerdo (@gob-uno).",
        f"Compromiso c01: {nobody}",
    ]


def test_of_one_side_it_does_not_speak_as_of_two() -> None:
    for path, account, commit, told in (
        (REPORT_PATH, "gob-uno", HEAD, "La parte que debía aprobar está de acuerdo con la última revisión."),
        (VERIFICATION_PATH, "osc-uno", HEAD, "La parte que debía aprobar está de acuerdo con la última revisión."),
        (REPORT_PATH, "gob-uno", OLD, "Falta que la parte que debe aprobar esté de acuerdo con la última revisión."),
        (COMMITMENT_PATH, "gob-uno", HEAD, "Todavía no están de acuerdo las dos partes con la última revisión."),
    ):
        decision = decide(Proposal((path,), HEAD), (approved(account, commit),), "gente", SHARED)
        assert decision.sentences(SHARED)[0] == told


ACCOUNTS = st.sampled_from(["gob-uno", "gob-dos", "osc-uno", "otracuenta", "gente"])
STATES = st.sampled_from(ReviewState)
REVIEWS = st.lists(st.builds(Review, ACCOUNTS, STATES, st.sampled_from([HEAD, OLD])), max_size=6)
SHARED = with_accounts()


def agreed(reviews: list[Review], author: str) -> bool:
    return decide(Proposal((COMMITMENT_PATH,), HEAD), reviews, author, SHARED).agreed


@given(REVIEWS, ACCOUNTS, STATES)
def test_a_stranger_changes_nothing(reviews: list[Review], author: str, state: ReviewState) -> None:
    for stranger in ("gente", "otracuenta"):
        assert agreed([*reviews, Review(stranger, state, HEAD)], author) == agreed(reviews, author)


@given(REVIEWS, ACCOUNTS, ACCOUNTS)
def test_one_more_approval_never_turns_it_red(reviews: list[Review], author: str, account: str) -> None:
    assert agreed([*reviews, approved(account)], author) >= agreed(reviews, author)


@given(REVIEWS, ACCOUNTS)
def test_it_is_green_only_with_a_word_of_each_side(reviews: list[Review], author: str) -> None:
    spoken = {author} | {review.account for review in reviews if review == approved(review.account)}
    if agreed(reviews, author):
        assert spoken & {"gob-uno", "gob-dos"}
        assert "osc-uno" in spoken


class TestWhereNobodyIsNamed:
    def test_the_forum_speaks_for_a_side_that_a_commitment_does_not_name(self) -> None:
        files = files_with_accounts()
        text = files[COMMITMENT_PATH].replace('corresponsables:\n  - "osc"\n', "")
        absent = '  - campo: "corresponsables"\n    motivo: "No hay"\n  - campo: "pnd"'
        plan = loaded({**files, COMMITMENT_PATH: text.replace('  - campo: "pnd"', absent)}).plan
        assert answers(COMMITMENT_PATH, plan=plan, reviews=(approved("osc-uno"),)) == both(WAITS, AGREED)
        assert answers(VERIFICATION_PATH, plan=plan, author="osc-uno") == [("c01", "ORGANISATION", WROTE)]
