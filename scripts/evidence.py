"""``plan evidence add``: a file in custody, or a link, written into a report that is not published yet."""

from __future__ import annotations

import shutil
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from actionplan.documents.comments import comment_lines
from actionplan.documents.files import EntryKind, FileEntry, write_whole
from actionplan.drafts.evidence import refusals, safe_name, with_evidence
from actionplan.git.revision import Revision, RevisionError
from actionplan.model.current_reports import folder_of_evidence
from actionplan.model.plan import CommitmentFile, Entry, Plan
from actionplan.model.records import Report
from actionplan.rules.files import problems_of
from scripts.orders import asked_day, refuse
from scripts.records import asked_commitment, asked_folder, chosen_of, decline
from scripts.speech import Command, Group

evidence = typer.Typer(cls=Group, no_args_is_help=True)


@evidence.callback()
def _evidence() -> None:
    """Pruebas de lo que se reporta."""


@evidence.command(cls=Command)
def add(
    commitment: Annotated[str, typer.Argument(metavar="COMPROMISO", help="Su identificador, por ejemplo c05.")],
    activity: Annotated[str, typer.Option(metavar="ACTIVIDAD", help="Qué actividad prueba.")],
    means: Annotated[str | None, typer.Option(metavar="MEDIO", help="Qué medio de verificación cumple.")] = None,
    file: Annotated[Path | None, typer.Option(help="Un archivo; se copia a la carpeta de evidencias.")] = None,
    url: Annotated[str | None, typer.Option(metavar="DIRECCIÓN", help="Una dirección, en lugar de un archivo.")] = None,
    copy: Annotated[str | None, typer.Option(metavar="DIRECCIÓN", help="Una copia archivada de esa dirección.")] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TÍTULO", help="Si no se da, el del medio, o el nombre del archivo.")
    ] = None,
    seen: Annotated[str | None, typer.Option(metavar="FECHA", help="Día en que se vio.")] = None,
    report: Annotated[
        str | None, typer.Option(metavar="AVANCE", help="En cuál se anota; si no se da, el último.")
    ] = None,
    base: Annotated[
        str, typer.Option(metavar="VERSIÓN", help="Lo publicado: un avance que está ahí ya no se edita.")
    ] = "main",
    root: Annotated[Path, typer.Option(help="Carpeta del plan.")] = Path(),
) -> None:
    """Copia un archivo a la carpeta de evidencias, calcula su huella SHA-256 y lo anota en el avance."""
    if (file is None) == (url is None):
        refuse("Diga qué prueba es: con --file un archivo, o con --url una dirección.")
    plan, commitment_file = asked_commitment(root, commitment)
    chosen = _chosen(commitment_file, report, activity)
    declared = _declared(commitment_file, activity)
    if means is not None:
        chosen_of(f"«{activity}»", "el medio de verificación", means, declared)
    if seen is not None and asked_day(seen) > chosen.model.date:
        refuse(f"Se vio el {seen}, después del día del avance ({chosen.model.date}).")
    _refuse_published(root, base, chosen.path)
    if comment_lines(chosen.source_file.content.decode()):
        decline(f"«{chosen.path}» tiene comentarios, que se perderían. Quítelos con «plan format --drop-comments».")
    named = title or (means and declared[means]) or (file.name if file else url) or ""
    proof = {"title": named, "url": url, "proves": means, "seen": seen, "copy_url": copy}
    given = {name: value for name, value in proof.items() if value}
    if file is None:
        write_whole(root / chosen.path, _text(chosen, activity, given).encode())
    else:
        _keep(root, plan, file, chosen, activity, given)
    typer.echo(chosen.path)
    _say_what_is_due(given, declared)
    typer.echo(f"Revíselo: plan check {chosen.path}", err=True)


def _chosen(commitment_file: CommitmentFile, name: str | None, activity: str) -> Entry[Report]:
    """The report to write into, which tells of the activity."""
    reports = {entry.stem: entry for entry in commitment_file.reports}
    commitment = commitment_file.commitment.model.id
    if not reports:
        decline(f"«{commitment}» no tiene avances. Empiece uno: plan report {commitment}")
    chosen = reports[chosen_of("el compromiso", "el avance", name, reports)] if name else commitment_file.reports[-1]
    told = [item.activity for item in chosen.model.activities]
    chosen_of(f"el avance «{chosen.stem}»", "la actividad", activity, told)
    return chosen


def _declared(commitment_file: CommitmentFile, activity: str) -> dict[str, str]:
    """What is to prove an activity, by id: its own means of verification and those of its key action."""
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
        typer.echo(f"No se pudo ver si el avance ya se publicó: aquí no hay «{base}» que git pueda leer.", err=True)
        return
    if any(entry.path == path for entry in published.entries()):
        decline(
            f"«{path}» ya está publicado en «{base}», y un avance publicado no se edita. Anote la prueba en un avance "
            f"nuevo («plan report»); si es para corregir éste, diga en el nuevo cuál corrige y por qué."
        )


def _text(report: Entry[Report], activity: str, proof: dict[str, str]) -> str:
    """The report with its new evidence, unless the evidence cannot be written so."""
    shown = next(item for item in report.model.activities if item.activity == activity).evidence
    if proof in [item.model_dump(mode="json", exclude_none=True) for item in shown]:
        decline("Esa prueba ya está anotada.")
    text = with_evidence(report, activity, proof)
    if found := refusals(report, text):
        refuse("\n".join(f"{finding.message()} {finding.fix()}" for finding in found))
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
    if found := list(problems_of(entry, plan.identity.rules.evidence_limit)):
        refuse("\n".join(f"{finding.message()} {finding.fix()}" for finding in found))
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
    typer.echo(path)


def _copy(file: Path, target: Path) -> None:
    """Copy a file whole or not at all."""
    with TemporaryDirectory(dir=target.parent, prefix=".") as hidden:
        shutil.copyfile(file, Path(hidden, target.name)).rename(target)


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _say_what_is_due(proof: dict[str, str], declared: dict[str, str]) -> None:
    if "proves" not in proof and declared:
        typer.echo(f"No dice qué medio de verificación cumple (--means). Hay: {', '.join(declared)}.", err=True)
    if "url" in proof and not {"seen", "copy_url"} <= proof.keys():
        typer.echo("Una dirección sólo prueba con el día en que se vio (--seen) y una copia (--copy).", err=True)


if __name__ == "__main__":
    evidence()
