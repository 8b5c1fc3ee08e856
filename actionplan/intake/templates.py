"""What the forge reads: the issue forms as files, and beside them the templates of proposals."""

from __future__ import annotations

from actionplan.documents import data_text
from actionplan.forge.door import forge
from actionplan.forge.issues import Form
from actionplan.intake.forms import FormName, forms_of
from actionplan.intake.pulls import pull_files
from actionplan.model import Plan
from actionplan.text.escape import markdown

_HEAD = "# Lo escribe «plan forms» a partir del plan: no lo edite a mano.\n"
_MOST_NAMED = 100
"""Commitments that people can look through in a list."""


def form_files(plan: Plan) -> dict[str, str]:
    """Return the text of each file, by its path from the root of the repository."""
    files = forge.form_files((form, _preamble(form, plan)) for form in forms_of(plan))
    return {**{path: _HEAD + data_text(data) for path, data in files.items()}, **pull_files(plan)}


def _preamble(form: Form, plan: Plan) -> str:
    """List the commitments by name, where the form asks for one and the list is short enough to help."""
    if form.name not in (FormName.PROGRESS, FormName.RULING) or not 0 < len(plan.commitment_files) <= _MOST_NAMED:
        return ""
    names = (
        f"- `{name}`: {markdown(commitment_file.commitment.model.title)}"
        for name, commitment_file in plan.commitment_files.items()
    )
    return "\n".join(["Los compromisos son:", "", *names])
