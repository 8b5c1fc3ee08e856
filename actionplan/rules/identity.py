"""Ids are unique, and names of files agree with what the files say."""

from collections.abc import Iterator

from actionplan.documents import (
    BAD_FILE_NAME,
    MISSING_FILE,
    Kind,
    Record,
    Scalar,
    commitment_folder,
    every_value,
    kind_at,
)
from actionplan.findings import Example, Finding, Position, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import (
    Commitment,
    DocumentPart,
    Entry,
    Phase,
    Plan,
    Report,
    Roadmap,
    Session,
    Table,
    Tree,
    Verification,
)
from actionplan.rules.check import DocumentCheck, PlanCheck

DUPLICATE_ID = Rule(
    "REF01",
    Severity.ERROR,
    msg("El identificador «{id}» ya está en uso ({other})."),
    msg("Un mismo nombre para dos cosas mezcla sus datos."),
    msg("Elija otro identificador para uno de los dos; los ya publicados no cambian."),
    Example(
        bad='id: "c1"\n    texto: "Nadie mide el consumo."',
        good='id: "c2"\n    texto: "Nadie mide el consumo."',
        path=sample.TREE,
    ),
)
WRONG_NUMBER = Rule(
    "REF04",
    Severity.ERROR,
    msg("El número {number} no coincide con el de la carpeta «{folder}»."),
    msg("Las direcciones del sitio salen del nombre de la carpeta."),
    msg("Haga que el número y el inicio del nombre de la carpeta sean iguales."),
    Example(bad="numero: 2", good="numero: 1", path=sample.COMMITMENT),
)
WRONG_FOLDER = Rule(
    "REF06",
    Severity.ERROR,
    msg("El documento dice ser del compromiso «{value}», pero está en la carpeta de «{owner}»."),
    msg("El avance de un compromiso se sumaría a otro."),
    msg("Cambie el dato o mueva el archivo a la carpeta del compromiso."),
    Example(bad='compromiso: "c02"', good='compromiso: "c01"', path=sample.VERIFICATION),
)
WRONG_NAME = Rule(
    "REF07",
    Severity.ERROR,
    msg("El archivo debería llamarse «{expected}.md», por su fecha y su organización."),
    msg("El nombre identifica el registro y nunca cambia."),
    msg("Cambie el nombre del archivo, o la fecha o la organización si están mal."),
    Example(bad='fecha: "2020-04-01"', good='fecha: "2020-03-31"', path=sample.REPORT),
)

_IN_A_FOLDER = (Kind.COMMITMENT, Kind.ROADMAP, Kind.REPORT, Kind.VERIFICATION)

_SAME_ADDRESS = msg("hay una carpeta con el mismo nombre y las dos páginas tendrían la misma dirección")

_BY_ID = (Phase, Tree, Table, Session, Commitment)


def check(plan: Plan) -> Iterator[Finding]:
    """Check ids among documents, and against the names of files and folders."""
    yield from _among(plan)
    yield from _addresses(plan)
    owners = {
        commitment_file.commitment.folder: commitment_file.commitment
        for commitment_file in plan.commitment_files.values()
    }
    for entry in plan.entries:
        yield from _names(entry, owners)
    yield from _folders(plan)


def check_within(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check that every ``id`` of a document, at any depth, is unlike the others."""
    seen: dict[str, int] = {}
    for value in every_value(entry.document.data):
        own = value.members.get("id") if isinstance(value, Record) else None
        if own is None or not isinstance(own.value, Scalar):
            continue
        name = str(own.value.value)
        if name in seen:
            position = Position(entry.path, own.value.line, own.value.column)
            yield DUPLICATE_ID.at(position, id=name, other=f"{entry.path}:{seen[name]}")
        seen.setdefault(name, own.value.line)


def _among(plan: Plan) -> Iterator[Finding]:
    for model in _BY_ID:
        seen: dict[str, str] = {}
        for entry in plan.entries:
            if not isinstance(entry.model, model):
                continue
            name = entry.model.id
            if name in seen:
                yield DUPLICATE_ID.at(entry.position("id"), id=name, other=seen[name])
            seen.setdefault(name, entry.path)


def _folders(plan: Plan) -> Iterator[Finding]:
    """Yield every folder of a commitment has the commitment and its roadmap, readable or not."""
    here = {entry.path for entry in plan.files}
    for folder in sorted({commitment_folder(path) for path in here if kind_at(path) in _IN_A_FOLDER}):
        for name in (f"{folder}/compromiso.md", f"{folder}/hoja-de-ruta.md"):
            if name not in here:
                yield MISSING_FILE.at(Position(name), name=name)


def _addresses(plan: Plan) -> Iterator[Finding]:
    """Say that ``a.md`` and ``a/index.md`` would be one page of the site."""
    paths = {entry.path for entry in plan.entries}
    for path in sorted(paths):
        if path.endswith("/index.md") and f"{path.removesuffix('/index.md')}.md" in paths:
            yield BAD_FILE_NAME.at(Position(f"{path.removesuffix('/index.md')}.md"), problem=_SAME_ADDRESS)


def _names(entry: Entry[DocumentPart], owners: dict[str, Entry[Commitment]]) -> Iterator[Finding]:
    model = entry.model
    if isinstance(model, Commitment | Phase):
        folder = entry.folder.rpartition("/")[2]
        if int(folder.partition("-")[0]) != model.number:
            yield WRONG_NUMBER.at(entry.position("number"), number=model.number, folder=folder)
    if isinstance(model, Roadmap | Report | Verification):
        folder = entry.folder if isinstance(model, Roadmap) else entry.folder.rpartition("/")[0]
        owner = owners.get(folder)
        if owner and owner.model.id != model.commitment:
            position = entry.position("commitment")
            yield WRONG_FOLDER.at(position, value=model.commitment, owner=owner.model.id)
    if isinstance(model, Report | Verification):
        signer = model.reporter if isinstance(model, Report) else model.organisation
        expected = f"{model.date.isoformat()}-{signer}"
        if entry.stem != expected and not entry.stem.startswith(f"{expected}-"):
            yield WRONG_NAME.at(entry.position("date"), expected=expected)


CHECKS = (
    DocumentCheck(DocumentPart, check_within, (DUPLICATE_ID,)),
    PlanCheck(check, (DUPLICATE_ID, WRONG_NUMBER, WRONG_FOLDER, WRONG_NAME, BAD_FILE_NAME, MISSING_FILE)),
)
