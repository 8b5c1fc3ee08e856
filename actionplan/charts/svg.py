"""A placed chart as SVG text.

Structure, geometry and words; `theme.css` holds every colour. There is no style and no script in it, so it passes
a strict content security policy. Without the style sheet it is black on white and still complete.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from actionplan.charts.shapes import Block, Canvas, Drawing, Label, Mark, Stroke, TextRole, UprightLine
from actionplan.text.width import printable, words

_FONT = "Roboto, 'Segoe UI', Helvetica, Arial, 'Noto Sans', 'DejaVu Sans', sans-serif"
_HALO = 3  # around a value inside its bar
_OUTLINED = 3

# Series differ in pattern: filled, hatched, outlined, dotted, banded, checked. The two without one need none.
_PATTERNS = {
    2: Markup('<path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" stroke="currentColor" stroke-width="2.5"/>'),
    4: Markup('<circle cx="4" cy="4" r="2" fill="currentColor" stroke="none"/>'),
    5: Markup('<path d="M0 4H8" stroke="currentColor" stroke-width="3"/>'),
    6: Markup('<path d="M0 0H4V4H0ZM4 4H8V8H4Z" fill="currentColor" stroke="none"/>'),
}

# Curves differ in dashes and in the shape of their points: disc, square, triangle, diamond, cross, hanging triangle.
_DASHES = {2: "7 4", 3: "2 4", 4: "10 4 2 4", 5: "4 2", 6: "1 2"}
_SHAPES = {
    1: "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z",
    2: "M-4 -4H4V4H-4Z",
    3: "M0 -5L5 4H-5Z",
    4: "M0 -5L5 0L0 5L-5 0Z",
    5: "M-4 -4L4 4M-4 4L4 -4",
    6: "M0 5L5 -4H-5Z",
}


def write(drawing: Drawing, name: str, canvas: Canvas, title: str, description: str) -> Markup:
    """Write a drawing.

    Args:
        drawing: Its pieces, placed.
        name: Unique on the page; the ids inside begin with it.
        canvas: For which room it was placed.
        title: Names it for those who do not see it.
        description: Says in words what it shows.
    """
    own = f"{name}-{canvas.name}"
    return Markup("\n").join(
        [
            *_head(drawing, own, canvas, title, description),
            *(_line(line) for line in drawing.lines),
            *map(_stroke, drawing.strokes),
            *(_block(block, own) for block in drawing.blocks),
            *map(_mark, drawing.marks),
            *(piece for label in drawing.labels for piece in _label(label)),
            Markup("</svg>"),
        ]
    )


def _head(drawing: Drawing, own: str, canvas: Canvas, title: str, description: str) -> Iterator[Markup]:
    # Of the two drawings of a chart, the style sheet shows one; without it the wide one is seen.
    hidden = Markup("") if canvas.beside else Markup(' display="none"')
    yield Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="grafica-dibujo grafica-dibujo--{kind}" role="img"'
        ' aria-labelledby="{own}-titulo" aria-describedby="{own}-descripcion"'
        ' viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="{font}"{hidden}>'
    ).format(kind=canvas.name, own=own, width=drawing.width, height=drawing.height, font=_FONT, hidden=hidden)
    yield Markup('<title id="{}-titulo">{}</title>').format(own, " ".join(words(title)))
    yield Markup('<desc id="{}-descripcion">{}</desc>').format(own, " ".join(words(description)))
    for series in sorted({block.series for block in drawing.blocks} & _PATTERNS.keys()):
        yield Markup(
            '<pattern id="{own}-trama-{series}" class="grafica-trama grafica-trama--{series}" width="8" height="8"'
            ' patternUnits="userSpaceOnUse">{shape}</pattern>'
        ).format(own=own, series=series, shape=_PATTERNS[series])


def _line(line: UprightLine) -> Markup:
    kind = "base" if line.is_base else "eje"
    return Markup('<path class="grafica-linea grafica-linea--{}" d="M{x} {}V{}" stroke="currentColor"/>').format(
        kind, line.top, line.bottom, x=line.x
    )


def _stroke(stroke: Stroke) -> Markup:
    path = "M" + "L".join(f"{x} {y}" for x, y in stroke.corners)
    if not stroke.series:
        return Markup('<path class="grafica-linea grafica-linea--eje" d="{}" stroke="currentColor"/>').format(path)
    dashes = Markup(' stroke-dasharray="{}"').format(_DASHES[stroke.series]) if stroke.series in _DASHES else Markup("")
    return Markup(
        '<path class="grafica-curva grafica-curva--{}" d="{}" fill="none" stroke="currentColor" stroke-width="2"{}/>'
    ).format(stroke.series, path, dashes)


def _mark(mark: Mark) -> Markup:
    return Markup(
        '<path class="grafica-punto grafica-punto--{}" transform="translate({} {})" d="{}" fill="{}"'
        ' stroke="currentColor" stroke-width="2"/>'
    ).format(mark.series, mark.x, mark.y, _SHAPES[mark.series], "currentColor" if mark.series % 2 else "white")


def _block(block: Block, own: str) -> Markup:
    fill = "currentColor" if block.series not in _PATTERNS else f"url(#{own}-trama-{block.series})"
    box = block.box
    return Markup(
        '<rect class="grafica-barra grafica-barra--{series}" x="{x}" y="{y}" width="{width}" height="{height}"'
        ' fill="{fill}" stroke="currentColor"/>'
    ).format(
        series=block.series,
        x=box.left,
        y=box.top,
        width=box.right - box.left,
        height=box.bottom - box.top,
        fill="none" if block.series == _OUTLINED else fill,
    )


def _label(label: Label) -> Iterator[Markup]:
    if label.role is TextRole.INSIDE:
        box = label.box
        yield Markup(
            '<rect class="grafica-pastilla" x="{}" y="{}" width="{}" height="{}" rx="3" fill="white"/>'
        ).format(box.left - _HALO, box.top - 1, box.right - box.left + 2 * _HALO, box.bottom - box.top + 2)
    lang = Markup(' lang="{}"').format(label.lang) if label.lang else Markup("")
    yield Markup('<text class="grafica-{role}" x="{x}" y="{y}" font-size="{size}"{anchor}{lang}>{text}</text>').format(
        role=label.role,
        x=label.x,
        y=label.y,
        size=label.role.size,
        anchor=Markup(' text-anchor="middle"') if label.anchor == "middle" else Markup(""),
        lang=lang,
        text=printable(label.text),
    )
