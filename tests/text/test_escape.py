"""Whatever a text holds, it ends as text: in Markdown, in a forge's own signs, in a runner's log."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from actionplan.diff import report
from actionplan.diff.change import Change, ChangeKind
from actionplan.findings import Finding, Position, as_annotations, as_markdown, as_text
from actionplan.forge.annotations import annotation
from actionplan.rules import references
from actionplan.text.escape import markdown, plain

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = [
    *("@todas", "org/equipo@todas", "#1", "fixes #2", "org/plan#3", "GH-4", "closes gh-5", "!6", "a@b.mx", ":tada:"),
    *("www.malo.mx", "https://malo.mx", "ftp://malo.mx", "<https://malo.mx>", "[x](javascript:x)", "![x](x.png)"),
    *("[x]: http://malo.mx", "<script>", "<!-- x", "-->", "<details>", "</details>", "<img src=x onerror=y>", "&lt;"),
    *("`x`", "```", "~~~", "**x**", "_x_", "~~x~~", "# x", "- x", "* x", "+ x", "1. x", "1) x", "> x", "---", "==="),
    *("| a | b |", "|---|---|", "[ ] x", "[^1]", "$x$", "$$", "\\", "\\\\", "    x", "\t", "\n", "\r\n", "\n\n# x\n"),
    *("::error::x", "::stop-commands::x", "::set-output name=x::y", "##[error]x", "##[add-mask]x", "%0A", "%25", "::"),
    *(
        "${{ github.token }}",
        "$(id)",
        "`id`",
        "'; id; '",
        '"',
        "\x1b[31m",
        "\x07",
        "\x00",
        "\u202e",
        "\u2066",
        "\u200b",
    ),
    *("\u2028", "\x85", "\xad", "\ufeff", "\U000e0041", "a" * 3000, "á" * 500, "٣", "\u0660. x", ":x:y:"),
]
TEXT = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=8)), max_size=6).map("".join)
HIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
# What forges look for in the text that is left, after all Markdown.
LINKED = re.compile(r"@\w|#\d|!\d|\bgh-\d|www\.|\w://|:[\w+-]+:", re.IGNORECASE)


class Shown(HTMLParser):
    """What a page shows, and the tags that it is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs, attrs
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("frame", ["{}", "- {}", "### {}", "**{}**", "- x: {} *y*"])
def test_a_hostile_text_is_shown_as_it_is(text: str, frame: str) -> None:
    is_shown(text, frame)


@given(TEXT, st.sampled_from(["{}", "- {}", "### {}"]))
def test_any_text_is_shown_as_it_is(text: str, frame: str) -> None:
    is_shown(text, frame)


def is_shown(text: str, frame: str) -> None:
    source = frame.replace("{}", markdown(text))
    shown = Shown(READER.render(source))
    assert shown.tags <= {"p", "ul", "li", "h3", "strong", "em"}, source
    assert not LINKED.search(shown.text), shown.text
    wanted = " ".join(plain(text).split())
    assert wanted in " ".join(shown.text.replace("\u200b", "").split()) or frame.startswith("**")


@given(TEXT)
def test_no_line_is_an_order_to_whoever_shows_it(text: str) -> None:
    line = plain(text)
    assert "\n" not in line
    assert not HIDDEN.search(line)
    assert not line.lstrip().startswith("::")
    assert "##[" not in line


@given(TEXT)
def test_an_order_to_a_runner_ends_where_it_should(text: str) -> None:
    written = annotation("notice", text, 3, text, title=text)
    assert written.count("\n") == 1
    assert not re.search(r"\r", written)
    assert not HIDDEN.search(written[:-1])
    assert not re.search(r"%(?!25|0D|0A|3A|2C)", written)
    properties = written.removeprefix("::notice ").partition("::")[0]
    assert re.sub("[^:,]", "", properties) == ",,"


def finding(value: str, path: str) -> Finding:
    return references.UNRESOLVED.at(Position(f"plan/{path}", 3), value=value, where=value, guess=value)


@given(TEXT, TEXT)
def test_reports_of_findings_are_theirs_alone(value: str, path: str) -> None:
    found = [finding(value, path), finding(path, value)]
    holds_its_form(as_markdown(found), as_annotations(found), as_text(found), 2)


@given(TEXT, TEXT, st.sampled_from(ChangeKind))
def test_reports_of_changes_are_theirs_alone(value: str, path: str, kind: ChangeKind) -> None:
    names = re.findall(r"\{(\w+)\}", kind.sentence)
    values = tuple((name, value) for name in names)
    found = [Change(kind, value, Position(f"plan/{path}", 3), values), Change(kind, "", Position("plan/x"), values)]
    holds_its_form(report.as_markdown(found), report.as_annotations(found), report.as_text(found), 2)


def holds_its_form(comment: str, annotations: str, log: str, count: int) -> None:
    shown = Shown(READER.render(comment))
    assert shown.tags <= {"p", "ul", "li", "h3", "strong", "em"}
    assert not LINKED.search(shown.text), shown.text
    lines = annotations.split("\n")
    assert len(lines) == count + 1
    shape = re.compile(r"::(error|warning|notice) file=[^:,]*,line=\d+,(col=\d+,)?title=[^:,]*::.*")
    assert all(shape.fullmatch(line) for line in lines[:-1])
    assert not any(line.lstrip().startswith("::") or "##[" in line or HIDDEN.search(line) for line in log.split("\n"))
