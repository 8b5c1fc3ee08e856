"""A roadmap in time as SVG text.

Structure, geometry and words; `theme.css` holds every colour. There is no style and no script in it. What a bar's
shape says (critical, done, moved) its note says in words; without the style sheet it is black on white and complete.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from actionplan.diagrams.gantt import Gantt
from actionplan.diagrams.gantt_layout import lay_out
from actionplan.diagrams.gantt_shapes import THICK, THIN, Layout, Path, Row, Span, Text
from actionplan.language.locale import Locale
from actionplan.language.width import printable, words

_FONT = "Roboto, 'Segoe UI', Helvetica, Arial, 'Noto Sans', 'DejaVu Sans', sans-serif"
_BETWEEN = 2  # between a bar and the marks above and below it
_HEAD = 5  # of an arrow


def draw(gantt: Gantt, locale: Locale) -> Markup:
    """Draw a roadmap: a row an activity, its dates in force, as first signed and as reported.

    The drawing has its natural size in px, which may be wider than a page: give it a frame that scrolls.
    """
    layout = lay_out(gantt, locale)
    return Markup("\n").join(
        [
            *_head(gantt, layout),
            *_grid(layout),
            *(_path(path) for path in layout.paths),
            *(_text(text) for text in layout.headings),
            *(piece for row in layout.rows for piece in _row(row)),
            *_cutoff(layout),
            Markup("</svg>"),
        ]
    )


def _head(gantt: Gantt, layout: Layout) -> Iterator[Markup]:
    yield Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="ruta" role="img" aria-labelledby="{id}-titulo"'
        ' aria-describedby="{id}-descripcion" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' font-family="{font}">'
    ).format(id=gantt.id, width=layout.width, height=layout.height, font=_FONT)
    yield Markup('<title id="{}-titulo">{}</title>').format(gantt.id, " ".join(words(gantt.title)))
    yield Markup('<desc id="{}-descripcion">{}</desc>').format(gantt.id, " ".join(words(gantt.description)))


def _grid(layout: Layout) -> Iterator[Markup]:
    lines = "".join(f"M{x} {layout.plot_top}V{layout.plot_bottom}" for x in layout.ticks)
    yield Markup('<path class="ruta-eje" d="{}" stroke="currentColor" stroke-opacity="0.3"/>').format(lines)
    yield from map(_text, layout.names)


def _path(path: Path) -> Markup:
    (x, y), (before, _) = path.corners[-1], path.corners[-2]
    back = _HEAD if before > x else -_HEAD
    line = "M" + "L".join(f"{across} {down}" for across, down in path.corners)
    head = f"M{x + back} {y - _HEAD}L{x} {y}L{x + back} {y + _HEAD}"
    kind = "ruta-flecha ruta-flecha--critica" if path.critical else "ruta-flecha"
    return Markup('<path class="{}" d="{}" fill="none" stroke="currentColor" stroke-width="{}"/>').format(
        kind, line + head, 2 if path.critical else 1
    )


def _row(row: Row) -> Iterator[Markup]:
    yield Markup('<g class="ruta-actividad{}" data-actividad="{}">').format(
        " ruta-actividad--critica" if row.bar.critical else "", printable(row.bar.id)
    )
    yield from map(_text, row.texts)
    top = row.middle - THICK // 2
    if row.actual:
        yield _rect("ruta-real", row.actual, top - THIN - _BETWEEN, THIN, Markup('fill="currentColor"'))
    if row.original:
        dashes = Markup('fill="none" stroke="currentColor" stroke-dasharray="3 2"')
        yield _rect("ruta-original", row.original, top + THICK + _BETWEEN, THIN, dashes)
    if row.span:
        # Critical bars differ in shape, not only in colour: square and heavy against round and light.
        shape = Markup('stroke-width="3"') if row.bar.critical else Markup('rx="5"')
        yield _rect("ruta-barra", row.span, top, THICK, Markup('fill="white" stroke="currentColor" ') + shape)
    if row.done:
        filled = Markup('fill="currentColor" fill-opacity="0.55"')
        yield _rect(
            "ruta-hecho", row.done, top, THICK, filled + (Markup("") if row.bar.critical else Markup(' rx="5"'))
        )
    yield Markup("</g>")


def _rect(name: str, span: Span, top: int, height: int, paint: Markup) -> Markup:
    return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" {}/>').format(
        name, span.left, top, span.right - span.left, height, paint
    )


def _cutoff(layout: Layout) -> Iterator[Markup]:
    if layout.cutoff is not None and layout.cutoff_name is not None:
        yield Markup(
            '<path class="ruta-corte" d="M{} {}V{}" stroke="currentColor" stroke-width="2" stroke-dasharray="6 4"/>'
        ).format(layout.cutoff, layout.plot_top, layout.plot_bottom)
        yield _text(layout.cutoff_name)


def _text(text: Text) -> Markup:
    bold = Markup(' font-weight="700"') if text.words.bold else Markup("")
    return Markup('<text class="ruta-{}" x="{}" y="{}" font-size="{}"{} fill="currentColor">{}</text>').format(
        text.words, text.x, text.y, text.words.size, bold, printable(text.text)
    )
