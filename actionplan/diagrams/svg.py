"""A problem tree as SVG text.

The markup holds structure, geometry and words; `theme.css` holds every colour. There is no style, script or
font in it, so it passes a strict content security policy. What the boxes were measured with (sizes, weights)
stays here as attributes. Without the style sheet the drawing is black on white and still complete.
"""

from collections.abc import Iterator

from markupsafe import Markup

from actionplan.diagrams.tree import ProblemTree, Tone
from actionplan.diagrams.tree_box import TEXT_SIZE, Chip, Passage, TextPart
from actionplan.diagrams.tree_layout import Connector, PlacedBox, TreeLayout, TreeSide, lay_out
from actionplan.text.width import printable, words

_FONT = "Roboto, 'Segoe UI', Helvetica, Arial, 'Noto Sans', 'DejaVu Sans', sans-serif"
_INSET = 5  # between the two borders of a box that nothing answers

_PART_CLASSES = {
    TextPart.LABEL: "arbol-rotulo",
    TextPart.TEXT: "arbol-texto",
    TextPart.MARK: "arbol-marca",
    TextPart.LINK: "arbol-enlace-texto",
}
_SIDE_CLASSES = {TreeSide.CORE: "central", TreeSide.CAUSE: "causa", TreeSide.EFFECT: "efecto"}
_TONE_CLASSES = {
    Tone.PLAIN: "sencilla",
    Tone.ANSWERED: "con-respuesta",
    Tone.UNANSWERED: "sin-respuesta",
    Tone.UNKNOWN: "sin-dato",
}
# Tones differ in shape: round and heavy, square and double, dashed.
_TONE_SHAPES = {
    Tone.PLAIN: Markup('rx="6"'),
    Tone.ANSWERED: Markup('rx="14" stroke-width="2"'),
    Tone.UNANSWERED: Markup('stroke-width="2"'),
    Tone.UNKNOWN: Markup('rx="6" stroke-dasharray="7 5"'),
}


def draw(tree: ProblemTree) -> Markup:
    """Draw a problem tree: effects above, the core problem in the middle, causes below.

    The drawing has its natural size in px, which may be wider than a page: give it a frame that scrolls.
    Its boxes come in reading order: the core problem, the causes depth first, the effects depth first.
    """
    layout = lay_out(tree)
    return Markup("\n").join([*_head(tree, layout), *_body(layout), Markup("</svg>")])


def _head(tree: ProblemTree, layout: TreeLayout) -> Iterator[Markup]:
    described = bool(tree.description.strip())
    names = f"{tree.id}-titulo {tree.id}-descripcion" if described else f"{tree.id}-titulo"
    # A group and not an image: an image would hide the links inside it from assistive technology.
    yield Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" class="arbol" role="group" aria-labelledby="{names}"'
        ' viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' font-family="{font}" font-size="{size}">'
    ).format(names=names, width=layout.width, height=layout.height, font=_FONT, size=TEXT_SIZE)
    yield Markup('<title id="{}-titulo">{}</title>').format(tree.id, " ".join(words(tree.title)))
    if described:
        yield Markup('<desc id="{}-descripcion">{}</desc>').format(tree.id, " ".join(words(tree.description)))


def _body(layout: TreeLayout) -> Iterator[Markup]:
    yield Markup('<g class="arbol-ramas" fill="none" stroke="currentColor" aria-hidden="true">')
    for side in (TreeSide.CAUSE, TreeSide.EFFECT):
        own = tuple(joint for joint in layout.connectors if layout.boxes[joint.child].side is side)
        if own:
            yield _branches(own, side)
    yield Markup("</g>")
    for placed in layout.boxes:
        yield from _node(placed)


def _branches(connectors: tuple[Connector, ...], side: TreeSide) -> Markup:
    # One path for all: where lines run together, a translucent stroke is not painted twice.
    path = "".join("M" + "L".join(f"{x} {y}" for x, y in joint.corners) for joint in connectors)
    return Markup('<path class="arbol-rama arbol-rama--{}" d="{}"/>').format(_SIDE_CLASSES[side], path)


def _node(placed: PlacedBox) -> Iterator[Markup]:
    yield Markup('<g class="arbol-nodo arbol-nodo--{}" data-nodo="{}">').format(
        _SIDE_CLASSES[placed.side], printable(placed.node.id)
    )
    yield from _frame(placed)
    for passage in placed.box.passages:
        yield _passage(passage, placed)
    for chip in placed.box.chips:
        yield from _chip(chip, placed)
    yield Markup("</g>")


def _frame(placed: PlacedBox) -> Iterator[Markup]:
    tone = placed.node.tone
    rect = Markup(
        '<rect class="{name}" x="{x}" y="{y}" width="{width}" height="{height}"'
        ' fill="none" stroke="currentColor" {shape}/>'
    )
    yield rect.format(
        name=f"arbol-caja arbol-caja--{_TONE_CLASSES[tone]}",
        x=placed.x,
        y=placed.y,
        width=placed.box.width,
        height=placed.box.height,
        shape=_TONE_SHAPES[tone],
    )
    if tone is Tone.UNANSWERED:
        yield rect.format(
            name="arbol-borde",
            x=placed.x + _INSET,
            y=placed.y + _INSET,
            width=placed.box.width - 2 * _INSET,
            height=placed.box.height - 2 * _INSET,
            shape=Markup('stroke-dasharray="4 4"'),
        )


def _passage(passage: Passage, placed: PlacedBox) -> Markup:
    # The line break between the lines keeps their words apart for who copies, searches or listens.
    lines = Markup("\n").join(
        Markup('<tspan x="{}" y="{}">{}</tspan>').format(placed.x + line.x, placed.y + line.y, line.text)
        for line in passage.lines
    )
    weight = Markup(' font-weight="700"') if passage.bold else Markup("")
    return Markup('<text class="{}" font-size="{}"{} fill="currentColor">{}</text>').format(
        _PART_CLASSES[passage.part], passage.size, weight, lines
    )


def _chip(chip: Chip, placed: PlacedBox) -> Iterator[Markup]:
    yield Markup('<a class="arbol-enlace" href="{}">').format(printable(chip.href))
    yield Markup(
        '<rect class="arbol-ficha" x="{}" y="{}" width="{}" height="{}" rx="11" fill="none" stroke="currentColor"/>'
    ).format(placed.x + chip.x, placed.y + chip.y, chip.width, chip.height)
    yield _passage(chip.label, placed)
    yield Markup("</a>")
