"""What a plan is compared with: the published version, and which files differ from it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from actionplan.diff.compare import Comparison
from actionplan.diff.files import moved_evidence
from actionplan.documents import FileTree
from actionplan.findings import Finding
from actionplan.git.revision import Revision, RevisionError, RevisionProblem
from actionplan.model import Plan
from actionplan.rules.history_checks import check_all
from scripts.cli.output import inform, listed, refuse


def find_revision(root: Path, name: str) -> Revision:
    """Find a revision of the plan below a root, or refuse it with the way to get it."""
    try:
        return Revision(root, name)
    except RevisionError as error:
        if error.problem is RevisionProblem.NO_REPOSITORY:
            reason = f" Git dice: {error.output}" if error.output else ""
            refuse(f"«{root}» no está en un repositorio que git pueda leer, y sin él no hay «{name}».{reason}")
        if error.problem is RevisionProblem.SHALLOW:
            refuse(
                f"Esta copia del repositorio trae sólo una parte de su historia, y en ella no está «{name}». "
                f"Tráigala con «git fetch --unshallow» (en la integración continua, con «fetch-depth: 0»)."
            )
        refuse(f"El repositorio no tiene ninguna versión «{name}»: escriba una rama, una etiqueta o un commit.")


def comparison_base(root: Path, name: str, head: Revision | None, *, direct: bool) -> Revision:
    """Find what a proposal is compared with: the published version from which the proposal set out.

    What was published after that is missing in the proposal, but the proposal does not take it away.

    Args:
        root: Folder of the plan.
        name: The published version.
        head: The proposal; what is on disk if None.
        direct: Whether the published version is wanted as it is now, whatever the proposal set out from.
    """
    tip = find_revision(root, name)
    shared = tip.commit if direct else tip.shared_with(head)
    if shared == tip.commit:
        return tip
    if shared is None:
        if tip.is_cut_short():
            refuse(
                f"Esta copia del repositorio trae sólo una parte de su historia, y en ella no se ve de qué versión de "
                f"«{name}» partió la propuesta. Tráigala con «git fetch --unshallow» (en la integración continua, con "
                f"«fetch-depth: 0»), o compare las dos tal cual con «--direct»."
            )
        inform(f"«{name}» y la propuesta no tienen historia en común: se comparan tal cual.")
        return tip
    if head and shared == head.commit:
        inform(f"La propuesta no trae nada que «{name}» no tenga ya.")
        return head
    origin = find_revision(root, shared)
    inform(f"«{name}» siguió adelante: se compara con {shared[:7]}, la versión de la que partió la propuesta.")
    touched_by_both = origin.touched(tip.commit) & origin.touched(head.commit if head else None)
    if touched_by_both:
        paths = listed(touched_by_both)
        inform(f"Cambió también en «{name}», y puede haber conflicto: {paths}. Intégrelo: git merge {name}")
    return origin


def altered_files(published: Revision, tree: FileTree, before: Plan, after: Plan) -> frozenset[str]:
    """Return the files whose contents differ: those at their old path, and evidence whose folder moved.

    Args:
        published: Where the earlier plan was read.
        tree: Where the later plan was read.
        before: The earlier plan.
        after: The later plan.
    """
    moved = moved_evidence(before, after).items()
    elsewhere = {new for new, old in moved if published.read(old) != tree.read(new)}
    return published.altered(tree.commit if isinstance(tree, Revision) else None) | elsewhere


def findings_since(
    findings: Iterable[Finding], published: Revision, tree: FileTree, before: Plan, after: Plan
) -> tuple[Finding, ...]:
    """Return the findings of a plan together with those about what changed since it was published.

    Args:
        findings: Of the later plan by itself.
        published: Where the earlier plan was read.
        tree: Where the later plan was read.
        before: The earlier plan.
        after: The later plan.
    """
    return check_all(findings, Comparison(before, after, altered_files(published, tree, before, after)))
