"""``plan changes``: what a proposal changes in what the plan says."""

from __future__ import annotations

from pathlib import Path

from actionplan.diff.before_after import BeforeAfter
from actionplan.diff.compare import Comparison
from actionplan.diff.report import LONGEST, REPORTS, as_json
from actionplan.documents import FileTree, WorkingTree, parse_cache_of
from actionplan.git.revision import Revision
from actionplan.language.locale import locale
from actionplan.language.messages import spanish
from actionplan.loader import Caches, plan_of, with_custody
from actionplan.preview.comment import before_and_after
from scripts.cli.arguments import base_option, direct_option, format_option, head_option, root_option
from scripts.cli.command import verb
from scripts.cli.comparison import altered_files, comparison_base, find_revision
from scripts.cli.output import answer


@verb
@base_option(required=True)
@head_option(help="Lo propuesto: una rama, etiqueta o commit; sin ella, lo que hay en la carpeta.")
@root_option
@format_option((*REPORTS, "json"))
@direct_option
def changes(base: str, head: str | None, root: Path, output: str, direct: bool) -> None:
    """Print what differs between two versions of a plan."""
    proposed = find_revision(root, head) if head is not None else None
    published = comparison_base(root, base, proposed, direct=direct)
    tree: FileTree = proposed or WorkingTree(root)
    caches = Caches(parse_cache=parse_cache_of(root))
    before, after = plan_of(published, caches), plan_of(tree, caches)
    caches.parse_cache.save()
    altered = altered_files(published, tree, before, after)
    unsealed = BeforeAfter(before, after, altered)
    names, new = unsealed.touched, after.commitment_files.keys() - before.commitment_files.keys()
    whole = unsealed.moves_the_plan
    before = with_custody(before, published, None if whole else names)
    after = with_custody(after, tree, None if whole else {*names, *new})
    comparison = Comparison(before, after, altered)
    if output == "json":
        about: dict[str, object] = {
            "base": published.commit,
            "head": proposed.commit if proposed else None,
            "documents": _documents(published, tree, altered),
        }
        answer(as_json(comparison.changes, about))
    else:
        text = REPORTS[output](comparison.changes, spanish)
        if output == "markdown":
            text += before_and_after(comparison, locale("es"), LONGEST - len(text))
        answer(text)


def _documents(published: Revision, tree: FileTree, altered: frozenset[str]) -> list[dict[str, str | None]]:
    """List every file that differs, whatever it says."""
    before, after = ({entry.path for entry in files.entries()} for files in (published, tree))
    rows = [(path, "added") for path in after - before] + [(path, "removed") for path in before - after]
    rows += [(path, "modified") for path in altered & before & after]
    return [{"path": path, "previous_path": None, "status": status} for path, status in sorted(rows)]


if __name__ == "__main__":
    changes()
