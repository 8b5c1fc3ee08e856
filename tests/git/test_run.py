"""The one way in which git is run."""

from pathlib import Path

import pytest
from plans import VALID, write
from repository import commit

from actionplan.git.run import Git, GitError


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    write(tmp_path, VALID)
    commit(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_EXTERNAL_DIFF"])
def test_no_name_of_the_environment_leads_git_elsewhere(
    repository: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "/nada")
    git = Git(repository)
    assert git.commit("HEAD") == git.commit("main")
    (repository / "plan/plan.yml").write_text("otra cosa")
    assert git.differing("diff", "HEAD") == ["plan/plan.yml"]


def test_a_refusal_is_said_on_one_line_and_in_english(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")
    with pytest.raises(GitError, match=r"^fatal: Needed a single revision$"):
        Git(repository).commit("nada")


def test_no_hook_is_run(repository: Path) -> None:
    hook = repository / ".git/hooks/post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\ntouch corrió\n")
    hook.chmod(0o755)
    Git(repository).run("checkout", "--quiet", "-b", "otra")
    assert not (repository / "corrió").exists()
