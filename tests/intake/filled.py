"""Forms as the forge hands them over once they are filled."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner
from plans import loaded, write

from actionplan.intake.forms import FormName, forms_of
from scripts.plan import plan as command

FORMS = {form.name: form for form in forms_of(loaded().plan)}
PROGRESS = {
    "compromiso": "c01",
    "reporta": "Secretaría de Prueba (gob)",
    "fecha": "2020-06-30",
    "actividad": "a1.1",
    "estado": "En proceso",
    "porcentaje": "60",
    "credito": "Con el nombre de mi cuenta",
}
RULING = {
    "compromiso": "c01",
    "organizacion": "Organización de Prueba (osc)",
    "fecha": "2020-07-10",
    "avance": "2020-03-31-gob",
    "actividad": "a1.1",
    "dictamen": "Verificado",
    "credito": "Sin nombrarme",
}
CORRECTION = {
    "archivo": "commitments/01-agua/compromiso.md",
    "dice": "Falta agua.",
    "debe_decir": "Falta agua potable.",
    "credito": "Sin nombrarme",
}
FACT = {
    "archivo": "commitments/01-agua/compromiso.md",
    "dato": "inicio",
    "valor": "2020-01-01",
    "fuente": "acta",
    "certeza": "resumen",
    "credito": "Sin nombrarme",
}


def filled(name: str, answers: dict[str, str]) -> str:
    """The text of an issue, as the forge writes it."""
    return "\n\n".join(
        f"### {it.label}\n\n{answers.get(it.id) or '_No response_'}" for it in FORMS[FormName(name)].questions
    )


def issue(body: object, account: object = "maria") -> str:
    return json.dumps(
        {"number": 7, "title": "`x` @todos", "body": body, "user": {"login": account, "id": 583231}, "labels": []}
    )


def intake(root: Path, files: dict[str, str], sent: str, *more: str) -> dict[str, str]:
    """What the verb answers to an issue, on a plan of these files."""
    write(root, files)
    (root / "issue.json").write_text(sent, "utf-8")
    arguments = ["intake", "--root", str(root), "--issue", str(root / "issue.json"), *more]
    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == 0, done.output
    found: dict[str, str] = json.loads(done.stdout)
    return found
