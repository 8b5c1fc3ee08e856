"""Signed roadmaps, the eight elements complete, and what became of their dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby

from actionplan.demo.bodies import body, chosen
from actionplan.demo.commitments import folder, is_translated, lead, words
from actionplan.demo.deeds import Deed, account_of_institution
from actionplan.demo.dice import Dice
from actionplan.demo.moments import END, days
from actionplan.demo.outline import Outline, commitment_id, file_of_roadmaps
from actionplan.demo.papers import Texts, document, sourced, translation
from actionplan.demo.schedules import action_titles, in_force, moves, signed_actions
from actionplan.demo.words.prose import RESULTS, ROADMAP
from actionplan.demo.words.speech import Said
from actionplan.demo.words.work import MEASURES, Measure
from actionplan.model.roadmap import Baseline, Indicator, Roadmap, Target
from actionplan.model.vocabulary import DocumentStatus, Sense

_SIGNED = date(2022, 10, 3)
_DAYS = 53
"""Roadmaps were signed in the weeks that follow that day."""

_MEASURED = date(2022, 9, 30)


def roadmap(outline: Outline, number: int) -> Iterator[Deed]:
    """The roadmap of a commitment with, for some, its translation; then each time that its dates moved."""
    model, prose, fields = _roadmap(outline, number)
    path, by = f"{folder(outline, number)}/hoja-de-ruta.md", account_of_institution(lead(outline, number))
    papers = [document(path, model, prose.es)]
    if is_translated(number):
        papers.append(translation(path, model.commitment, Texts(fields, prose)))
    signed = _SIGNED + days(outline.dice("signed", number).below(_DAYS))
    yield Deed(signed, by, f"Firma la hoja de ruta del compromiso {number}", tuple(papers))
    for day, agreed in groupby(moves(outline, number), lambda move: move.date):
        names = " y ".join(dict.fromkeys(move.activity for move in agreed))
        subject = f"Reprograma {names} del compromiso {number}, por acuerdo de la sesión"
        yield Deed(day, by, subject, (document(path, _moved(model, outline, number, day), prose.es),))


@cache
def indicators(outline: Outline, number: int) -> tuple[Indicator, ...]:
    """How a commitment is measured."""
    dice = outline.dice("indicators", number)
    activities = [activity for action in signed_actions(outline, number) for activity in action.activities]
    means = [item.id for activity in activities for item in activity.means_of_verification]
    day = max(activity.end or END for activity in activities)
    return tuple(
        _indicator(dice, f"i{place}", measure, means, day)
        for place, measure in enumerate(dice.some(MEASURES, dice.between(1, 3)), 1)
    )


def _roadmap(outline: Outline, number: int) -> tuple[Roadmap, Said, dict[str, Said]]:
    """The roadmap as it was signed, its body, and the texts of it that are translated."""
    dice, blanks = outline.dice("roadmap", number), words(outline, number)
    result = chosen(dice, RESULTS, blanks, 1, 1)[0]
    model = Roadmap(
        kind="roadmap",
        commitment=commitment_id(number),
        version=1,
        document_status=DocumentStatus.SIGNED,
        final_result=result.es,
        actions=signed_actions(outline, number),
        indicators=indicators(outline, number),
        provenance=(sourced(file_of_roadmaps(outline.block(number))),),
    )
    sections = [section for section in Roadmap.sections or () if section.slug in ROADMAP]
    prose = body((section, chosen(dice, ROADMAP[section.slug], blanks, 1, 2)) for section in sections)
    titles = {f"a{place}/titulo": title for place, title in enumerate(action_titles(outline, number), 1)}
    return model, prose, {"resultado_final": result, **titles}


def _moved(model: Roadmap, outline: Outline, number: int, day: date) -> Roadmap:
    """The roadmap with every date that had moved by a day."""
    moved = tuple(move for move in moves(outline, number) if move.date <= day)
    return model.model_copy(update={"actions": in_force(model.actions, moved), "reschedulings": moved})


def _indicator(dice: Dice, name: str, measure: Measure, means: list[str], day: date) -> Indicator:
    goal = dice.between(*measure.goal)
    return Indicator(
        id=name,
        name=measure.name,
        level=measure.level,
        formula=measure.formula,
        unit=measure.unit,
        sense=measure.sense,
        baseline=Baseline(value=Decimal(dice.between(*measure.start)), date=_MEASURED),
        targets=(
            Target(date=day, value=Decimal(goal), ceiling=Decimal(goal + 10) if measure.sense is Sense.RANGE else None),
        ),
        means=(dice.pick(means),),
    )
