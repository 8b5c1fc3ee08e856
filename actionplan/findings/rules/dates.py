"""Rules on dates."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Rule
from actionplan.language.messages import msg

END_BEFORE_START = Rule(
    "FEC01",
    Severity.ERROR,
    msg("La conclusión ({end}) es anterior al inicio ({start})."),
    msg("Con esas fechas no se puede calcular ni plazo ni atraso."),
    msg("Corrija una de las dos fechas."),
)
AFTER_CUTOFF = Rule(
    "FEC02",
    Severity.ERROR,
    msg("La fecha {date} es posterior al corte del plan ({cutoff})."),
    msg("Las cifras del sitio se calculan al día del corte: no puede haber registros posteriores."),
    msg("Corrija la fecha o pida que se mueva el corte en «plan/plan.yml»."),
)
