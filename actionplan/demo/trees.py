"""Problem trees of several levels; one branch of each is left without an answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from actionplan.demo.dice import Dice
from actionplan.demo.outline import Outline, Topic
from actionplan.demo.papers import Paper, document, sourced
from actionplan.demo.words.problems import ANSWERS, CAUSES, COMMENTS, EFFECTS
from actionplan.demo.words.speech import Said
from actionplan.model.process import Cause, Comment, Effect, Problem, Tree
from actionplan.model.vocabulary import Certainty

_BODY = """\
## Qué se sabe

El tema salió de la [consulta](../1-consulta/index.md) de ejemplo y se discutió en las [mesas](../4-mesas/index.md).
{problem}

## A quién afecta

{people} son quienes más lo viven.
Los datos de ejemplo no alcanzan para decir cuántas son.
"""


def tree(outline: Outline, topic: Topic) -> Paper:
    """The tree of a topic."""
    dice = outline.dice("effects", topic.place)
    model = Tree(
        kind="tree",
        id=topic.id,
        title=topic.title,
        problem=Problem(id="p", text=topic.said(topic.aspect.problem)),
        causes=_causes(outline, topic),
        effects=_effects(dice, topic),
        comments=tuple(
            Comment(id=f"o{place}", author=author, text=text, response=dice.pick(ANSWERS))
            for place, (author, text) in enumerate(dice.some(COMMENTS, dice.between(1, 3)), 1)
        ),
        provenance=(
            sourced("arboles_de_problemas", field="que-se-sabe", certainty=Certainty.SUMMARY),
            sourced("arboles_de_problemas"),
        ),
    )
    problem = topic.said("Aquí se mira {sector} desde un solo lado; los demás tienen su propio árbol.")
    prose = _BODY.format(problem=problem, people=topic.sector.people.sentence.es)
    return document(f"plan/3-arboles/{topic.id}.md", model, prose)


def answerable(outline: Outline, topic: Topic) -> list[str]:
    """The causes that commitments may answer to: those without causes of their own, but for the last branch."""
    return [name for cause in _causes(outline, topic)[:-1] for name in _leaves(cause)]


def _leaves(cause: Cause) -> Iterator[str]:
    if not cause.causes:
        yield cause.id
    for child in cause.causes:
        yield from _leaves(child)


@cache
def _causes(outline: Outline, topic: Topic) -> tuple[Cause, ...]:
    dice = outline.dice("causes", topic.place)
    subjects = [topic.sector.name, *topic.sector.objects]
    texts = iter(dice.some(CAUSES, len(CAUSES) - dice.below(4)))

    def below(name: str, level: int) -> tuple[Cause, ...]:
        children = []
        for place in range(1, _branches(dice, level) + 1):
            text = next(texts, None)
            if text is None:
                break
            child = f"{name}.{place}" if level else f"{name}{place}"
            said = Said(text, "").filled(x=dice.pick(subjects)).sentence.es
            children.append(Cause(id=child, text=said, causes=below(child, level + 1)))
        return tuple(children)

    return below("c", 0)


def _branches(dice: Dice, level: int) -> int:
    """How many causes stand below one, by its level."""
    return (3, dice.between(1, 2), dice.between(0, 2), 0)[level]


def _effects(dice: Dice, topic: Topic) -> tuple[Effect, ...]:
    texts = [topic.said(text) for text in dice.some(EFFECTS, 5)]
    return (
        Effect(id="e1", text=texts[0], effects=(Effect(id="e1.1", text=texts[1]),)),
        Effect(id="e2", text=texts[2]),
        Effect(id="e3", text=texts[3], effects=(Effect(id="e3.1", text=texts[4]),)),
    )
