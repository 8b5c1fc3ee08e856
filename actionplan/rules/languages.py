"""Translations stand beside their original, say the same and are as new."""

from collections.abc import Iterator

from actionplan.documents import sibling
from actionplan.findings import Example, Finding, Position, Rule, Severity
from actionplan.language.messages import msg
from actionplan.model import (
    Commitment,
    DocumentPart,
    Entry,
    Phase,
    Plan,
    Roadmap,
    Translation,
    expected_fingerprint,
    pairs,
    text_at,
)
from actionplan.rules.check import PlanCheck

_SAME_PLAN = msg("Quien lee en otro idioma debe leer el mismo plan.")

NO_ORIGINAL = Rule(
    "IDI01",
    Severity.ERROR,
    msg("No existe el documento que esta traducción dice traducir ({original})."),
    _SAME_PLAN,
    msg("Póngala junto a su original, con el mismo nombre y el idioma antes de «.md», como «compromiso.en.md»."),
    Example(bad="plan/nada.en.md, sin plan/nada.md", good="plan/index.en.md, junto a plan/index.md"),
)
OUTDATED = Rule(
    "IDI02",
    Severity.WARNING,
    msg("La traducción es anterior a la última redacción del original."),
    _SAME_PLAN,
    msg('Revise el texto y escriba después «{key}: "{expected}"».'),
    Example(bad='original_sha256: "0000…"', good="original_sha256: la huella que da la revisión"),
)
NOT_A_TEXT = Rule(
    "IDI03",
    Severity.ERROR,
    msg("«{value}» no señala ningún texto del original."),
    msg("Una traducción sólo traduce textos: los datos se escriben una vez, en el original."),
    msg("Escriba la ruta de un texto del original, por ejemplo «titulo» o «a1.1/titulo», o borre la entrada."),
    Example(bad='campo: "numero"\ntexto: "One"', good='campo: "titulo"\ntexto: "Metered water"'),
)
OTHER_HEADINGS = Rule(
    "IDI04",
    Severity.ERROR,
    msg("La traducción tiene {found} apartados y el original {expected}, o no son del mismo nivel."),
    msg("Las fuentes y los enlaces de cada apartado se toman del original, en el mismo orden."),
    msg("Deje los mismos apartados que el original, en el mismo orden y con los mismos «#»."),
    Example(bad="## Public problem\n\n### Objective", good="## Public problem\n\n## Objective"),
)
OTHER_DOCUMENT = Rule(
    "IDI05",
    Severity.ERROR,
    msg("La traducción dice ser de «{value}», pero está junto a «{expected}»."),
    _SAME_PLAN,
    msg("Escriba «{expected}» o mueva el archivo junto a su original."),
    Example(bad='traduce: "c02"', good='traduce: "c01"'),
)
NOT_A_LANGUAGE = Rule(
    "IDI06",
    Severity.ERROR,
    msg("El idioma «{language}» del nombre del archivo no es un idioma del sitio ({known})."),
    msg("La traducción no se publicaría en ninguna parte."),
    msg("Cambie el nombre del archivo, o añada el idioma en «plan/plan.yml»."),
    Example(bad="compromiso.fr.md", good="compromiso.en.md"),
)
MISSING = Rule(
    "IDI07",
    Severity.NOTICE,
    msg("Falta la traducción al idioma «{language}», que la mayoría de los demás documentos como éste tiene."),
    _SAME_PLAN,
    msg("Añada «{name}» junto a este archivo."),
    Example(bad="compromiso.md, sin compromiso.en.md", good="compromiso.md, junto a compromiso.en.md"),
)


def check(plan: Plan) -> Iterator[Finding]:
    """Check every translation against its original."""
    unreadable = {document.path for document in plan.unreadable}
    spoken = [code for code in plan.identity.languages if code != plan.identity.language]
    for pair in pairs(plan):
        if pair.language not in spoken:
            position = Position(pair.translation.path)
            yield NOT_A_LANGUAGE.at(position, language=pair.language, known=", ".join(spoken) or "—")
        if pair.original is not None:
            yield from _against(pair.original, pair.translation)
            continue
        named = sibling(pair.translation.path)
        if named and not unreadable.intersection(named.originals):
            position = pair.translation.position("translates")
            yield NO_ORIGINAL.at(position, original=named.originals[0])
    for language in spoken:
        for kind in (Commitment, Phase):
            yield from _missing(plan, kind, language)


def _missing(plan: Plan, kind: type[DocumentPart], language: str) -> Iterator[Finding]:
    """Yield originals without a file of their own in a language, where more than half of their kind have one."""
    here = {file.path for file in plan.files}
    names = {
        entry.path: f"{entry.path.removesuffix('.md')}.{language}.md"
        for entry in plan.entries
        if isinstance(entry.model, kind)
    }
    missing = [path for path, name in names.items() if name not in here]
    if len(missing) < len(names) - len(missing):
        for path in missing:
            yield MISSING.at(Position(path), language=language, name=names[path])


def _against(original: Entry[DocumentPart], translation: Entry[Translation]) -> Iterator[Finding]:
    model = translation.model
    name = _name(original)
    if model.translates != name:
        yield OTHER_DOCUMENT.at(translation.position("translates"), value=model.translates, expected=name)
    for index, item in enumerate(model.texts):
        if text_at(original, item.field) is None:
            yield NOT_A_TEXT.at(translation.position("texts", index, "field"), value=item.field)
    body = translation.body
    levels = [heading.level for heading in body.headings]
    wanted = [heading.level for heading in original.body.headings]
    if body.text.strip() and levels != wanted:
        position = Position(translation.path, body.first_line)
        yield OTHER_HEADINGS.at(position, found=len(levels), expected=len(wanted))
    expected = expected_fingerprint(original, translation)
    if model.original_sha256 != expected:
        key = translation.keys.author("original_sha256")
        yield OUTDATED.at(translation.position("original_sha256"), key=key, expected=expected)


def _name(original: Entry[DocumentPart]) -> str:
    """Return what a translation calls its original: its id; a roadmap's commitment; the file, where there is no id."""
    if isinstance(original.model, Roadmap):
        return original.model.commitment
    return str(getattr(original.model, "id", original.stem))


CHECKS = (
    PlanCheck(check, (MISSING, NOT_A_LANGUAGE, NOT_A_TEXT, NO_ORIGINAL, OTHER_DOCUMENT, OTHER_HEADINGS, OUTDATED)),
)
