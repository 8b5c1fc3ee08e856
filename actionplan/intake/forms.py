"""The issue forms of a plan: what each asks, so that what is written and what is read back can never differ.

Their texts are part of the repository, like its list of owners, and in its language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urlencode

from actionplan.model.plan import Plan
from actionplan.model.records import ActivityReport, Evidence, Report, Ruling, Verification
from actionplan.model.settings import Actor
from actionplan.model.vocabulary import ActivityState, Certainty, RulingKind, Vocabulary


class FormName(StrEnum):
    """What a form is for; the value names its file."""

    PROGRESS = "avance"
    RULING = "verificacion"
    FACT = "dato"
    CORRECTION = "correccion"
    QUESTION = "pregunta"


class Question(NamedTuple):
    """One thing that a form asks.

    Attributes:
        id: Names it in addresses that fill the form in advance.
        label: The heading above its answer.
        hint: What to write there.
        needed: Whether the forge insists on an answer.
        long: Whether there is room for more than a line.
        options: The answers to choose from, each with what it stands for; empty if people write their own.
            A choice cannot be filled in advance: the forge would show an empty page instead of the form.
    """

    id: str
    label: str
    hint: str = ""
    needed: bool = True
    long: bool = False
    options: Mapping[str, str] = {}


class Form(NamedTuple):
    """A form of the forge.

    Attributes:
        name: What it is for.
        title: What people choose it by.
        about: One sentence below the title.
        questions: In order.
    """

    name: FormName
    title: str
    about: str
    questions: tuple[Question, ...]

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.yml"


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
    """Every form of a plan, in the order in which the forge shows them."""
    return (_progress(plan), _ruling(plan), _fact(plan), _correction(), _question())


def form_address(plan: Plan, name: FormName, answers: Mapping[str, str]) -> str | None:
    """Where the forge opens a form with some answers filled in; None if the plan names no forge."""
    forge = plan.identity.forge
    query = urlencode({"template": f"{name}.yml", **answers})
    return f"{forge.rstrip('/')}/issues/new?{query}" if forge else None


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
            Question("reporta", _title(Report, "reporter"), options=_organisations(plan, leads)),
            Question("fecha", "Fecha del avance", _DAY),
            Question("actividad", _title(ActivityReport, "activity"), "Su identificador, por ejemplo a1.1."),
            Question("estado", _title(ActivityReport, "state"), options=_words(plan, ActivityState)),
            Question("porcentaje", _title(ActivityReport, "percent"), "De 0 a 100, sin signo. Completado es 100."),
            Question("inicio_real", _title(ActivityReport, "actual_start"), _DAY, needed=False),
            Question("conclusion_real", _title(ActivityReport, "actual_end"), _DAY, needed=False),
            Question("evidencia", "Evidencia", "Qué es, por ejemplo «Acta de entrega».", needed=False),
            Question("url", "Dirección de la evidencia", "Empieza con https://", needed=False),
            Question("medio", _title(Evidence, "proves"), "Cuál de la hoja de ruta, por ejemplo v1.", needed=False),
            Question("vista_el", "La evidencia se vio el", _DAY, needed=False),
            Question("copia", _title(Evidence, "copy_url"), "Su dirección en un archivo de la web.", needed=False),
            Question("obstaculos", _title(ActivityReport, "obstacles"), "En una o dos oraciones.", needed=False),
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
            Question("organizacion", _title(Verification, "organisation"), options=_organisations(plan, partners)),
            Question("fecha", "Fecha del dictamen", _DAY),
            Question("avance", _title(Verification, "report"), "El nombre de su archivo, por ejemplo 2020-06-30-sfp."),
            Question("actividad", _title(Ruling, "activity"), "Su identificador, por ejemplo a1.1."),
            Question("dictamen", _title(Ruling, "ruling"), options=_words(plan, RulingKind)),
            Question("motivo", _title(Ruling, "reason"), "Qué falta o qué no coincide, si se impugna.", needed=False),
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
    return Question("compromiso", "Compromiso", "Su identificador, por ejemplo c01.")


def _file() -> Question:
    return Question("archivo", "Archivo", "Al pie de la página dice cuál es.")


def _title(part: type[ActivityReport | Evidence | Report | Ruling | Verification], name: str) -> str:
    return str(part.model_fields[name].title)


def _words(plan: Plan, vocabulary: type[Vocabulary]) -> dict[str, str]:
    return {word.label: plan.keys.author_word(vocabulary.__name__, word.word) for word in vocabulary}


def _organisations(plan: Plan, names: Iterable[str]) -> dict[str, str]:
    """The organisations with those ids in the order of the plan's list; all of it if there is none of them."""
    wanted = set(names)
    found = [actor for actor in plan.actors.values() if actor.id in wanted] or list(plan.actors.values())
    return {_named(actor): actor.id for actor in found}


def _named(actor: Actor) -> str:
    return f"{actor.name} ({actor.id})"
