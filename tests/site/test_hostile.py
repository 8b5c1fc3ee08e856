"""A plan written by an enemy who passes every check: its site shows what was written, and runs none of it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from plans import COMMITMENT_PATH, REPORT_PATH, loaded
from playwright.sync_api import Browser, Page

Files = dict[str, str | bytes]

RUNS = "window.__x=1"
# In a sentence any sign may stand; in a title none that HTML knows.
IN_TEXT = f"""x"'><script>{RUNS}</script><img src=x onerror="{RUNS}"><svg onload={RUNS}>{{{{ 7*7 }}}}&lt;b&gt;"""
IN_TITLE = f"""x" onmouseover="{RUNS}" autofocus onfocus='{RUNS}' {{{{ 7*7 }}}} &lt;img src=x onerror={RUNS}&gt;"""

# What the checks let pass in prose.
BODY = f"""
Entidades: &lt;img src=x onerror={RUNS}&gt; y `<script>{RUNS}</script>`.

```html
<img src=x onerror="{RUNS}">
```

[título](https://bien.example/ "x\\" onmouseover=\\"{RUNS}"), <https://bien.example/?a=%22onclick={RUNS}%22>
y [referencia][r], ![seguimiento](https://mal.example/espia.png).

[r]: https://bien.example/ 'x" onfocus="{RUNS}'

*[Entidades]: x" onmouseover="{RUNS}

Nota[^">x].

[^">x]: Al pie &lt;script&gt;{RUNS}&lt;/script&gt;.
"""

# A second front matter, and MkDocs's own older kind of it.
FREE_BODY = f"""template: main.html
title: "&lt;script&gt;{RUNS}&lt;/script&gt;"

---
template: main.html
hide: 5
---

## Encabezado &lt;img src=x onerror={RUNS}&gt; {BODY}
"""


class _Quoted(yaml.SafeDumper):
    """Writes every text between double quotes, as people do here."""


_Quoted.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))

_CLOSED = re.compile(r"[a-z0-9_./*-]+")
"""Ids, dates and words of closed lists, which take no payload."""


def leaves(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every text of a document, as the container that holds it and its place there."""
    for place, value in list(data.items() if isinstance(data, dict) else enumerate(data)):
        if isinstance(value, str):
            yield data, place
        elif isinstance(value, dict | list):
            yield from leaves(value)


def attacked(files: Files) -> tuple[Files, int]:
    """The plan with a payload in every text that takes one without a finding; also how many did."""
    hostile, count = {**files}, 0
    for path in [path for path in files if path.endswith((".md", ".yml"))]:
        whole = str(files[path])
        front, body = (whole, "") if path.endswith(".yml") else whole.split("---\n", 2)[1:]
        data = yaml.safe_load(front)
        for holder, place in leaves(data):
            original = holder[place]
            if _CLOSED.fullmatch(original) and place not in ("unidad", "sexo"):
                continue
            for payload in (IN_TEXT, IN_TITLE):
                holder[place] = payload
                changed = {**hostile, path: _document(path, data, body)}
                if not loaded(changed).blocks():
                    hostile, count = changed, count + 1
                    break
                holder[place] = original
        for more in (FREE_BODY, BODY):
            changed = {**hostile, path: str(hostile[path]) + "\n" + more}
            if not path.endswith(".yml") and not loaded(changed).blocks():
                hostile, count = changed, count + 1
                break
    return hostile, count


def _document(path: str, data: Any, body: str) -> str:
    front = yaml.dump(data, Dumper=_Quoted, allow_unicode=True, sort_keys=False, width=10**6)
    return front if path.endswith(".yml") else f"---\n{front}---\n{body}"


@pytest.fixture(scope="session")
def hostile_site(
    once: Callable[[str, Callable[[Path], None]], Path],
    workshop: Callable[[Path, Files], Path],
    run: Callable[..., subprocess.CompletedProcess[str]],
    whole: Files,
) -> Path:
    def make(folder: Path) -> None:
        proof = '    obstaculos: "x"\n    evidencias:\n      - titulo: "x"\n        url: "https://bien.example/"\n'
        report = str(whole[REPORT_PATH]).replace("    porcentaje: 40\n", "    porcentaje: 40\n" + proof)
        begins = str(whole["plan/sesiones/index.md"]).rpartition("---\n")[0] + "---\n" + FREE_BODY
        files: Files = {**whole, REPORT_PATH: report, "plan/sesiones/index.md": begins}
        assert not loaded(files).blocks()
        hostile, count = attacked(files)
        assert count > 90, "the attack must reach most texts of the plan"
        for name in ("dibujo.svg", "pagina.html", "hoja.xhtml"):
            hostile[f"plan/6-seguimiento/{name}"] = f"<svg onload='{RUNS}'/>"
        done = run("plan", "build", "--root", workshop(folder, hostile))
        assert done.returncode == 0, done.stderr

    return once("hostile", make) / "site"


@pytest.fixture
def watched(browser: Browser, served: Callable[[Path], str], hostile_site: Path) -> Iterator[Page]:
    """A tab on the hostile site that notes everything that should not happen."""
    with browser.new_context(base_url=served(hostile_site)) as context:
        page = context.new_page()
        alarms: list[str] = []
        page.on("dialog", lambda dialog: alarms.append(f"dialog: {dialog.message}"))
        page.on("pageerror", lambda error: alarms.append(f"error: {error}"))
        page.on("console", lambda message: alarms.append(message.text) if message.type == "error" else None)
        page.on(
            "request", lambda request: None if "//127.0.0.1:" in request.url else alarms.append(f"asked {request.url}")
        )
        yield page
        assert alarms == []


PROVOKE = """() => {
    for (const element of document.querySelectorAll('*')) {
        if (element.closest('.js-plotly-plot')) continue;  // ours, and made for events of real mice alone
        for (const type of ['mouseover', 'mouseenter', 'focus', 'click', 'toggle', 'animationstart', 'error', 'load'])
            if (type !== 'click' || !element.closest('a, button, label, input'))
                element.dispatchEvent(new Event(type, {bubbles: false, cancelable: true}));
    }
    const armed = [...document.querySelectorAll('*')].filter(element =>
        element.getAttributeNames().some(name => name.startsWith('on') || name === 'autofocus')
        || /^\\s*(javascript|data|vbscript):/i.test(element.getAttribute('href') || element.getAttribute('src') || ''));
    return {ran: window.__x ?? null, armed: armed.map(element => element.outerHTML.slice(0, 200))};
}"""


QUIET: dict[str, object] = {"ran": None, "armed": []}


def test_nothing_runs_on_any_page(watched: Page, hostile_site: Path) -> None:
    addresses = sorted(path.relative_to(hostile_site).as_posix() for path in hostile_site.rglob("*.html"))
    addresses = [address for address in addresses if not address.startswith("en/")] + ["en/index.html"]
    assert len(addresses) > 20
    for address in addresses:
        watched.goto(f"/{address}", wait_until="load")
        found = watched.evaluate(PROVOKE)
        assert found == QUIET, address


@pytest.mark.parametrize("words", ["onerror", "template", "autofocus", "seguimiento"])
def test_the_search_shows_what_was_written_and_runs_none_of_it(words: str, watched: Page) -> None:
    # A page without charts: their library does not expect the events that no reader could make.
    watched.goto("/fuentes/index.html", wait_until="load")
    field, results = (watched.locator(f"[data-md-component=search-{part}]") for part in ("query", "result"))
    for _ in range(40):  # what is typed before the index is there is not looked for
        field.fill("")
        field.press_sequentially(words)
        watched.wait_for_timeout(250)
        if results.locator("li").count():
            break
    assert results.locator("li").count() > 0
    assert watched.evaluate(PROVOKE) == QUIET
    assert results.locator("img, svg, script").count() == results.locator(".md-icon svg").count()


def test_what_was_written_can_be_read(watched: Page) -> None:
    watched.goto("/compromisos/01-agua/", wait_until="load")
    assert f"<script>{RUNS}</script>" in watched.locator("article").inner_text()
    assert "{{ 7*7 }}" in watched.locator("article").inner_text()


REFUSED = f"""
<script>{RUNS}</script><img src=x onerror="{RUNS}"><svg onload="{RUNS}"></svg>
<iframe srcdoc="<script>parent.{RUNS}</script>"></iframe>
<details open ontoggle="{RUNS}">a</details><style>body{{display:none}}</style>
[a](javascript:{RUNS}) ![a](x){{: onerror="{RUNS}" }} [a](data:text/html,<script>{RUNS}</script>)

<div markdown="1" onmouseover="{RUNS}" style="position:fixed">

<input autofocus onfocus="{RUNS}"><meta http-equiv="refresh" content="0;url=https://mal.example/">

</div>
"""


def test_even_what_the_checks_refuse_would_not_run(
    browser: Browser, whole: Files, render: Callable[[Files, str, str], str]
) -> None:
    files: Files = {**whole, COMMITMENT_PATH: str(whole[COMMITMENT_PATH]) + REFUSED}
    assert loaded(files).blocks()
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(render(files, "compromisos/01-agua/index.md", "es"), wait_until="load")
    assert page.evaluate(PROVOKE) == QUIET
    assert not [url for url in asked if "mal.example" in url]
    assert f"<script>{RUNS}</script>" in page.locator("body").inner_text()
    page.close()


def test_metadata_is_escaped(hostile_site: Path) -> None:
    for path in hostile_site.rglob("*.html"):
        head = path.read_text("utf-8").partition("</head>")[0]
        assert RUNS not in re.sub(r"<title>[^<]*</title>|content=\"[^\"<>]*\"", "", head), path


def test_titles_and_descriptions_say_exactly_what_was_written(watched: Page) -> None:
    watched.goto("/4-mesas/", wait_until="load")
    assert IN_TITLE in watched.title()
    assert IN_TITLE in " ".join(watched.locator(".md-header__topic").nth(1).inner_text().split())
    assert watched.locator("meta[name=description]").get_attribute("content") == IN_TEXT


def test_prose_chooses_neither_template_nor_title(hostile_site: Path) -> None:
    html = (hostile_site / "sesiones/index.html").read_text("utf-8")
    assert "md-content__inner" in html
    assert "template: main.html" in html
    assert "<title>template" not in html
    assert 'data-md-component="toc"' in html, "hide: 5 is text"


def test_files_that_run_are_not_published(hostile_site: Path) -> None:
    published = {path.name for path in hostile_site.rglob("compromisos/**/evidencias/*")}
    assert published == {"acta firmada.pdf"}
    assert not [path for path in hostile_site.rglob("*") if path.name in ("dibujo.svg", "pagina.html", "hoja.xhtml")]
