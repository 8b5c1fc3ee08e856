"""The figures as data: nothing lost, nothing rounded but in print, nothing invented."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner
from plans import VALID, write
from tracked import action, activity, files_of, report, roadmap, tracked

from actionplan.exports.figures import figures_csv, figures_json, plain
from actionplan.metrics import METRICS
from actionplan.metrics.measure import measure
from scripts.plan import plan as command

WAITING = activity("a1.2", "2020-01-01", "2020-03-31", waits="a1.1 CC")
PLAN = tracked(
    roadmap(
        action("a1", activity("a1.1", "2020-01-01", "2020-12-31"), WAITING),
        action("a2", activity("a2.1")),
    ),
    report("2020-06-30", "a1.1 en_proceso 25"),
)


def test_json_has_every_thing_that_is_measured_with_its_rules() -> None:
    found = json.loads(figures_json(measure(PLAN)))
    assert found["date"] == "2020-12-31"
    assert set(found["rules"]) == {metric.key for metric in METRICS}
    assert set(found["activities"]) == {"c01/a1.1", "c01/a1.2", "c01/a2.1"}
    assert found["activities"]["c01/a2.1"]["real"] is None
    assert found["commitments"]["c01"]["real"] == 6.25
    assert found["commitments"]["c01"]["coverage"] == {"have": 1, "of": 3}
    assert found["plan"]["all"]["real"] == {"value": 6.25, "of": 1}
    assert (found["institutions"]["gob"]["states"]["under_way"], found["goals"]["6"]["overdue"]) == (1, 1)
    assert found["critical_paths"]["c01"]["undated"] == ["a2.1"]
    assert found["activities"]["c01/a1.1"]["critical"] is True
    assert (found["activities"]["c01/a1.1"]["slip"], found["activities"]["c01/a2.1"]["slip"]) == (10, None)


def test_csv_has_a_row_for_every_figure_of_the_json() -> None:
    rows = list(csv.DictReader(io.StringIO(figures_csv(measure(PLAN)))))
    cells = {(row["scope"], row["id"], row["figure"]): row["value"] for row in rows}
    assert len(cells) == len(rows)
    assert cells["commitments", "c01", "real"] == "6.25"
    assert cells["activities", "c01/a2.1", "real"] == ""
    assert cells["plan", "all", "coverage.of"] == "3"
    assert {row["date"] for row in rows} == {"2020-12-31"}


def test_figures_are_rounded_half_up_to_four_places_and_only_here() -> None:
    assert [plain(Fraction(1, 3)), plain(Fraction(1, 20000)), plain(Fraction(50))] == [0.3333, 0.0001, 50]
    with pytest.raises(TypeError):
        plain(object())


def test_the_verb_prints_the_figures_of_a_day_and_refuses_what_it_cannot_read(tmp_path: Path) -> None:
    write(tmp_path, VALID)

    def run(*asked: str) -> tuple[int, str, str]:
        done = CliRunner().invoke(command, ["metrics", "--root", str(tmp_path), *asked])
        return done.exit_code, done.stdout, done.stderr

    assert json.loads(run()[1])["date"] == "2020-12-31"
    assert json.loads(run("--corte", "2020-01-20")[1])["plan"]["all"]["real"]["value"] is None
    assert run("--format", "csv")[1].startswith("scope,id,figure,value,date\n")
    for asked in (("--format", "xml"), ("--corte", "ayer"), ("--revision", "v1"), ("--root", "/no/hay")):
        code, out, err = run(*asked)
        assert (code, out) == (2, "")
        assert err.strip()


@pytest.mark.parametrize("revision", [(), ("--revision", "HEAD")])
def test_files_in_custody_count_for_the_verb_as_they_do_on_the_site(tmp_path: Path, revision: tuple[str, ...]) -> None:
    road = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-12-31", means="v1")))
    write(tmp_path, files_of(road, report("2020-06-30", "a1.1 completado 100 +v1")))
    for order in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "Empieza")):
        who = ("-c", "user.name=Nadie", "-c", "user.email=nadie@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(tmp_path), *who, *order], check=True)
    done = CliRunner().invoke(command, ["metrics", "--root", str(tmp_path), *revision])
    figures = json.loads(done.stdout)["commitments"]["c01"]
    assert (figures["real"], figures["evidence"]) == (100, {"have": 1, "of": 1})
