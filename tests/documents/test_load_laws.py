"""Whatever the files hold: no exception, findings in order and on a line, and reports of them in every form."""

import json
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import VALID, MemoryTree, loaded, with_file

from actionplan.findings import in_order
from actionplan.language.messages import spanish
from actionplan.loader import Loaded, load
from actionplan.rules.reports import REPORTS

NEEDED = {"commitments", "plan/plan.yml", "plan/actores.yml", "plan/fuentes.yml"}
PATHS = sorted(VALID)
WILD = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def assert_lawful(files: dict[str, str | bytes]) -> Loaded:
    result = load(MemoryTree(files))
    findings = result.findings
    assert findings == in_order(list(findings))
    folders = {"/".join(path.split("/")[:2]) for path in files}
    beside = {f"{folder}/{name}.md" for folder in folders for name in ("compromiso", "hoja-de-ruta")}
    for finding in findings:
        assert finding.line >= 1
        assert finding.column >= 1
        assert finding.path in files or finding.path in NEEDED | beside
        text = files.get(finding.path, "")
        data = text if isinstance(text, bytes) else text.encode()
        assert finding.line <= data.replace(b"\r", b"\n").count(b"\n") + 1
    for form, report in REPORTS.items():
        text = report(findings, spanish)
        text.encode("utf-8")
        if form == "json":
            assert len(json.loads(text)) == len(findings)
    return result


# Pieces of YAML, and of what people put in its place.

SCALARS = st.one_of(
    st.sampled_from(["no", "~", "", "010", "2020-01-01", "true", "1.5", "c01", "agua/c1", "ñ", "💧", "\x85"]),
    st.sampled_from(["'x", '"x"', '"\\x1b"', "&a b", "*a", "!!str c", "a: b", "- a", "---", "..."]),
    st.sampled_from(["[", "]", "{", "}", "|", ">", "#", "@", "`", "%", "\t"]),
    st.text(max_size=6),
)
KEYS = st.sampled_from(
    ["tipo", "id", "titulo", "numero", "inicio", "procedencia", "campo", "fuentes", "acciones", "cifras", "<<", "x"]
)


def block(value: object, indent: int = 0) -> Iterator[str]:
    """Lines of YAML, of which every scalar may be nonsense."""
    pad = "  " * indent
    if isinstance(value, dict):
        for key, item in value.items():
            yield f"{pad}{key}: {item}" if isinstance(item, str) else f"{pad}{key}:"
            if not isinstance(item, str):
                yield from block(item, indent + 1)
    elif isinstance(value, list):
        for item in value:
            yield f"{pad}- {item}" if isinstance(item, str) else f"{pad}-"
            if not isinstance(item, str):
                yield from block(item, indent + 1)


TREES = st.recursive(
    SCALARS, lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=4), max_leaves=12
)


@given(st.sampled_from(PATHS), st.binary(max_size=200))
@WILD
def test_any_bytes(path: str, content: bytes) -> None:
    assert_lawful(with_file(path, content))


@given(st.sampled_from(PATHS), st.text(max_size=120), st.text(max_size=60))
@WILD
def test_any_text_as_front_matter_and_body(path: str, front: str, body: str) -> None:
    text = front if path.endswith(".yml") else f"---\n{front}\n---\n{body}"
    assert_lawful(with_file(path, text.encode("utf-8", "surrogatepass")))


@given(st.sampled_from(PATHS), st.dictionaries(KEYS, TREES, max_size=5))
@WILD
def test_any_data(path: str, data: dict[str, object]) -> None:
    front = "\n".join(block(data))
    text = front if path.endswith(".yml") else f"---\n{front}\n---\n"
    assert_lawful(with_file(path, text.encode("utf-8", "surrogatepass")))


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """A valid file with some of its lines swapped, dropped, repeated, indented or with another value."""
    path = draw(st.sampled_from(PATHS))
    lines = VALID[path].split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        other = draw(st.integers(0, len(lines) - 1))
        key = lines[at].partition(":")[0]
        lines[at : at + 1] = draw(
            st.sampled_from(
                [
                    [],
                    [lines[at]] * 2,
                    [lines[other]],
                    [f"  {lines[at]}"],
                    [lines[at][2:]],
                    [f"{key}: {draw(SCALARS)}"],
                    [f"{key}:", *(f"    {line}" for line in block(draw(TREES)))],
                ]
            )
        ) or [""]
    return path, "\n".join(lines)


@given(mutated())
@settings(WILD, max_examples=200)
def test_any_small_change_of_a_valid_file(change: tuple[str, str]) -> None:
    path, text = change
    assert_lawful(with_file(path, text.encode("utf-8", "surrogatepass")))


NAMES = st.one_of(
    st.sampled_from(["plan/x.md", "plan/x.en.md", "plan/9-x/index.md", "commitments/02-x/compromiso.md", "plan/x.yml"]),
    st.builds(
        "{}/{}".format,
        st.sampled_from(["plan", "commitments/01-agua", "plan/3-arboles"]),
        st.text("aÑ ./-\n\0", max_size=8),
    ),
)


@given(
    st.dictionaries(NAMES, st.sampled_from(["", "---\n---\n", *VALID.values()]), max_size=4),
    st.sets(st.sampled_from(PATHS)),
)
@WILD
def test_any_files_more_and_any_files_less(more: dict[str, str], less: set[str]) -> None:
    assert_lawful({**{path: text for path, text in VALID.items() if path not in less}, **more})


@given(st.permutations(PATHS))
@settings(max_examples=20)
def test_a_valid_plan_is_valid_in_any_order(paths: list[str]) -> None:
    plan = loaded({path: VALID[path] for path in paths})
    assert plan.findings == ()
    assert [entry.path for entry in plan.plan.entries] == PATHS


def test_what_blocks_depends_on_how_severe_and_how_strict() -> None:
    clean, warned, wrong = (
        loaded(with_file("plan/a.md", text))
        for text in (
            '---\ntipo: "pagina"\ntitulo: "A"\n---\n',
            '---\ntipo: "pagina"\ntitulo: "A"\n---\nSin fuente.\n',
            "nada",
        )
    )
    assert [item.blocks() for item in (clean, warned, wrong)] == [False, False, True]
    assert [item.blocks(strict=True) for item in (clean, warned, wrong)] == [False, True, True]
