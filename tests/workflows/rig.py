"""A forge made of files: a bare repository, its answers as JSON, and `act` to run workflows on this machine.

What a runner has of its own comes from stubs: actions of six lines, a `gh` that answers from files, and a set-up that
takes this test's own packages. The program that runs is the one in the repository that the workflow checks out.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from forge.repositories import TOKEN, served
from plans import ACTORS, PLAN, VALID, write

from actionplan.language.languages import SITE_SETTINGS

ROOT = Path(__file__).parents[2]
STUBS = Path(__file__).parent / "stubs"
FOLDER = ROOT / ".github/workflows"
ACT = Path(sys.executable).parent / "act"
WHO = ("-c", "user.name=Nadie", "-c", "user.email=nadie@example.org", "-c", "commit.gpgsign=false")
_ENGINE = (
    *("actionplan", "hooks", "scripts", ".ci", ".github/workflows", "docs/forjas.md", "requirements", "Makefile"),
    *(*SITE_SETTINGS, "pyproject.toml", "package.json", "package-lock.json"),
    *(".gitattributes", ".gitignore", ".gitlab-ci.yml"),
)
_ACCOUNTS = ACTORS.replace(
    '    sector: "gobierno"\n', '    sector: "gobierno"\n    cuentas:\n      - "gob-uno"\n'
).replace('    sector: "sociedad_civil"\n', '    sector: "sociedad_civil"\n    cuentas:\n      - "osc-uno"\n')
PUBLISHED: dict[str, str] = {
    **VALID,
    "plan/actores.yml": _ACCOUNTS,
    # In one language, which builds in half the time.
    "plan/plan.yml": PLAN.replace('  - "en"\n', "").replace(
        '    - actor: "gob"\n', '    - actor: "gob"\n    - actor: "osc"\n'
    ),
}


@dataclass(frozen=True)
class Run:
    """How a workflow, or a list of orders, ended, and all that it said."""

    code: int
    log: str

    @property
    def steps(self) -> dict[str, bool]:
        """The workflow's own steps that ran, and whether they succeeded."""
        found = re.findall(r"(✅|❌)  (?:Success|Failure) - Main (.+?)(?: \[[\d.]+\w*s\])?$", self.log, re.MULTILINE)
        return {name: mark == "✅" for mark, name in found}


@dataclass
class Forge:
    """A repository that people propose to, and what its forge says of it."""

    folder: Path
    state: dict[str, object] = field(default_factory=dict)

    @property
    def bare(self) -> Path:
        return self.folder / "o/r.git"

    @property
    def desk(self) -> Path:
        """A clone in which proposals are written."""
        return self.folder / "desk"

    @property
    def work(self) -> Path:
        """What workflows leave for others: artifacts, deployments."""
        return self.folder / "left"

    @property
    def settings(self) -> Path:
        """Settings of git that a runner has for all repositories, such as filters."""
        return self.folder / "gitconfig"

    @property
    def canary(self) -> Path:
        """What is there only if something of a proposal was executed."""
        return self.folder / "canary"

    def git(self, *arguments: str | Path, at: Path | None = None) -> str:
        command = ["git", "-C", str(at or self.desk), *WHO, *map(str, arguments)]
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        return done.stdout.strip()

    def proposes(
        self, number: int, files: dict[str, str], *, links: dict[str, str] | None = None, kind: str = "pull"
    ) -> str:
        """Push a proposal as the forge keeps it, also one from a fork: below ``refs/pull``, on no branch of ours."""
        self.git("switch", "--quiet", "--detach", "origin/main")
        write(self.desk, files)
        for path, target in (links or {}).items():
            (self.desk / path).symlink_to(target)
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--message", f"Propone {number} $(touch canary) `id` ${{{{ github.token }}}}")
        self.git("push", "--quiet", "--force", "origin", f"HEAD:refs/{kind}/{number}/head")
        return self.git("rev-parse", "HEAD")

    def publishes(self, files: dict[str, str]) -> None:
        """Put something on the main branch."""
        self.git("switch", "--quiet", "--detach", "origin/main")
        write(self.desk, files)
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--message", "Publica")
        self.git("push", "--quiet", "origin", "HEAD:main")

    def left(self, name: str) -> set[str]:
        """The files of an artifact."""
        place = self.work / name
        return {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}

    def environment(self, **more: str) -> dict[str, str]:
        """What processes see: stubs before the machine's own programs, and nobody's settings."""
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        known = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GIT_", "SITE_"))}
        return known | {
            "HOME": str(home),
            "XDG_CACHE_HOME": str(home),
            "XDG_CONFIG_HOME": str(home),
            "GIT_CONFIG_GLOBAL": str(self.settings),
            "GIT_CONFIG_NOSYSTEM": "1",
            "PATH": f"{STUBS}/bin:{os.environ['PATH']}",
            "RIG_PYTHON": sys.executable,
            "RIG_FORGE": str(self.bare),
            "RIG_ENGINE": str(self.folder.parent / "compiled"),
            "RIG_LEFT": str(self.work),
            "RIG_STATE": str(self.folder / "state.json"),
            "RIG_CANARY": str(self.canary),
            **more,
        }

    @contextmanager
    def takes_pushes(self) -> Iterator[None]:
        """Stand at the forge's address by HTTP for as long as this lasts."""
        with served(self.folder) as address:
            self.settings.write_text(f'[url "{address}/"]\n\tinsteadOf = https://github.com/\n', "utf-8")
            yield

    def act(self, workflow: str, event: str, payload: dict[str, object], *, revision: str = "main", **more: str) -> Run:
        """Run a workflow whole: as it stands on the main branch, unless it is started as a proposal would have it."""
        place = self.folder / "runner"
        shutil.rmtree(place, ignore_errors=True)
        self.git("clone", "--quiet", "--branch", "main", self.bare, place, at=self.folder)
        if revision != "main":
            self.git("fetch", "--quiet", "origin", revision, at=place)
            self.git("checkout", "--quiet", "FETCH_HEAD", at=place)
        self.git("remote", "set-url", "origin", "https://github.com/o/r.git", at=place)  # where act takes the name from
        (self.folder / "event.json").write_text(json.dumps(payload), "utf-8")
        (self.folder / "state.json").write_text(json.dumps(self.state), "utf-8")
        self.work.mkdir(exist_ok=True)
        command = [str(ACT), event, "-C", str(place), "-W", f".github/workflows/{workflow}", "--no-skip-checkout"]
        command += ["-e", str(self.folder / "event.json"), "-P", "ubuntu-24.04=-self-hosted", "--no-cache-server"]
        command += ["-s", f"GITHUB_TOKEN={TOKEN}", *_stubbed()]
        done = subprocess.run(
            command, capture_output=True, text=True, env=self.environment(**more), check=False, timeout=600
        )
        self.state = json.loads((self.folder / "state.json").read_text("utf-8"))
        lines = (done.stdout + done.stderr).splitlines()
        return Run(done.returncode, "\n".join(line.removeprefix("[").partition("] ")[2] or line for line in lines))

    def orders(self, lines: list[str], **more: str) -> Run:
        """Run orders as a forge's runner does: one shell, in a clean clone, to the first that fails."""
        place = self.folder / "clean"
        shutil.rmtree(place, ignore_errors=True)
        self.git("clone", "--quiet", "--branch", "main", self.bare, place, at=self.folder)
        environment = self.environment(**more)
        subprocess.run(["bash", str(STUBS / "bin/set-up"), str(place)], env=environment, check=True)
        done = subprocess.run(
            ["bash", "-e", "-c", "\n".join(lines)],
            cwd=place,
            capture_output=True,
            text=True,
            env=environment,
            check=False,
            timeout=600,
        )
        return Run(done.returncode, done.stdout + done.stderr)


def new_forge(folder: Path) -> Forge:
    """A forge with this program and the small plan on its main branch.

    Args:
        folder: An empty one; beside it stands what all forges share.
    """
    forge = Forge(folder)
    engine = folder.parent / "compiled"
    if not engine.exists():
        _engine(engine)
    forge.git("clone", "--quiet", "--bare", engine, forge.bare, at=folder)
    forge.git("config", "uploadpack.allowAnySHA1InWant", "true", at=forge.bare)
    forge.git("clone", "--quiet", forge.bare, forge.desk, at=folder)
    return forge


def _engine(place: Path) -> None:
    """This program as it stands, in a repository, compiled once for all clones; what is compiled is told by hash."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *_ENGINE],
        check=True,
        capture_output=True,
        text=True,
    )
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, place / name)
    write(place, PUBLISHED)
    forge = Forge(place)
    forge.git("init", "--quiet", "--initial-branch=main", at=place)
    forge.git("add", "--all", at=place)
    forge.git("commit", "--quiet", "--message", "Empieza", at=place)
    compiling = [sys.executable, "-m", "compileall", "-q", "--invalidation-mode", "checked-hash"]
    subprocess.run([*compiling, "actionplan", "scripts", "hooks"], cwd=place, check=True)


def workflow(name: str) -> dict[str, object]:
    """A workflow as it is committed; YAML takes its key ``on`` for a truth."""
    text = (FOLDER / name).read_text("utf-8")
    return {"on" if key is True else key: value for key, value in yaml.safe_load(text).items()}


def uses() -> list[str]:
    """Every remote action that a workflow uses, as it is named there."""
    return sorted(
        {name for path in FOLDER.glob("*.yml") for name in re.findall(r"uses: (\S+)", path.read_text("utf-8"))}
    )


def _stubbed() -> list[str]:
    named = [(name, STUBS / name.partition("@")[0].rpartition("/")[2]) for name in uses()]
    return [word for name, place in named for word in ("--local-repository", f"{name}={place}")]
