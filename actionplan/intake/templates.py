"""What the forge reads: the issue forms as files, and beside them the templates of proposals."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.documents.writer import Writable, data_text
from actionplan.intake.forms import Form, FormName, Question, forms_of
from actionplan.intake.pulls import pull_files
from actionplan.model.plan import Plan
from actionplan.text.escape import markdown

FOLDER = ".github/ISSUE_TEMPLATE"
"""Where the forge looks for them."""

_HEAD = "# Lo escribe «plan forms» a partir del plan: no lo edite a mano.\n"
_MOST_NAMED = 100
"""Commitments that people can look through in a list."""


def form_files(plan: Plan) -> dict[str, str]:
    """The text of each file, by its path from the root of the repository."""
    files = {f"{FOLDER}/{form.file}": _HEAD + data_text(_form(form, plan)) for form in forms_of(plan)}
    return {**files, f"{FOLDER}/config.yml": _HEAD + data_text({"blank_issues_enabled": True}), **pull_files(plan)}


def _form(form: Form, plan: Plan) -> dict[str, Writable]:
    return {
        "name": form.title,
        "description": form.about,
        "title": f"{form.title}: ",
        "body": [*_preamble(form, plan), *(_item(question) for question in form.questions)],
    }


def _preamble(form: Form, plan: Plan) -> Iterator[Writable]:
    """The commitments by name, where the form asks for one and the list is short enough to help."""
    if form.name in (FormName.PROGRESS, FormName.RULING) and 0 < len(plan.commitment_files) <= _MOST_NAMED:
        names = (
            f"- `{name}`: {markdown(commitment_file.commitment.model.title)}"
            for name, commitment_file in plan.commitment_files.items()
        )
        yield {"type": "markdown", "attributes": {"value": "\n".join(["Los compromisos son:", "", *names])}}


def _item(question: Question) -> Writable:
    attributes: dict[str, Writable] = {"label": question.label, "description": question.hint}
    if question.options:
        attributes["options"] = list(question.options)
    return {
        "type": "dropdown" if question.options else "textarea" if question.long else "input",
        "id": question.id,
        "attributes": attributes,
        "validations": {"required": question.needed},
    }
