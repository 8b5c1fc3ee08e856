"""The body holds prose: known headings, links that lead somewhere, and no code."""

import pytest
from plans import COMMITMENT, COMMITMENT_PATH, VALID, loaded, with_file


def found(body: str, path: str = COMMITMENT_PATH, text: str = COMMITMENT) -> list[str]:
    """``line:column CODE`` in a text added at the end, lines counted from it."""
    lines = text.count("\n") + 1
    findings = loaded(
        {**with_file(path, text + "\n" + body), "commitments/01-agua/evidencias/acta 1.pdf": b""}
    ).findings
    return [f"{finding.line - lines}:{finding.column} {finding.code}" for finding in findings if finding.path == path]


@pytest.mark.parametrize(
    "text",
    [
        "a < b y c > d",
        "<https://example.org> y <mailto:a@example.org.mx>",
        "Los datos: muchos. data: palabra. file: otra.",
        "`<b>` y ``{{ x }}``",
        "```html\n<script>\n```",
        "~~~\n{% if %}\n~~~",
        "{ no es nada }",
        "100 % de {los casos}",
        "Javascript es un lenguaje",
    ],
)
def test_prose_and_code_in_its_place_are_let_through(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "finding", "feature"),
    [
        ("un <b>texto", "1:4 FOR18", "código HTML: «<b»"),
        ("<!-- oculto -->", "1:1 FOR18", "código HTML: «<!-- oculto --»"),
        ("</div", "1:1 FOR18", "código HTML: «</div»"),
        ("<?php", "1:1 FOR18", "código HTML: «<?php»"),
        ("<svg/onload=a", "1:1 FOR18", "código HTML: «<svg/onload=a»"),
        ("\n\n[x](javascript:alert)", "3:5 FOR18", "una dirección que ejecuta código: «javascript:alert»"),
        ("[x](JaVaScRiPt :a)", "1:5 FOR18", "una dirección que ejecuta código: «JaVaScRiPt :a»"),
        ("[x]: data:text/html,a", "1:6 FOR18", "una dirección que ejecuta código: «data:text/html,a»"),
        ("![x](file:///etc/a)", "1:6 FOR18", "una dirección que ejecuta código: «file:///etc/a»"),
        ("a {{ config }}", "1:3 FOR18", "una plantilla: «{{»"),
        ("a {% include %}", "1:3 FOR18", "una plantilla: «{%»"),
        ("a {: onclick=b }", "1:3 FOR18", "atributos: «{: onclick=b»"),
        ("a { .clase }", "1:3 FOR18", "atributos: «{ .clase }»"),
        ('--8<-- "/etc/passwd"', "1:1 FOR18", 'una inclusión de otro archivo: «--8<-- "/etc/passwd"»'),
        ("```\nsin cerrar\n```\n<b", "4:1 FOR18", "código HTML: «<b»"),
    ],
)
def test_code_is_a_finding_at_its_place(text: str, finding: str, feature: str) -> None:
    assert finding in found(text)
    messages = [item.message() for item in loaded(with_file(COMMITMENT_PATH, COMMITMENT + "\n" + text)).findings]
    assert any(message.startswith(f"El texto contiene {feature}.") for message in messages)


@pytest.mark.parametrize(
    "text",
    [
        "## Contexto\n\n### Libre\n\n#### También",
        "### Libre",
        "```\n# Nada\n## Nada\n```",
    ],
)
def test_known_sections_and_what_people_put_within_them(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Título", ["1:1 FOR21"]),
        ("## Otro", ["1:1 FOR21"]),
        ("##Otro", ["1:1 FOR21"]),
        ("Otro\n----", ["1:1 FOR21"]),
        ("## Objetivo", ["1:1 FOR23"]),
        ("## objetivo", ["1:1 FOR23"]),
        ("## Otro\n\n## Otro", ["1:1 FOR21", "3:1 FOR21", "3:1 FOR23"]),
    ],
)
def test_unknown_and_repeated_sections(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_where_headings_are_free_only_the_title_of_the_page_is_not() -> None:
    source = 'procedencia:\n  - campo: "*"\n    fuentes: ["acta"]\n    certeza: "exacta"\n'
    page = f'---\ntipo: "pagina"\ntitulo: "Agua"\n{source}---\n'
    assert found("## Lo que sea\n\n## Otra cosa", "plan/agua.md", page) == []
    assert found("# Agua", "plan/agua.md", page) == ["1:1 FOR21"]


@pytest.mark.parametrize(
    "target",
    [
        "https://example.org/nada",
        "HTTP://example.org",
        "mailto:a@example.org.mx",
        "#objetivo",
        "hoja-de-ruta.md",
        "hoja-de-ruta.md#a1",
        "../../plan/3-arboles/agua.md",
        "evidencias/acta%201.pdf",
        "./compromiso.md",
    ],
)
def test_a_link_to_the_web_or_to_a_file_of_the_plan_is_let_through(target: str) -> None:
    assert found(f"[x]({target})") == []


@pytest.mark.parametrize(
    "target",
    [
        "nada.md",
        "/plan/3-arboles/agua.md",
        "../../../etc/passwd",
        "evidencias",
        "evidencias/acta_1.pdf",
        "hoja-de-ruta",
        "HOJA-DE-RUTA.md",
        "//example.org/a",
        "..\\x.md",
    ],
)
def test_any_other_link_is_a_finding_at_its_target(target: str) -> None:
    assert found(f"Vea [x]({target}).") == ["1:9 REF05"]
    assert found(f"[x][1]\n\n[1]: {target}") == ["3:6 REF05"]


def test_a_link_that_leads_nowhere_is_answered_with_the_nearest_file() -> None:
    [finding] = loaded({**VALID, COMMITMENT_PATH: COMMITMENT + "\n[x](hoja_de_ruta.md)\n"}).findings
    assert finding.message().startswith(
        "El enlace «hoja_de_ruta.md» no lleva a ningún archivo del plan. ¿Quiso escribir «hoja-de-ruta.md»?"
    )
