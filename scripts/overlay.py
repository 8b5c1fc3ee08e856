"""``plan overlay``: the published program with a proposal's data, in a folder of its own, ready to check and build."""

from __future__ import annotations

from pathlib import Path

from actionplan.agreement.comment import code_notice, collision_notice
from actionplan.git.proposal import ProposalError, lay_out
from scripts.cli.arguments import base_option, head_option, path_option, root_option
from scripts.cli.command import verb
from scripts.cli.output import answer, decline, refuse
from scripts.forge import asked_proposal


@verb
@head_option(required=True)
@path_option("--output", required=True, metavar="CARPETA", help="Dónde se escribe; no debe existir.")
@base_option(default="HEAD", help="Lo publicado; sin ella, lo que está en uso.")
@root_option
def overlay(head: str, output: Path, base: str, root: Path) -> None:
    """Write the published program with the data of a proposal."""
    if output.exists():
        refuse(f"«{output}» ya existe: bórrela o elija otra carpeta.")
    proposed = asked_proposal(root, base, head)
    if not proposed.result:
        decline(collision_notice(proposed.collisions))
    try:
        lay_out(root, proposed, output)
    except ProposalError as error:
        refuse(str(error))
    answer(code_notice(proposed.paths))


if __name__ == "__main__":
    overlay()
