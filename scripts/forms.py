"""``plan forms``: the forge's issue forms, for those who take part without git, and its templates of proposals."""

from __future__ import annotations

from pathlib import Path

from actionplan.intake.templates import form_files
from scripts.cli.arguments import check_option, root_option
from scripts.cli.command import verb
from scripts.cli.loading import sound_plan
from scripts.cli.writing import refresh


@verb
@root_option
@check_option
def forms(root: Path, check: bool) -> int:
    """Write forms and templates."""
    return refresh(root, form_files(sound_plan(root)), "plan forms", check=check)


if __name__ == "__main__":
    forms()
