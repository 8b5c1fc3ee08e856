"""``plan owners``: the forge's list of who is asked to look at what."""

from __future__ import annotations

from pathlib import Path

from actionplan.agreement.owners import codeowners
from actionplan.forge.door import forge
from scripts.cli.arguments import check_option, root_option
from scripts.cli.command import verb
from scripts.cli.loading import sound_plan
from scripts.cli.writing import refresh


@verb
@root_option
@check_option
def owners(root: Path, check: bool) -> int:
    """Write the list."""
    return refresh(root, {forge.OWNERS_FILE: codeowners(sound_plan(root))}, "plan owners", check=check)


if __name__ == "__main__":
    owners()
