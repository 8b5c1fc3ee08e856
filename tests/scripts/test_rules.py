"""``plan rules``: every rule in words, as a document, and as data."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from actionplan.rules import RULES
from scripts.plan import plan as command

RUN = CliRunner()


def asked(*arguments: str) -> str:
    done = RUN.invoke(command, ["rules", *arguments])
    assert done.exit_code == 0
    return done.stdout


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_every_rule_is_told(form: str) -> None:
    told = asked("--format", form)
    for rule in RULES:
        assert rule.code in told
        assert rule.why in told
        assert rule.remedy() in told
    assert "\x07" not in told


def test_as_data() -> None:
    rows = json.loads(asked("--format", "json"))
    assert [row["code"] for row in rows] == [rule.code for rule in RULES]
    assert set(rows[0]) == {"code", "family", "severity", "what", "why", "fix", "bad", "good"}


def test_another_format_is_refused() -> None:
    done = RUN.invoke(command, ["rules", "--format", "pdf"])
    assert (done.exit_code, done.stdout) == (2, "")
