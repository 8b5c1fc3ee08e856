"""The follow-up through its whole workflow: what is said on which day, to whom, and that it ends when it is cured."""

from __future__ import annotations

import re
from typing import Any

from plans import COMMITMENT_PATH, REPORT_PATH
from tracked import PROOF, report
from workflows.rig import PUBLISHED, Forge, Run

DAILY, MONDAY = "23 13 * * *", "53 13 * * 1"
REMIND, ASK, TELL = "Recordar vencimientos", "Preguntar a los enlaces de evidencia", "Decir los pendientes"
HOME = PUBLISHED["plan/plan.yml"].replace(
    "periodo:", 'forja: "https://github.com/o/r"\najustes:\n  seguimiento_automatico: true\nperiodo:'
)
HOSTILE = "$(touch $RIG_CANARY) `touch $RIG_CANARY` @todas -x; touch $RIG_CANARY"
# Nobody is asked about an address that is not public.
GONE = '    evidencias:\n      - titulo: "Acta"\n        url: "https://10.0.0.1/acta"\n        medio: "v1"\n'
PLAN = {
    "plan/plan.yml": HOME,
    COMMITMENT_PATH: PUBLISHED[COMMITMENT_PATH].replace('titulo: "Agua medida"', f'titulo: "{HOSTILE}"'),
    REPORT_PATH: PUBLISHED[REPORT_PATH].replace("porcentaje: 40\n", f"porcentaje: 40\n{GONE}"),
}


CURE = report("2020-05-08", "a1.1 completado 100 conclusion_real=2020-05-07 +v1")
CURED = CURE | {f"{COMMITMENT_PATH.rpartition('/')[0]}/evidencias/acta.pdf": PROOF.decode()}


class Desk:
    """Issues of a forge, from one day to the next."""

    def __init__(self, forge: Forge) -> None:
        self.forge = forge
        forge.state = {"issues": {}, "pulls": {}, "comments": {}}
        forge.publishes(PLAN)

    def runs(self, day: str, schedule: str) -> Run:
        """The workflow on a day: as scheduled, or begun by hand."""
        self.forge.state["asked"] = []
        event = "schedule" if schedule else "workflow_dispatch"
        payload: dict[str, object] = {"repository": {"full_name": "o/r"}} | ({"schedule": schedule} if schedule else {})
        run = self.forge.act("weekly.yml", event, payload, RIG_TODAY=day, PAUSE="0")
        assert not self.forge.canary.exists()
        return run

    def part(self, name: str) -> dict[str, Any]:
        found = self.forge.state[name]
        assert isinstance(found, dict)
        return found

    @property
    def issues(self) -> dict[str, tuple[str, str]]:
        return {number: (issue["state"], issue["title"]) for number, issue in self.part("issues").items()}

    @property
    def asked(self) -> list[str]:
        """What the forge was asked to change, without the texts."""
        asked = self.forge.state["asked"]
        assert isinstance(asked, list)
        return [" ".join(part for part in it if isinstance(part, str)) for it in asked]

    def told(self, number: str) -> list[str]:
        """The headings of an issue; whatever it calls or runs is the institution's account."""
        body = self.part("issues")[number]["body"]
        assert re.findall(r"@(?!&#8203;).+", body) == ["@gob-uno"]
        assert not re.search(r"(?<!\\)[`$]", body)
        return re.findall(r"^### (.+)", body, re.MULTILINE)


def test_what_falls_due_and_what_is_owed_is_opened_on_its_day_and_closed_once_it_is_cured(forge: Forge) -> None:
    desk = Desk(forge)
    opened = ["label create seguimiento", "issue create"]
    due, owed = (f"{it}: Secretaría de Prueba" for it in ("Próximos vencimientos", "Pendientes de seguimiento"))

    run = desk.runs("2020-03-25", DAILY)
    assert (run.code, run.steps.keys() & {REMIND, ASK, TELL}) == (0, {REMIND})
    assert (desk.asked, desk.issues) == (opened, {"1": ("open", due)})
    assert desk.told("1") == ["En los próximos 7 días"]

    run = desk.runs("2020-05-04", MONDAY)
    assert (run.code, run.steps.keys() & {REMIND, ASK, TELL}) == (0, {ASK, TELL})
    assert (desk.asked, desk.issues) == (opened, {"1": ("open", due), "2": ("open", owed)})
    assert desk.told("2") == ["Actividades vencidas", "Impugnaciones sin respuesta", "Evidencias que ya no abren"]

    forge.publishes(CURED)
    run = desk.runs("2020-05-09", "")
    assert (run.code, run.steps.keys() & {REMIND, ASK, TELL}) == (0, {REMIND, ASK, TELL})
    ending = [[f"issue {do} {number}" for do in ("comment", "edit", "close")] for number in "12"]
    assert desk.asked == [opened[0], *ending[0], opened[0], *ending[1]]
    assert desk.issues == {"1": ("closed", due), "2": ("closed", owed)}
    assert [
        it["body"].partition(":")[0].partition(".")[0] for said in desk.part("comments").values() for it in said
    ] == [
        "Ya no hay actividades por concluir en los próximos 30 días",
        "Ya no falta nada de lo que aquí se pedía",
    ]
