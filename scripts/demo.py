"""``plan demo``: a whole invented plan in a folder of its own, ready to check, build and change."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

import click
import yaml

from actionplan.demo.deeds import Deed, fast_import
from actionplan.demo.outline import MOST
from actionplan.demo.papers import Paper
from actionplan.demo.whole import deeds, papers
from actionplan.documents.writer import Writable, data_text
from scripts.cli.arguments import number
from scripts.cli.command import verb
from scripts.cli.output import decline, inform, refuse
from scripts.cli.writing import write_file

_ENGINE = Path(__file__).parents[1]
_SITES = ("mkdocs.yml", "mkdocs.en.yml")


@verb
@click.argument("folder", type=Path, metavar="CARPETA", help="Carpeta vacía o nueva.")
@click.option(
    "--commitments",
    type=number("--commitments", range(1, MOST + 1)),
    default=13,
    metavar="NÚMERO",
    help=f"Cuántos compromisos, de 1 a {MOST}.",
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
    done = deeds(commitments, seed, followed=history)
    try:
        if history:
            _repository(folder, done)
        else:
            _write(folder, papers(done))
        _write(folder, _sites(folder.resolve()))
    except OSError as error:  # git that is not there is one too
        decline(f"No se pudo escribir el plan en «{folder}»: {error.strerror} ({error.filename}).")
    inform(f"Plan de ejemplo con {commitments} compromisos en {folder}/. Para construir su sitio:")
    inform(f"  plan build --root {folder}")


def _write(folder: Path, files: Iterable[Paper]) -> None:
    for paper in files:
        write_file(folder / paper.path, paper.text)


def _repository(folder: Path, done: Iterable[Deed]) -> None:
    """Make a repository of what was done and check out its files; nobody's settings of git have a say in it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_TEMPLATE_DIR": ""}

    def git(*arguments: str, given: bytes = b"") -> None:
        subprocess.run(["git", "-C", folder, *arguments], input=given, env=environment, check=True)  # noqa: S603, S607 - our own words

    folder.mkdir(parents=True, exist_ok=True)
    git("init", "--quiet", "--initial-branch=main", "--object-format=sha1")
    git("fast-import", "--quiet", "--done", given=b"".join(fast_import(done)))
    # What says where the engine is and what is built from the plan are no part of it.
    exclude = folder / ".git/info/exclude"
    exclude.parent.mkdir(exist_ok=True)
    exclude.write_text("".join(f"/{name}\n" for name in (*_SITES, "site/", ".build/", ".cache/")), "utf-8")
    git("reset", "--quiet", "--hard")


def _sites(folder: Path) -> list[Paper]:
    """Settings of the sites: the engine's own, with its paths as they are seen from the folder."""
    # MkDocs reads every path from the folder of the file that it is given, inherited or not.
    engine = Path(os.path.relpath(_ENGINE, folder))
    inherited = yaml.load((_ENGINE / _SITES[0]).read_bytes(), Loader=_Plain)  # noqa: S506 - builds no objects
    data: dict[str, Writable] = {
        "hooks": [(engine / name).as_posix() for name in inherited["hooks"]],
        "theme": {"custom_dir": (engine / inherited["theme"]["custom_dir"]).as_posix()},
    }
    return [Paper(name, data_text({"INHERIT": (engine / name).as_posix(), **data})) for name in _SITES]


class _Plain(yaml.CSafeLoader):
    """Reads MkDocs' settings without minding what its own tags, such as ``!ENV``, stand for."""


_Plain.add_multi_constructor("!", lambda _loader, _suffix, _node: None)


if __name__ == "__main__":
    demo()
