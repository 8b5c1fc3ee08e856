"""A problem tree as the drawing wants it: texts ready to print, and nothing that it would have to look up.

The core problem is the trunk. Causes grow down from it as roots, effects grow up from it as branches.
"""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """Describe what a box's shape says beside its words."""

    PLAIN = "plain"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    UNKNOWN = "unknown"
    """The text is missing from the sources; the box is drawn dashed."""


@dataclass(frozen=True, slots=True)
class TreeLink:
    """Represent a link shown in a box, such as "Compromiso 5"."""

    label: str
    href: str

    def __post_init__(self) -> None:
        if not self.label.strip():
            raise ValueError(f"a link needs words: {self.href!r}")


@dataclass(frozen=True, slots=True)
class TreeNode:
    """Represent one box and what grows from it, away from the core problem.

    Attributes:
        id: Stable id of the node inside its tree.
        text: The problem, cause or effect as the sources word it.
        label: Small line above the text ("Causa directa 2").
        children: Causes of this cause, or effects of this effect, in reading order.
        links: What the box leads to, under everything else.
        mark: Line of words under the text, so that no meaning is told by colour alone.
        tone: The shape of the box.
    """

    id: str
    text: str
    label: str = ""
    children: tuple["TreeNode", ...] = ()
    links: tuple[TreeLink, ...] = ()
    mark: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class ProblemTree:
    """Represent a whole problem tree.

    Attributes:
        id: Unique on the page and without spaces: ids inside the drawing begin with it.
        title: Names the drawing for those who do not see it.
        description: Says in words what the drawing shows; may be empty.
        core: The core problem; what would be its children are ``causes`` or ``effects`` here.
        causes: Its direct causes, drawn below, in reading order.
        effects: Its direct effects, drawn above, in reading order.
    """

    id: str
    title: str
    description: str
    core: TreeNode
    causes: tuple[TreeNode, ...]
    effects: tuple[TreeNode, ...]

    def __post_init__(self) -> None:
        if self.core.children:
            raise ValueError("the core problem has causes and effects, not children")
        if not self.id or any(char.isspace() for char in self.id):
            raise ValueError(f"not usable in an HTML id: {self.id!r}")
