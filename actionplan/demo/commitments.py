"""Commitments: each from a table or from government alone, with what its topic's tree asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from actionplan.demo.bodies import body, chosen
from actionplan.demo.deeds import SECRETARIAT, Deed, account_of_institution
from actionplan.demo.moments import BEGIN, END, days
from actionplan.demo.outline import (
    INSTITUTIONS,
    ORGANISATIONS,
    Outline,
    commitment_id,
    file_of_commitments,
    institution,
    institution_name,
    organisation,
    organisation_name,
    records_of_table,
    table_id,
)
from actionplan.demo.papers import Texts, document, sourced, translation
from actionplan.demo.trees import answerable
from actionplan.demo.words.follow import MERGED, WITHDRAWN
from actionplan.demo.words.prose import COMMITMENT
from actionplan.demo.words.speech import Said
from actionplan.documents.body import slug
from actionplan.model.commitment import Closure, Commitment, IrmAssessment, Lead, PlanAlignment
from actionplan.model.common import Absence, Provenance
from actionplan.model.vocabulary import (
    Ambition,
    Certainty,
    EarlyResults,
    OpenGovernmentValue,
    Origin,
    Situation,
)

_AGREED = date(2022, 9, 12)
"""The first day on which the text of a commitment was ready; all were within two weeks."""

_ENDED = {9: (Situation.WITHDRAWN, date(2023, 12, 8)), 11: (Situation.MERGED, date(2024, 3, 10))}
_CYCLE = 100
"""Of every hundred commitments one is withdrawn and one becomes part of the one before it."""

_SDGS = ("1.4", "3.8", "4.1", "5.5", "6.1", "8.5", "10.2", "11.2", "13.1", "15.2", "16.5", "16.6", "16.7", "16.10")
_NAME = 40
_TRANSLATED = 3
"""Every third commitment has an English sibling."""


def commitment(outline: Outline, number: int) -> Iterator[Deed]:
    """A commitment and, for some, its translation; then how it ended, if it ended before its time."""
    model, texts = _commitment(outline, number)
    path, by = f"{folder(outline, number)}/compromiso.md", account_of_institution(lead(outline, number))
    papers = [document(path, model, texts.body.es)]
    if is_translated(number):
        papers.append(translation(path, model.id, texts))
    agreed = _AGREED + days(outline.dice("agreed", number).below(14))
    yield Deed(agreed, by, f"Añade el compromiso {number}: {model.title}", tuple(papers))
    if number % _CYCLE in _ENDED:
        situation, closure = _closure(number)
        ended = model.model_copy(update={"situation": situation, "closure": closure})
        verb = "Retira" if situation is Situation.WITHDRAWN else "Fusiona"
        paper = document(path, ended, texts.body.es)
        yield Deed(closure.date, SECRETARIAT, f"{verb} el compromiso {number}, por acuerdo del foro", (paper,))


def closing_day(number: int) -> date | None:
    """When a commitment was withdrawn or merged; None if it never was."""
    return _closure(number)[1].date if number % _CYCLE in _ENDED else None


def _closure(number: int) -> tuple[Situation, Closure]:
    situation, day = _ENDED[number % _CYCLE]
    is_merged = situation is Situation.MERGED
    closure = Closure(
        date=day,
        reason=MERGED if is_merged else WITHDRAWN,
        agreed_in=f"sesion-{day}",
        merged_into=commitment_id(number - 1) if is_merged else None,
    )
    return situation, closure


@cache
def folder(outline: Outline, number: int) -> str:
    """The folder of a commitment, named after its title."""
    name = slug(outline.title(number)[0].es)[:_NAME].rpartition("-")[0]
    return f"commitments/{number:04d}-{name}"


def is_translated(number: int) -> bool:
    """Whether a commitment has an English sibling."""
    return number % _TRANSLATED == 1


def lead(outline: Outline, number: int) -> int:
    """The place of the institution that answers for a commitment."""
    return outline.block(number) * INSTITUTIONS + outline.dice("lead", number).between(1, INSTITUTIONS)


def allies(outline: Outline, number: int) -> list[int]:
    """The places of the organisations that sign with it."""
    dice, first = outline.dice("allies", number), outline.block(number) * ORGANISATIONS + 1
    return dice.some(range(first, first + ORGANISATIONS), dice.between(1, 3))


def causes(outline: Outline, number: int) -> list[str]:
    """The causes that a commitment answers to, as ids within the tree of its topic."""
    dice = outline.dice("causes", number)
    return dice.some(answerable(outline, outline.topic(number)), dice.between(1, 2))


def words(outline: Outline, number: int) -> dict[str, Said]:
    """What fills the blanks of the sentences about a commitment."""
    return {
        "x": outline.title(number)[1],
        "people": outline.topic(number).sector.people,
        "office": _named(institution_name(lead(outline, number))),
        "ally": _named(organisation_name(allies(outline, number)[0])),
    }


def _named(name: str) -> Said:
    return Said(f"{'el' if name.startswith('Instituto') else 'la'} {name}", f"the {name}")


def _commitment(outline: Outline, number: int) -> tuple[Commitment, Texts]:
    dice = outline.dice("commitment", number)
    title, _ = outline.title(number)
    topic = outline.topic(number)
    from_table = outline.is_co_created(number)
    assessed = dice.chance(25)
    model = Commitment(
        kind="commitment",
        id=commitment_id(number),
        number=number,
        title=title.es,
        official_title=title.es,
        ogp_code=f"EJ{number:04d}",
        origin=Origin.CO_CREATED if from_table else Origin.PROACTIVE,
        situation=Situation.IN_FORCE,
        theme=topic.id if from_table else None,
        causes=tuple(f"{topic.id}/{cause}" for cause in causes(outline, number)) if from_table else (),
        alternatives=(f"{table_id(outline.table(number))}/{outline.alternative(number)}",) if from_table else (),
        leads=(
            Lead(
                institution=institution(lead(outline, number)),
                post=f"Dirección General de Ejemplo {dice.between(1, 9)}",
            ),
        ),
        partners=tuple(organisation(place) for place in allies(outline, number)),
        values=tuple(dice.some(tuple(OpenGovernmentValue), dice.between(1, 3))),
        sdgs=tuple(dice.some(_SDGS, dice.between(1, 3))),
        alignment=PlanAlignment(axis=str(dice.between(1, 3)), edition="Plan de desarrollo de ejemplo"),
        start=BEGIN - days(dice.below(28)),
        end=END,
        irm=_assessment(outline, number) if assessed else None,
        unavailable=() if assessed else (Absence(field="mri", reason="El plan de ejemplo aún no se evalúa"),),
        provenance=tuple(_provenance(outline, number)),
    )
    return model, Texts({"titulo": title}, _prose(outline, number))


def _assessment(outline: Outline, number: int) -> IrmAssessment:
    dice = outline.dice("assessment", number)
    return IrmAssessment(
        verifiable=dice.chance(80),
        relevant=dice.chance(90),
        values=tuple(dice.some(tuple(OpenGovernmentValue), dice.between(1, 2))),
        ambition=dice.pick(tuple(Ambition)),
        early_results=dice.pick(tuple(EarlyResults)),
    )


def _provenance(outline: Outline, number: int) -> Iterator[Provenance]:
    if outline.is_co_created(number):
        minutes = records_of_table(outline.table(number))
        yield sourced(minutes, field="causas")
        yield sourced(minutes, field="problema-publico", certainty=Certainty.SUMMARY)
    if outline.dice("provenance", number).chance(20):
        yield sourced("nota_de_prensa", field="genero-e-inclusion", certainty=Certainty.PRESS)
    yield sourced(file_of_commitments(outline.block(number)))


def _prose(outline: Outline, number: int) -> Said:
    dice, blanks = outline.dice("prose", number), words(outline, number)
    sections = [section for section in Commitment.sections or () if section.slug in COMMITMENT]
    said = {section.slug: chosen(dice, COMMITMENT[section.slug], blanks, 1, 3) for section in sections}
    if outline.is_co_created(number):
        target = f"../../plan/3-arboles/{outline.topic(number).id}.md"
        said["problema-publico"].append(
            Said(f"El [árbol de problemas]({target}) lo explica.", f"The [problem tree]({target}) explains it.")
        )
    return body((section, said[section.slug]) for section in sections)
