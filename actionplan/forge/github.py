"""What GitHub is told and asked: its addresses, its folders, its forms, its requests and the signs in its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias
from urllib.parse import quote, urlencode

from actionplan.forge.issues import Form, Question
from actionplan.forge.pull_requests import Request, StatusState
from actionplan.text.escape import plain

Data: TypeAlias = "str | bool | Sequence[Data] | Mapping[str, Data]"

OWNERS_FILE = ".github/CODEOWNERS"
FORMS_FOLDER = ".github/ISSUE_TEMPLATE"
_WORKFLOWS = ".github/workflows/"
_PULL_TEMPLATES = ".github/PULL_REQUEST_TEMPLATE"

LONGEST_TEXT = 65_536
"""Characters of an issue or a comment, where it cuts them."""

_LONGEST_STATUS = 140

ANSWER_HEADING = "### "
NO_ANSWER = "_No response_"
"""How a filled form begins each answer, and what it puts where nothing was answered."""

_MERGE = re.compile(r"Merge pull request (?:#([0-9]{1,9}) from |'.*' \(#([0-9]{1,9})\) from )")
_SQUASHED = re.compile(r"\s*\(#([0-9]{1,9})\)$")


def merged_number(subject: str) -> str:
    """Return the number of the proposal that a commit merges, by its subject; empty if it merges none."""
    match = _MERGE.match(subject)
    return (match[1] or match[2]) if match else ""


def squashed_number(subject: str) -> tuple[str, str]:
    """Return the subject of a commit and, apart from it, the number of the proposal that it holds; may be empty."""
    match = _SQUASHED.search(subject)
    return _SQUASHED.sub("", subject), match[1] if match else ""


def is_workflow(path: str) -> bool:
    """Tell whether a file is an order to the forge's own runs."""
    return path.startswith(_WORKFLOWS)


def pull_template_path(name: str) -> str:
    """Return where the template of proposals with a name stands; that without a name is for all others."""
    return f"{_PULL_TEMPLATES}/{name}.md" if name else f"{_PULL_TEMPLATES}.md"


def file_address(home: str, branch: str, path: str) -> str:
    """Return where people see a file of a repository."""
    return f"{home}/blob/{quote(branch)}/{quote(path)}"


def edit_address(home: str, branch: str, path: str) -> str:
    """Return where people edit a file of a repository."""
    return f"{home.rstrip('/')}/edit/{branch}/{path}"


def run_address(home: str, number: int) -> str:
    """Return where people see a run."""
    return f"{home}/actions/runs/{number}"


def artifacts_address(run: str) -> str:
    """Return where people see what a run left, by the run's address."""
    return f"{run}#artifacts"


def form_address(home: str, form: str, answers: Mapping[str, str]) -> str:
    """Return where people fill in a form, with some answers given."""
    return f"{home.rstrip('/')}/issues/new?{urlencode({'template': f'{form}.yml', **answers})}"


def mentions(accounts: Iterable[str]) -> str:
    """Call some accounts."""
    return " ".join(f"@{account}" for account in accounts)


def commit_address(home: str, commit: str) -> str:
    """Return where people see a commit."""
    return f"{home}/commit/{commit}"


def pull_address(home: str, number: str) -> str:
    """Return where people see a proposal."""
    return f"{home}/pull/{number}"


def closing(number: int) -> str:
    """Return the words that close an issue once the proposal with them is merged."""
    return f"Closes #{number}"


def credit(name: str, account_id: int) -> str:
    """Return the trailer of a commit that names an account, by an address that reaches nobody."""
    number = f"{account_id}+" if account_id > 0 else ""
    return f"Co-authored-by: {name} <{number}{name}@users.noreply.github.com>"


def owners_line(pattern: str, accounts: Sequence[str]) -> str:
    """Return the line of the list of owners that asks accounts to look at the files of a pattern."""
    return f"/{pattern} {mentions(accounts)}\n"


def set_status(commit: str, name: str, state: StatusState, text: str, address: str) -> Request:
    """Ask for a status of a commit; of a long text it shows the beginning."""
    text = plain(text)
    shown = text if len(text) <= _LONGEST_STATUS else text[: _LONGEST_STATUS - 1] + "…"
    body = {"state": state.value, "context": name, "description": shown}
    return Request("POST", f"statuses/{commit}", {**body, **({"target_url": address} if address else {})})


def write_comment(number: int, text: str, comments: Sequence[int]) -> list[Request]:
    """Ask for one comment below a proposal: a new one, or the first of those that are there instead of all."""
    body = {"body": text}
    if not comments:
        return [Request("POST", f"issues/{number}/comments", body)]
    first, *others = (f"issues/comments/{comment}" for comment in comments)
    return [Request("PATCH", first, body), *(Request("DELETE", other, None) for other in others)]


def remove_label(number: int, label: str) -> Request:
    """Ask for a label to be taken off a proposal."""
    return Request("DELETE", f"issues/{number}/labels/{quote(label)}", None)


def form_files(forms: Iterable[tuple[Form, str]]) -> dict[str, Mapping[str, Data]]:
    """Return the files of some forms as data, by their paths.

    Args:
        forms: Each with a text in Markdown to show above its questions; empty for none.
    """
    files = {f"{FORMS_FOLDER}/{form.name}.yml": _form(form, text) for form, text in forms}
    return {**files, f"{FORMS_FOLDER}/config.yml": {"blank_issues_enabled": True}}


def _form(form: Form, text: str) -> Mapping[str, Data]:
    preamble: list[Data] = [{"type": "markdown", "attributes": {"value": text}}] if text else []
    return {
        "name": form.title,
        "description": form.about,
        "title": f"{form.title}: ",
        "body": [*preamble, *map(_item, form.questions)],
    }


def _item(question: Question) -> Data:
    options: dict[str, Data] = {"options": list(question.options)} if question.options else {}
    return {
        "type": "dropdown" if question.options else "textarea" if question.long else "input",
        "id": question.id,
        "attributes": {"label": question.label, "description": question.hint, **options},
        "validations": {"required": question.needed},
    }
