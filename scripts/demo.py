"""``plan demo``: a whole invented plan in a folder of its own, ready to check, build and change."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
import yaml

from actionplan.demo.commits import PlanFile, SimulatedCommit, fast_import
from actionplan.demo.generator import files_after, generate
from actionplan.demo.simulated_plan import MOST_COMMITMENTS
from actionplan.documents.writer import Writable, data_text
from actionplan.git.run import NOBODYS_SETTINGS, Git, GitError
from actionplan.language.languages import SITE_SETTINGS
from scripts.speech import run

_ENGINE = Path(__file__).parents[1]


def demo(
    folder: Annotated[Path, typer.Argument(metavar="CARPETA", help="Carpeta vacía o nueva.", show_default=False)],
    commitments: Annotated[int, typer.Option(min=1, max=MOST_COMMITMENTS, help="Cuántos compromisos.")] = 13,
    seed: Annotated[int, typer.Option(help="Qué plan de ese tamaño: la misma semilla da los mismos archivos.")] = 1,
    *,
    history: Annotated[
        bool,
        typer.Option(
            "--history", help="Con casi dos años de avances y verificaciones, y un repositorio de git con su historia."
        ),
    ] = False,
) -> None:
    """Escribe un plan ficticio completo: árboles, mesas, compromisos y hojas de ruta, y si se pide, su seguimiento."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        typer.echo(f"«{folder}» no está vacía: elija otra carpeta.", err=True)
        raise typer.Exit(2)
    commits = generate(commitments, seed, followed=history)
    try:
        if history:
            _repository(folder, commits)
        else:
            _write(folder, files_after(commits))
        _write(folder, _sites(folder.resolve()))
    except (GitError, OSError) as error:
        reason = f"{error.strerror} ({error.filename})" if isinstance(error, OSError) else f"git no lo hizo. {error}"
        typer.echo(f"No se pudo escribir el plan en «{folder}»: {reason}.", err=True)
        raise typer.Exit(1) from error
    typer.echo(f"Plan de ejemplo con {commitments} compromisos en {folder}/. Para construir su sitio:", err=True)
    typer.echo(f"  plan build --root {folder}", err=True)


def _write(folder: Path, files: Iterable[PlanFile]) -> None:
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.text.encode())


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
    run(demo)
