"""Proposals with their reviews, as the forge tells of them, and what must come of each: the specification as data."""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from agreement.parties import files_with_accounts
from forge.recorded import OLD, Payload, account, events, file, part, pull, review
from plans import COMMITMENT_PATH, REPORT_PATH, ROADMAP_PATH, VERIFICATION_PATH, loaded

from actionplan.model import Plan

FOLDER = "commitments/01-agua"


class Case(NamedTuple):
    """A proposal.

    Attributes:
        name: What it shows.
        reviews: The forge's list, as text.
        answers: What each side that is asked is found to say, the public one first, after ``c01`` if it is of that.
        author: Who proposes.
        files: The forge's list.
        pull: The forge's word on the proposal itself.
        gob: The accounts of the institution.
        osc: The accounts of the organisation.
        sector: The organisation's.
    """

    name: str
    reviews: str
    answers: str
    author: str = "gente"
    files: tuple[Payload, ...] = (file(COMMITMENT_PATH),)
    pull: Payload | None = None
    gob: str = "Gob-Uno gob-dos"
    osc: str = "osc-uno"
    sector: str = "sociedad_civil"

    @property
    def is_green(self) -> bool:
        """Whether nobody is waited for."""
        return not {"OBJECTS", "WAITS", "NOBODY"} & set(self.answers.split())

    @property
    def told(self) -> Payload:
        """The forge's word on the proposal."""
        return self.pull or pull(self.author)

    @property
    def plan_files(self) -> dict[str, str]:
        """The plan as published."""
        return _plan_files(self.gob, self.osc, self.sector)

    @property
    def plan(self) -> Plan:
        """That plan, read."""
        return _plan(self.gob, self.osc, self.sector)


def _plan_files(gob: str, osc: str, sector: str) -> dict[str, str]:
    files = files_with_accounts(gob, osc)
    actors = files["plan/actores.yml"].replace('"sociedad_civil"', f'"{sector}"')
    return {**files, "plan/actores.yml": actors}


@cache
def _plan(gob: str, osc: str, sector: str) -> Plan:
    return loaded(_plan_files(gob, osc, sector)).plan


def listed(*found: Payload) -> str:
    """One page of a list."""
    return json.dumps(list(found))


def as_pages(found: list[Payload], size: int = 100) -> str:
    """Pages one after another, as the forge's program prints them: ``[...][...]``."""
    return "".join(json.dumps(found[at : at + size]) for at in range(0, len(found), size))


BOTH = (review("gob-uno"), review("osc-uno", sent=2))
CHATTER = [review(f"gente-{number}", "COMMENTED", sent=number) for number in range(3, 240)]
DISMISSED = part(events("pull_request_review")[1], "review")  # as it was recorded, in small letters

CASES = (
    Case("both sides approve", listed(*BOTH), "c01 AGREED AGREED"),
    Case("a fork is no obstacle", listed(*BOTH), "c01 AGREED AGREED", "intrusa", pull=pull("intrusa", fork="intrusa")),
    Case("a fork is no help", "[]", "c01 WAITS WAITS", "intrusa", pull=pull("intrusa", fork="intrusa")),
    Case("the author is one side", listed(review("osc-uno")), "c01 WROTE AGREED", "gob-dos"),
    Case("the author is never the other side", listed(review("gob-dos")), "c01 WROTE WAITS", "gob-uno"),
    Case("nobody approves the own proposal", listed(review("gob-uno")), "c01 WROTE WAITS", "gob-uno"),
    Case(
        "what authors object to in their own",
        listed(review("gob-uno", "CHANGES_REQUESTED"), review("osc-uno")),
        "c01 WROTE AGREED",
        "gob-uno",
    ),
    Case(
        "an objection as a hook writes it",
        listed(*BOTH, review("gob-uno", "changes_requested", sent=3)),
        "c01 OBJECTS AGREED",
    ),
    Case("stale approvals", listed(review("gob-uno", commit=OLD), review("osc-uno")), "c01 WAITS AGREED"),
    Case(
        "back on an earlier revision, what was said of it counts",
        listed(review("gob-uno", commit=OLD), review("osc-uno", commit=OLD)),
        "c01 AGREED AGREED",
        pull=pull("gente", head=OLD),
    ),
    Case("asked again", listed(*BOTH), "c01 WAITS AGREED", pull=pull("gente", asked="Gob-Uno")),
    Case(
        "asked again, and answered by another of the side",
        listed(*BOTH, review("gob-dos", sent=3)),
        "c01 AGREED AGREED",
        pull=pull("gente", asked="gob-uno"),
    ),
    Case("dismissed", listed(review("gob-uno", "DISMISSED"), review("osc-uno")), "c01 WAITS AGREED"),
    Case(
        "dismissed, as it was recorded",
        listed({**DISMISSED, "user": review("gob-uno")["user"]}, review("osc-uno")),
        "c01 WAITS AGREED",
    ),
    Case(
        "superseded by an objection",
        listed(*BOTH, review("gob-uno", "CHANGES_REQUESTED", sent=3)),
        "c01 OBJECTS AGREED",
    ),
    Case(
        "an objection to an earlier revision stands",
        listed(*BOTH, review("gob-dos", "CHANGES_REQUESTED", OLD, sent=3)),
        "c01 OBJECTS AGREED",
    ),
    Case(
        "an objection that was withdrawn",
        listed(review("gob-uno", "CHANGES_REQUESTED", OLD), review("gob-uno", sent=2), review("osc-uno", sent=3)),
        "c01 AGREED AGREED",
    ),
    Case(
        "a comment takes nothing back",
        listed(*BOTH, review("gob-uno", "COMMENTED", sent=3)),
        "c01 AGREED AGREED",
    ),
    Case("a comment agrees to nothing", listed(review("gob-uno", "COMMENTED"), review("osc-uno")), "c01 WAITS AGREED"),
    Case(
        "a review that was not sent", listed({**review("gob-uno", "PENDING"), "submitted_at": None}), "c01 WAITS WAITS"
    ),
    Case(
        "the newest first",
        listed(review("gob-uno", "CHANGES_REQUESTED", sent=9), review("gob-uno"), review("osc-uno", sent=2)),
        "c01 OBJECTS AGREED",
    ),
    Case("a deleted account", listed(review(None), review("osc-uno")), "c01 WAITS AGREED"),
    Case("a program by an owner's name", listed(review("gob-uno", kind="Bot"), review("osc-uno")), "c01 WAITS AGREED"),
    Case("a program", listed(review("gob-uno[bot]", kind="Bot"), review("osc-uno")), "c01 WAITS AGREED"),
    Case(
        "a program that proposes by an owner's name",
        listed(review("osc-uno")),
        "c01 WAITS AGREED",
        "gob-uno",
        pull={**pull("gob-uno"), "user": account("gob-uno", "Bot")},
    ),
    Case(
        "the proposal of an account that is gone",
        listed(review("osc-uno")),
        "c01 WAITS AGREED",
        "gob-uno",
        pull={**pull("gob-uno"), "user": None},
    ),
    Case("case makes no difference", listed(review("GOB-UNO"), review("Osc-Uno")), "c01 AGREED AGREED"),
    Case("case makes no difference to authors", listed(review("osc-uno")), "c01 WROTE AGREED", "GOB-uno"),
    Case(
        "an account with another name is another account",
        listed(review("gob-1"), review("osc-uno")),
        "c01 WAITS AGREED",
    ),
    Case(
        "who adds oneself to the actors",
        listed(review("intrusa"), review("osc-uno")),
        "WAITS AGREED c01 WAITS AGREED",
        "intrusa",
        (file("plan/actores.yml"), file(COMMITMENT_PATH)),
    ),
    Case(
        "an account of both sides",
        listed(review("doble")),
        "c01 WAITS WAITS",
        "doble",
        gob="doble gob-uno",
        osc="doble osc-uno",
    ),
    Case(
        "a second account of both sides",
        listed(review("doble")),
        "c01 WROTE WAITS",
        "gob-uno",
        gob="doble gob-uno",
        osc="doble osc-uno",
    ),
    Case(
        "an account of both sides, one of them of no sector",
        listed(review("doble")),
        "c01 WAITS WAITS",
        gob="doble gob-uno",
        osc="doble osc-uno",
        sector="organismo_internacional",
    ),
    Case("only accounts of both sides", listed(review("doble")), "c01 NOBODY NOBODY", gob="doble", osc="Doble"),
    Case("an account of another organisation", listed(review("otracuenta"), review("gob-uno")), "c01 AGREED WAITS"),
    Case(
        "an institution that is civil society too",
        listed(review("otracuenta")),
        "c01 WAITS WAITS",
        gob="otracuenta gob-uno",
    ),
    Case("a side without accounts", listed(review("gob-uno")), "c01 AGREED NOBODY", osc=""),
    Case("many reviews in pages", as_pages([*BOTH, *CHATTER]), "c01 AGREED AGREED"),
    Case(
        "an objection on the last page",
        as_pages([*BOTH, *CHATTER, review("osc-uno", "CHANGES_REQUESTED", sent=300)]),
        "c01 AGREED OBJECTS",
    ),
    Case(
        "pages in a list",
        json.dumps([[*BOTH], CHATTER, [review("osc-uno", "DISMISSED", sent=300)]]),
        "c01 AGREED WAITS",
    ),
    Case(
        "many files",
        "[]",
        "c01 WAITS",
        files=tuple(file(f"{FOLDER}/evidencias/{number}.pdf", "added") for number in range(250)),
        pull=pull("gente", files=250),
    ),
    Case("a report is the institution's", "[]", "c01 WROTE", "gob-uno", (file(REPORT_PATH, "added"),)),
    Case("a verification is the organisation's", "[]", "c01 WROTE", "osc-uno", (file(VERIFICATION_PATH, "added"),)),
    Case("evidence that is removed", "[]", "c01 WAITS", "osc-uno", (file(f"{FOLDER}/evidencias/a.pdf", "removed"),)),
    Case(
        "from one owner's place into another's",
        listed(review("gob-uno")),
        "c01 AGREED WAITS",
        files=(file(VERIFICATION_PATH.replace("osc", "x"), "renamed", REPORT_PATH),),
    ),
    Case(
        "out of a commitment into the plan",
        listed(review("gob-uno")),
        "AGREED WAITS c01 AGREED",
        files=(file("plan/6-seguimiento/x.md", "renamed", REPORT_PATH),),
    ),
    Case(
        "out of the plan into the program",
        listed(review("gob-uno")),
        "c01 AGREED WAITS",
        files=(file("docs/x.md", "renamed", ROADMAP_PATH),),
    ),
    Case(
        "a commitment that is not published yet",
        listed(*BOTH),
        "AGREED AGREED",
        "intrusa",
        (file("commitments/99-nuevo/compromiso.md", "added"), file("commitments/99-nuevo/avances/2020-01-01-gob.md")),
    ),
    Case("nothing of the plan", "[]", "", files=(file("Makefile"), file(".github/CODEOWNERS"), file("plan.yml"))),
)
