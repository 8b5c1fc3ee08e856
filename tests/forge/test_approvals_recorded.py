"""``plan approvals`` on what the forge really sends: what must stay red stays red."""

from __future__ import annotations

import json
import types
from pathlib import Path

import pytest
from click.testing import CliRunner
from forge.cases import CASES, Case, listed
from forge.recorded import HEAD, file, pull, review
from plans import COMMITMENT_PATH, write

from actionplan.agreement import approvals, sides
from actionplan.forge import github_json, payloads, pull_requests
from scripts.plan import plan as command

RUN = CliRunner()


def judged(case: Case, decider: object = approvals, reader: object = github_json) -> str:
    """What is decided, in the words of a case, by these modules or by others in their place."""
    read, decide = vars(reader), vars(decider)["decide"]
    proposal = read["FILES"].read(json.dumps(case.files)).known_as(read["PULL"].read(json.dumps(case.told)))
    decision = decide(proposal, read["REVIEWS"].read(case.reviews), case.author, case.plan)
    said, before = [], ""
    for verdict in decision.verdicts:
        said += [verdict.owner.what] if verdict.owner.what != before else []
        said.append(verdict.answer.name)
        before = verdict.owner.what
    return " ".join(said)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_side_says_what_the_forge_says_it_said(case: Case) -> None:
    assert judged(case) == case.answers


@pytest.mark.parametrize("case", [CASES[1], CASES[2], CASES[6]], ids=lambda case: case.name)
def test_the_verb_ends_as_it_was_decided(tmp_path: Path, case: Case) -> None:
    done = run(write(tmp_path, case.plan_files), case)
    assert done == int(not case.is_green)


def run(root: Path, case: Case) -> int:
    """How the verb ends."""
    texts = {"files": json.dumps(case.files), "reviews": case.reviews, "pull": json.dumps(case.told)}
    for name, text in texts.items():
        (root / f"{name}.json").write_text(text, "utf-8")
    options = {"changes": "files", "reviews": "reviews", "pull": "pull"}
    paths = [part for name, file in options.items() for part in (f"--{name}", str(root / f"{file}.json"))]
    return RUN.invoke(command, ["approvals", "--root", str(root), "--author", case.author, *paths]).exit_code


@pytest.mark.parametrize(
    "case",
    [
        Case("fewer files than the forge counts", "[]", "", pull=pull("gente", files=2)),
        Case("another author", "[]", "", "gob-uno", pull=pull("gente")),
        Case("an answer of failure for reviews", '{"message": "Not Found", "status": "404"}', ""),
        Case("an empty download", "", ""),
    ],
    ids=lambda case: case.name,
)
def test_what_does_not_fit_together_is_refused(tmp_path: Path, case: Case) -> None:
    assert run(write(tmp_path, case.plan_files), case) == 2


# Each of these would let a proposal through that must wait, or hold one up that both sides agreed to.
MUTANTS = [
    (
        approvals,
        "reviews = [last[account] for account in sorted(owner.accounts - {author})",
        "reviews = [last[account] for account in sorted(owner.accounts)",
    ),
    (approvals, "review.commit == proposal.head and ", ""),
    (approvals, "and review.account not in proposal.asked_again", ""),
    (approvals, "if review.state is ReviewState.OBJECTED:", "if False:"),
    (approvals, "review.state is ReviewState.APPROVED and current", "current"),
    (approvals, "is not ReviewState.COMMENTED", "not in (ReviewState.COMMENTED, ReviewState.DISMISSED)"),
    (approvals, " if review.state is not ReviewState.COMMENTED", ""),
    (approvals, "author.lower()", "author"),
    (approvals, '"" if proposal.is_nobodys else ', ""),
    (github_json, "pull.user is None or pull.user.type != _PERSON", "False"),
    (github_json, "pull.user is None or pull.user.type != _PERSON", "pull.user is None"),
    (approvals, "if author in owner.accounts:", "if author:"),
    (approvals, "if author in owner.accounts:", "if False:"),
    (approvals, "if not owner.accounts:", "if False:"),
    (sides, "_speakers(plan, names, side) - others", "_speakers(plan, names, side)"),
    (sides, "_side_of(plan, name) not in (side, None)", "False"),
    (sides, "if kind is not Kind.VERIFICATION:", "if True:"),
    (sides, "if kind is not Kind.REPORT and not is_evidence(path):", "if True:"),
    (sides, "if kind is not Kind.REPORT and not is_evidence(path):", "if kind is not Kind.REPORT:"),
    (sides, "yield from _of_the_forum(plan)", "pass"),
    (sides, "account.lower() for name in names", "account for name in names"),
    (pull_requests, "for name in pair if name", "for name in pair[:1] if name"),
    (github_json, "item.user.login.lower()", "item.user.login"),
    (github_json, "review.state.upper()", "review.state"),
    (github_json, " and item.user.type == _PERSON", ""),
    (github_json, 'key=lambda item: (item.submitted_at or "", item.id)', "key=lambda item: 0"),
    (github_json, "account.login.lower() for account in pull", "account.login for account in pull"),
    (payloads, "        if not rest:\n            return", "        return"),
]


def broken(module: types.ModuleType, old: str, new: str) -> types.ModuleType:
    """A module with a piece of its text swapped for another."""
    text = Path(str(module.__file__)).read_text("utf-8")
    assert text.count(old) == 1, old
    found = types.ModuleType(module.__name__)
    exec(compile(text.replace(old, new), str(module.__file__), "exec"), vars(found))
    return found


@pytest.mark.parametrize(("module", "old", "new"), MUTANTS, ids=range(len(MUTANTS)))
def test_no_rule_could_be_left_out_unseen(module: types.ModuleType, old: str, new: str) -> None:
    mutant = broken(module, old, new)
    decider = approvals
    if module is approvals:
        decider = mutant
    elif module is sides:
        decider = broken(approvals, "_NOT_YET = ", "_NOT_YET = ")
        vars(decider)["owners_of"] = vars(mutant)["owners_of"]
    elif module is payloads:
        listing = vars(mutant)["listed"]
        mutant, module = broken(github_json, "_MOST_FILES = ", "_MOST_FILES = "), github_json
        vars(mutant)["listed"] = listing
    elif module is pull_requests:
        proposing = vars(mutant)["proposal_of"]
        mutant, module = broken(github_json, "_MOST_FILES = ", "_MOST_FILES = "), github_json
        vars(mutant)["proposal_of"] = proposing
    seen = []
    for case in CASES:
        try:
            answer = judged(case, decider, mutant if module is github_json else github_json)
        except Exception:  # noqa: BLE001 - a program that breaks decides nothing
            answer = "broken"
        seen += [case.name] if answer != case.answers else []
    assert seen


def test_words_of_the_forge_that_decide_nothing_may_change() -> None:
    extra = {**review("gob-uno"), "author_association": "NEW", "body": "@todas ::error::", "performed_via": {"x": 1}}
    case = Case("", listed(extra, review("osc-uno")), "c01 AGREED AGREED", files=({**file(COMMITMENT_PATH), "x": 1},))
    assert judged(case._replace(pull={**pull("gente"), "title": "'; ls", "draft": True})) == case.answers
    assert HEAD in json.dumps(case.told)
