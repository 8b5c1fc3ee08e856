"""Links in the prose lead to files of the plan, with the same address that the forge understands."""

import posixpath
import re
from collections.abc import Collection, Iterator
from functools import partial
from urllib.parse import unquote

from actionplan.documents import Mention, links
from actionplan.findings import Example, Finding, Position, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import DocumentPart, Entry, Plan
from actionplan.rules.check import PlanCheck
from actionplan.rules.references import LEADS_NOWHERE
from actionplan.text.nearest import Guesses

BROKEN_LINK = Rule(
    "REF05",
    Severity.ERROR,
    msg("El enlace «{target}» no lleva a ningún archivo del plan.{hint}"),
    LEADS_NOWHERE,
    msg("Escriba la ruta desde este archivo, por ejemplo «../../plan/3-arboles/salud.md»."),
    Example(bad="Falta [agua](../../plan/3-arboles/ahua.md).", good="Falta agua.", path=sample.COMMITMENT),
)

# Whatever names a scheme leads out of the plan; those that would run something are another rule's.
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def check(plan: Plan) -> Iterator[Finding]:
    """Check every link and image of every body; the web is not asked."""
    paths = {entry.path for entry in plan.files}
    for entry in plan.entries:
        guesses = Guesses(partial(_from_folder, paths, entry.folder))
        for link, path in linked(entry):
            if path not in paths:
                position, guess = (
                    Position(entry.path, link.line, link.column),
                    guesses.nearest(link.text.partition("#")[0]),
                )
                yield BROKEN_LINK.at(position, target=link.text, guess=guess)


def linked(entry: Entry[DocumentPart]) -> Iterator[tuple[Mention, str]]:
    """Yield every link of a body to another file, with the path from the root that it leads to."""
    for link in links(entry.body) if entry.mentions(b"](", b"]:") else ():
        target = link.text.partition("#")[0]
        if target and not _OUTSIDE.match(link.text):
            yield link, posixpath.normpath(posixpath.join(entry.folder, unquote(target)))


def _from_folder(paths: Collection[str], folder: str) -> list[str]:
    return [posixpath.relpath(path, folder) for path in paths]


CHECKS = (PlanCheck(check, (BROKEN_LINK,)),)
