"""Rules on translations."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg

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
