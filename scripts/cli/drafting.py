"""What the verbs that begin a record share: its commitment, its signer, its day and its file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from actionplan.documents import WorkingTree, kind_at
from actionplan.loader import load
from actionplan.model import CommitmentFile, Plan
from actionplan.text.nearest import nearest
from scripts.cli.output import decline, refuse

_FEW = 20
"""How many names a sentence can list."""


def asked_commitment(root: Path, commitment: str) -> tuple[Plan, CommitmentFile]:
    """Find a commitment whose documents have no errors; refuse any other."""
    plan = load(WorkingTree(root)).plan
    chosen_of("el plan", "el compromiso", commitment, plan.commitment_files)
    commitment_file = plan.commitment_files[commitment]
    folder = f"{commitment_file.commitment.folder}/"
    unsound = {entry.path for entry in plan.entries if not entry.is_whole}
    unsound |= {document.path for document in plan.unreadable}
    if broken := sorted(path for path in unsound if path.startswith(folder)):
        decline(f"«{broken[0]}» tiene errores. Primero corrija lo que dice «plan check {broken[0]}».")
    return plan, commitment_file


def asked_signer(name: str | None, known: Iterable[str], role: str) -> str:
    """Return the organisation that signs: the one that is named, or the only one that may."""
    signers = tuple(known)
    if not signers:
        decline(f"El compromiso no dice quién es la {role}: no hay quien pueda firmar.")
    if name is None and len(signers) > 1:
        refuse(f"Diga con --org quién firma. Como {role} hay: {', '.join(signers)}.")
    return chosen_of("el compromiso", f"la {role}", name, signers) if name is not None else signers[0]


def chosen_of(where: str, what: str, name: str, known: Iterable[str]) -> str:
    """Return a name that is known; refuse any other with the nearest one, or with all if they are few."""
    names = list(known)
    if name not in names:
        guess = nearest(name, names)
        all_of_them = f" Hay: {', '.join(names)}." if 0 < len(names) <= _FEW else ""
        refuse(f"En {where} no existe {what} «{name}».{f' ¿Quiso decir «{guess}»?' if guess else all_of_them}")
    return name


def day_of_record(day: date | None, plan: Plan) -> date:
    """Return the day that is asked for, else today, or the plan's cut-off if that is past; refuse a day after it."""
    cutoff = plan.identity.cutoff
    # What is signed is dated by whoever signs it, so this is the one place that asks for the day.
    day = day or min(date.today(), cutoff)  # noqa: DTZ011 - the signer's own day
    if day > cutoff:
        refuse(f"El {day} es posterior al corte del plan ({cutoff}). Pida que se mueva el corte en «plan/plan.yml».")
    return day


def begin(root: Path, path: str, text: str) -> None:
    """Write a record where there is none yet, and print its path."""
    if kind_at(path) is None:
        decline(f"«{path}» no puede ser el nombre de un documento: el identificador de quien firma lleva signos.")
    try:
        folder = asked_folder(root, path)
        with (folder / Path(path).name).open("xb") as file:
            file.write(text.encode())
    except FileExistsError:
        decline(f"Ya existe «{path}», y no se toca. Edítelo, o elija otro día con --date.")
    except OSError as error:
        decline(f"No se pudo escribir «{path}»: {error.strerror}.")
    click.echo(path)


def asked_folder(root: Path, path: str) -> Path:
    """Return the folder of a file of the plan, made if there is none; refuse one that leads out of the plan."""
    folder = (root / path).parent
    if not folder.resolve().is_relative_to(root.resolve()):
        decline(f"«{Path(path).parent.as_posix()}» es un enlace hacia fuera del plan.")
    folder.mkdir(exist_ok=True)
    return folder
