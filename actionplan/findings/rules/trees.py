"""Rules on problem trees.

A tree is written as lists within lists, so it has no cycle and no node without a place; an id that is repeated is
``REF01``; causes, effects or a problem that are left out without a word are ``ELE01``.
"""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg

_TREE = "plan/3-arboles/agua.md"
_READABLE = msg("Un árbol que no se abarca de un vistazo no ayuda a deliberar, y su dibujo no cabe en la página.")

SAME_TEXT = Rule(
    "ARB01",
    Severity.WARNING,
    msg("Esta causa dice lo mismo que la causa «{other}»."),
    msg("Un problema contado dos veces parece pesar el doble y reparte sus respuestas entre dos lugares."),
    msg("Deje una sola, o escriba en qué se distinguen."),
    Example(bad='texto: "FUGAS en la red"', good='texto: "Nadie mide el consumo."', path=_TREE),
)
TOO_DEEP = Rule(
    "ARB02",
    Severity.WARNING,
    msg("El árbol tiene más de {limit} niveles a partir de aquí."),
    _READABLE,
    msg("Junte niveles que digan lo mismo, o abra otro árbol para esta rama."),
    Example(bad="siete «causas:», una dentro de otra", good="hasta seis niveles de causas"),
)
TOO_BIG = Rule(
    "ARB03",
    Severity.WARNING,
    msg("El árbol tiene {count} causas y efectos, y el límite es {limit}."),
    _READABLE,
    msg("Junte los que se parecen, o divida el tema en dos árboles."),
    Example(bad="un árbol con 201 causas", good="dos árboles con 100 causas cada uno"),
)
UNANSWERED = Rule(
    "ARB04",
    Severity.NOTICE,
    msg("Ningún compromiso ni alternativa atiende alguna causa de este árbol."),
    msg("Quien participó en el diagnóstico debe poder ver qué se hizo con él."),
    msg("Anote en «{causes}» del compromiso o de la alternativa las que atiende, como «{reference}»."),
    Example(bad='no_disponible:\n  - campo: "causas"\n    motivo: "No consta"', good='causas:\n  - "agua/c1"'),
)
