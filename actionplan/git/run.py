"""The one way in which git is run: in which folder, in which words, and deaf to whatever could steer it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

_STEERING = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF"}
)
"""Names of the environment that lead git away from the folder that is asked, as its hooks set them."""

_PLAIN_WORDS = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
_SETTINGS = (
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", f"core.attributesFile={os.devnull}"),
    *("-c", "i18n.logOutputEncoding=UTF-8"),
    *("-c", "log.showSignature=false"),
)
NOBODYS_SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_COUNT": "0",
    "GIT_TEMPLATE_DIR": "",
}
"""The environment in which no settings of the machine or of its user have a say."""

_DIFFERENCE = ("-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv")


class GitError(Exception):
    """Report that git cannot be run here, or refuses what it was asked; the text is what it says, on one line."""


class Git:
    """Run git in one folder, without hooks, settings of attributes, programs of others, or questions."""

    def __init__(self, root: Path, environment: Mapping[str, str] = {}) -> None:
        """Take a folder and what its environment has beside that of this process."""
        self._command = ("git", "-C", str(root), *_SETTINGS)
        known = {name: value for name, value in os.environ.items() if name not in _STEERING}
        self._environment = {**known, **_PLAIN_WORDS, **environment}

    def ask(
        self, *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] = {}
    ) -> subprocess.CompletedProcess[bytes]:
        """Run git, whatever it answers.

        Raises:
            GitError: There is no git, no such folder, or a NUL in a name.
        """
        command, known = [*self._command, *arguments], {**self._environment, **environment}
        try:
            return subprocess.run(command, input=stdin, capture_output=True, check=False, env=known)  # noqa: S603 - fixed program, arguments are no shell text
        except (OSError, ValueError) as error:
            raise GitError from error

    def run(self, *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] = {}) -> bytes:
        """Return what git answers.

        Raises:
            GitError: It refuses, or cannot be run.
        """
        answer = self.ask(*arguments, stdin=stdin, environment=environment)
        if answer.returncode != 0:
            raise GitError(on_one_line(answer.stderr))
        return answer.stdout

    def text(self, *arguments: str) -> str:
        """Return what git answers as text; what is no UTF-8 in it is replaced."""
        return self.run(*arguments).decode("utf-8", "replace")

    def line(self, *arguments: str, environment: Mapping[str, str] = {}) -> str:
        """Return the one line that git answers with."""
        return self.run(*arguments, environment=environment).decode().strip()

    def fields(self, *arguments: str) -> list[str]:
        """Return what git answers with NULs between."""
        return [os.fsdecode(field) for field in self.run(*arguments).split(b"\0") if field]

    def commit(self, name: str) -> str:
        """Return the commit that a name stands for: a commit, branch or tag."""
        return self.line("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")

    def differing(self, command: str, *arguments: str) -> list[str]:
        """Return the paths that differ, as git's own contents say, by ``diff`` or ``diff-tree -r``."""
        return self.fields(*command.split(), *_DIFFERENCE, *arguments)


def on_one_line(output: bytes) -> str:
    """Return what git wrote, on one line."""
    return " ".join(os.fsdecode(output).split())
