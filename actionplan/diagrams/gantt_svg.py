"""A roadmap in time as SVG text.

Structure, geometry and words; `theme.css` holds every colour. There is no style and no script in it. What a bar's
shape says (critical, done, moved) its note says in words; without the style sheet it is black on white and complete.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from actionplan.diagrams.gantt import Gantt
from actionplan.diagrams.gantt_layout import lay_out
from actionplan.diagrams.gantt_shapes import THICK, THIN, WIDE_ROOM, ActivityRow, GanttLayout, Path, Room, Stretch, Text
from actionplan.language.locale import Locale
from actionplan.text.width import printable, words

_FONT = "Roboto, 'Segoe UI', Helvetica, Arial, 'Noto Sans', 'DejaVu Sans', sans-serif"
_BETWEEN = 2  # between a bar and the marks above and below it
_HEAD = 5  # of an arrow


def draw(gantt: Gantt, locale: Locale, room: Room = WIDE_ROOM) -> Markup:
    """Draw a roadmap: a row an activity, its dates in force, as first signed and as reported.

    The drawing has its natural size in px, which may be wider than a page: give it a frame that scrolls.
    """
    layout = lay_out(gantt, locale, room)
    pieces = [
        *_head(gantt, layout, room),
        *_grid(layout),
        *(_path(path) for path in layout.paths),
        *(piece for row in layout.rows for piece in _row(row)),
        *_cutoff(layout),
        *(_text(text) for text in layout.headings),
        *(_text(text) for row in layout.rows for text in row.texts),
        "</svg>",
    ]
    return Markup("\n".join(pieces))  # noqa: S704 - numbers and our words; people's texts pass `_safe`


def _safe(text: str) -> str:
    """Return people's words escaped. Most of a drawing's pieces are numbers, which need no escaping."""
    return str(escape(printable(text)))


def _head(gantt: Gantt, layout: GanttLayout, room: Room) -> Iterator[str]:
    name, width, height = f"{_safe(gantt.id)}-{room.name}", layout.width, layout.height
    # Of the two drawings of a roadmap, the style sheet shows one; without it the wide one is seen.
    hidden = "" if room.beside else ' display="none"'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="ruta ruta--{room.name}" role="img"{hidden}'
        f' aria-labelledby="{name}-titulo"'
        f' aria-describedby="{name}-descripcion" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' font-family="{escape(_FONT)}">'
    )
    yield f'<title id="{name}-titulo">{_safe(" ".join(words(gantt.title)))}</title>'
    yield f'<desc id="{name}-descripcion">{_safe(" ".join(words(gantt.description)))}</desc>'


def _grid(layout: GanttLayout) -> Iterator[str]:
    lines = "".join(f"M{x} {layout.plot_top}V{layout.plot_bottom}" for x in layout.ticks)
    yield f'<path class="ruta-eje" d="{lines}" stroke="currentColor" stroke-opacity="0.3"/>'
    yield from map(_text, layout.names)


def _path(path: Path) -> str:
    (x, y), (before, _) = path.corners[-1], path.corners[-2]
    back = _HEAD if before > x else -_HEAD
    line = "M" + "L".join(f"{across} {down}" for across, down in path.corners)
    head = f"M{x + back} {y - _HEAD}L{x} {y}L{x + back} {y + _HEAD}"
    kind, stroke = ("ruta-flecha ruta-flecha--critica", 2) if path.critical else ("ruta-flecha", 1)
    return f'<path class="{kind}" d="{line}{head}" fill="none" stroke="currentColor" stroke-width="{stroke}"/>'


def _row(row: ActivityRow) -> Iterator[str]:
    critical = row.bar.critical
    kind = "ruta-actividad ruta-actividad--critica" if critical else "ruta-actividad"
    yield f'<g class="{kind}" data-actividad="{_safe(row.bar.id)}">'
    top = row.middle - THICK // 2
    if row.actual:
        yield _rect("ruta-real", row.actual, top - THIN - _BETWEEN, THIN, 'fill="currentColor"')
    if row.original:
        dashes = 'fill="none" stroke="currentColor" stroke-dasharray="3 2"'
        yield _rect("ruta-original", row.original, top + THICK + _BETWEEN, THIN, dashes)
    if row.span:
        # Critical bars differ in shape, not only in colour: square and heavy against round and light.
        shape = 'stroke-width="3"' if critical else 'rx="5"'
        yield _rect("ruta-barra", row.span, top, THICK, f'fill="white" stroke="currentColor" {shape}')
    if row.done:
        filled = 'fill="currentColor" fill-opacity="0.55"'
        yield _rect("ruta-hecho", row.done, top, THICK, filled if critical else f'{filled} rx="5"')
    yield "</g>"


def _rect(name: str, span: Stretch, top: int, height: int, paint: str) -> str:
    return (
        f'<rect class="{name}" x="{span.left}" y="{top}" width="{span.right - span.left}" height="{height}" {paint}/>'
    )


def _cutoff(layout: GanttLayout) -> Iterator[str]:
    if layout.cutoff is not None and layout.cutoff_name is not None:
        line = f"M{layout.cutoff} {layout.plot_top}V{layout.plot_bottom}"
        yield f'<path class="ruta-corte" d="{line}" stroke="currentColor" stroke-width="2" stroke-dasharray="6 4"/>'
        yield _text(layout.cutoff_name)


def _text(text: Text) -> str:
    kind, bold = text.words, ' font-weight="700"' if text.words.bold else ""
    return (
        f'<text class="ruta-{kind}" x="{text.x}" y="{text.y}" font-size="{kind.size}"{bold}'
        f' fill="currentColor">{_safe(text.text)}</text>'
    )
