"""Handovers: who could sign on a day, whoever came or left since, and handovers that cannot have been."""

from __future__ import annotations

import pytest
from plans import (
    ACTORS,
    COMMITMENT,
    COMMITMENT_PATH,
    REPORT,
    REPORT_PATH,
    VALID,
    VERIFICATION,
    VERIFICATION_PATH,
    loaded,
    said,
)

from actionplan.diff.compare import Comparison
from actionplan.findings import Finding
from actionplan.rules.history_checks import check_changes

NEWCOMERS = "".join(
    f'  - id: "{name}"\n    nombre: "{name.title()}"\n    sector: "{sector}"\n    fuentes:\n      - "acta"\n'
    f'    certeza: "exacta"\n'
    for name, sector in (("sec", "gobierno"), ("red", "sociedad_civil"))
)
Files = dict[str, str | bytes]


def handover(on: str, role: str, leaves: str = "", enters: str = "", agreed: str = "") -> str:
    """An entry of the list."""
    lines = [f'fecha: "{on}"', f'papel: "{role}"', *([f'deja: "{leaves}"'] if leaves else [])]
    lines += [f'entra: "{enters}"'] if enters else []
    lines += ['motivo: "Reforma de la administración."', *([f'acordada_en: "{agreed}"'] if agreed else [])]
    return "  - " + "\n    ".join(lines) + "\n"


def files(*handovers: str, lead: str = "gob", partner: str = "osc", **more: str) -> Files:
    """The valid plan with the lead, the partner and the handovers of its commitment."""
    told = f"relevos:\n{''.join(handovers)}" if handovers else ""
    text = COMMITMENT.replace('institucion: "gob"', f'institucion: "{lead}"')
    text = text.replace('corresponsables:\n  - "osc"\n', f'corresponsables:\n  - "{partner}"\n{told}')
    return {**VALID, "plan/actores.yml": ACTORS + NEWCOMERS, COMMITMENT_PATH: text, **more}


def short(finding: Finding) -> str:
    """``file line:column CODE``."""
    return said(finding).rpartition("/")[2].replace(":", " ", 1)


def found(made: Files) -> list[str]:
    """``file line:column CODE`` of each finding."""
    return [short(finding) for finding in loaded(made).findings]


def since(base: Files, head: Files) -> list[str]:
    """What is found against what was published."""
    return [short(finding) for finding in check_changes(Comparison(loaded(base).plan, loaded(head).plan))]


def told(made: Files) -> list[tuple[str, str]]:
    """What is wrong and how to mend it."""
    findings = loaded(made).findings
    return [(finding.message().removesuffix(f" {finding.why}"), finding.fix()) for finding in findings]


ANOTHER = (
    "Corrija la institución o dé de alta a la nueva en el compromiso. "
    "Si lo era y después dejó de serlo, anótelo en su «relevos»."
)
LEAD = handover("2020-07-01", "responsable", "gob", "sec")
PARTNER = handover("2020-07-01", "corresponsable", "osc", "red")


# What was signed before stands.


def test_without_a_handover_whoever_is_replaced_could_never_sign() -> None:
    assert found(files(lead="sec", partner="red")) == ["2020-03-31-gob.md 5:10 SEG02", "2020-04-10-osc.md 5:15 SEG01"]


def test_with_handovers_what_was_signed_before_stands() -> None:
    assert found(files(LEAD, PARTNER, lead="sec", partner="red")) == []


@pytest.mark.parametrize(("on", "expected"), [("2020-03-31", ["2020-03-31-gob.md 5:10 SEG02"]), ("2020-04-01", [])])
def test_from_its_day_on_only_the_newcomer_signs(on: str, expected: list[str]) -> None:
    assert found(files(handover(on, "responsable", "gob", "sec"), lead="sec")) == expected


def test_the_newcomer_could_not_sign_before() -> None:
    early = {REPORT_PATH.replace("gob", "sec"): REPORT.replace('"gob"', '"sec"')}
    assert found(files(LEAD, lead="sec", **early)) == ["2020-03-31-sec.md 5:10 SEG02"]
    assert told(files(LEAD, lead="sec", **early)) == [
        (
            "«sec» no era institución responsable del compromiso el 2020-03-31.",
            f"Responsables ese día: gob. {ANOTHER}",
        )
    ]


def test_who_left_as_lead_could_not_verify_by_that() -> None:
    wrong = handover("2020-07-01", "responsable", "osc", "gob")
    assert found(files(wrong, partner="red")) == ["2020-04-10-osc.md 5:15 SEG01", "2020-03-31-gob.md 5:10 SEG02"][::-1]


def test_a_handover_without_a_newcomer_is_told_too() -> None:
    assert found(files(handover("2020-07-01", "corresponsable", "osc"), partner="red")) == []


def test_who_joined_without_replacing_anybody_signs_from_that_day_on() -> None:
    joined = handover("2020-04-10", "corresponsable", enters="red")
    both = files(joined, partner='osc"\n  - "red')
    assert found(both) == []
    assert both[VERIFICATION_PATH] == VERIFICATION
    for on, expected in (("2020-04-09", ["2020-04-09-red.md 5:15 SEG01"]), ("2020-04-10", [])):
        text = VERIFICATION.replace("2020-04-10", on).replace('"osc"', '"red"')
        assert found({**both, VERIFICATION_PATH.replace("2020-04-10-osc", f"{on}-red"): text}) == expected


def test_a_handover_tells_who_leaves_or_who_enters() -> None:
    assert found(files(handover("2020-07-01", "corresponsable"))) == ["compromiso.md 18:5 SEG16"]
    unsure = handover("2020-07-01", "corresponsable", "osc").replace('"osc"', "5")
    assert [line.rpartition(" ")[2] for line in found(files(unsure))] == ["FOR12"]


def test_who_left_and_came_back_signed_in_between_never() -> None:
    made = files(
        handover("2020-03-01", "responsable", "gob", "sec"), handover("2020-07-01", "responsable", "sec", "gob")
    )
    assert found(made) == ["2020-03-31-gob.md 5:10 SEG02"]


def test_handovers_that_were_refused_accuse_nobody() -> None:
    broken = PARTNER.replace('"2020-07-01"', '"julio"')
    assert [line.rpartition(" ")[2] for line in found(files(broken, partner="red"))] == ["FOR14"]


# Handovers that cannot have been.


def test_who_left_is_not_there_any_more_and_who_entered_is() -> None:
    made = files(handover("2020-07-01", "responsable", "gob", "sec"))
    assert found(made) == ["compromiso.md 20:11 SEG11", "compromiso.md 21:12 SEG12"]
    assert told(made) == [
        (
            "«gob» dejó el compromiso el 2020-07-01, pero sigue en «responsables».",
            "Quítela de «responsables», o corrija el relevo. Si volvió después, añada ese otro relevo.",
        ),
        (
            "«sec» entró al compromiso el 2020-07-01, pero no está en «responsables».",
            "Añádala a «responsables», o corrija el relevo. Si también salió después, añada ese otro relevo.",
        ),
    ]


def test_handovers_one_after_the_other_are_one_story() -> None:
    chain = [handover("2020-07-01", "responsable", "gob", "sec"), handover("2020-09-01", "responsable", "sec", "red")]
    assert found(files(*chain, lead="red")) == []
    assert found(files(*reversed(chain), lead="red")) == ["compromiso.md 23:12 SEG13"]


def test_a_handover_stays_as_it_was_published() -> None:
    base, later = files(LEAD, lead="sec"), files(LEAD, PARTNER, lead="sec", partner="red")
    reworded = files(LEAD.replace("2020-07-01", "2020-08-01"), lead="sec")
    assert since(base, later) == []
    assert since(base, reworded) == ["compromiso.md 18:5 HIS17"]
    assert since(later, base) == ["compromiso.md 18:3 HIS17"]
    for refused in ('"2020-07-01"', '"gob"'):
        assert since(base, files(LEAD.replace(refused, "5"), lead="sec")) == []  # perhaps it is this one


# Who came or left in silence, since something was reported.


def since_joint(
    *handovers: str, partner: str, lead: str = "gob", base: str = 'osc"\n  - "red', **more: str
) -> list[str]:
    """What is found when the partners, ``osc`` and ``red``, are others."""
    return since(files(partner=base, **more), files(*handovers, partner=partner, lead=lead, **more))


def test_who_left_without_a_handover_is_told_unless_what_it_signed_says_so() -> None:
    assert since_joint(partner="osc") == ["compromiso.md 16:3 HIS18"]
    assert since_joint(handover("2020-07-01", "corresponsable", "red"), partner="osc") == []
    assert since_joint(handover("2020-07-01", "responsable", "red"), partner="osc") == ["compromiso.md 16:3 HIS18"]
    assert since_joint(partner="red") == []  # SEG01 of its verification
    base, head = loaded(files(partner='osc"\n  - "red')).plan, loaded(files()).plan
    [finding] = check_changes(Comparison(base, head))
    assert finding.message().startswith("«red» ya no está en «corresponsables», y ningún relevo dice desde cuándo.")


def test_who_joined_without_a_handover_is_told() -> None:
    assert since_joint(partner='osc"\n  - "red', base="osc") == ["compromiso.md 16:3 HIS19"]
    joined = handover("2020-07-01", "corresponsable", enters="red")
    assert since_joint(joined, partner='osc"\n  - "red', base="osc") == []
    assert since(files(), files(lead="sec")) == ["compromiso.md 13:3 HIS19"]


def test_before_anything_is_reported_partners_come_and_go() -> None:
    base, head = files(partner="red"), files()
    for made in (base, head):
        del made[REPORT_PATH], made[VERIFICATION_PATH]
    assert since(base, head) == []


# What they name.


def test_a_handover_names_actors_and_a_session_that_are_there() -> None:
    made = files(handover("2020-07-01", "corresponsable", "nadie", "red", agreed="s9"), partner="red")
    assert [line.rpartition(" ")[2] for line in found(made)] == ["SEG01", "REF02", "REF02"][::-1]
