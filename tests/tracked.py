"""Tracked commitments from a few lines: a roadmap, what was reported of it, and what the second key said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from plans import ACTORS, COMMITMENT, COMMITMENT_PATH, PLAN, ROADMAP_PATH, SOURCES, TREE, TREE_PATH, loaded

from actionplan.metrics import CommitmentMetrics
from actionplan.metrics.measure import measure
from actionplan.model import Plan

FOLDER = COMMITMENT_PATH.rpartition("/")[0]
PROOF = b"acta"
FINGERPRINT = sha256(PROOF).hexdigest()


def day(text: str) -> date:
    """``2020-06-30`` as a date."""
    return date.fromisoformat(text)


def activity(name: str, start: str | None = None, end: str | None = None, *, means: str = "", waits: str = "") -> str:
    """An activity; ``waits`` such as ``a1.1 FC 2``, several separated by commas."""
    lines = [f'      - id: "{name}"', f'        titulo: "Actividad {name}"']
    lines += [f'        inicio: "{start}"'] if start else []
    lines += [f'        conclusion: "{end}"'] if end else []
    if waits:
        lines.append("        depende_de:")
        for wait in waits.split(", "):
            of, kind, lag = (*wait.split(), "0")[:3]
            lines += [f'          - actividad: "{of}"', f'            tipo: "{kind}"', f"            desfase: {lag}"]
    if means:
        lines += ["        medios_de_verificacion:", f'          - id: "{means}"', '            descripcion: "Acta"']
    return "\n".join(lines) + "\n"


def action(name: str, *activities: str, weight: int | None = None) -> str:
    """A key action."""
    weighed = f"    ponderacion: {weight}\n" if weight else ""
    inner = "    actividades:\n" + "".join(activities) if activities else ""
    return f'  - id: "{name}"\n    titulo: "Acción {name}"\n{weighed}{inner}'


def roadmap(*actions: str, more: str = "") -> str:
    """A roadmap."""
    return (
        '---\ntipo: "hoja-de-ruta"\ncompromiso: "c01"\nversion: 1\nestado_documental: "borrador"\n'
        f"acciones:\n{''.join(actions)}{more}---\n"
    )


def moved(on: str, name: str, before: str, after: str) -> str:
    """A rescheduling of the end of an activity."""
    return (
        f'  - fecha: "{on}"\n    actividad: "{name}"\n    campo: "conclusion"\n    antes: "{before}"\n'
        f'    despues: "{after}"\n    motivo: "Lluvias."\n    acordada_en: "s1"\n'
    )


def report(on: str, *lines: str, corrects: str = "", by: str = "gob") -> dict[str, str]:
    """A report; each line is ``a1.1 en_proceso 40``, with ``+v1`` for evidence in custody of a means."""
    parts = []
    for line in lines:
        name, state, percent, *more = line.split()
        parts.append(f'  - actividad: "{name}"\n    estado: "{state}"\n    porcentaje: {percent}\n')
        parts += [f'    {key}: "{value}"\n' for key, _, value in (item.partition("=") for item in more if "=" in item)]
        proofs = [item[1:] for item in more if item.startswith("+")]
        if proofs:
            parts.append("    evidencias:\n")
        parts += [
            f'      - titulo: "Acta"\n        archivo: "acta.pdf"\n        medio: "{means}"\n'
            f'        sha256: "{FINGERPRINT}"\n'
            for means in proofs
        ]
    correcting = f'corrige: "{corrects}"\nmotivo: "Se contó mal."\n' if corrects else ""
    told = f"actividades:\n{''.join(parts)}" if parts else ""
    text = f'---\ntipo: "avance"\ncompromiso: "c01"\nfecha: "{on[:10]}"\nreporta: "{by}"\n{correcting}{told}---\n'
    return {f"{FOLDER}/avances/{on}-{by}.md": text}


def ruling(on: str, of: str, *lines: str, by: str = "osc") -> dict[str, str]:
    """A verification of a report; each line is ``a1.1 verificado``."""
    parts = [
        f'  - actividad: "{name}"\n    dictamen: "{word}"\n    motivo: "Se vio."\n'
        for name, word in map(str.split, lines)
    ]
    text = (
        f'---\ntipo: "verificacion"\ncompromiso: "c01"\nfecha: "{on}"\norganizacion: "{by}"\navance: "{of}"\n'
        f"dictamenes:\n{''.join(parts)}---\n"
    )
    return {f"{FOLDER}/verificaciones/{on}-{by}.md": text}


def tracked(road: str, *records: Mapping[str, str]) -> Plan:
    """The plan of those files."""
    return loaded(files_of(road, *records)).plan


def files_of(road: str, *records: Mapping[str, str]) -> dict[str, str | bytes]:
    """One commitment with its roadmap and its records; the proof that reports show is there."""
    files: dict[str, str | bytes] = {
        "plan/plan.yml": PLAN,
        "plan/actores.yml": ACTORS,
        "plan/fuentes.yml": SOURCES,
        TREE_PATH: TREE,
        COMMITMENT_PATH: COMMITMENT,
        ROADMAP_PATH: road,
        f"{FOLDER}/evidencias/acta.pdf": PROOF,
    }
    for record in records:
        files |= record
    return files


def at(plan: Plan, on: str) -> CommitmentMetrics:
    """The commitment's figures on a day."""
    return measure(plan.at(day(on))).commitments["c01"]
