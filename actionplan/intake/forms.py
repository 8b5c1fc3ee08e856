"""The issue forms of a plan: what each asks, so that what is written and what is read back can never differ.

Their texts are part of the repository, like its list of owners, and in its language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from actionplan.forge.door import forge
from actionplan.forge.issues import Form, Question
from actionplan.model import (
    ActivityReport,
    ActivityState,
    Actor,
    Certainty,
    Evidence,
    Plan,
    Report,
    Ruling,
    RulingKind,
    Verification,
    Vocabulary,
)


class FormName(StrEnum):
    """Describe what a form is for; the value names its file."""

    PROGRESS = "avance"
    RULING = "verificacion"
    FACT = "dato"
    CORRECTION = "correccion"
    QUESTION = "pregunta"


BY_ACCOUNT = "account"
"""What the answer on credit stands for if people want to be named by their account."""

_DAY = "Año-mes-día, por ejemplo 2020-06-30."
_CREDIT = Question(
    "credito",
    "Cómo quiere que conste su participación",
    "Sólo consta en la historia del repositorio, nunca en el plan. Este formulario, con su cuenta, es público.",
    options={"Con el nombre de mi cuenta": BY_ACCOUNT, "Sin nombrarme": ""},
)


def forms_of(plan: Plan) -> tuple[Form, ...]:
    """Return every form of a plan, in the order in which the forge shows them."""
    return (_progress(plan), _ruling(plan), _fact(plan), _correction(), _question())


def form_of(name: str, plan: Plan) -> Form:
    """Return the form of a plan with a name."""
    return next(form for form in forms_of(plan) if form.name == name)


def form_address(plan: Plan, name: FormName, answers: Mapping[str, str]) -> str | None:
    """Return where the forge opens a form with some answers filled in; None if the plan names no forge."""
    return forge.form_address(plan.identity.forge, name, answers) if plan.identity.forge else None


def _progress(plan: Plan) -> Form:
    leads = {
        name
        for commitment_file in plan.commitment_files.values()
        for name in commitment_file.commitment.model.institutions
    }
    return Form(
        FormName.PROGRESS,
        "Informar un avance",
        "La institución responsable dice cómo va una actividad y con qué lo prueba.",
        (
            _commitment(),
            _field("reporta", Report, "reporter", options=_organisations(plan, leads)),
            _field("fecha", Report, "date", _DAY, label="Fecha del avance"),
            _field("actividad", ActivityReport, "activities/activity", "Su identificador, por ejemplo a1.1."),
            _field("estado", ActivityReport, "activities/state", options=_words(plan, ActivityState)),
            _field("porcentaje", ActivityReport, "activities/percent", "De 0 a 100, sin signo. Completado es 100."),
            _field("inicio_real", ActivityReport, "activities/actual_start", _DAY, needed=False),
            _field("conclusion_real", ActivityReport, "activities/actual_end", _DAY, needed=False),
            _evidence("evidencia", "title", "Qué es, por ejemplo «Acta de entrega».", label="Evidencia"),
            _evidence("url", "url", "Empieza con https://", label="Dirección de la evidencia"),
            _evidence("medio", "proves", "Cuál de la hoja de ruta, por ejemplo v1."),
            _evidence("vista_el", "seen", _DAY, label="La evidencia se vio el"),
            _evidence("copia", "copy_url", "Su dirección en un archivo de la web."),
            _field("obstaculos", ActivityReport, "activities/obstacles", "En una o dos oraciones.", needed=False),
            Question("notas", "Notas", "Lo que haga falta explicar.", needed=False, long=True),
            _CREDIT,
        ),
    )


def _ruling(plan: Plan) -> Form:
    partners = {
        name for commitment_file in plan.commitment_files.values() for name in commitment_file.commitment.model.partners
    }
    return Form(
        FormName.RULING,
        "Verificar o impugnar un avance",
        "La organización corresponsable dice si lo reportado de una actividad se sostiene.",
        (
            _commitment(),
            _field("organizacion", Verification, "organisation", options=_organisations(plan, partners)),
            _field("fecha", Verification, "date", _DAY, label="Fecha del dictamen"),
            _field("avance", Verification, "report", "El nombre de su archivo, por ejemplo 2020-06-30-sfp."),
            _field("actividad", Ruling, "rulings/activity", "Su identificador, por ejemplo a1.1."),
            _field("dictamen", Ruling, "rulings/ruling", options=_words(plan, RulingKind)),
            _field("motivo", Ruling, "rulings/reason", "Qué falta o qué no coincide, si se impugna.", needed=False),
            Question("notas", "Notas", "Lo que haga falta explicar.", needed=False, long=True),
            _CREDIT,
        ),
    )


def _fact(plan: Plan) -> Form:
    return Form(
        FormName.FACT,
        "Aportar un dato que falta",
        "Algo que el plan da por no disponible y usted sabe dónde consta.",
        (
            _file(),
            Question("dato", "Dato que falta", "Como lo nombra la página, o su ruta en el archivo."),
            Question("valor", "Qué es", "El dato solo; si son varios, uno en cada línea.", long=True),
            Question("fuente", "Dónde consta", "Su identificador, título o dirección en la página de fuentes."),
            Question("certeza", "Cómo lo dice esa fuente", options=_words(plan, Certainty)),
            _CREDIT,
        ),
    )


def _correction() -> Form:
    return Form(
        FormName.CORRECTION,
        "Corregir un error",
        "Una errata, o un dato distinto del que dice su fuente.",
        (
            _file(),
            Question("dice", "Dice", "Copie el texto tal cual: el menor trozo que no se repita.", long=True),
            Question("debe_decir", "Debe decir", long=True),
            Question(
                "fuente", "Dónde consta lo correcto", "La dirección o el título; sobra en una errata.", needed=False
            ),
            _CREDIT,
        ),
    )


def _question() -> Form:
    return Form(
        FormName.QUESTION,
        "Preguntar",
        "Una duda sobre el plan; se responde aquí, a la vista de todo el mundo.",
        (
            Question("archivo", "Sobre qué archivo o página", "Al pie de la página dice cuál es.", needed=False),
            Question("pregunta", "Su pregunta", long=True),
        ),
    )


def _commitment() -> Question:
    return Question("compromiso", "Compromiso", "Su identificador, por ejemplo c01.", field="commitment")


def _file() -> Question:
    return Question("archivo", "Archivo", "Al pie de la página dice cuál es.")


def _field(  # noqa: PLR0913 - what a question has
    name: str,
    part: type[ActivityReport | Evidence | Report | Ruling | Verification],
    path: str,
    hint: str = "",
    *,
    label: str = "",
    needed: bool = True,
    options: Mapping[str, str] = {},
) -> Question:
    """Ask for a field of the model, by its title if there is no label."""
    title = label or str(part.model_fields[path.rpartition("/")[2]].title)
    return Question(name, title, hint, needed, options=options, field=path)


def _evidence(name: str, field: str, hint: str, *, label: str = "") -> Question:
    return _field(name, Evidence, f"activities/evidence/{field}", hint, label=label, needed=False)


def _words(plan: Plan, vocabulary: type[Vocabulary]) -> dict[str, str]:
    return {word.label: plan.keys.author_word(vocabulary.__name__, word.word) for word in vocabulary}


def _organisations(plan: Plan, names: Iterable[str]) -> dict[str, str]:
    """Return the organisations with those ids in the order of the plan's list; all of it if there is none of them."""
    wanted = set(names)
    actors = [actor for actor in plan.actors.values() if actor.id in wanted] or list(plan.actors.values())
    return {_named(actor): actor.id for actor in actors}


def _named(actor: Actor) -> str:
    return f"{actor.name} ({actor.id})"
