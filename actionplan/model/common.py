"""What all documents share: provenance, absences, figures with their claims."""

from typing import Annotated, ClassVar

from pydantic import Field

from actionplan.documents import slug
from actionplan.language.messages import msg
from actionplan.model.fields import FieldPath, Id, Number, Part, PartialDay, RuleCode, Text, Title
from actionplan.model.marks import EDITORIAL, IDENTIFIES, SOURCE
from actionplan.model.vocabulary import Certainty, Qualifier


class Provenance(Part):
    """Say where the facts below a path come from."""

    identity: ClassVar[str] = "field"

    field: FieldPath = Field(title=msg("Dato"))
    sources: Annotated[tuple[Id, ...], SOURCE] = Field(min_length=1, title=msg("Fuentes"))
    certainty: Certainty = Field(title=msg("Certeza"))
    note: Text | None = Field(None, title=msg("Nota"))


class Absence(Part):
    """Represent a fact that is due, or would help, and is not known; ``name`` where the model has none for it."""

    identity: ClassVar[str] = "field"

    field: FieldPath = Field(title=msg("Dato"))
    name: Title | None = Field(None, title=msg("Nombre"))
    reason: Text = Field(title=msg("Motivo"))


class Waiver(Part):
    """Represent a rule that a document knowingly departs from, and why; shown on the site."""

    identity: ClassVar[str] = "rule"

    rule: RuleCode = Field(title=msg("Regla"))
    reason: Text = Field(title=msg("Motivo"))


class Sourced(Part):
    """Represent a part that names its own sources, so that no provenance entry is due for it."""

    sources: Annotated[tuple[Id, ...], SOURCE] = Field(min_length=1, title=msg("Fuentes"))
    certainty: Certainty = Field(title=msg("Certeza"))
    note: Text | None = Field(None, title=msg("Nota"))


class Claim(Sourced):
    """Hold what one or more sources say of a figure: a number, or words."""

    identity: ClassVar[str] = ""

    value: Number | None = Field(None, title=msg("Valor"))
    of: Number | None = Field(None, title=msg("De un total de"))
    text: Text | None = Field(None, title=msg("Texto"))
    qualifier: Qualifier | None = Field(None, title=msg("Calificador"))


class Figure(Part):
    """Represent a quantity, with one claim a statement; sources that disagree stay side by side."""

    id: Annotated[Id, IDENTIFIES]
    name: Annotated[Title, EDITORIAL] = Field(title=msg("Nombre"))
    unit: Annotated[Title | None, EDITORIAL] = Field(None, title=msg("Unidad"))
    claims: tuple[Claim, ...] = Field(min_length=1, title=msg("Afirmaciones"))


class Event(Sourced):
    """Represent something that happened, or that others said; shown, never counted."""

    identity: ClassVar[str] = ""

    date: PartialDay = Field(title=msg("Fecha"))
    text: Text = Field(title=msg("Texto"))


class Section:
    """Represent a heading that a kind of document knows, with the duty to fill it."""

    def __init__(self, title: str, *, required: bool = False) -> None:
        self.title = title
        self.slug = slug(title)
        self.required = required


class DocumentPart(Part):
    """Represent the front matter of a document.

    Attributes:
        sections: The headings its body may have; None where they are free.
        sourced: Whether its facts owe a source; a signed record is a source itself.
    """

    identity: ClassVar[str] = ""
    sections: ClassVar[tuple[Section, ...] | None] = ()
    sourced: ClassVar[bool] = True

    unavailable: Annotated[tuple[Absence, ...], EDITORIAL] = Field((), title=msg("No disponible"))
    provenance: Annotated[tuple[Provenance, ...], EDITORIAL] = Field((), title=msg("Procedencia"))
    waivers: Annotated[tuple[Waiver, ...], EDITORIAL] = Field((), title=msg("Excepciones"))

    @classmethod
    def heading_title(cls, title: str) -> str:
        """Return the title of a heading; as a text of ours, which has translations, if the kind of document has it."""
        return next((section.title for section in cls.sections or () if section.title == title), title)
