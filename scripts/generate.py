"""``plan generate``: every file of the repository that is made from the plan, the model or the program."""

from __future__ import annotations

from pathlib import Path

from actionplan.agreement.owners import codeowners
from actionplan.exports.editors import editor_files
from actionplan.forge.door import forge
from actionplan.intake.templates import form_files
from scripts.cli.arguments import check_option, root_option
from scripts.cli.command import verb
from scripts.cli.loading import sound_plan
from scripts.cli.papers import paper_files
from scripts.cli.writing import refresh


@verb
@root_option
@check_option
def generate(root: Path, check: bool) -> int:
    """Write all generated files."""
    plan = sound_plan(root)
    files = {**editor_files(), **form_files(plan), forge.OWNERS_FILE: codeowners(plan), **paper_files(root)}
    return refresh(root, files, "plan generate", check=check)


if __name__ == "__main__":
    generate()
