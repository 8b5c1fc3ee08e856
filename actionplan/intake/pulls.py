"""What a proposal is asked to say of itself, by what it does, as the files that forges offer.

They help those who write and those who read; no check depends on what is left of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from actionplan.forge.door import PULL_TEMPLATE_PATHS
from actionplan.model.fields import Part
from actionplan.model.plan import Plan
from actionplan.model.records import ActivityReport, Report, Ruling, Verification
from actionplan.model.roadmap import Rescheduling
from actionplan.model.vocabulary import ActivityState, RulingKind

DEFAULT = ""
"""The name of the template for whatever has none of its own."""

_HEAD = (
    "Lo escribe «plan forms» en el repositorio. En su propuesta, borre lo que no le sirva: "
    "ninguna revisión depende de este texto, que es público."
)
_OF_EVERY_ONE = "No lleva nombres, correos ni teléfonos de personas: sólo cargos e instituciones."


class Heading(NamedTuple):
    """A heading to write under, and a hint that readers of the proposal do not see."""

    title: str
    hint: str


class PullTemplate(NamedTuple):
    """What one kind of proposal is asked.

    Attributes:
        name: Of its file, and in the address that chooses it.
        headings: In order.
        checks: What its author has seen to, a sentence each.
    """

    name: str
    headings: tuple[Heading, ...]
    checks: tuple[str, ...]


_SIDE = Heading("Por quién hablo", "La parte pública, la sociedad civil o ninguna, y qué institución u organización.")
_WHY = Heading("Qué cambia y por qué", "En una o dos oraciones.")


def pull_templates(plan: Plan) -> tuple[PullTemplate, ...]:
    """The templates of a plan: of its records by their fields, as its documents spell them."""
    return (_default(plan), _report(plan), _verification(plan), _rescheduling(plan), _correction(plan), _program())


def pull_files(plan: Plan) -> dict[str, str]:
    """The text of each file, by its path from the root: the same for every forge."""
    return {
        path_of(template.name): _text(template) for template in pull_templates(plan) for path_of in PULL_TEMPLATE_PATHS
    }


def _default(plan: Plan) -> PullTemplate:
    source = Heading("De dónde sale", "La fuente o la evidencia de lo que se afirma.")
    unknown = f"Lo que no se sabe está en `{plan.keys.author('unavailable')}`, con su motivo."
    sourced = f"Cada dato nuevo dice su fuente en `{plan.keys.author('provenance')}`."
    return PullTemplate(DEFAULT, (_WHY, _SIDE, source), (sourced, unknown))


def _report(plan: Plan) -> PullTemplate:
    states = ", ".join(f"`{plan.keys.author_word('ActivityState', state.word)}`" for state in ActivityState)
    says = Heading(
        "Qué se informa",
        f"Compromiso, {_titles(Report, 'reporter', 'date')}; y de cada actividad, "
        f"{_titles(ActivityReport, 'state', 'percent')}.",
    )
    proof = Heading("Con qué se prueba", "Qué evidencia hay, y qué medio de verificación cumple cada una.")
    whole = f"Cada actividad completada tiene una evidencia por medio de verificación (`{plan.keys.author('proves')}`)."
    kept = (
        f"Cada evidencia lleva su huella (`{plan.keys.author('sha256')}`), o el día en que se vio "
        f"(`{plan.keys.author('seen')}`) y su copia (`{plan.keys.author('copy_url')}`)."
    )
    known = f"El estado de cada actividad es uno de estos: {states}."
    return PullTemplate("avance", (says, proof, _SIDE), (known, whole, kept))


def _verification(plan: Plan) -> PullTemplate:
    rulings = " o ".join(f"`{plan.keys.author_word('RulingKind', kind.word)}`" for kind in RulingKind)
    judged = Heading("Qué se dictamina", f"Compromiso, {_titles(Verification, 'report', 'organisation')}.")
    seen = Heading("Qué se revisó", f"Qué evidencia se abrió y, si se impugna, {_titles(Ruling, 'reason')}.")
    return PullTemplate(
        "verificacion",
        (judged, seen, _SIDE),
        (
            f"Cada dictamen es {rulings}.",
            f"Lo impugnado dice por qué, en `{plan.keys.author('reason')}`.",
            "Quien dictamina no es quien reportó.",
        ),
    )


def _rescheduling(plan: Plan) -> PullTemplate:
    moved = Heading("Qué fecha se mueve", f"Compromiso, {_titles(Rescheduling, 'activity', 'before', 'after')}.")
    why = Heading("Por qué", "El motivo, y qué pasa con el resultado final.")
    agreed = Heading("Dónde se acordó", f"La {_titles(Rescheduling, 'agreed_in')}, y qué se acordó.")
    key = plan.keys.author("reschedulings")
    return PullTemplate(
        "reprogramacion",
        (moved, why, agreed, _SIDE),
        (
            f"La fecha nueva está en la actividad y, al final de `{key}`, de dónde viene.",
            "Las entradas anteriores están como se publicaron.",
            "Las dos partes lo acordaron en esa sesión.",
        ),
    )


def _correction(plan: Plan) -> PullTemplate:
    wrong = Heading("Qué estaba mal", "Qué decía y qué debe decir.")
    source = Heading("Dónde consta lo correcto", "La dirección o el título; sobra en una errata.")
    corrects, reason = plan.keys.author("corrects"), plan.keys.author("reason")
    again = f"Un avance publicado se corrige con otro (`{corrects}` y `{reason}`), y no se edita."
    return PullTemplate("correccion", (wrong, source, _SIDE), (again, "Sólo cambia lo que estaba mal."))


def _program() -> PullTemplate:
    kept = Heading("Qué se rompería sin esto", "Qué prueba falla sin el cambio.")
    return PullTemplate(
        "programa",
        (_WHY, kept),
        (
            "No cambia nada de `plan/` ni de `commitments/`.",
            "`make test` pasa.",
            "`CHANGELOG.md` lo dice, si alguien lo va a notar.",
        ),
    )


def _titles(model: type[Part], *names: str) -> str:
    """Fields as forms and pages call them, amid a sentence."""
    titles = (str(model.model_fields[name].title) for name in names)
    return ", ".join(title[0].lower() + title[1:] for title in titles)


def _text(template: PullTemplate) -> str:
    return "\n".join(_lines(template)) + "\n"


def _lines(template: PullTemplate) -> Iterator[str]:
    yield f"<!-- {_HEAD} -->"
    for heading in template.headings:
        yield from ("", f"## {heading.title}", "", f"<!-- {heading.hint} -->")
    yield from ("", "## Antes de enviar", "")
    yield from (f"- [ ] {check}" for check in (*template.checks, _OF_EVERY_ONE))
