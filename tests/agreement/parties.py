"""A plan whose institution and organisation have accounts at the forge."""

from __future__ import annotations

from plans import ACTORS, PLAN, VALID, loaded

from actionplan.model import Plan

OTHERS = """\
  - id: "otra"
    nombre: "Otra organización"
    sector: "academia"
    cuentas:
      - "OtraCuenta"
    fuentes:
      - "acta"
    certeza: "exacta"
"""


def files_with_accounts(gob: str = "gob-uno gob-dos", osc: str = "osc-uno") -> dict[str, str]:
    """The files of the valid plan with accounts of the institution and of the organisation; both sit at the forum."""

    def listed(accounts: str) -> str:
        return "    cuentas:\n" + "".join(f'      - "{account}"\n' for account in accounts.split()) if accounts else ""

    actors = ACTORS.replace('    sector: "gobierno"\n', f'    sector: "gobierno"\n{listed(gob)}')
    actors = actors.replace('    sector: "sociedad_civil"\n', f'    sector: "sociedad_civil"\n{listed(osc)}')
    plan = PLAN.replace('    - actor: "gob"\n', '    - actor: "gob"\n    - actor: "osc"\n')
    return {**VALID, "plan/actores.yml": actors + OTHERS, "plan/plan.yml": plan}


def with_accounts(gob: str = "gob-uno gob-dos", osc: str = "osc-uno") -> Plan:
    """That plan."""
    return loaded(files_with_accounts(gob, osc)).plan
