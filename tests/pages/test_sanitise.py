"""What people write keeps its words and its structure, and nothing that runs."""

from html.parser import HTMLParser

import pytest
from markdown import Markdown

from actionplan.pages.sanitise import sanitise

PAYLOADS = {
    "script": "<p>a</p><script>window.__x=1</script>",
    "script with a source": '<script src="https://mal.example/x.js"></script>',
    "onerror": '<img src="x" onerror="window.__x=1">',
    "svg onload": '<svg onload="window.__x=1"><circle r="1"/></svg>',
    "svg animation": '<svg><animate onbegin="window.__x=1" attributeName="x"/></svg>',
    "iframe srcdoc": '<iframe srcdoc="<script>parent.__x=1</script>"></iframe>',
    "iframe": '<iframe src="https://mal.example/"></iframe>',
    "javascript link": '<a href="javascript:window.__x=1">a</a>',
    "javascript link with blanks": '<a href=" java\nscript:window.__x=1">a</a>',
    "javascript link in entities": '<a href="&#106;avascript&#58;window.__x=1">a</a>',
    "data link": '<a href="data:text/html,<script>window.__x=1</script>">a</a>',
    "data image": '<img src="data:image/svg+xml,<svg onload=window.__x=1>">',
    "vbscript": '<a href="vbscript:msgbox(1)">a</a>',
    "style attribute": '<p style="background:url(https://mal.example/)">a</p>',
    "style sheet": "<style>body{background:url(https://mal.example/)}</style>",
    "linked sheet": '<link rel="stylesheet" href="https://mal.example/x.css">',
    "meta refresh": '<meta http-equiv="refresh" content="0;url=https://mal.example/">',
    "base": '<base href="https://mal.example/">',
    "form": '<form action="https://mal.example/"><input name="a" autofocus onfocus="window.__x=1"></form>',
    "button": '<button formaction="javascript:window.__x=1">a</button>',
    "details": '<details open ontoggle="window.__x=1">a</details>',
    "object": '<object data="https://mal.example/x.swf"></object><embed src="https://mal.example/">',
    "video": '<video onloadstart="window.__x=1"><source src="x"></video>',
    "math": '<math><a xlink:href="javascript:window.__x=1">a</a></math>',
    "template": "<template><script>window.__x=1</script></template>",
    "handler on anything": '<p onmouseover="window.__x=1" onanimationstart="window.__x=1">a</p>',
    "comment that ends early": "<!--><script>window.__x=1</script>-->",
    "unclosed tag": '<img src=x onerror="window.__x=1"',
    "nested in a text element": '<noscript><p title="</noscript><img src=x onerror=window.__x=1>">a</p></noscript>',
    "mutation": "<svg></p><style><a id='</style><img src=x onerror=window.__x=1>'>",
}

_HARMLESS_TAGS = frozenset({"a", "img", "p", "i", "b"})
_HARMLESS_ATTRIBUTES = frozenset({"href", "src", "rel", "title", "id", "class", "alt"})


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS)
def test_nothing_that_runs_is_left(payload: str) -> None:
    for tag, attributes in _Tags(sanitise(payload)).found:
        assert tag in _HARMLESS_TAGS
        assert attributes.keys() <= _HARMLESS_ATTRIBUTES
        for name in ("href", "src"):
            assert ":" not in (attributes.get(name) or ""), "only addresses of this site are left of the payload"


def test_the_words_around_what_runs_stay() -> None:
    assert sanitise("<p>antes <script>window.__x=1</script>después</p>") == "<p>antes después</p>"


@pytest.mark.parametrize(
    "markdown",
    [
        "Texto con *énfasis*, **fuerza**, `código` y [enlace](otra.md).",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "Dato[^1] y dato[^1].\n\n[^1]: La nota.",
        "*[OGP]: Alianza\n\nLa OGP.",
        "```python\nif a < b & c:\n    print('<script>')\n```",
        "    código <b> con sangría",
        "> Cita\n>\n> > otra",
        "1. uno\n2. dos\n    - tres\n\n3. cuatro",
        "4. cuatro\n5. cinco",
        "Término\n:   Definición",
        "## Título con «ñ» & «más»\n\n### Otro",
        '![Foto](foto.png "título & más")',
        "Línea  \ncortada\n\n---\n\nfin",
    ],
)
def test_what_markdown_makes_loses_nothing(markdown: str) -> None:
    html = Markdown(extensions=["abbr", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc"]).convert(
        markdown
    )
    clean = sanitise(html)
    assert [tag for tag, _ in _Tags(clean).found] == [tag for tag, _ in _Tags(html).found]
    for (_, kept), (_, made) in zip(_Tags(clean).found, _Tags(html).found, strict=True):
        assert kept == {**made, **({"rel": kept["rel"]} if "rel" in kept else {})}
    assert _words(clean) == _words(html)


def _words(html: str) -> str:
    words: list[str] = []

    class Words(HTMLParser):
        def handle_data(self, data: str) -> None:
            words.append(data)

    Words().feed(html)
    return "".join(words)


def test_links_out_do_not_hand_over_the_window() -> None:
    assert 'rel="noopener noreferrer"' in sanitise('<a href="https://agua.example/">a</a>')


@pytest.mark.parametrize("address", ["https://mal.example/x.png", "//mal.example/x.png", "http://mal.example/x.png"])
def test_a_picture_from_elsewhere_is_not_loaded(address: str) -> None:
    assert sanitise(f'<img alt="El plano" src="{address}">') == '<img alt="El plano">'


def test_a_picture_of_the_plan_stays() -> None:
    assert sanitise('<img alt="El plano" src="../evidencias/foto%201.png">').count("src=") == 1
