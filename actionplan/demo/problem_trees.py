"""Problem trees of several levels; one branch of each is left without an answer."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from actionplan.demo.bilingual import capitalise, fill_spanish
from actionplan.demo.plan_files import PlanFile, document_file, sourced
from actionplan.demo.rng import Rng
from actionplan.demo.simulated_plan import ConsultationTopic, SimulatedCommitment, SimulatedPlan
from actionplan.demo.word_lists import word_lists
from actionplan.model.process import Cause, Comment, Effect, Problem, Tree
from actionplan.model.vocabulary import Certainty

_BODY = """\
## Qué se sabe

El tema salió de la [consulta](../1-consulta/index.md) de ejemplo y se discutió en las [mesas](../4-mesas/index.md).
Aquí se mira {area} desde un solo lado; los demás tienen su propio árbol.

## A quién afecta

{people} son quienes más lo viven.
Los datos de ejemplo no alcanzan para decir cuántas son.
"""


def problem_tree(plan: SimulatedPlan, topic: ConsultationTopic) -> PlanFile:
    """Return the tree of a topic."""
    words, rng = word_lists(), plan.rng("effects", topic.place)
    model = Tree(
        kind="tree",
        id=topic.id,
        title=topic.title,
        problem=Problem(id="p", text=topic.fill(topic.aspect.problem)),
        causes=_causes(plan, topic),
        effects=_effects([topic.fill(text) for text in rng.sample(words.spanish["tree_effects"], 5)]),
        comments=tuple(
            Comment(
                id=f"o{place}",
                author=author,
                text=words.tree_comments[author],
                response=rng.choice(words.spanish["comment_responses"]),
            )
            for place, author in enumerate(rng.sample(tuple(words.tree_comments), rng.between(1, 3)), 1)
        ),
        provenance=(
            sourced("arboles_de_problemas", field="que-se-sabe", certainty=Certainty.SUMMARY),
            sourced("arboles_de_problemas"),
        ),
    )
    body = _BODY.format(area=topic.area.name.es, people=topic.area.people.capitalised.es)
    return document_file(f"plan/3-arboles/{topic.id}.md", model, body)


def answerable_causes(plan: SimulatedPlan, topic: ConsultationTopic) -> list[str]:
    """Return the addresses of the causes without causes of their own, but for those of the last branch."""
    return [f"{topic.id}/{name}" for cause in _causes(plan, topic)[:-1] for name in _leaves(cause)]


def answered_causes(commitment: SimulatedCommitment) -> tuple[str, ...]:
    """Return the addresses of the causes that a commitment answers to."""
    rng = commitment.rng("causes")
    return tuple(rng.sample(answerable_causes(commitment.plan, commitment.topic), rng.between(1, 2)))


def _leaves(cause: Cause) -> Iterator[str]:
    if not cause.causes:
        yield cause.id
    for child in cause.causes:
        yield from _leaves(child)


@cache
def _causes(plan: SimulatedPlan, topic: ConsultationTopic) -> tuple[Cause, ...]:
    rng, templates = plan.rng("causes", topic.place), word_lists().spanish["tree_causes"]
    subjects = [topic.area.name, *topic.area.subjects]
    texts = iter(rng.sample(templates, len(templates) - rng.below(4)))

    def below(parent: str, level: int) -> tuple[Cause, ...]:
        causes = []
        for place in range(1, _branches(rng, level) + 1):
            template = next(texts, None)
            if template is None:
                break
            cause = f"{parent}.{place}" if level else f"{parent}{place}"
            text = capitalise(fill_spanish(template, x=rng.choice(subjects)))
            causes.append(Cause(id=cause, text=text, causes=below(cause, level + 1)))
        return tuple(causes)

    return below("c", 0)


def _branches(rng: Rng, level: int) -> int:
    """Return how many causes stand below one, by its level."""
    return (3, rng.between(1, 2), rng.between(0, 2), 0)[level]


def _effects(texts: list[str]) -> tuple[Effect, ...]:
    return (
        Effect(id="e1", text=texts[0], effects=(Effect(id="e1.1", text=texts[1]),)),
        Effect(id="e2", text=texts[2]),
        Effect(id="e3", text=texts[3], effects=(Effect(id="e3.1", text=texts[4]),)),
    )
