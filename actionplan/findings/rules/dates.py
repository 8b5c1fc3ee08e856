"""Rules on dates.

What a signed source may well say, however odd, is a warning; what only a slip of the pen can have written is an error.
"""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg

_ROADMAP = "commitments/01-agua/hoja-de-ruta.md"
_REPORT = "commitments/01-agua/avances/2020-03-31-gob.md"

_SLIP = msg("O una fecha está mal escrita, o el registro cuenta lo que aún no había pasado.")
_ONE_HISTORY = msg("Las fechas en vigor y las originales se obtienen recorriendo esta lista de principio a fin.")

END_BEFORE_START = Rule(
    "FEC01",
    Severity.ERROR,
    msg("La conclusión ({end}) es anterior al inicio ({start})."),
    msg("Con esas fechas no se puede calcular ni plazo ni atraso."),
    msg("Corrija una de las dos fechas."),
    Example(bad='conclusion: "2020-01-14"', good='conclusion: "2020-03-31"', path=_ROADMAP),
)
AFTER_CUTOFF = Rule(
    "FEC02",
    Severity.ERROR,
    msg("La fecha {date} es posterior al corte del plan ({cutoff})."),
    msg("Las cifras del sitio se calculan al día del corte: no puede haber registros posteriores."),
    msg("Corrija la fecha o pida que se mueva el corte en «plan/plan.yml»."),
    Example(bad='corte: "2020-04-09"', good='corte: "2020-12-31"', path="plan/plan.yml"),
)
OUTSIDE = Rule(
    "FEC03",
    Severity.WARNING,
    msg("La fecha {date} queda fuera de {where} ({start} a {end})."),
    msg("Una parte no puede empezar antes ni terminar después que el todo; el avance esperado saldría torcido."),
    msg("Corrija esta fecha o la de lo que la contiene. Si así está firmado, anótelo en «excepciones» con su motivo."),
    Example(bad='conclusion: "2020-07-01"', good='conclusion: "2020-03-31"', path=_ROADMAP),
)
BEFORE_THE_WORK = Rule(
    "FEC04",
    Severity.ERROR,
    msg("El avance es del {date} y el compromiso empieza el {start}."),
    _SLIP,
    msg("Corrija la fecha del avance, o el inicio del compromiso si es el que está mal."),
    Example(
        bad='fecha: "2019-12-31"',
        good='fecha: "2020-03-31"',
    ),
)
NOT_IN_FORCE = Rule(
    "FEC05",
    Severity.ERROR,
    msg("La reprogramación parte del {before}, pero en ese momento la fecha en vigor era {inforce}."),
    _ONE_HISTORY,
    msg("Escriba en «antes» la fecha que dejó la reprogramación anterior, o añada la que falta entre las dos."),
    Example(
        bad='- antes: "2020-03-31"\n  despues: "2020-04-30"\n- antes: "2020-05-15"\n  despues: "2020-06-30"',
        good='- antes: "2020-03-31"\n  despues: "2020-04-30"\n- antes: "2020-04-30"\n  despues: "2020-06-30"',
    ),
)
NOT_THE_LAST = Rule(
    "FEC06",
    Severity.ERROR,
    msg("La última reprogramación deja «{activity}» en {after}, pero la actividad dice {written}."),
    _ONE_HISTORY,
    msg("Ponga en la actividad la fecha en vigor, {after}, o añada la reprogramación que falta."),
    Example(
        bad='conclusion: "2020-03-31"\n...\nantes: "2020-03-31"\ndespues: "2020-06-30"',
        good='conclusion: "2020-06-30"\n...\nantes: "2020-03-31"\ndespues: "2020-06-30"',
    ),
)
OUT_OF_ORDER = Rule(
    "FEC07",
    Severity.ERROR,
    msg("La reprogramación es del {date}, anterior a la que está antes en la lista ({previous})."),
    _ONE_HISTORY,
    msg("Ordene las reprogramaciones por su fecha, de la más antigua a la más reciente."),
    Example(
        bad='- fecha: "2020-05-04"\n- fecha: "2020-04-02"',
        good='- fecha: "2020-04-02"\n- fecha: "2020-05-04"',
    ),
)
OUTSIDE_WINDOWS = Rule(
    "FEC08",
    Severity.WARNING,
    msg("La reprogramación es del {date}, fuera de las ventanas de enmienda del plan ({windows})."),
    msg("Las fechas sólo se mueven cuando las dos partes acordaron que se podía."),
    msg("Corrija la fecha. Si el foro lo aceptó fuera de plazo, anótelo en «excepciones» con su motivo."),
    Example(bad='fecha: "2020-08-03"', good='fecha: "2020-04-02"'),
)
AFTER_THE_REPORT = Rule(
    "FEC09",
    Severity.ERROR,
    msg("La fecha {date} es posterior a la del avance que la trae ({report})."),
    _SLIP,
    msg("Corrija esta fecha, o repórtela en un avance posterior."),
    Example(
        bad='porcentaje: 40\n    inicio_real: "2020-04-20"',
        good="porcentaje: 40",
        path=_REPORT,
    ),
)
BEFORE_THE_REPORT = Rule(
    "FEC10",
    Severity.ERROR,
    msg("La fecha {date} es anterior a la del avance del que trata ({report})."),
    msg("Nadie puede verificar ni corregir un avance que aún no existía."),
    msg("Corrija la fecha, o el avance al que se refiere."),
    Example(bad='fecha: "2020-03-30"\navance: "2020-03-31-gob"', good='fecha: "2020-04-10"\navance: "2020-03-31-gob"'),
)
BASELINE_AFTER_TARGET = Rule(
    "FEC11",
    Severity.WARNING,
    msg("La línea base ({date}) es posterior a la primera meta ({target})."),
    msg("La línea base dice dónde se estaba antes de empezar: después ya no mide el cambio."),
    msg("Corrija una de las dos fechas. Si así está firmado, anótelo en «excepciones» con su motivo."),
    Example(bad='fecha: "2020-07-01"', good='fecha: "2020-01-01"', path=_ROADMAP),
)
IN_A_CIRCLE = Rule(
    "FEC12",
    Severity.WARNING,
    msg("Hay actividades que se esperan unas a otras: {chain}."),
    msg("Ninguna podría empezar, y sin orden no hay ruta crítica ni pronóstico."),
    msg("Quite de «{key}» la dependencia que sobra."),
    Example(
        bad='conclusion: "2020-03-31"\n        depende_de:\n          - actividad: "a1.1"\n            tipo: "FC"',
        good='conclusion: "2020-03-31"',
        path=_ROADMAP,
    ),
)
