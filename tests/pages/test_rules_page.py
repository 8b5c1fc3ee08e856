"""The page of the rules: every rule with its reason, its remedy and both examples, and the plan's own exceptions."""

from __future__ import annotations

from html import unescape

from plans import COMMITMENT_PATH, VALID, changed, loaded

from actionplan.language.locale import locale
from actionplan.pages.site import Site
from actionplan.rules import RULES
from actionplan.text.escape import visible

WAIVED = changed(
    COMMITMENT_PATH,
    ('conclusion: "2020-06-30"', 'conclusion: "2022-06-30"'),
    ("procedencia:", 'excepciones:\n  - regla: "FEC03"\n    motivo: "Se firmó <así>."\nprocedencia:'),
)


def rendered(files: dict[str, str | bytes] | dict[str, str], language: str = "es") -> str:
    site = Site(loaded(files).plan, locale(language))
    return site.render(site.pages["reglas.md"], "")


def test_each_rule_can_be_linked_to_and_is_told_whole() -> None:
    html = unescape(rendered(VALID))
    for rule in RULES:
        _, _, told = html.partition(f'<h3 id="{rule.code}">')
        told = told.partition("</section>")[0]
        for text in (rule.severity.label, rule.summary(), rule.why, rule.remedy()):
            assert text in told
        for example in (rule.example.bad, rule.example.good):
            assert visible(example) in told
        assert not set("{}") & set(rule.summary() + rule.remedy())


def test_the_plan_without_exceptions_says_so() -> None:
    assert "Ningún documento de este plan hace excepciones." in rendered(VALID)


def test_an_exception_is_shown_with_its_document_its_rule_and_its_reason() -> None:
    html = rendered(WAIVED)
    assert '<a href="../compromisos/01-agua/">Compromiso 1. Agua medida</a>' in html
    assert '<a href="#FEC03">FEC03</a>' in html
    assert "Se firmó &lt;así&gt;." in html


def test_in_english_the_rules_are_english_and_the_examples_say_what_they_are() -> None:
    html = rendered(VALID, "en")
    assert "How to fix it:" in html
    assert '<div class="regla-ejemplos" lang="es">' in html
