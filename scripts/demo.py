"""``plan demo``: a whole invented plan in a folder of its own, ready to check, build and change."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer
import yaml

from actionplan.demo.outline import MOST
from actionplan.demo.papers import Paper
from actionplan.demo.whole import papers
from actionplan.documents.writer import Writable, data_text

_ENGINE = Path(__file__).parents[1]
_SITES = ("mkdocs.yml", "mkdocs.en.yml")


def demo(
    folder: Annotated[Path, typer.Argument(help="Carpeta vacía o nueva.", show_default=False)],
    commitments: Annotated[int, typer.Option(min=1, max=MOST, help="Cuántos compromisos.")] = 13,
    seed: Annotated[int, typer.Option(help="Qué plan de ese tamaño: la misma semilla da los mismos archivos.")] = 1,
) -> None:
    """Escribe un plan ficticio completo: árboles, mesas, sesiones, compromisos y hojas de ruta."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        typer.echo(f"«{folder}» no está vacía: elija otra carpeta.", err=True)
        raise typer.Exit(2)
    for paper in (*papers(commitments, seed), *_sites(folder.resolve())):
        path = folder / paper.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(paper.text.encode())
    typer.echo(f"Plan de ejemplo con {commitments} compromisos en {folder}/. Para construir su sitio:", err=True)
    typer.echo(f"  plan build --root {folder}", err=True)


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
    typer.run(demo)
