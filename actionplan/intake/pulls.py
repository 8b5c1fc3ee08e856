"""What a proposal is asked to say of itself, by what it does, as the files that forges offer.

They help those who write and those who read; no check depends on what is left of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from actionplan.forge.door import PULL_TEMPLATE_PATHS
from actionplan.model import (
    ActivityReport,
    ActivityState,
    Part,
    Plan,
    Report,
    Rescheduling,
    Ruling,
    RulingKind,
    Verification,
    Vocabulary,
)

DEFAULT = ""
"""The name of the template for whatever has none of its own."""

_HEAD = (
    "Lo escribe «plan forms» en el repositorio. En su propuesta, borre lo que no le sirva: "
    "ninguna revisión depende de este texto, que es público."
)
_OF_EVERY_ONE = "No lleva nombres, correos ni teléfonos de personas: sólo cargos e instituciones."


class TemplateHeading(NamedTuple):
    """Describe a heading to write under, and a hint that readers of the proposal do not see."""

    title: str
    hint: str


class PullTemplate(NamedTuple):
    """Describe what one kind of proposal is asked.

    Attributes:
        name: Of its file, and in the address that chooses it.
        headings: In order.
        checks: What its author has seen to, a sentence each.

    Hints and checks name fields, keys and words of the plan in braces (``pull_templates``).
    """

    name: str
    headings: tuple[TemplateHeading, ...]
    checks: tuple[str, ...]


_SIDE = TemplateHeading(
    "Por quién hablo", "La parte pública, la sociedad civil o ninguna, y qué institución u organización."
)
_WHY = TemplateHeading("Qué cambia y por qué", "En una o dos oraciones.")
_TEMPLATES = (
    PullTemplate(
        DEFAULT,
        (_WHY, _SIDE, TemplateHeading("De dónde sale", "La fuente o la evidencia de lo que se afirma.")),
        (
            "Cada dato nuevo dice su fuente en `{keys.provenance}`.",
            "Lo que no se sabe está en `{keys.unavailable}`, con su motivo.",
        ),
    ),
    PullTemplate(
        "avance",
        (
            TemplateHeading(
                "Qué se informa",
                "Compromiso, {Report.reporter}, {Report.date}; y de cada actividad, "
                "{ActivityReport.state}, {ActivityReport.percent}.",
            ),
            TemplateHeading("Con qué se prueba", "Qué evidencia hay, y qué medio de verificación cumple cada una."),
            _SIDE,
        ),
        (
            "El estado de cada actividad es uno de estos: {states}.",
            "Cada actividad completada tiene una evidencia por medio de verificación (`{keys.proves}`).",
            (
                "Cada evidencia lleva su huella (`{keys.sha256}`), o el día en que se vio "
                "(`{keys.seen}`) y su copia (`{keys.copy_url}`)."
            ),
        ),
    ),
    PullTemplate(
        "verificacion",
        (
            TemplateHeading("Qué se dictamina", "Compromiso, {Verification.report}, {Verification.organisation}."),
            TemplateHeading("Qué se revisó", "Qué evidencia se abrió y, si se impugna, {Ruling.reason}."),
            _SIDE,
        ),
        (
            "Cada dictamen es {rulings}.",
            "Lo impugnado dice por qué, en `{keys.reason}`.",
            "Quien dictamina no es quien reportó.",
        ),
    ),
    PullTemplate(
        "reprogramacion",
        (
            TemplateHeading(
                "Qué fecha se mueve",
                "Compromiso, {Rescheduling.activity}, {Rescheduling.before}, {Rescheduling.after}.",
            ),
            TemplateHeading("Por qué", "El motivo, y qué pasa con el resultado final."),
            TemplateHeading("Dónde se acordó", "La {Rescheduling.agreed_in}, y qué se acordó."),
            _SIDE,
        ),
        (
            "La fecha nueva está en la actividad y, al final de `{keys.reschedulings}`, de dónde viene.",
            "Las entradas anteriores están como se publicaron.",
            "Las dos partes lo acordaron en esa sesión.",
        ),
    ),
    PullTemplate(
        "correccion",
        (
            TemplateHeading("Qué estaba mal", "Qué decía y qué debe decir."),
            TemplateHeading("Dónde consta lo correcto", "La dirección o el título; sobra en una errata."),
            _SIDE,
        ),
        (
            "Un avance publicado se corrige con otro (`{keys.corrects}` y `{keys.reason}`), y no se edita.",
            "Sólo cambia lo que estaba mal.",
        ),
    ),
    PullTemplate(
        "programa",
        (_WHY, TemplateHeading("Qué se rompería sin esto", "Qué prueba falla sin el cambio.")),
        (
            "No cambia nada de `plan/` ni de `commitments/`.",
            "`make test` pasa.",
            "`CHANGELOG.md` lo dice, si alguien lo va a notar.",
        ),
    ),
)


class _Titles:
    """Hold the titles of a model's fields, as forms and pages call them, amid a sentence."""

    def __init__(self, model: type[Part]) -> None:
        self._fields = model.model_fields

    def __getattr__(self, name: str) -> str:
        title = str(self._fields[name].title)
        return title[0].lower() + title[1:]


class _Keys:
    """Hold the keys of the plan's documents, by the names of fields."""

    def __init__(self, plan: Plan) -> None:
        self._author = plan.keys.author

    def __getattr__(self, name: str) -> str:
        return self._author(name)


def pull_templates(plan: Plan) -> tuple[PullTemplate, ...]:
    """Return the templates of a plan, with fields as forms call them and keys and words as its documents spell them."""
    names = {
        "keys": _Keys(plan),
        "states": ", ".join(_words(plan, ActivityState)),
        "rulings": " o ".join(_words(plan, RulingKind)),
        **{model.__name__: _Titles(model) for model in (Report, ActivityReport, Verification, Ruling, Rescheduling)},
    }
    return tuple(
        PullTemplate(
            template.name,
            tuple(TemplateHeading(heading.title, heading.hint.format(**names)) for heading in template.headings),
            tuple(check.format(**names) for check in template.checks),
        )
        for template in _TEMPLATES
    )


def _words(plan: Plan, vocabulary: type[Vocabulary]) -> list[str]:
    return [f"`{plan.keys.author_word(vocabulary.__name__, word.word)}`" for word in vocabulary]


def pull_files(plan: Plan) -> dict[str, str]:
    """Return the text of each file, by its path from the root: the same for every forge."""
    return {
        path_of(template.name): _text(template) for template in pull_templates(plan) for path_of in PULL_TEMPLATE_PATHS
    }


def _text(template: PullTemplate) -> str:
    return "\n".join(_lines(template)) + "\n"


def _lines(template: PullTemplate) -> Iterator[str]:
    yield f"<!-- {_HEAD} -->"
    for heading in template.headings:
        yield from ("", f"## {heading.title}", "", f"<!-- {heading.hint} -->")
    yield from ("", "## Antes de enviar", "")
    yield from (f"- [ ] {check}" for check in (*template.checks, _OF_EVERY_ONE))
