"""What ``plan`` says by itself: help in Spanish, and of an order that is wrong, what is wrong with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from orders import plan

from scripts.cli.verbs import VERBS as TABLE

ROOT = Path(__file__).parents[2]
VERBS = [name for name in TABLE if " " not in name]
ENGLISH = (
    "Usage:",
    "Try '",
    "Error:",
    "Options",
    "Commands",
    "Arguments",
    "Show this",
    "Missing",
    "default",
    "required",
)
WRONG = [
    (
        ["chek"],
        f"No existe la orden «chek». ¿Quiso escribir «check»? Hay: {', '.join(sorted(VERBS))}.",
        "root",
    ),
    (["--nosuch"], "No existe la opción «--nosuch».", "root"),
    (["--"], "Falta decir qué orden se da.", "root"),
    (["check", "--bas", "main"], "No existe la opción «--bas». ¿Quiso escribir «--base»?", "root check"),
    (["watch", "--root"], "La opción «--root» lleva un valor, y no se dio.", "root watch"),
    (["check", "--direct=3"], "La opción «--direct» no lleva valor.", "root check"),
    (["watch", "--topic", "foo"], "«foo» no es un valor de «--topic». Hay: pendientes, vencimientos.", "root watch"),
    (["demo", "--seed", "x", "d"], "«x» no es un valor de «--seed», que lleva un número entero.", "root demo"),
    (
        ["demo", "--commitments", "0", "d"],
        "«0» no es un valor de «--commitments», que lleva un número entero, de 1 a 1440.",
        "root demo",
    ),
    (["demo"], "Falta «CARPETA»: Carpeta vacía o nueva.", "root demo"),
    (
        ["approvals"],
        "Falta «--changes»: Archivos de la propuesta: JSON de la forja o de «plan changes».",
        "root approvals",
    ),
    (
        ["answer", "write", "--pull", "x"],
        "Falta «--reviews»: Sus revisiones: JSON de la forja.",
        "root answer write",
    ),
    (["metrics", "uno", "dos"], "Sobra «uno dos».", "root metrics"),
]


@pytest.mark.parametrize(("arguments", "said", "asked_of"), WRONG, ids=[" ".join(it[0]) for it in WRONG])
def test_a_wrong_order_is_told_what_is_wrong_and_how_to_ask(arguments: list[str], said: str, asked_of: str) -> None:
    done = plan(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"{said}\nPara ver cómo se escribe: {asked_of} --help\n"


@pytest.mark.parametrize("verb", [(), *(tuple(verb.split()) for verb in TABLE)])
def test_help_is_in_spanish(verb: tuple[str, ...]) -> None:
    done = plan(*verb, "--help")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(" ".join(("Uso: root", *verb, "[OPCIONES]")))
    assert "Opciones:\n" in done.stdout
    assert "Muestra esta ayuda y termina." in " ".join(done.stdout.split())
    assert [word for word in ENGLISH if word in done.stdout] == []


def test_help_names_what_is_owed_and_what_stands_in_for_what_is_not_given() -> None:
    lines = [" ".join(line.split()) for line in plan("demo", "--help").stdout.splitlines()]
    assert "CARPETA Carpeta vacía o nueva." in lines
    assert "--commitments NÚMERO Cuántos compromisos, de 1 a 1440. [si no se da: 13]" in lines
    lines = [" ".join(line.split()) for line in plan("overlay", "--help").stdout.splitlines()]
    assert "--output CARPETA Dónde se escribe; no debe existir. [obligatorio]" in lines


def test_no_order_at_all_gets_the_help() -> None:
    done = plan()
    assert (done.exit_code, done.stdout) == (2, "")
    assert "\nÓrdenes:\n  check " in done.stderr


def test_a_verb_by_itself_speaks_the_same() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scripts.owners", "--nosuch"], cwd=ROOT, capture_output=True, check=False, text=True
    )
    said = "No existe la opción «--nosuch».\nPara ver cómo se escribe: python -m scripts.owners --help\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_the_help_of_the_command_loads_no_verb() -> None:
    order = (
        "import sys; from scripts.plan import plan\n"
        "try: plan(['--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit(str([name for name in ('pydantic', 'yaml', 'scripts.check') if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", order], cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.stderr == "[]\n"
