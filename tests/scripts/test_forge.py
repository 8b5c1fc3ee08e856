"""What a verb says of a file that should hold the forge's JSON and does not, and of settings that are not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from orders import plan
from plans import VALID, write

from actionplan.forge.github_json import FILES
from actionplan.forge.payloads import ForgeError

GIVES = "el JSON que da la forja con «GET /repos/CUENTA/REPOSITORIO"
APPROVALS = ("--reviews", "good.json", "--author", "x", "--changes")
WRITE = ("--pull", "bad.json", "--reviews", "good.json", "--comments", "good.json", "--runs", "runs.json")
BROKEN = [
    (
        ("approvals", *APPROVALS, "bad.json"),
        f"{GIVES}/pulls/NÚMERO/files», ni lo que escribe «plan changes --format json»",
    ),
    (("answer", "find", "--open", "bad.json"), f"{GIVES}/pulls»"),
    (("answer", "write", *WRITE, "--head", "x", "--forge", "f", "--output", "o"), f"{GIVES}/pulls/NÚMERO»"),
    (("intake", "--issue", "bad.json"), f"{GIVES}/issues/NÚMERO»"),
    (("watch", "--issues", "bad.json"), f"{GIVES}/issues»"),
    (("watch", "--links", "bad.json"), "el JSON que escribe «plan links»"),
]


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, {**VALID, "bad.json": "{", "good.json": "[]", "runs.json": '{"workflow_runs": []}'})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("arguments", "due"), BROKEN, ids=[" ".join(it[0][:3]) for it in BROKEN])
def test_a_file_that_is_no_json_is_named_with_what_gives_it(arguments: tuple[str, ...], due: str) -> None:
    done = plan(*arguments)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", f"«bad.json» no es {due}: no es JSON.\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no es JSON"),
        ("{}", "le falta «documents»"),
        ('{"documents": [{"path": 3}]}', "«documents.0.path» no es lo que ahí va"),
        ("3", "no es una lista"),
        ("[3]", "«0» no es lo que ahí va"),
    ],
)
def test_what_is_wrong_with_json_is_said_in_spanish(text: str, said: str) -> None:
    with pytest.raises(ForgeError, match=f"^{said}$"):
        FILES.read(text)


@pytest.mark.parametrize(
    ("head", "found"),
    [("a" * 40, "1\n"), ("", "1\n2\n"), ("c" * 40, "")],
    ids=["the one of a commit", "all of them without one", "none of a commit that a newer one took over from"],
)
def test_proposals_are_found_by_their_last_commit(root: Path, head: str, found: str) -> None:
    heads = (("a" * 40, "main"), ("b" * 40, "main"), ("a" * 40, "otra"))
    listed = [{"number": n, "head": {"sha": sha}, "base": {"ref": ref}} for n, (sha, ref) in enumerate(heads, start=1)]
    (root / "open.json").write_text(json.dumps(listed), "utf-8")
    done = plan("answer", "find", "--open", root / "open.json", "--head", head)
    assert (done.exit_code, done.stdout) == (0, found)


def test_a_plan_without_a_forge_warns_nobody_and_says_why(root: Path) -> None:
    done = plan("watch", "--issues", root / "good.json", "--repository", "https://forja.example/plan")
    assert (done.exit_code, done.stdout) == (0, '{\n  "actions": []\n}\n')
    assert (
        done.stderr == "«plan/plan.yml» no dice en «forja» dónde vive el repositorio, y sin eso no se avisa a nadie.\n"
    )


def test_a_site_without_its_settings_is_not_begun(root: Path) -> None:
    done = plan("build")
    assert done.exit_code == 2
    assert done.stderr.endswith(
        "Falta mkdocs.yml y mkdocs.en.yml en «.»: dice cómo se construye el sitio. "
        "Cópielo del repositorio de este programa, o diga con --root qué carpeta lo tiene.\n"
    )
    assert not (root / ".build").exists()
