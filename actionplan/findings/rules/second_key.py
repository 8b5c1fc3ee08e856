"""Rules on the two keys: the institution reports, the co-responsible organisation verifies, both agree on an end."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg

_COMMITMENT = "commitments/01-agua/compromiso.md"
_REPORT = "commitments/01-agua/avances/2020-03-31-gob.md"
_VERIFICATION = "commitments/01-agua/verificaciones/2020-04-10-osc.md"

_WHO_COULD_SIGN = msg("De los relevos se obtiene quién podía firmar cada día; así lo ya publicado sigue valiendo.")
_TWO_PAIRS_OF_EYES = msg("La segunda llave sólo vale si la gira quien firmó como corresponsable.")

NOT_A_PARTNER = Rule(
    "SEG01",
    Severity.ERROR,
    msg("«{organisation}» no era organización corresponsable del compromiso el {date}."),
    _TWO_PAIRS_OF_EYES,
    msg(
        "Corresponsables ese día: {partners}. Corrija la organización o dé de alta a la nueva en el compromiso. "
        "Si lo era y después dejó de serlo, anótelo en su «{key}»."
    ),
    Example(bad='corresponsables:\n  - "gob"', good='corresponsables:\n  - "osc"', path=_COMMITMENT),
)
NOT_A_LEAD = Rule(
    "SEG02",
    Severity.ERROR,
    msg("«{organisation}» no era institución responsable del compromiso el {date}."),
    msg("Sólo quien responde por el compromiso puede reportar su avance."),
    msg(
        "Responsables ese día: {leads}. Corrija la institución o dé de alta a la nueva en el compromiso. "
        "Si lo era y después dejó de serlo, anótelo en su «{key}»."
    ),
    Example(bad='institucion: "osc"', good='institucion: "gob"', path=_COMMITMENT),
)
NO_REASON = Rule(
    "SEG03",
    Severity.ERROR,
    msg("La impugnación de «{activity}» no trae motivo."),
    msg("La otra parte no puede responder a lo que no se le dice."),
    msg("Añada «motivo» con lo que falta o no coincide."),
    Example(
        bad='dictamen: "impugnado"',
        good='dictamen: "impugnado"\n    motivo: "Faltan medidores."',
        path=_VERIFICATION,
    ),
)
OWN_REPORT = Rule(
    "SEG04",
    Severity.ERROR,
    msg("«{organisation}» verifica su propio avance."),
    _TWO_PAIRS_OF_EYES,
    msg("Quite esta verificación: corresponde a una organización que no haya escrito el avance ({partners})."),
    Example(bad='organizacion: "gob"\navance: "2020-03-31-gob"', good='organizacion: "osc"\navance: "2020-03-31-gob"'),
)
NOT_REPORTED = Rule(
    "SEG05",
    Severity.ERROR,
    msg("El avance «{report}» no dice nada de «{activity}»."),
    msg("Un dictamen sobre lo que nadie reportó no se puede mostrar ni responder."),
    msg("Corrija la actividad, o el avance que se juzga en «{key}»."),
    Example(
        bad='reporta: "gob"\n',
        good='reporta: "gob"\nactividades:\n  - actividad: "a1.1"\n    estado: "en_proceso"\n    porcentaje: 40\n',
        path=_REPORT,
    ),
)
TWICE = Rule(
    "SEG06",
    Severity.ERROR,
    msg("«{activity}» aparece dos veces en el documento (antes, en la línea {first})."),
    msg("No se sabría cuál de las dos entradas vale."),
    msg("Deje una sola."),
    Example(
        bad='- actividad: "a1.1"\n    dictamen: "verificado"\n  - actividad: "a1.1"\n    dictamen: "impugnado"',
        good='- actividad: "a1.1"\n    dictamen: "impugnado"',
        path=_VERIFICATION,
    ),
)
CORRECTED_SILENTLY = Rule(
    "SEG07",
    Severity.ERROR,
    msg("El avance corrige «{report}» y no dice por qué."),
    msg("Un avance publicado no se edita: quien leyó el anterior debe poder saber qué cambió y por qué."),
    msg("Añada «motivo» debajo de «{key}»."),
    Example(bad='corrige: "2020-03-31-gob"', good='corrige: "2020-03-31-gob"\nmotivo: "Se sumó dos veces un barrio."'),
)
CORRECTS_ITSELF = Rule(
    "SEG10",
    Severity.ERROR,
    msg("El avance se corrige a sí mismo: {chain}."),
    msg("Lo corregido deja de contar: no quedaría ninguno en pie."),
    msg("Escriba en «{key}» el nombre del avance anterior que se corrige, o quítelo."),
    Example(bad='corrige: "2020-04-30-gob"', good='corrige: "2020-03-31-gob"'),
)
CLOSURE_OWED = Rule(
    "SEG08",
    Severity.ERROR,
    msg("El compromiso está «{state}» y falta «{key}»."),
    msg("Lo que las dos partes firmaron no desaparece sin que se diga cuándo, por qué y a dónde pasó."),
    msg("Añada «{key}». Si el compromiso sigue en pie, corrija su situación."),
    Example(bad='situacion: "retirado"', good='situacion: "vigente"', path=_COMMITMENT),
)
CLOSURE_UNDUE = Rule(
    "SEG09",
    Severity.ERROR,
    msg("El compromiso está «{state}» y trae «{key}»."),
    msg("No se sabría si sigue en pie."),
    msg("Quite «{key}», o corrija la situación."),
    Example(
        bad='situacion: "vigente"\ncierre:\n  fecha: "2020-05-29"\n  motivo: "Sin presupuesto."',
        good='situacion: "vigente"',
        path=_COMMITMENT,
    ),
)
LEFT_AND_STAYS = Rule(
    "SEG11",
    Severity.ERROR,
    msg("«{organisation}» dejó el compromiso el {date}, pero sigue en «{key}»."),
    _WHO_COULD_SIGN,
    msg("Quítela de «{key}», o corrija el relevo. Si volvió después, añada ese otro relevo."),
    Example(
        bad='corresponsables:\n  - "osc"\nrelevos:\n  - fecha: "2020-05-29"\n    papel: "corresponsable"\n'
        '    deja: "osc"\n    motivo: "Cerró sus oficinas."',
        good='corresponsables:\n  - "osc"',
        path=_COMMITMENT,
    ),
)
ENTERED_AND_IS_NOT = Rule(
    "SEG12",
    Severity.ERROR,
    msg("«{organisation}» entró al compromiso el {date}, pero no está en «{key}»."),
    _WHO_COULD_SIGN,
    msg("Añádala a «{key}», o corrija el relevo. Si también salió después, añada ese otro relevo."),
    Example(
        bad='corresponsables:\n  - "osc"\nrelevos:\n  - deja: "osc"\n    entra: "red"',
        good='corresponsables:\n  - "red"\nrelevos:\n  - deja: "osc"\n    entra: "red"',
    ),
)
HANDOVER_OF_NOBODY = Rule(
    "SEG16",
    Severity.ERROR,
    msg("El relevo no dice quién deja el compromiso ni quién entra."),
    _WHO_COULD_SIGN,
    msg("Escriba «{leaves}», «{enters}» o los dos."),
    Example(
        bad='corresponsables:\n  - "osc"\nrelevos:\n  - fecha: "2020-05-29"\n    papel: "corresponsable"\n'
        '    motivo: "Se sumó."',
        good='corresponsables:\n  - "osc"',
        path=_COMMITMENT,
    ),
)
HANDOVERS_OUT_OF_ORDER = Rule(
    "SEG13",
    Severity.ERROR,
    msg("El relevo es del {date}, anterior al que está antes en la lista ({previous})."),
    _WHO_COULD_SIGN,
    msg("Ordene los relevos por su fecha, del más antiguo al más reciente."),
    Example(
        bad='- fecha: "2020-05-04"\n- fecha: "2020-04-02"',
        good='- fecha: "2020-04-02"\n- fecha: "2020-05-04"',
    ),
)
CORRECTION_DROPS = Rule(
    "SEG15",
    Severity.NOTICE,
    msg("«{report}», que éste corrige, también habla de {names}, y éste no: eso deja de contar."),
    msg("Un avance corregido deja de contar entero, con sus evidencias, y no sólo en lo que la corrección repite."),
    msg("Repita aquí lo que sigue valiendo, con sus evidencias. Si nada más vale, déjelo así."),
    Example(
        bad='corrige: "2020-03-31-gob"\nactividades: (sólo «a1.1»; el otro hablaba también de «a1.2»)',
        good='corrige: "2020-03-31-gob"\nactividades: («a1.1» y «a1.2»)',
    ),
)
SAME_DAY = Rule(
    "SEG14",
    Severity.NOTICE,
    msg("«{report}», del mismo día, también habla de «{activity}»; cuenta éste, el último por su nombre."),
    msg("Los dictámenes sobre aquel avance dejan de contar para esa actividad."),
    msg(
        "Si éste corrige aquél, dígalo con «{key}» y su motivo. Si es una copia, bórrela antes de publicarla. "
        "Si son de dos instituciones, acuerden uno solo."
    ),
    Example(bad="2020-03-31-gob.md y 2020-03-31-gob-b.md, los dos sobre «a1.1»", good="2020-03-31-gob.md"),
)
