"""Rules on the two keys: the institution reports, the co-responsible organisation verifies."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Rule
from actionplan.language.messages import msg

NOT_A_PARTNER = Rule(
    "SEG01",
    Severity.ERROR,
    msg("«{organisation}» no es organización corresponsable del compromiso."),
    msg("La segunda llave sólo vale si la gira quien firmó como corresponsable."),
    msg("Corresponsables: {partners}. Corrija la organización o dé de alta a la nueva en el compromiso."),
)
NOT_A_LEAD = Rule(
    "SEG02",
    Severity.ERROR,
    msg("«{organisation}» no es institución responsable del compromiso."),
    msg("Sólo quien responde por el compromiso puede reportar su avance."),
    msg("Responsables: {leads}. Corrija la institución o dé de alta a la nueva en el compromiso."),
)
NO_REASON = Rule(
    "SEG03",
    Severity.ERROR,
    msg("La impugnación de «{activity}» no trae motivo."),
    msg("La otra parte no puede responder a lo que no se le dice."),
    msg("Añada «motivo» con lo que falta o no coincide."),
)
