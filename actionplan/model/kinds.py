"""Which model reads which kind of document."""

from __future__ import annotations

from actionplan.documents import Kind
from actionplan.model.commitment import Commitment
from actionplan.model.common import DocumentPart
from actionplan.model.process import Page, Phase, Session, Table, Tree
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Roadmap
from actionplan.model.settings import Actors, PlanIdentity, Sources
from actionplan.model.translation import Translation

MODELS: dict[Kind, type[DocumentPart]] = {
    Kind.PLAN: PlanIdentity,
    Kind.ACTORS: Actors,
    Kind.SOURCES: Sources,
    Kind.PAGE: Page,
    Kind.PHASE: Phase,
    Kind.TREE: Tree,
    Kind.TABLE: Table,
    Kind.SESSION: Session,
    Kind.COMMITMENT: Commitment,
    Kind.ROADMAP: Roadmap,
    Kind.REPORT: Report,
    Kind.VERIFICATION: Verification,
    Kind.TRANSLATION: Translation,
}
