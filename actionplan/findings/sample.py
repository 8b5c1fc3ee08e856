"""The files of the sample plan in which the examples of rules stand."""

from typing import Final

TREE: Final = "plan/3-arboles/agua.md"
COMMITMENT: Final = "commitments/01-agua/compromiso.md"
ROADMAP: Final = "commitments/01-agua/hoja-de-ruta.md"
REPORT: Final = "commitments/01-agua/avances/2020-03-31-gob.md"
VERIFICATION: Final = "commitments/01-agua/verificaciones/2020-04-10-osc.md"
