"""``plan rules``: every rule, with its reason and its remedy."""

from __future__ import annotations

from itertools import groupby

import typer

from actionplan.findings.rules import RULES


def rules() -> None:
    """Lista las reglas con las que se revisa el plan."""
    for family, rules_of in groupby(RULES, key=lambda rule: rule.family):
        typer.echo(f"{family.label} ({family})")
        for rule in rules_of:
            typer.echo(f"  {rule.code} {rule.severity}: {rule.what}\n      {rule.why}\n      {rule.fix}")


if __name__ == "__main__":
    typer.run(rules)
