"""Rules on what was published: they need the earlier version that a change is compared with."""

from actionplan.findings import Example, Rule, Severity
from actionplan.language.messages import msg

_CITED = msg("Lo publicado se cita desde dentro y desde fuera del plan: quien siga esa cita no debe perderse.")
_SIGNED = msg("Lo firmado obliga a las dos partes: no cambia sin que se note.")
_ON_RECORD = msg("Lo que una parte reportó o dictaminó es su palabra: el plan vale porque nadie la cambia después.")
_TREE = "plan/3-arboles/agua.md"
_ROADMAP = "commitments/01-agua/hoja-de-ruta.md"
_REPORT = "commitments/01-agua/avances/2020-03-31-gob.md"

# That says to write the date of the last rescheduling, when it is the date or the entry that has to go back.
_DATE_IN_FORCE = (("FEC06", "activity"),)

COMMITMENT_REMOVED = Rule(
    "HIS01",
    Severity.ERROR,
    msg("El compromiso «{id}» estaba publicado y ya no está."),
    msg("Un compromiso público no desaparece: se concluye, se retira o se fusiona a la vista de todas las personas."),
    msg("Devuelva su carpeta. Si el foro lo retiró o lo fusionó, dígalo ahí con «situacion» y «cierre»."),
    Example(bad='- "compromiso.md" (sin el archivo)', good='situacion: "retirado"'),
)
ID_REMOVED = Rule(
    "HIS02",
    Severity.ERROR,
    msg("«{id}» ({kind}) estaba publicado y ya no está."),
    _CITED,
    msg("Devuélvalo. Si ya no vale o ya no se hará, dígalo en su texto o en un avance, sin borrarlo."),
    Example(
        bad='  - id: "c1"\n    texto: "Fugas en la red."\n',
        good='  - id: "c1"\n    texto: "Fugas en la red."\n  - id: "c2"\n    texto: "Nadie mide el consumo."\n',
        path=_TREE,
    ),
)
ID_CHANGED = Rule(
    "HIS03",
    Severity.ERROR,
    msg("«{before}» ({kind}) estaba publicado y ahora se llama «{after}»."),
    _CITED,
    msg("Vuelva a poner «{before}». El título y el texto sí pueden cambiar; el identificador, no."),
    Example(bad='- id: "c3"', good='- id: "c2"', path=_TREE),
)
ID_REUSED = Rule(
    "HIS04",
    Severity.ERROR,
    msg("«{id}» nombraba «{before}», que ahora es «{other}»; el identificador pasó a «{after}»."),
    msg("Un identificador que cambia de dueño lleva a quien lo citó a otra cosa, sin que lo note."),
    msg("Devuelva a cada cosa su identificador y dé uno nuevo a lo que es nuevo. El orden de la lista puede cambiar."),
    Example(
        bad='- id: "c1"\n    texto: "Nadie mide el consumo."\n  - id: "c2"\n    texto: "Fugas en la red."',
        good='- id: "c1"\n    texto: "Fugas en la red."\n  - id: "c2"\n    texto: "Nadie mide el consumo."',
        path=_TREE,
    ),
)
OTHER_KIND = Rule(
    "HIS05",
    Severity.ERROR,
    msg("«{id}» nombraba otra clase de cosa: antes, {expected}; ahora, {found}."),
    msg("Un identificador que cambia de dueño lleva a quien lo citó a otra cosa, sin que lo note."),
    msg("Devuelva «{id}» a lo que nombraba y dé a lo nuevo un identificador que nunca se haya usado."),
    Example(
        bad='efectos:\n  - id: "c2"\n    texto: "Nadie mide el consumo."\n  - id: "e1"',
        good='  - id: "c2"\n    texto: "Nadie mide el consumo."\nefectos:\n  - id: "e1"',
        path=_TREE,
    ),
)
OTHER_WORDS = Rule(
    "HIS06",
    Severity.WARNING,
    msg("«{id}» decía «{before}» y ahora dice «{after}», sin una palabra en común: parece otra cosa."),
    msg("Un identificador que cambia de dueño lleva a quien lo citó a otra cosa, sin que lo note."),
    msg("Si es otra cosa, dele un identificador nuevo. Si es la misma, anótelo en «excepciones» con su motivo."),
    Example(bad='texto: "Tuberías rotas."', good='texto: "Fugas en la red."', path=_TREE),
)
DRAFT_ID = Rule(
    "HIS07",
    Severity.WARNING,
    msg("«{id}» ({kind}) estaba en el borrador publicado; ya no está, o ahora nombra otra cosa."),
    _CITED,
    msg("Mejor deje cada identificador con lo suyo y dé uno nuevo a lo nuevo, aunque los números queden salteados."),
    Example(bad='- id: "a1.1"\n  titulo: "Licitar"', good='- id: "a1.2"\n  titulo: "Licitar"'),
)
DATE_MOVED = Rule(
    "HIS08",
    Severity.ERROR,
    msg("«{key}» de «{activity}» pasó de {before} a {after} sin una reprogramación que lo diga."),
    _SIGNED,
    msg(
        "Devuelva la fecha, o añada al final de «reprogramaciones» una entrada que parta de {before}, "
        "con su motivo y la sesión en que se acordó."
    ),
    Example(bad='conclusion: "2020-05-31"', good='conclusion: "2020-03-31"', path=_ROADMAP),
    replaces=_DATE_IN_FORCE,
)
DRAFT_DATE_MOVED = Rule(
    "HIS09",
    Severity.NOTICE,
    msg("«{key}» de «{activity}» pasó de {before} a {after} en el borrador."),
    msg("Un borrador puede cambiar, pero quien ya leyó la fecha anterior debe poder saberlo."),
    msg("Si las dos partes acordaron moverla, añada una entrada en «reprogramaciones». Si es una corrección, déjelo."),
    Example(bad='conclusion: "2020-05-31"', good='conclusion: "2020-03-31"'),
)
RESCHEDULING_CHANGED = Rule(
    "HIS10",
    Severity.ERROR,
    msg("La reprogramación de «{activity}» del {date} ya no está como se publicó."),
    msg("Cuántas veces y por qué se movió una fecha es parte de la rendición de cuentas."),
    msg("Devuelva la entrada como estaba y en su orden. Si la fecha volvió a moverse, añada otra al final."),
    Example(bad='motivo: "Ajuste."', good='motivo: "La licitación quedó desierta."'),
    replaces=_DATE_IN_FORCE,
)
UNSIGNED = Rule(
    "HIS11",
    Severity.ERROR,
    msg("La hoja de ruta estaba firmada y ahora dice «{found}»."),
    _SIGNED,
    msg("Vuelva a poner «{expected}». Lo que las partes acuerden cambiar va en la misma hoja, con una versión más."),
    Example(bad='estado_documental: "borrador"', good='estado_documental: "firmada"', path=_ROADMAP),
)
SIGNED_TERMS = Rule(
    "HIS12",
    Severity.ERROR,
    msg("Cambió lo firmado ({fields}) y «{key}» sigue en {version}."),
    _SIGNED,
    msg("Devuelva lo que cambió. Si las dos partes lo acordaron, suba «{key}» en uno en la misma propuesta."),
    Example(bad="valor: 3", good="valor: 5", path=_ROADMAP),
)
RECORD_REMOVED = Rule(
    "HIS13",
    Severity.ERROR,
    msg("El registro «{id}» ({kind}) estaba publicado y ya no está."),
    _ON_RECORD,
    msg("Devuélvalo como estaba. Si tiene un error, se corrige con un registro nuevo que lo diga."),
    Example(bad='- "2020-03-31-gob.md" (sin el archivo)', good='corrige: "2020-03-31-gob"'),
)
RECORD_EDITED = Rule(
    "HIS14",
    Severity.ERROR,
    msg("El registro «{id}» ({kind}) ya estaba publicado y aquí cambió."),
    _ON_RECORD,
    msg("Devuélvalo como estaba. Para corregirlo, añada un registro nuevo; un avance lleva «corrige» y su motivo."),
    Example(bad="porcentaje: 60", good="porcentaje: 40", path=_REPORT),
)
EVIDENCE_REMOVED = Rule(
    "HIS15",
    Severity.ERROR,
    msg("La evidencia «{name}» de «{activity}» estaba publicada y ya no está como estaba."),
    msg("La evidencia es lo que permite a cualquiera comprobar un avance, también años después."),
    msg("Devuélvala. Si está mal o ya no abre, dígalo en un avance nuevo que traiga la buena."),
    Example(bad="evidencias: []", good='evidencias:\n  - titulo: "Acta"\n    archivo: "acta.pdf"'),
)
EVIDENCE_REPLACED = Rule(
    "HIS16",
    Severity.ERROR,
    msg("El archivo de evidencia «{file}» ya estaba publicado y ahora tiene otro contenido."),
    msg("La evidencia es lo que permite a cualquiera comprobar un avance, también años después."),
    msg("Devuelva el archivo. El nuevo se sube con otro nombre y se muestra en un avance nuevo."),
    Example(bad='archivo: "acta.pdf" (otro archivo)', good='archivo: "acta-2.pdf"'),
    # That says to copy the new fingerprint, when it is the file that has to come back.
    replaces=(("EVI03", "file"),),
)
LEFT_UNSAID = Rule(
    "HIS18",
    Severity.NOTICE,
    msg("«{organisation}» ya no está en «{key}», y ningún relevo dice desde cuándo."),
    msg("Así es como si nunca hubiera estado, y cambian cifras que ya se publicaron."),
    msg("Si dejó el compromiso, añada a «{handovers}» desde qué día y por qué. Si nunca debió estar, déjelo así."),
    Example(
        bad='corresponsables:\n  - "osc"',
        good='corresponsables:\n  - "osc"\nrelevos:\n  - fecha: "2020-05-29"\n    papel: "corresponsable"\n'
        '    deja: "red"\n    motivo: "Cerró sus oficinas."',
    ),
)
JOINED_UNSAID = Rule(
    "HIS19",
    Severity.NOTICE,
    msg("«{organisation}» es nueva en «{key}», y ningún relevo dice desde cuándo."),
    msg(
        "Así es como si hubiera estado desde el principio: podría firmar con fecha anterior, y cambian cifras de antes."
    ),
    msg("Si se sumó después, añada a «{handovers}» desde qué día y por qué. Si siempre debió estar, déjelo así."),
    Example(
        bad='corresponsables:\n  - "osc"\n  - "gob"',
        good='corresponsables:\n  - "osc"',
        path="commitments/01-agua/compromiso.md",
    ),
)
HANDOVER_CHANGED = Rule(
    "HIS17",
    Severity.ERROR,
    msg("El relevo de «{organisation}» del {date} ya no está como se publicó."),
    msg("De los relevos depende quién podía firmar cada día, y con ello cifras que ya se publicaron."),
    msg("Devuelva la entrada como estaba y en su orden. Si hubo otro relevo, añádalo al final."),
    Example(bad='fecha: "2020-05-04"', good='fecha: "2020-07-01"'),
)

RULES = (
    COMMITMENT_REMOVED,
    ID_REMOVED,
    ID_CHANGED,
    ID_REUSED,
    OTHER_KIND,
    OTHER_WORDS,
    DRAFT_ID,
    DATE_MOVED,
    DRAFT_DATE_MOVED,
    RESCHEDULING_CHANGED,
    UNSIGNED,
    SIGNED_TERMS,
    RECORD_REMOVED,
    RECORD_EDITED,
    EVIDENCE_REMOVED,
    EVIDENCE_REPLACED,
    LEFT_UNSAID,
    JOINED_UNSAID,
    HANDOVER_CHANGED,
)
