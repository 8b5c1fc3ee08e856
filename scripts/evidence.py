"""``plan evidence add``: a file in custody, or a link, written into a report that is not published yet."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from actionplan.documents import EntryKind, FileEntry, comment_lines, write_whole
from actionplan.drafts.evidence import refusals, safe_name, with_evidence
from actionplan.findings import Finding
from actionplan.git.revision import Revision, RevisionError
from actionplan.model import CommitmentFile, Entry, Plan, Report, folder_of_evidence
from actionplan.rules.files import problems_of
from scripts.cli.arguments import base_option, commitment_argument, day_option, path_option, root_option
from scripts.cli.command import group
from scripts.cli.drafting import asked_commitment, asked_folder, chosen_of
from scripts.cli.output import decline, inform, refuse

evidence = group("evidence")


@evidence.verb
@commitment_argument
@click.option("--activity", required=True, metavar="ACTIVIDAD", help="Qué actividad prueba.")
@click.option("--means", metavar="MEDIO", help="Qué medio de verificación cumple.")
@path_option("--file", help="Un archivo; se copia a la carpeta de evidencias.")
@click.option("--url", metavar="DIRECCIÓN", help="Una dirección, en lugar de un archivo.")
@click.option("--copy", metavar="DIRECCIÓN", help="Una copia archivada de esa dirección.")
@click.option("--title", metavar="TÍTULO", help="Si no se da, el del medio, o el nombre del archivo.")
@day_option("--seen", help="Día en que se vio.")
@click.option("--report", metavar="AVANCE", help="En cuál se anota; si no se da, el último.")
@base_option(default="main", help="Lo publicado: un avance que está ahí ya no se edita.")
@root_option
def add(
    commitment: str,
    activity: str,
    means: str | None,
    file: Path | None,
    url: str | None,
    copy: str | None,
    title: str | None,
    seen: date | None,
    report: str | None,
    base: str,
    root: Path,
) -> None:
    """Write a proof into a report, and its file into custody."""
    if (file is None) == (url is None):
        refuse("Diga qué prueba es: con --file un archivo, o con --url una dirección.")
    plan, commitment_file = asked_commitment(root, commitment)
    chosen = _chosen(commitment_file, report, activity)
    declared = _declared(commitment_file, activity)
    if means is not None:
        chosen_of(f"«{activity}»", "el medio de verificación", means, declared)
    if seen and seen > chosen.model.date:
        refuse(f"Se vio el {seen}, después del día del avance ({chosen.model.date}).")
    _refuse_published(root, base, chosen.path)
    if comment_lines(chosen.source_file.content.decode()):
        decline(f"«{chosen.path}» tiene comentarios, que se perderían. Quítelos con «plan format --drop-comments».")
    named = title or (means and declared[means]) or (file.name if file else url) or ""
    proof = {"title": named, "url": url, "proves": means, "seen": str(seen) if seen else None, "copy_url": copy}
    given = {name: value for name, value in proof.items() if value}
    if file is None:
        write_whole(root / chosen.path, _text(chosen, activity, given).encode())
    else:
        _keep(root, plan, file, chosen, activity, given)
    click.echo(chosen.path)
    _say_what_is_due(given, declared)
    inform(f"Revíselo: plan check {chosen.path}")


def _chosen(commitment_file: CommitmentFile, name: str | None, activity: str) -> Entry[Report]:
    """Return the report to write into, which tells of the activity."""
    reports = {entry.stem: entry for entry in commitment_file.reports}
    commitment = commitment_file.commitment.model.id
    if not reports:
        decline(f"«{commitment}» no tiene avances. Empiece uno: plan report {commitment}")
    chosen = reports[chosen_of("el compromiso", "el avance", name, reports)] if name else commitment_file.reports[-1]
    reported = [item.activity for item in chosen.model.activities]
    chosen_of(f"el avance «{chosen.stem}»", "la actividad", activity, reported)
    return chosen


def _declared(commitment_file: CommitmentFile, activity: str) -> dict[str, str]:
    """Return what is to prove an activity, by id: its own means of verification and those of its key action."""
    actions = commitment_file.roadmap.model.actions if commitment_file.roadmap else ()
    return {
        means.id: means.description
        for action in actions
        for item in action.activities
        if item.id == activity
        for means in (*item.means_of_verification, *action.means_of_verification)
    }


def _refuse_published(root: Path, base: str, path: str) -> None:
    """Refuse a report that is published; where nobody can know, say so and go on."""
    try:
        published = Revision(root, base)
    except RevisionError:
        inform(f"No se pudo ver si el avance ya se publicó: aquí no hay «{base}» que git pueda leer.")
        return
    if any(entry.path == path for entry in published.entries()):
        decline(
            f"«{path}» ya está publicado en «{base}», y un avance publicado no se edita. Anote la prueba en un avance "
            f"nuevo («plan report»); si es para corregir éste, diga en el nuevo cuál corrige y por qué."
        )


def _text(report: Entry[Report], activity: str, proof: dict[str, str]) -> str:
    """Return the report with its new evidence, unless the evidence cannot be written so."""
    shown = next(item for item in report.model.activities if item.activity == activity).evidence
    if proof in [item.model_dump(mode="json", exclude_none=True) for item in shown]:
        decline("Esa prueba ya está anotada.")
    text = with_evidence(report, activity, proof)
    _refuse_all(refusals(report, text))
    return text


def _keep(root: Path, plan: Plan, file: Path, report: Entry[Report], activity: str, proof: dict[str, str]) -> None:
    """Put a file into custody and write it down, both or neither."""
    folder = folder_of_evidence(report.path)
    home = root / folder
    if not file.is_file():
        refuse(f"No existe el archivo «{file}».")
    inside = file.resolve().is_relative_to(home.resolve())
    name = file.resolve().relative_to(home.resolve()).as_posix() if inside else safe_name(file.name)
    path = f"{folder}/{name}"
    entry = FileEntry(path, EntryKind.FILE, file.stat().st_size)
    _refuse_all(problems_of(entry, plan.identity.rules.evidence_limit))
    digest = _digest(file)
    text = _text(report, activity, {**proof, "file": name, "sha256": digest})
    target = root / path
    if target.exists() and _digest(target) != digest:
        decline(f"Ya hay otro archivo «{path}». Cambie el nombre del suyo: lo que está en custodia no se toca.")
    try:
        if not target.exists():
            _copy(file, asked_folder(root, path) / name)
        write_whole(root / report.path, text.encode())
    except OSError as error:
        decline(f"No se pudo guardar «{file}»: {error.strerror}.")
    click.echo(path)


def _refuse_all(findings: Iterable[Finding]) -> None:
    if sentences := [f"{finding.message()} {finding.fix()}" for finding in findings]:
        refuse(*sentences)


def _copy(file: Path, target: Path) -> None:
    """Copy a file whole or not at all."""
    with TemporaryDirectory(dir=target.parent, prefix=".") as hidden:
        shutil.copyfile(file, Path(hidden, target.name)).rename(target)


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _say_what_is_due(proof: dict[str, str], declared: dict[str, str]) -> None:
    if "proves" not in proof and declared:
        inform(f"No dice qué medio de verificación cumple (--means). Hay: {', '.join(declared)}.")
    if "url" in proof and not {"seen", "copy_url"} <= proof.keys():
        inform("Una dirección sólo prueba con el día en que se vio (--seen) y una copia (--copy).")


if __name__ == "__main__":
    evidence()
