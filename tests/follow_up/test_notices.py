"""What an organisation is told: what there is, what it means, what to do; and nothing that the plan smuggles in."""

from __future__ import annotations

import re
from html import unescape

import pytest
from follow_up.told import FILES, FORGE, ROAD, told
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from plans import ACTORS, COMMITMENT, COMMITMENT_PATH, PLAN, loaded
from tracked import action, activity, day, files_of, report, roadmap, ruling

from actionplan.follow_up.evidence_links import Link, LinkCause, LinkState, Seen
from actionplan.follow_up.follow_ups import FollowUp, FollowUpKind, Topic
from actionplan.follow_up.notices import LONGEST, NoticeWriter, notices

HOSTILE = (
    "@todos ${{ github.token }} ![x](https://malo.example/p.png) [y](javascript:z) <script> #1 www.malo.example "
    "`id` $(id) ::error::x --> <!-- fin --> | tabla | ~~~ \\ & &amp; **negrita** https://malo.example o/r#2"
)
LINE = re.compile(r"^- .*$", re.MULTILINE)


def body_of(files: dict[str, str | bytes], on: str, topic: Topic = Topic.PENDING, **more: str) -> str:
    return told(loaded(files).plan, on, topic, **more)["gob"].body  # type: ignore[arg-type]  # one string more


def html_of(body: str) -> str:
    return Markdown(extensions=["tables", "fenced_code"]).convert(body)


def test_the_whole_of_a_notice() -> None:
    notice = told(loaded(FILES).plan, "2020-07-01")["gob"]
    assert notice.title == "Pendientes de seguimiento: Secretaría de Prueba"
    assert notice.body == (
        "@Gob-Uno\n"
        "\n"
        "Esto es lo que hoy le toca a **Secretaría de Prueba** en el seguimiento del plan, según lo publicado. Un "
        "programa lo pone al día cada semana y cierra este aviso cuando ya no falta nada. Si algo no es como dice, "
        "responda aquí: lo leerá una persona.\n"
        "\n"
        "### Actividades vencidas\n"
        "\n"
        "Debían concluir en la fecha que se indica y no están completadas con su evidencia.\n"
        "\n"
        f"- [c01 Agua medida](<{FORGE}/blob/main/{COMMITMENT_PATH}>), actividad a1.1, «Actividad a1.1»: debía "
        f"concluir el 30 de junio de 2020. Estado: En proceso. [Informar un avance](<{FORGE}/issues/new?template="
        "avance.yml&compromiso=c01&actividad=a1.1>)\n"
        "\n"
        "**Qué sigue:** Informe cómo va cada una. Lo completado lleva una evidencia de cada medio de verificación. Si "
        "hace falta otra fecha, se acuerda en el foro y se anota en la hoja de ruta.\n"
    )


def test_links_lead_to_the_site_if_it_is_known_and_nowhere_if_nothing_is() -> None:
    assert "](<https://plan.example/mi-plan/compromisos/01-agua/>)" in body_of(
        FILES, "2020-07-01", site="https://plan.example/mi-plan/"
    )
    bare = body_of({**FILES, "plan/plan.yml": PLAN}, "2020-07-01")
    [line] = LINE.findall(bare)
    assert line.startswith("- c01 Agua medida, actividad a1.1, «Actividad a1.1»: debía concluir el 30 de junio de 2020")
    assert line.endswith(". Estado: En proceso.")


def test_a_cut_off_that_lies_behind_is_said_since_it_bars_the_way() -> None:
    said = "El corte del plan es el 31 de diciembre de 2020, y la revisión no admite avances posteriores"
    assert said not in body_of(FILES, "2020-12-31")
    assert said in body_of(FILES, "2021-01-01")


@pytest.mark.parametrize(
    ("follow_up", "line"),
    [
        (
            FollowUp(FollowUpKind.SILENT, "gob", "c01", day("2020-07-03"), 3),
            "- c01 Agua medida: se espera un avance desde el 3 de julio de 2020.\n",
        ),
        (
            FollowUp(
                FollowUpKind.CONTESTED, "gob", "c01", day("2020-07-03"), 3, "a1.1", "2020-05-01-gob", "Falta.", by="osc"
            ),
            (
                "- c01 Agua medida, actividad a1.1, «Actividad a1.1»: Organización de Prueba impugnó el avance "
                "2020-05-01-gob el 3 de julio de 2020: «Falta».\n"
            ),
        ),
        (
            FollowUp(FollowUpKind.CONTESTED, "gob", "c01", day("2020-07-03"), 3, "a9", "2020-05-01-gob", by="osc"),
            (
                "- c01 Agua medida, actividad a9: Organización de Prueba impugnó el avance 2020-05-01-gob el 3 de "
                "julio de 2020: «sin motivo escrito».\n"
            ),
        ),
        (
            FollowUp(
                *(
                    FollowUpKind.LOST,
                    "gob",
                    "c01",
                    day("2020-05-01"),
                    3,
                    "a1.1",
                    "2020-05-01-gob",
                    "Acta",
                    LinkCause.GONE.value,
                ),
                url="https://x.example/a",
            ),
            (
                "- c01 Agua medida, actividad a1.1, «Actividad a1.1», avance 2020-05-01-gob: «Acta», "
                "https:&#8203;//x.example/a: el sitio dice que ya no existe.\n"
            ),
        ),
        (
            FollowUp(
                FollowUpKind.WAITING, "osc", "c01", day("2020-05-01"), 60, record="2020-05-01-gob", why="a1.1, a1.2"
            ),
            "- c01 Agua medida, avance 2020-05-01-gob, del 1 de mayo de 2020. Actividades: a1.1, a1.2.\n",
        ),
        (
            FollowUp(FollowUpKind.WEEK, "gob", "c01", day("2020-06-30"), 5, "a1.1", why="En proceso"),
            (
                "- c01 Agua medida, actividad a1.1, «Actividad a1.1»: concluye el 30 de junio de 2020. Estado: En "
                "proceso.\n"
            ),
        ),
    ],
)
def test_each_kind_in_a_line(follow_up: FollowUp, line: str) -> None:
    assert NoticeWriter(loaded({**FILES, "plan/plan.yml": PLAN}).plan, "").line(follow_up) == line


def test_what_asks_for_nothing_is_told_only_beside_what_does() -> None:
    proof = '    evidencias:\n      - titulo: "Acta"\n        url: "https://x.example/a"\n        copia: "https://y.example/a"\n'
    [(path, text)] = report("2020-05-01", "a1.1 en_proceso 40").items()
    files = {**FILES, path: text.replace("porcentaje: 40\n", f"porcentaje: 40\n{proof}", 1)}
    kept = {Link("https://x.example/a", "https://y.example/a"): Seen(LinkState.KEPT, LinkCause.SILENT)}
    plan = loaded(files).plan
    assert "gob" not in told(plan, "2020-06-30", links=kept)
    notice = told(plan, "2020-07-01", links=kept)["gob"]
    assert "### Para su información: evidencias que sólo abren en su copia" in notice.body
    assert len(notice.lines) == 1


def test_only_the_accounts_of_the_organisation_itself_are_called() -> None:
    actors = ACTORS.replace('sector: "gobierno"\n', 'sector: "gobierno"\n    cuentas:\n      - "uno"\n      - "dos"\n')
    actors = actors.replace('sector: "sociedad_civil"\n', 'sector: "sociedad_civil"\n    cuentas:\n      - "otra"\n')
    contested = ruling("2020-05-03", "2020-05-01-gob", "a1.1 impugnado")
    body = body_of({**FILES, **contested, "plan/actores.yml": actors}, "2020-07-01")
    assert re.findall(r"@[\w-]+", body) == ["@uno", "@dos"]


def hostile_files(text: str) -> dict[str, str | bytes]:
    """The plan with a text in the places that notices quote."""
    said = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    title = said.replace("<", "").replace(">", "")
    contested = ruling("2020-05-03", "2020-05-01-gob", "a1.1 impugnado")
    [(path, verification)] = contested.items()
    return {
        **FILES,
        path: verification.replace('"Se vio."', said),
        COMMITMENT_PATH: COMMITMENT.replace('titulo: "Agua medida"', f"titulo: {title}"),
        "plan/actores.yml": ACTORS.replace('nombre: "Secretaría de Prueba"', f"nombre: {title}").replace(
            'nombre: "Organización de Prueba"', f"nombre: {title}"
        ),
        "commitments/01-agua/hoja-de-ruta.md": ROAD.replace('titulo: "Actividad a1.1"', f"titulo: {title}"),
    }


def assert_inert(body: str) -> None:
    html = html_of(body)
    assert set(re.findall(r"</?(\w+)", html)) <= {"h3", "p", "ul", "li", "a", "strong"}
    assert {url.startswith(FORGE) for url in re.findall(r'(?:href|src)="([^"]*)"', html)} <= {True}
    text = unescape(re.sub(r"<[^>]+>", "", html))
    assert not re.search(r"[@#]\w|www\.|://", text)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", body)
    assert "<!--" not in body


def test_what_the_plan_says_stays_text() -> None:
    notice = told(loaded(hostile_files(HOSTILE)).plan, "2020-07-01")["gob"]
    assert_inert(notice.body)
    assert_inert(notice.news(frozenset()))
    assert "\n" not in notice.title
    assert html_of(notice.body).count("<strong>") == 3  # the name and the two headings of what follows
    # CommonMark takes away the backslashes that this converter of ours does not know.
    told_text = unescape(html_of(notice.body)).replace("\u200b", "").replace("\\", "")
    assert "@todos ${{ github.token }} ![x](https://malo.example/p.png)" in told_text


@given(st.text(st.characters(codec="utf-8", exclude_characters='"\\'), min_size=1, max_size=40))
def test_whatever_the_plan_says_stays_text(text: str) -> None:
    follow_up = FollowUp(
        FollowUpKind.LOST, "gob", "c01", day("2020-05-01"), 3, "a1.1", "x", f"{HOSTILE}{text}"[-290:], url=text
    )
    line = NoticeWriter(loaded(FILES).plan, "").line(follow_up)
    assert line.count("\n") == 1
    assert_inert(line)


def many(count: int) -> dict[str, str | bytes]:
    title = "@" * 299
    road = roadmap(action("a1", *(activity(f"a{number}", "2020-01-01", "2020-06-30") for number in range(count))))
    road = re.sub(r'titulo: "Actividad (a\d+)"', f'titulo: "{title}"', road)
    return {**FILES, **files_of(road), "plan/plan.yml": FILES["plan/plan.yml"]}


@pytest.mark.parametrize("count", [30, 400])
def test_what_is_too_much_for_the_forge_is_counted(count: int) -> None:
    plan = loaded(many(count)).plan
    follow_ups = tuple(
        FollowUp(FollowUpKind.OVERDUE, "gob", "c01", day("2020-06-30"), 1, f"a{number}") for number in range(count)
    )
    notice = notices(plan, {"gob": follow_ups}, Topic.PENDING, day("2020-07-01"))["gob"]
    assert len(notice.body) + 11 * count < LONGEST
    shown = len(LINE.findall(notice.body)) - 1
    assert 0 < shown < count
    assert f"- Y {count - shown} más, que no caben aquí: «plan watch» lo dice todo.\n" in notice.body
    comment = notice.news(frozenset())
    assert len(comment) < LONGEST + 200
    assert len(notice.lines) == count


def test_a_title_fits_the_forge() -> None:
    files = {**FILES, "plan/actores.yml": ACTORS.replace("Secretaría de Prueba", "S" * 300)}
    assert len(told(loaded(files).plan, "2020-07-01")["gob"].title) == 200


def test_nobody_is_told_without_a_matter() -> None:
    plan = loaded(FILES).plan
    assert told(plan, "2020-05-15") == {}
    assert list(told(plan, "2020-06-15", Topic.UPCOMING)) == ["gob"]
