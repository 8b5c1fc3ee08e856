"""Reports: what a file holds ends as plain text, whoever shows it."""

import html
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from plans import COMMITMENT_PATH, REPORT_PATH, changed, loaded

from actionplan.documents import front_matter_rules
from actionplan.findings import Finding, Position, as_annotations, as_json, as_markdown, as_text
from actionplan.findings.report import summary
from actionplan.language.messages import spanish
from actionplan.rules import provenance
from actionplan.rules.reports import REPORTS
from actionplan.text.escape import plain

TWO = loaded(changed(COMMITMENT_PATH, ("numero: 1", "numero: x"), ("titulo:", "titular:"))).findings
WARNING = provenance.NO_SOURCE.at(Position("plan/a.md", 2), title="Título", address="titulo", provenance="procedencia")


def finding(value: str, path: str = "plan/a.md") -> Finding:
    return front_matter_rules.DUPLICATE_KEY.at(Position(path, 3, 5), key=value, first=1)


def test_text_has_a_line_for_the_finding_and_one_for_the_remedy() -> None:
    assert as_text([finding("titulo"), WARNING]) == (
        "plan/a.md:3:5: FOR09 error: El dato «titulo» aparece dos veces (antes, en la línea 1). "
        "Sólo uno de los dos valores contaría y no se sabría cuál.\n"
        "    Cómo arreglarlo: Deje uno solo.\n"
        "plan/a.md:2:1: PRO01 warning: «Título» (titulo) no dice de qué fuente sale. "
        "Cada dato del plan se debe poder seguir hasta su fuente.\n"
        "    Cómo arreglarlo: Añada en «procedencia» una entrada con campo «titulo», sus fuentes y su certeza.\n"
        "Hallazgos. Errores: 1; advertencias: 1; notas: 0.\n"
    )


def test_github_gets_one_command_a_finding() -> None:
    assert as_annotations([finding("titulo"), WARNING]) == (
        "::error file=plan/a.md,line=3,col=5,title=FOR09::El dato «titulo» aparece dos veces (antes, en la línea 1). "
        "Sólo uno de los dos valores contaría y no se sabría cuál.%0ACómo arreglarlo: Deje uno solo.\n"
        "::warning file=plan/a.md,line=2,col=1,title=PRO01::«Título» (titulo) no dice de qué fuente sale. "
        "Cada dato del plan se debe poder seguir hasta su fuente.%0ACómo arreglarlo: "
        "Añada en «procedencia» una entrada con campo «titulo», sus fuentes y su certeza.\n"
    )


def test_json_has_a_row_a_finding() -> None:
    assert json.loads(as_json([finding("título")])) == [
        {
            "code": "FOR09",
            "severity": "error",
            "path": "plan/a.md",
            "line": 3,
            "column": 5,
            "message": "El dato «título» aparece dos veces (antes, en la línea 1). "
            "Sólo uno de los dos valores contaría y no se sabría cuál.",
            "fix": "Deje uno solo.",
        }
    ]


def test_markdown_has_a_heading_a_file() -> None:
    assert as_markdown([finding("titulo"), finding("tema"), finding("x", "plan/b.md")]) == (
        "**Hallazgos. Errores: 3; advertencias: 0; notas: 0.**\n"
        "\n### plan/a.md\n\n"
        "- ⛔ línea 3, **FOR09**: El dato «titulo» aparece dos veces \\(antes, en la línea 1\\). "
        "Sólo uno de los dos valores contaría y no se sabría cuál. *Cómo arreglarlo:* Deje uno solo.\n"
        "- ⛔ línea 3, **FOR09**: El dato «tema» aparece dos veces \\(antes, en la línea 1\\). "
        "Sólo uno de los dos valores contaría y no se sabría cuál. *Cómo arreglarlo:* Deje uno solo.\n"
        "\n### plan/b.md\n\n"
        "- ⛔ línea 3, **FOR09**: El dato «x» aparece dos veces \\(antes, en la línea 1\\). "
        "Sólo uno de los dos valores contaría y no se sabría cuál. *Cómo arreglarlo:* Deje uno solo.\n"
    )


def test_nothing_found_is_said() -> None:
    assert summary([]) == "Sin hallazgos: el plan está en orden."
    assert as_text([]) == "Sin hallazgos: el plan está en orden.\n"
    assert as_markdown([]) == "**Sin hallazgos: el plan está en orden.**\n"
    assert json.loads(as_json([])) == []
    assert as_annotations([]) == ""


EVIL = [
    "::error file=x::y",
    "\n::set-output name=a::b",
    "\r\n::add-mask::a",
    "%0A::error::a",
    "##[group]a",
    "\x1b[31mrojo\x1b[0m",
    "\x1b]8;;https://malo.example\x07enlace",
    "\u202eorden",
    "\u2028línea",
    "\ud800",
]


@pytest.mark.parametrize("value", EVIL)
@pytest.mark.parametrize("where", ["value", "path"])
def test_no_value_becomes_a_command_of_the_forge_or_of_the_terminal(value: str, where: str) -> None:
    item = finding(value) if where == "value" else finding("x", value)
    for report in (as_text, as_annotations):
        text = report([item], spanish)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ud800-\udfff]", text)
    lines = as_annotations([item]).splitlines()
    assert len(lines) == 1
    # The only command is ours: what follows its second «::» is data, where «%» is always written «%25».
    command, _, data = lines[0].removeprefix("::").partition("::")
    assert re.fullmatch(r"error file=[^,:]*,line=3,col=5,title=FOR09", command)
    assert set(re.findall(r"%..", data)) <= {"%25", "%0A"}
    assert data.count("%0A") == 1 + item.message().count("\n")


def test_control_characters_are_shown() -> None:
    assert plain("a\x1b[1m\tb\n\u202e") == "a\\x1b[1m\\x09b\\x0a\\x202e"


MARKUP = [
    "@octocat",
    "#123",
    "GH-1 !45",
    "[x](https://malo.example)",
    "![x](https://malo.example/a.png)",
    "https://malo.example",
    "www.malo.example",
    "a@malo.example",
    "`código` ``x``",
    "<script>alert(1)</script>",
    "<img src=x onerror=y>",
    "*a* _b_ **c** ~~d~~",
    "| a | b |",
    "&lt; &amp;",
    "\\@a \\` \\\\",
    "# a\n## b\n- c\n\n```\nd",
    "$x$",
]


def text_of(markdown: str) -> tuple[str, str]:
    """The HTML of the report, and the text that is left of it."""
    shown = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(markdown)
    return shown, html.unescape(re.sub(r"<[^>]+>", "", shown))


@pytest.mark.parametrize("value", MARKUP)
@pytest.mark.parametrize("where", ["value", "path"])
def test_markup_in_a_value_ends_as_plain_text(value: str, where: str) -> None:
    item = finding(value) if where == "value" else finding("x", value)
    shown, text = text_of(as_markdown([item]))
    assert set(re.findall(r"<(\w+)", shown)) == {"p", "strong", "h3", "ul", "li", "em"}
    # The words are all there, and no forge finds a mention, an issue or an address in them.
    assert plain(value) in text.replace("\u200b", "")
    assert not re.search(r"[@#!]\w|://|www\.", text)


@given(st.text(max_size=60), st.text(max_size=30))
@settings(max_examples=150)
def test_any_value_ends_as_plain_text_in_every_report(value: str, path: str) -> None:
    item = finding(value, path)
    shown, text = text_of(as_markdown([item]))
    assert set(re.findall(r"<(\w+)", shown)) == {"p", "strong", "h3", "ul", "li", "em"}
    assert " ".join(plain(value).split()) in " ".join(text.replace("\u200b", "").split()) or "\u200b" in value
    assert as_annotations([item]).count("\n") == 1
    assert as_text([item]).count("\n") == 3
    [row] = json.loads(as_json([item]))
    assert row["path"] == path


@pytest.mark.parametrize("form_", REPORTS)
def test_a_report_does_not_depend_on_the_order_of_the_files(form_: str) -> None:
    files = changed(COMMITMENT_PATH, ("numero: 1", "numero: 0"))
    files[REPORT_PATH] = "nada"
    backwards = dict(reversed(files.items()))
    assert REPORTS[form_](loaded(files).findings, spanish) == REPORTS[form_](loaded(backwards).findings, spanish)


def test_findings_of_one_file_stand_together() -> None:
    assert len(TWO) == 2
    assert as_markdown(TWO).count("\n### ") == 1
