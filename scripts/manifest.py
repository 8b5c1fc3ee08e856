"""``plan manifest``: what a built site was made from, written into it."""

from __future__ import annotations

import platform
from hashlib import file_digest
from importlib.metadata import version
from pathlib import Path

from actionplan.documents import WorkingTree
from actionplan.exports.manifest import BuildOrigin, manifest_json
from actionplan.git.run import Git, GitError
from actionplan.loader import Caches, plan_of
from scripts.cli.arguments import path_option, root_option
from scripts.cli.command import verb
from scripts.cli.output import inform, refuse

_NAME = "publicacion.json"
_TOOLS = ("actionplan", "mkdocs", "mkdocs-material")


@verb
@root_option
@path_option("--site", default="site", metavar="CARPETA", help="Carpeta del sitio ya construido.")
def manifest(root: Path, site: Path) -> None:
    """Write what a site was made from."""
    place = root / site
    if not (place / "sitemap.xml").is_file():
        refuse(f"En «{place}» no hay un sitio: constrúyalo con «plan build».")
    git = Git(root)
    try:
        commit, date = git.line("log", "-1", "--format=%H %cI").split()
        is_changed = bool(git.line("status", "--porcelain"))
    except GitError:
        refuse(f"«{root}» no está en un repositorio de git con algún commit: no se sabe de qué salió el sitio.")
    if is_changed:
        refuse("Hay cambios sin guardar en un commit: el manifiesto diría de qué salió el sitio, y no sería cierto.")
    tools = {"python": platform.python_version(), **{name: version(name) for name in _TOOLS}}
    fingerprints = {
        path.relative_to(place).as_posix(): _fingerprint(path)
        for path in place.rglob("*")
        if path.is_file() and path != place / _NAME
    }
    plan = plan_of(WorkingTree(root), Caches())
    text = manifest_json(plan.identity, BuildOrigin(commit, date, tools), fingerprints)
    (place / _NAME).write_text(text, "utf-8")
    inform(f"{len(fingerprints)} archivos anotados en {place / _NAME}.")


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    manifest()
