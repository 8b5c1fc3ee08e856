"""What reports show can be opened, and is what it was."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import partial

from actionplan.documents import Step, is_evidence
from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import (
    DocumentPart,
    Entry,
    Evidence,
    Plan,
    folder_of_evidence,
    missing_for_custody,
    parts_of_kind,
    path_of,
)
from actionplan.rules.check import PlanCheck
from actionplan.text.nearest import Guesses

_PROVES_NOTHING = msg("Una evidencia que nadie puede abrir no prueba nada.")

NOTHING_SHOWN = Rule(
    "EVI01",
    Severity.ERROR,
    msg("La evidencia no trae ni dirección ni archivo."),
    _PROVES_NOTHING,
    msg("Añada «url» con la dirección, o «archivo» con el nombre dentro de «evidencias/»."),
    Example(
        bad='porcentaje: 40\n    evidencias:\n      - titulo: "Acta"',
        good="porcentaje: 40",
        path=sample.REPORT,
    ),
)
FILE_MISSING = Rule(
    "EVI02",
    Severity.ERROR,
    msg("El archivo «{file}» no está en «{folder}».{hint}"),
    _PROVES_NOTHING,
    msg("Suba el archivo a esa carpeta o corrija el nombre, con sus mayúsculas y sin «..»."),
    Example(
        bad='porcentaje: 40\n    evidencias:\n      - titulo: "Acta"\n        archivo: "acta.pdf"',
        good="porcentaje: 40",
        path=sample.REPORT,
    ),
)
OTHER_CONTENT = Rule(
    "EVI03",
    Severity.ERROR,
    msg("La huella SHA-256 no es la de «{file}», que tiene {actual}."),
    msg("La huella prueba que el archivo no ha cambiado desde que se reportó."),
    msg("Recupere el archivo original. Si es la huella la que está mal, cópiela de este mensaje."),
    Example(
        bad='archivo: "acta.pdf"\nsha256: "0000000000000000000000000000000000000000000000000000000000000000"',
        good='archivo: "acta.pdf"\nsha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"',
    ),
)
NOT_IN_CUSTODY = Rule(
    "EVI09",
    Severity.WARNING,
    msg("La evidencia de «{means}» no está en custodia: falta {fields}."),
    msg("Lo que puede cambiar o desaparecer no prueba: la actividad contará 99 % aunque se dé por completada."),
    msg("Añada lo que falta. «plan evidence add» guarda un archivo y llena su entrada."),
    Example(
        bad='porcentaje: 40\n    evidencias:\n      - titulo: "Acta"\n        url: "https://example.org/acta"\n'
        '        medio: "v1"',
        good="porcentaje: 40",
        path=sample.REPORT,
    ),
)


def check(plan: Plan) -> Iterator[Finding]:
    """Check that every piece of evidence names a link or a file in its commitment's folder, and is still the same."""
    kept: defaultdict[str, set[str]] = defaultdict(set)
    for file in plan.files:
        if is_evidence(file.path):
            folder = folder_of_evidence(file.path)
            kept[folder].add(file.path.removeprefix(f"{folder}/"))
    for entry in plan.entries:
        names = kept[folder_of_evidence(entry.path)]
        guesses = Guesses(partial(iter, names))
        for steps, proof in parts_of_kind(entry.model, Evidence):
            yield from _shown(entry, steps, proof, names, guesses)
            actual = plan.fingerprints.get(path_of(entry.path, proof) or "")
            if proof.sha256 and proof.file and actual and proof.sha256 != actual:
                yield OTHER_CONTENT.at(entry.position(*steps, "sha256"), file=proof.file, actual=actual)


def _shown(
    entry: Entry[DocumentPart], steps: tuple[Step, ...], proof: Evidence, names: Collection[str], guesses: Guesses
) -> Iterator[Finding]:
    damaged = entry.is_damaged(*steps, "url") or entry.is_damaged(*steps, "file")
    if proof.url is None and proof.file is None and not damaged:
        yield NOTHING_SHOWN.at(entry.position(*steps))
    if proof.file is not None and proof.file not in names:
        position, folder = entry.position(*steps, "file"), f"{folder_of_evidence(entry.path)}/"
        yield FILE_MISSING.at(position, file=proof.file, folder=folder, guess=guesses.nearest(proof.file))
    elif proof.proves and not damaged and (proof.url or proof.file):
        yield from _custody(entry, steps, proof)


def _custody(entry: Entry[DocumentPart], steps: tuple[Step, ...], proof: Evidence) -> Iterator[Finding]:
    missing = missing_for_custody(proof)
    refused = any(entry.is_damaged(*steps, name) for group in missing for name in group)
    if missing and not refused:
        named = (" o ".join(f"«{entry.keys.author(name)}»" for name in group) for group in missing)
        yield NOT_IN_CUSTODY.at(entry.position(*steps), means=str(proof.proves), fields=", ".join(named))


CHECKS = (PlanCheck(check, (FILE_MISSING, NOTHING_SHOWN, NOT_IN_CUSTODY, OTHER_CONTENT)),)
