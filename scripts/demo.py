"""``plan demo``: a whole invented plan in a folder of its own, ready to check, build and change."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click
import yaml

from actionplan.demo.commits import PlanFile, SimulatedCommit, fast_import
from actionplan.demo.generator import files_after, generate
from actionplan.demo.simulated_plan import MOST_COMMITMENTS
from actionplan.documents import Writable, data_text
from actionplan.git.run import NOBODYS_SETTINGS, Git, GitError
from actionplan.language.languages import SITE_SETTINGS
from scripts.cli.arguments import number
from scripts.cli.command import verb
from scripts.cli.output import decline, inform, refuse
from scripts.cli.writing import write_file

_ENGINE = Path(__file__).parents[1]


@verb
@click.argument("folder", type=Path, metavar="CARPETA", help="Carpeta vacía o nueva.")
@click.option(
    "--commitments",
    type=number("--commitments", range(1, MOST_COMMITMENTS + 1)),
    default=13,
    metavar="NÚMERO",
    help=f"Cuántos compromisos, de 1 a {MOST_COMMITMENTS}.",
)
@click.option(
    "--seed",
    type=number("--seed"),
    default=1,
    metavar="NÚMERO",
    help="Qué plan de ese tamaño: la misma semilla da los mismos archivos.",
)
@click.option(
    "--history",
    is_flag=True,
    help="Con casi dos años de avances y verificaciones, y un repositorio de git con su historia.",
)
def demo(folder: Path, commitments: int, seed: int, history: bool) -> None:
    """Write an invented plan."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        refuse(f"«{folder}» no está vacía: elija otra carpeta.")
    commits = generate(commitments, seed, followed=history)
    try:
        if history:
            _repository(folder, commits)
        else:
            _write(folder, files_after(commits))
        _write(folder, _sites(folder.resolve()))
    except (GitError, OSError) as error:
        reason = f"{error.strerror} ({error.filename})" if isinstance(error, OSError) else f"git no lo hizo. {error}"
        decline(f"No se pudo escribir el plan en «{folder}»: {reason}.")
    inform(f"Plan de ejemplo con {commitments} compromisos en {folder}/. Para construir su sitio:")
    inform(f"  plan build --root {folder}")


def _write(folder: Path, files: Iterable[PlanFile]) -> None:
    for file in files:
        write_file(folder / file.path, file.text)


def _repository(folder: Path, commits: Iterable[SimulatedCommit]) -> None:
    """Make a repository of the commits and check out its files, whatever the user's settings of git."""
    folder.mkdir(parents=True, exist_ok=True)
    git = Git(folder, NOBODYS_SETTINGS)
    git.run("init", "--quiet", "--initial-branch=main", "--object-format=sha1")
    git.run("fast-import", "--quiet", "--done", stdin=b"".join(fast_import(commits)))
    # What says where the engine is and what is built from the plan are no part of it.
    exclude = folder / ".git/info/exclude"
    exclude.parent.mkdir(exist_ok=True)
    exclude.write_text("".join(f"/{name}\n" for name in (*SITE_SETTINGS, "site/", ".build/", ".cache/")), "utf-8")
    git.run("reset", "--quiet", "--hard")


def _sites(folder: Path) -> list[PlanFile]:
    """Return the settings of the sites: the engine's own, with its paths as seen from the folder."""
    # MkDocs reads every path from the folder of the file that it is given, inherited or not.
    engine = Path(os.path.relpath(_ENGINE, folder))
    inherited = yaml.load((_ENGINE / SITE_SETTINGS[0]).read_bytes(), Loader=_Plain)  # noqa: S506 - builds no objects
    data: dict[str, Writable] = {
        "hooks": [(engine / name).as_posix() for name in inherited["hooks"]],
        "theme": {"custom_dir": (engine / inherited["theme"]["custom_dir"]).as_posix()},
    }
    return [PlanFile(name, data_text({"INHERIT": (engine / name).as_posix(), **data})) for name in SITE_SETTINGS]


class _Plain(yaml.CSafeLoader):
    """Read MkDocs' settings and ignore its own tags, such as ``!ENV``."""


_Plain.add_multi_constructor("!", lambda _loader, _suffix, _node: None)


if __name__ == "__main__":
    demo()
