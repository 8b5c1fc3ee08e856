"""Documents of the process: problem trees, co-creation tables and sessions of the forum."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from actionplan.demo.actors import SECRETARIAT
from actionplan.demo.bilingual import capitalise, fill_spanish
from actionplan.demo.commits import WEB, SimulatedCommit, document_file, sourced
from actionplan.demo.key_dates import SESSIONS, TREES_DRAWN, days, session_id
from actionplan.demo.rng import Rng
from actionplan.demo.simulated_plan import (
    ConsultationTopic,
    SimulatedCommitment,
    SimulatedPlan,
    minutes_source,
    table_id,
)
from actionplan.demo.word_lists import word_lists
from actionplan.model import (
    Agreement,
    Alternative,
    AlternativeOutcome,
    Attendance,
    Cause,
    Certainty,
    Comment,
    Effect,
    Kit,
    Problem,
    Sector,
    Session,
    SessionKind,
    Table,
    Tree,
)

_TREE_BODY = """\
## Qué se sabe

El tema salió de la [consulta](../1-consulta/index.md) de ejemplo y se discutió en las [mesas](../4-mesas/index.md).
Aquí se mira {area} desde un solo lado; los demás tienen su propio árbol.

## A quién afecta

{people} son quienes más lo viven.
Los datos de ejemplo no alcanzan para decir cuántas son.
"""

_AGENDA = """\
## Orden del día

1. Lista de asistencia.
2. Lectura de los acuerdos anteriores.
3. Estado de los compromisos.
4. Observaciones de las organizaciones.
5. Asuntos generales.
"""

_FIRST_TABLE = date(2022, 7, 11)
_MOST_ADOPTED = 4
"""Alternatives that may become commitments; those that were discarded are numbered after them."""


def process_commits(plan: SimulatedPlan) -> Iterator[SimulatedCommit]:
    """Yield the commits that add the tree of each topic, the minutes of each table and those of each session."""
    yield from (_tree(plan, topic) for topic in plan.topics)
    yield from (_table(plan, number) for number in plan.tables)
    yield from (_session(plan, day) for day in SESSIONS)


def _tree(plan: SimulatedPlan, topic: ConsultationTopic) -> SimulatedCommit:
    words, rng = word_lists(), plan.rng("effects", topic.order)
    templates = rng.sample(words.spanish_texts["tree_effects"], 5)
    effects = [capitalise(fill_spanish(template, people=topic.area.people)) for template in templates]
    model = Tree(
        kind="tree",
        id=topic.id,
        title=topic.title,
        problem=Problem(id="p", text=topic.problem),
        causes=_causes(plan, topic),
        effects=(
            Effect(id="e1", text=effects[0], effects=(Effect(id="e1.1", text=effects[1]),)),
            Effect(id="e2", text=effects[2]),
            Effect(id="e3", text=effects[3], effects=(Effect(id="e3.1", text=effects[4]),)),
        ),
        comments=tuple(
            Comment(
                id=f"o{number}",
                author=author,
                text=words.tree_comments[author],
                response=rng.choice(words.spanish_texts["comment_responses"]),
            )
            for number, author in enumerate(rng.sample(tuple(words.tree_comments), rng.between(1, 3)), 1)
        ),
        provenance=(
            sourced("arboles_de_problemas", field="que-se-sabe", certainty=Certainty.SUMMARY),
            sourced("arboles_de_problemas"),
        ),
    )
    body = _TREE_BODY.format(area=topic.area.name.es, people=topic.area.people.capitalised.es)
    file = document_file(f"plan/3-arboles/{topic.id}.md", model, body)
    return SimulatedCommit(TREES_DRAWN, SECRETARIAT, f"Dibuja el árbol de problemas: {topic.title}", (file,))


def answerable_causes(plan: SimulatedPlan, topic: ConsultationTopic) -> list[str]:
    """Return the addresses of the causes without causes of their own, but for those of the last branch."""
    return [f"{topic.id}/{name}" for cause in _causes(plan, topic)[:-1] for name in _leaves(cause)]


def chosen_causes(commitment: SimulatedCommitment) -> tuple[str, ...]:
    """Return the addresses of the causes that a commitment answers to."""
    rng = commitment.rng("causes")
    return tuple(rng.sample(answerable_causes(commitment.plan, commitment.topic), rng.between(1, 2)))


def _leaves(cause: Cause) -> list[str]:
    return [name for child in cause.causes for name in _leaves(child)] or [cause.id]


@cache
def _causes(plan: SimulatedPlan, topic: ConsultationTopic) -> tuple[Cause, ...]:
    rng, templates = plan.rng("causes", topic.order), word_lists().spanish_texts["tree_causes"]
    subjects = [topic.area.name, *topic.area.subjects]
    texts = iter(rng.sample(templates, len(templates) - rng.below(4)))

    def below(parent: str, level: int) -> tuple[Cause, ...]:
        causes = []
        for number, template in zip(range(1, _branches(rng, level) + 1), texts, strict=False):
            cause = f"{parent}.{number}" if level else f"{parent}{number}"
            text = capitalise(fill_spanish(template, subject=rng.choice(subjects)))
            causes.append(Cause(id=cause, text=text, causes=below(cause, level + 1)))
        return tuple(causes)

    return below("c", 0)


def _branches(rng: Rng, level: int) -> int:
    """Return how many causes stand below one, by its level."""
    return (3, rng.between(1, 2), rng.between(0, 2), 0)[level]


def _table(plan: SimulatedPlan, number: int) -> SimulatedCommit:
    rng, words = plan.rng("table", number), word_lists().spanish_texts
    commitments = plan.tables[number]
    topic = commitments[0].topic
    start = _FIRST_TABLE + days(rng.below(70))
    end = start + days(rng.below(2))
    model = Table(
        kind="table",
        id=table_id(number),
        number=number,
        theme=topic.id,
        start=start,
        end=end,
        venue=f"Casa de la cultura de ejemplo {rng.between(1, 20)}",
        kit=Kit(delivered=start - days(20), url=f"{WEB}/materiales/{table_id(number)}.pdf"),
        attendance=attendance(plan, number),
        alternatives=(*map(_adopted, commitments), *_discarded(plan, number)),
        provenance=(sourced(minutes_source(number)),),
    )
    agreements = rng.sample(words["table_agreements"], rng.between(1, 3))
    agreements.append(f"El tema es [{topic.title}](../3-arboles/{topic.id}.md).")
    dissent = rng.sample(words["table_dissent"], rng.between(1, 2))
    body = "\n".join(["## Acuerdos", "", *agreements, "", "## Disensos", "", *dissent])
    minutes = document_file(f"plan/4-mesas/{table_id(number)}.md", model, body)
    return SimulatedCommit(end + days(1), SECRETARIAT, f"Publica el acta de la mesa {number}", (minutes,))


def attendance(plan: SimulatedPlan, number: int) -> tuple[Attendance, ...]:
    """Return how many people came to a table, by sector, sex and state."""
    rng = plan.rng("attendance", number)
    return tuple(
        Attendance(
            sector=sector,
            people=rng.between(1, most),
            sex=sex,
            state=f"Entidad de Ejemplo {rng.between(1, 32)}",
        )
        for sector, most in ((Sector.CIVIL_SOCIETY, 18), (Sector.GOVERNMENT, 15), (Sector.ACADEMIA, 5))
        for sex in ("mujeres", "hombres")
    )


def _adopted(commitment: SimulatedCommitment) -> Alternative:
    rng, words = commitment.rng("alternative"), word_lists().spanish_texts
    is_whole = rng.chance(70)
    return Alternative(
        id=commitment.alternative_id,
        title=commitment.title.es,
        causes=chosen_causes(commitment),
        outcome=AlternativeOutcome.ADOPTED if is_whole else AlternativeOutcome.PARTIAL,
        reason=rng.choice(words["reasons_to_adopt" if is_whole else "reasons_to_adopt_in_part"]),
        commitment=commitment.id,
    )


def _discarded(plan: SimulatedPlan, number: int) -> Iterator[Alternative]:
    rng, reasons = plan.rng("discarded", number), word_lists().discarded_alternatives
    topic = plan.tables[number][0].topic
    for alternative, title in enumerate(rng.sample(tuple(reasons), rng.between(1, 2)), _MOST_ADOPTED + 1):
        yield Alternative(
            id=f"a{alternative}",
            title=fill_spanish(title, subject=rng.choice(topic.area.subjects)),
            causes=(rng.choice(answerable_causes(plan, topic)),),
            outcome=AlternativeOutcome.DISCARDED,
            reason=reasons[title],
        )


def _session(plan: SimulatedPlan, day: date) -> SimulatedCommit:
    rng, words = plan.rng("session", str(day)), word_lists().spanish_texts
    model = Session(
        kind="session",
        id=session_id(day),
        date=day,
        modality=SessionKind.ORDINARY if rng.chance(75) else rng.choice(tuple(SessionKind)),
        minutes=f"{WEB}/minutas/{day}.pdf",
        agreements=tuple(
            Agreement(id=f"ac{number}", text=text)
            for number, text in enumerate(rng.sample(words["session_agreements"], rng.between(2, 4)), 1)
        ),
        provenance=(sourced("minutas"),),
    )
    minutes = document_file(f"plan/sesiones/{day}.md", model, _AGENDA)
    return SimulatedCommit(day, SECRETARIAT, f"Publica la minuta de la sesión del {day}", (minutes,))
