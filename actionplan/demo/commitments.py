"""Commitments: each from a table or from government alone, with what its topic's tree asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from actionplan.demo.actors import SECRETARIAT
from actionplan.demo.bilingual import Bilingual, pick_sentences, write_body
from actionplan.demo.commits import SimulatedCommit, document_file, document_files, sourced
from actionplan.demo.key_dates import BEGIN, END, days
from actionplan.demo.process import chosen_causes
from actionplan.demo.simulated_plan import SimulatedCommitment, commitments_source, minutes_source, table_id
from actionplan.demo.word_lists import word_lists
from actionplan.model import (
    Absence,
    Ambition,
    Certainty,
    Commitment,
    EarlyResults,
    IrmAssessment,
    Lead,
    OpenGovernmentValue,
    Origin,
    PlanAlignment,
    Provenance,
    Situation,
)

_AGREED = date(2022, 9, 12)
"""The first day on which the text of a commitment was ready; all were within two weeks."""

_SDGS = ("1.4", "3.8", "4.1", "5.5", "6.1", "8.5", "10.2", "11.2", "13.1", "15.2", "16.5", "16.6", "16.7", "16.10")


def commitment_commits(commitment: SimulatedCommitment) -> Iterator[SimulatedCommit]:
    """Yield the commit that adds a commitment and, if it ended before its time, the one that closes it."""
    model, body = _model(commitment), _body(commitment)
    path, number = f"{commitment.folder}/compromiso.md", commitment.number
    fields = {"titulo": commitment.title} if commitment.is_translated else {}
    files = document_files(path, model, commitment.id, body, fields)
    agreed = _AGREED + days(commitment.rng("agreed").below(14))
    yield SimulatedCommit(agreed, commitment.lead, f"Añade el compromiso {number}: {model.title}", files)
    closure = commitment.closure
    if closure:
        situation, verb = (Situation.MERGED, "Fusiona") if closure.merged_into else (Situation.WITHDRAWN, "Retira")
        closed = model.model_copy(update={"situation": situation, "closure": closure})
        subject = f"{verb} el compromiso {number}, por acuerdo del foro"
        yield SimulatedCommit(closure.date, SECRETARIAT, subject, (document_file(path, closed, body.es),))


def sentence_blanks(commitment: SimulatedCommitment) -> dict[str, Bilingual]:
    """Return what fills the blanks of the sentences about a commitment."""
    return {
        "subject": commitment.subject,
        "people": commitment.topic.area.people,
        "office": commitment.lead.phrase,
        "partner": commitment.partners[0].phrase,
    }


def _model(commitment: SimulatedCommitment) -> Commitment:
    rng, table = commitment.rng("commitment"), commitment.table_number
    is_assessed = rng.chance(25)
    return Commitment(
        kind="commitment",
        id=commitment.id,
        number=commitment.number,
        title=commitment.title.es,
        official_title=commitment.title.es,
        ogp_code=f"EJ{commitment.number:04d}",
        origin=Origin.CO_CREATED if table else Origin.PROACTIVE,
        situation=Situation.IN_FORCE,
        theme=commitment.topic.id if table else None,
        causes=chosen_causes(commitment) if table else (),
        alternatives=(f"{table_id(table)}/{commitment.alternative_id}",) if table else (),
        leads=(Lead(institution=commitment.lead.id, post=f"Dirección General de Ejemplo {rng.between(1, 9)}"),),
        partners=tuple(partner.id for partner in commitment.partners),
        values=tuple(rng.sample(tuple(OpenGovernmentValue), rng.between(1, 3))),
        sdgs=tuple(rng.sample(_SDGS, rng.between(1, 3))),
        alignment=PlanAlignment(axis=str(rng.between(1, 3)), edition="Plan de desarrollo de ejemplo"),
        start=BEGIN - days(rng.below(28)),
        end=END,
        irm=_assessment(commitment) if is_assessed else None,
        unavailable=() if is_assessed else (Absence(field="mri", reason="El plan de ejemplo aún no se evalúa"),),
        provenance=tuple(_provenance(commitment)),
    )


def _assessment(commitment: SimulatedCommitment) -> IrmAssessment:
    rng = commitment.rng("assessment")
    return IrmAssessment(
        verifiable=rng.chance(80),
        relevant=rng.chance(90),
        values=tuple(rng.sample(tuple(OpenGovernmentValue), rng.between(1, 2))),
        ambition=rng.choice(tuple(Ambition)),
        early_results=rng.choice(tuple(EarlyResults)),
    )


def _provenance(commitment: SimulatedCommitment) -> Iterator[Provenance]:
    if commitment.table_number:
        minutes = minutes_source(commitment.table_number)
        yield sourced(minutes, field="causas")
        yield sourced(minutes, field="problema-publico", certainty=Certainty.SUMMARY)
    if commitment.rng("provenance").chance(20):
        yield sourced("nota_de_prensa", field="genero-e-inclusion", certainty=Certainty.PRESS)
    yield sourced(commitments_source(commitment.block))


def _body(commitment: SimulatedCommitment) -> Bilingual:
    rng, blanks, words = commitment.rng("prose"), sentence_blanks(commitment), word_lists().commitment_sentences
    sections = [section for section in Commitment.sections or () if section.slug in words]
    sentences = {section.slug: pick_sentences(rng, words[section.slug], blanks, 1, 3) for section in sections}
    if commitment.table_number:
        tree = f"../../plan/3-arboles/{commitment.topic.id}.md"
        link = Bilingual(f"El [árbol de problemas]({tree}) lo explica.", f"The [problem tree]({tree}) explains it.")
        sentences["problema-publico"].append(link)
    return write_body((section, sentences[section.slug]) for section in sections)
