"""Figures and trees before and after, as Markdown below the changes of a proposal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from actionplan.diff.before_after import BeforeAfter
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.preview.figures import Affected, figures_moved
from actionplan.preview.trees import Grown, trees_moved
from actionplan.text.escape import markdown, plain

_TITLE = msg("Antes y después")
_COMMITMENT, _PLAN = msg("Compromiso {number}. {title}"), msg("Todo el plan, cada versión con su corte y sus ajustes")
_TREE = msg("Árbol de problemas: {theme}")
_FIGURE, _BEFORE, _AFTER = msg("Cifra"), msg("Antes"), msg("Después")
_CUTOFF = msg("Cifras con fecha de corte {date}; las reglas están en «Cómo se calcula».")
_MORE = msg("Hay {count} comparaciones más, que no caben aquí: la vista previa las tiene todas.")
_FENCE = re.compile(r"`+")


def before_and_after(plans: BeforeAfter, locale: Locale, room: int) -> str:
    """Return tables and trees for whoever reviews; nothing if no figure and no tree moved.

    Args:
        plans: The plan before and after.
        locale: The language of the words.
        room: As many characters as there may be; what does not fit is counted instead.
    """
    pieces = [
        *(_table(item, locale) for item in figures_moved(plans, locale)),
        *(_tree(item, locale) for item in trees_moved(plans.base, plans.head, locale)),
    ]
    if not pieces:
        return ""
    cutoff = locale.translate(_CUTOFF).format(date=locale.date(plans.head.identity.cutoff))
    title = f"\n### {markdown(locale.translate(_TITLE))}\n\n{markdown(cutoff)}\n"
    more = locale.translate(_MORE)
    room -= len(title) + len(more) + len(str(len(pieces)))
    shown = []
    for piece in pieces:
        if len(piece) <= room:
            shown.append(piece)
            room -= len(piece)
    left = len(pieces) - len(shown)
    if room < 0:
        return ""
    return title + "".join(shown) + (f"\n{markdown(more.format(count=left))}\n" if left else "")


def _table(affected: Affected, locale: Locale) -> str:
    title = locale.translate(_PLAN)
    if affected.commitment_file:
        model = affected.commitment_file.commitment.model
        title = locale.translate(_COMMITMENT).format(number=model.number, title=model.title)
    head = (locale.translate(word) for word in (_FIGURE, _BEFORE, _AFTER))
    rows = [_row(head), _row(("---",) * 3, raw=True), *(_row(figure) for figure in affected.figures)]
    return f"\n**{markdown(title)}**\n\n" + "".join(rows)


def _row(cells: Iterator[str] | tuple[str, ...], *, raw: bool = False) -> str:
    return "| " + " | ".join(cell if raw else markdown(cell) for cell in cells) + " |\n"


def _tree(grown: Grown, locale: Locale) -> str:
    """Return a block that the forge shows as a comparison; nothing in it is read as Markdown, nor can end it."""
    lines = [plain(line) for line in grown.lines]
    ticks = max((len(found) for line in lines for found in _FENCE.findall(line)), default=0)
    fence = "`" * max(3, ticks + 1)
    title = markdown(locale.translate(_TREE).format(theme=grown.title))
    return f"\n<details><summary>{title}</summary>\n\n{fence}diff\n" + "\n".join(lines) + f"\n{fence}\n\n</details>\n"
