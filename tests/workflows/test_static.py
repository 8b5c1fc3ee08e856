"""What can be said of workflows without running them: their schemas, their permissions, and whose words they take."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from workflows.rig import FOLDER, ROOT, workflow

from actionplan.agreement.answer import AGREEMENT, CHECKED

WORKFLOWS = sorted(path.name for path in FOLDER.glob("*.yml"))
COMMAND = re.compile(
    r"(?:bash \.ci/[a-z-]+|make [\w./-]+|\.venv/bin/plan [a-z]+|gh (?:api|workflow run)|true)\b[^|;&`]*"
)


def jobs(name: str) -> dict[str, dict[str, object]]:
    found = workflow(name)["jobs"]
    assert isinstance(found, dict)
    return found


def steps(name: str) -> Iterator[dict[str, object]]:
    for job in jobs(name).values():
        assert isinstance(job["steps"], list)
        yield from job["steps"]


def orders_of(name: str) -> str:
    """What the steps of a workflow run, without its comments."""
    return "\n".join(str(step.get("run", "")) for step in steps(name))


def passes(*command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_one_who_looks_for_holes_finds_none() -> None:
    passes(str(Path(sys.executable).parent / "zizmor"), "--offline", ".github/workflows")


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", ".github/workflows/*.yml"),
        ("gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_forges_accept_them(schema: str, files: str) -> None:
    paths = [str(path) for path in ROOT.glob(files)]
    assert paths
    transform = ("--data-transform", "gitlab-ci") if schema == "gitlab-ci" else ()
    passes(sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *transform, *paths)


@pytest.mark.parametrize("name", WORKFLOWS)
class TestWorkflow:
    def test_actions_are_pinned_by_their_whole_hash_with_the_version_beside_it(self, name: str) -> None:
        lines = [line for line in (FOLDER / name).read_text("utf-8").splitlines() if re.search(r"\buses:", line)]
        assert [
            line for line in lines if not re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)
        ] == []

    def test_nothing_is_permitted_but_what_a_job_asks_for(self, name: str) -> None:
        assert workflow(name)["permissions"] == ({"contents": "read"} if name == "test.yml" else {})

    def test_where_a_proposal_meets_the_rights_of_this_repository_nothing_of_it_is_there(self, name: str) -> None:
        text = (FOLDER / name).read_text("utf-8")
        if "pull_request_target" in text:
            assert not re.search(r"\buses:", text)
            assert set(re.findall(r"github\.event\.pull_request\.[\w.]+", text)) == {
                "github.event.pull_request.head.sha",
                "github.event.pull_request.number",
            }

    def test_no_word_of_others_is_put_into_an_order(self, name: str) -> None:
        for step in steps(name):
            assert not re.search(r"\$\{\{", str(step.get("run", ""))), step

    def test_no_title_body_or_branch_name_is_read_at_all(self, name: str) -> None:
        for taken in re.findall(r"\$\{\{(.+?)\}\}", (FOLDER / name).read_text("utf-8"), re.DOTALL):
            assert not re.search(r"\.(?:title|body|message|login|head_ref|head\.ref|head\.label|head_branch)\b", taken)

    def test_a_checkout_leaves_no_token_behind(self, name: str) -> None:
        taken = [step for step in steps(name) if str(step.get("uses", "")).startswith("actions/checkout@")]
        assert all(step["with"]["persist-credentials"] is False for step in taken)  # type: ignore[index]

    def test_a_job_ends_by_itself(self, name: str) -> None:
        assert all(isinstance(job["timeout-minutes"], int) for job in jobs(name).values())


@pytest.mark.parametrize("name", sorted({*WORKFLOWS} - {"test.yml"}))
def test_every_step_is_one_command_of_the_project(name: str) -> None:
    for step in steps(name):
        if "run" in step:
            assert COMMAND.fullmatch(str(step["run"])), step["run"]


@pytest.mark.parametrize("name", ["proposal.yml", "answer.yml", "publish.yml"])
def test_what_is_checked_out_is_the_main_branch(name: str) -> None:
    taken = [step for step in steps(name) if str(step.get("uses", "")).startswith("actions/checkout@")]
    assert [step["with"] for step in taken] == [{"ref": "main", "fetch-depth": 0, "persist-credentials": False}]


def test_who_reads_a_proposal_may_write_nothing() -> None:
    assert [job["permissions"] for job in jobs("proposal.yml").values()] == [{"contents": "read"}]
    assert ["permissions" in job for job in jobs("review.yml").values()] == [False]


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("answer.yml", [{"contents": "read", "actions": "read", "pull-requests": "write", "statuses": "write"}]),
        (
            "intake.yml",
            [
                {"contents": "write", "issues": "write", "pull-requests": "write", "actions": "write"},
                {"contents": "write", "pull-requests": "write"},
            ],
        ),
        ("arrival.yml", [{"statuses": "write", "actions": "write"}]),
        ("weekly.yml", [{"contents": "read", "issues": "write"}]),
    ],
)
def test_who_speaks_for_the_forge_may_do_that_and_no_more(name: str, may: list[dict[str, str]]) -> None:
    assert [job["permissions"] for job in jobs(name).values()] == may


def test_the_answer_waits_for_the_workflows_that_start_it() -> None:
    started = workflow("answer.yml")["on"]
    assert isinstance(started, dict)
    names = [workflow(name)["name"] for name in ("proposal.yml", "review.yml")]
    assert started["workflow_run"]["workflows"] == names


def test_what_is_on_hold_bears_the_names_that_the_answer_sets() -> None:
    assert re.findall(r"context=([^\"]+)", orders_of("arrival.yml")) == [CHECKED, AGREEMENT]
    [environment] = [job["env"] for job in jobs("arrival.yml").values()]
    assert isinstance(environment, dict)
    assert 0 < len(environment["WAITING"]) <= 140


def test_what_forms_ask_for_can_be_asked_for_and_counts_for_their_proposal() -> None:
    lines = (ROOT / ".ci/propose").read_text("utf-8").splitlines()
    orders = "\n".join(line for line in lines if not line.lstrip().startswith("#"))
    asked = re.findall(r'gh workflow run (\S+) --ref "\$branch"', orders)
    assert asked == ["proposal.yml", "test.yml"]
    asked.append("answer.yml")
    for name in asked:
        assert "workflow_dispatch" in dict.fromkeys(workflow(name)["on"])  # type: ignore[call-overload]


def test_the_checks_that_people_are_told_of_are_there() -> None:
    names = [job["name"] for name in ("proposal.yml", "test.yml") for job in jobs(name).values()]
    assert names == ["Revisar el plan", "Pruebas"]
    for paper in ("README.md", "LEEME.md"):
        assert all(str(name) in (ROOT / paper).read_text("utf-8") for name in names)
