"""``plan build``: the site in all its languages, made beside the old one and swapped in whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

import click

from actionplan.documents import WorkingTree
from actionplan.language.languages import settings_name
from actionplan.loader import load
from actionplan.model import PlanIdentity
from scripts.cli.arguments import open_option, path_option, root_option
from scripts.cli.command import verb
from scripts.cli.output import decline, inform, print_findings, refuse
from scripts.cli.serve import show
from scripts.cli.writing import write_file

_WORK = ".build"


@verb
@root_option
@path_option("--output", default="site", metavar="CARPETA", help="Carpeta del sitio.")
@open_option
def build(root: Path, output: Path, opened: bool) -> None:
    """Check the plan and build its site."""
    loaded = load(WorkingTree(root))
    if loaded.findings:
        print_findings(loaded.findings)
    if loaded.blocks():
        decline("El sitio no se construyó; el anterior sigue como estaba.")
    put_in_place(root, root / output, loaded.plan.identity)
    inform(f"Sitio listo en {root / output}/.")
    show(root / output, opened=opened)


def put_in_place(
    root: Path, place: Path, identity: PlanIdentity, more: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Build a site beside its place and swap it in whole.

    Args:
        root: The plan's repository.
        place: The folder of the site, which may hold another one or nothing.
        identity: What the plan says of itself.
        more: Files to add, by their path in the site.

    Raises:
        Exit: It holds something else, or a language has no settings (2), or MkDocs failed (1); what was there
            is as it was.
    """
    if not _is_ours(place):
        refuse(f"«{place}» guarda otra cosa que un sitio: elija otra carpeta o vacíela.")
    missing = [path.name for path in _configs(root, identity).values() if not path.is_file()]
    if missing:
        refuse(
            f"Falta {' y '.join(missing)} en «{root}»: dice cómo se construye el sitio. "
            f"Cópielo del repositorio de este programa, o diga con --root qué carpeta lo tiene."
        )
    # Beside its place, so that the swap is a rename whatever the file system; one folder for each run.
    bench = place.resolve().parent / _WORK
    bench.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(dir=bench) as name:
            _replace(place.resolve(), root, Path(name), identity, more)
    finally:
        with suppress(OSError):  # another run may be at work in it
            bench.rmdir()


def _is_ours(place: Path) -> bool:
    """Tell whether a folder may be replaced whole: it is not there, empty, or a site that was built before."""
    return not place.exists() or (place / "sitemap.xml").is_file() or (place.is_dir() and not any(place.iterdir()))


def _replace(place: Path, root: Path, work: Path, identity: PlanIdentity, more: Mapping[str, str]) -> None:
    """Build everything, and only then touch the old site."""
    failed = _build_all(root, work, identity)
    if failed:
        decline(f"MkDocs no pudo construir: {', '.join(failed)}. El sitio anterior sigue como estaba.")
    site = _joined(work, identity)
    for path, text in more.items():
        write_file(site / path, text)
    _swap(site, place, work / "old")


def _configs(root: Path, identity: PlanIdentity) -> dict[str, Path]:
    """Return the settings of MkDocs for each language."""
    return {language: root / settings_name(language, identity.language) for language in identity.languages}


def _build_all(root: Path, work: Path, identity: PlanIdentity) -> list[str]:
    """Build each language in a process of its own, at the same time; return those that failed."""
    running = {}
    for language, config in _configs(root, identity).items():
        # Never ``--quiet``: what MkDocs does not say it does not count, and strict mode would forgive every warning.
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        command += ["--config-file", str(config), "--site-dir", str((work / language).resolve())]
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        running[language] = subprocess.Popen(  # noqa: S603 - our own words
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
        )
    return [language for language, process in running.items() if not _succeeds(process)]


def _succeeds(process: subprocess.Popen[str]) -> bool:
    """Wait for one language; print its messages only if it fails."""
    messages, _ = process.communicate()
    if process.returncode != 0:
        lines = (line for line in messages.splitlines() if line.strip() and not line.startswith("INFO"))
        click.echo("\n".join(lines), err=True)
    return process.returncode == 0


def _joined(work: Path, identity: PlanIdentity) -> Path:
    """Set the other languages inside the site of the plan's own."""
    site = work / identity.language
    for language in identity.languages:
        if language != identity.language:
            (work / language).rename(site / language)
    return site


def _swap(new: Path, place: Path, old: Path) -> None:
    """Put the new site in the place of the old one; a reader meets one of the two, never half of each."""
    if place.exists():
        place.rename(old)
    new.rename(place)


if __name__ == "__main__":
    build()
