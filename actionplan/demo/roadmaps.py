"""Signed roadmaps, the eight elements complete, and what became of their dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import groupby

from actionplan.demo.bilingual import pick_sentences, write_body
from actionplan.demo.commitments import sentence_blanks
from actionplan.demo.commits import SimulatedCommit
from actionplan.demo.key_dates import END, days
from actionplan.demo.plan_files import document_file, sourced, translation_file
from actionplan.demo.rng import Rng
from actionplan.demo.schedules import action_titles, activities_of, rescheduled, reschedulings, signed_actions
from actionplan.demo.simulated_plan import SimulatedCommitment, roadmaps_source
from actionplan.demo.word_lists import IndicatorTemplate, word_lists
from actionplan.model.roadmap import Baseline, Indicator, Roadmap, Target
from actionplan.model.vocabulary import DocumentStatus, Sense

_SIGNED = date(2022, 10, 3)
_DAYS = 53
"""Roadmaps were signed in the weeks that follow that day."""

_MEASURED = date(2022, 9, 30)


def roadmap_commits(commitment: SimulatedCommitment) -> Iterator[SimulatedCommit]:
    """Yield the commit that adds the roadmap of a commitment, then one for each session that moved its dates."""
    rng, blanks, words = commitment.rng("roadmap"), sentence_blanks(commitment), word_lists()
    final_result = pick_sentences(rng, words.final_results, blanks, 1, 1)[0]
    model = Roadmap(
        kind="roadmap",
        commitment=commitment.id,
        version=1,
        document_status=DocumentStatus.SIGNED,
        final_result=final_result.es,
        actions=signed_actions(commitment),
        indicators=indicators(commitment),
        provenance=(sourced(roadmaps_source(commitment.block)),),
    )
    sections = [section for section in Roadmap.sections or () if section.slug in words.roadmap_sentences]
    body = write_body(
        (section, pick_sentences(rng, words.roadmap_sentences[section.slug], blanks, 1, 2)) for section in sections
    )
    path = f"{commitment.folder}/hoja-de-ruta.md"
    files = [document_file(path, model, body.es)]
    if commitment.is_translated:
        titles = {f"a{place}/titulo": title for place, title in enumerate(action_titles(commitment), 1)}
        files.append(translation_file(path, commitment.id, {"resultado_final": final_result, **titles}, body))
    signed = _SIGNED + days(commitment.rng("signed").below(_DAYS))
    subject = f"Firma la hoja de ruta del compromiso {commitment.number}"
    yield SimulatedCommit(signed, commitment.lead, subject, tuple(files))
    agreed = reschedulings(commitment)
    for day, moves_of_day in groupby(agreed, lambda move: move.date):
        names = " y ".join(dict.fromkeys(move.activity for move in moves_of_day))
        moves = tuple(move for move in agreed if move.date <= day)
        moved = model.model_copy(update={"actions": rescheduled(model.actions, moves), "reschedulings": moves})
        subject = f"Reprograma {names} del compromiso {commitment.number}, por acuerdo de la sesión"
        yield SimulatedCommit(day, commitment.lead, subject, (document_file(path, moved, body.es),))


@cache
def indicators(commitment: SimulatedCommitment) -> tuple[Indicator, ...]:
    """Return how a commitment is measured."""
    rng, activities = commitment.rng("indicators"), activities_of(signed_actions(commitment))
    means = [means.id for activity in activities for means in activity.means_of_verification]
    last_day = max(activity.end or END for activity in activities)
    templates = rng.sample(word_lists().indicator_templates, rng.between(1, 3))
    return tuple(_indicator(rng, f"i{place}", template, means, last_day) for place, template in enumerate(templates, 1))


def _indicator(rng: Rng, name: str, template: IndicatorTemplate, means: list[str], day: date) -> Indicator:
    target = rng.between(*template.target)
    ceiling = Decimal(target + 10) if template.sense is Sense.RANGE else None
    return Indicator(
        id=name,
        name=template.name,
        level=template.level,
        formula=template.formula,
        unit=template.unit,
        sense=template.sense,
        baseline=Baseline(value=Decimal(rng.between(*template.baseline)), date=_MEASURED),
        targets=(Target(date=day, value=Decimal(target), ceiling=ceiling),),
        means=(rng.choice(means),),
    )
