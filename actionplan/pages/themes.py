"""A topic's problem tree as a drawing: which causes have an answer, in words and links."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from actionplan.diagrams.svg import draw
from actionplan.diagrams.tree import ProblemTree, Tone, TreeLink, TreeNode
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model import Cause, CommitmentFile, Effect, Entry, Tree
from actionplan.pages import addresses
from actionplan.pages.backlinks import Backlinks
from actionplan.pages.titles import COMMITMENT

UNANSWERED = msg("Ningún compromiso la atiende")
NOT_KNOWN = msg("No se conoce")
_TITLE = msg("Árbol de problemas: {theme}")
_DESCRIPTION = msg(
    "En el centro, el problema. Efectos, arriba: {effects}. Causas, abajo: {causes}; con un compromiso que las "
    "atiende: {answered}. La misma información está en la lista que sigue al dibujo."
)


def drawing(
    entry: Entry[Tree], backlinks: Backlinks, locale: Locale, to: Callable[[str], str], name: str = "arbol"
) -> Markup:
    """Draw a topic's tree as SVG.

    Args:
        entry: The topic.
        backlinks: Which commitments answer to which cause.
        locale: The language of the marks.
        to: Turns an address into a URL from the page.
        name: Begins every id in the drawing: another one for each drawing of a topic on one page.
    """
    translate = locale.translate
    model = entry.model

    def links(commitment_files: tuple[CommitmentFile, ...]) -> tuple[TreeLink, ...]:
        return tuple(
            TreeLink(
                translate(COMMITMENT).format(number=commitment_file.commitment.model.number),
                to(addresses.of_document(commitment_file.commitment.path)),
            )
            for commitment_file in commitment_files
        )

    def cause(node: Cause) -> TreeNode:
        answers = backlinks.by_cause.get(f"{model.id}/{node.id}", ())
        return TreeNode(
            node.id,
            node.text,
            label=node.label or "",
            children=tuple(cause(child) for child in node.causes),
            links=links(answers),
            mark="" if answers else translate(UNANSWERED),
            tone=Tone.ANSWERED if answers else Tone.UNANSWERED,
        )

    def effect(node: Effect) -> TreeNode:
        return TreeNode(
            node.id, node.text, label=node.label or "", children=tuple(effect(child) for child in node.effects)
        )

    core = (
        TreeNode(model.problem.id, model.problem.text, label=translate(msg("Problema central")))
        if model.problem
        else TreeNode("problema", translate(NOT_KNOWN), label=translate(msg("Problema central")), tone=Tone.UNKNOWN)
    )
    causes = tuple(cause(node) for node in model.causes)
    description = translate(_DESCRIPTION).format(
        effects=_count(tuple(effect(node) for node in model.effects)),
        causes=_count(causes),
        answered=_count(causes, Tone.ANSWERED),
    )
    title = translate(_TITLE).format(theme=model.title)
    effects = tuple(effect(node) for node in model.effects)
    return draw(ProblemTree(f"{name}-{model.id}", title, description, core, causes, effects))


def _count(nodes: tuple[TreeNode, ...], tone: Tone | None = None) -> int:
    return sum((tone is None or node.tone is tone) + _count(node.children, tone) for node in nodes)
