"""What is known of issues at a forge, whichever it is, and what a form asks there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Issue(NamedTuple):
    """Describe an issue.

    Attributes:
        number: Its number.
        body: Its text.
        account: The account that wrote it; empty if that is gone.
        account_id: The forge's number for the account; 0 if that is not known.
        title: Its title.
        is_open: Whether it is open.
        is_ours: Whether the program that writes notices for us wrote it.
    """

    number: int
    body: str
    account: str
    account_id: int = 0
    title: str = ""
    is_open: bool = True
    is_ours: bool = False


class Question(NamedTuple):
    """Describe one thing that a form asks.

    Attributes:
        id: Names it in addresses that fill the form in advance.
        label: The heading above its answer.
        hint: What to write there.
        needed: Whether the forge insists on an answer.
        long: Whether there is room for more than a line.
        options: The answers to choose from, each with what it stands for; empty if people write their own.
            A choice cannot be filled in advance: the forge would show an empty page instead of the form.
        field: The name in the model of the datum that it asks for; empty if it asks for none.
    """

    id: str
    label: str
    hint: str = ""
    needed: bool = True
    long: bool = False
    options: Mapping[str, str] = {}
    field: str = ""


class Form(NamedTuple):
    """Describe a form of the forge.

    Attributes:
        name: What it is for; names its file.
        title: What people choose it by.
        about: One sentence below the title.
        questions: In order.
    """

    name: str
    title: str
    about: str
    questions: tuple[Question, ...]
