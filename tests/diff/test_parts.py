"""Parts that come, go, move and change places; documents that are the same under another name; what cannot be read."""

from __future__ import annotations

import pytest
from plans import COMMITMENT_PATH, PLAN, ROADMAP, ROADMAP_PATH, TREE, TREE_PATH, VALID, loaded

from actionplan.diff.change import ChangeKind
from actionplan.diff.compare import Comparison
from actionplan.diff.matching import Pair
from actionplan.rules.history_checks import check_changes

BOTH = "Las dos partes deben estar de acuerdo."
VERSION = "Falta subir la versión de la hoja de ruta, que está firmada."
KEPT = "Lo publicado conserva su identificador: si ya no vale se dice ahí mismo, y no se borra ni se renombra."
TOLD = "Falta decirlo en «reprogramaciones», con su motivo y la sesión en que se acordó."
ROAD = "En la hoja de ruta de c01"
SECOND = '  - id: "a2"\n    titulo: "Avisar"\n'
TWO_ACTIONS = ROADMAP.replace("indicadores:", f"{SECOND}indicadores:")
ACTIVITY = ROADMAP[ROADMAP.index("    actividades:") : ROADMAP.index("indicadores:")]
DRAFT = ROADMAP.replace('"firmada"', '"borrador"')
NEW = """\
      - id: "a1.2"
        titulo: "Leer medidores"
"""
EVENTS = """\
hechos:
  - fecha: "2019-03"
    texto: "Se convoca."
    fuentes:
      - "acta"
    certeza: "exacta"
  - fecha: "2019-12-10"
    texto: "Se publica."
    fuentes:
      - "acta"
    certeza: "exacta"
"""
FIRST_EVENT, SECOND_EVENT = (
    EVENTS[8 : EVENTS.index('  - fecha: "2019-12')],
    EVENTS[EVENTS.index('  - fecha: "2019-12') :],
)


def told(path: str, before: str, after: str) -> list[tuple[str, ...]]:
    """What is said of an edit of one file, with what is asked for, but for the figures that it moves."""
    base, head = (loaded({**VALID, path: text}).plan for text in (before, after))
    figures = ("FORECAST", "PROGRESS", "VERIFIED", "PLAN")
    return [(it.said(), *it.asks) for it in Comparison(base, head).changes if not it.kind.name.startswith(figures)]


def broken_rules(path: str, before: str, after: str) -> list[str]:
    base, head = (loaded({**VALID, path: text}).plan for text in (before, after))
    return [finding.code for finding in check_changes(Comparison(base, head))]


def pairs_of(comparison: Comparison) -> list[Pair]:
    return [change.pair for change in comparison.changes if change.pair]


class TestWhatIsNew:
    AFTER = ROADMAP.replace("indicadores:", f"{NEW}indicadores:")

    def test_in_a_signed_roadmap_asks_for_both_sides_and_a_new_version_as_the_check_does(self) -> None:
        added = f"{ROAD}: se añade a lo firmado la actividad «a1.2» («Leer medidores»)."
        assert told(ROADMAP_PATH, ROADMAP, self.AFTER) == [(added, BOTH, VERSION)]
        assert broken_rules(ROADMAP_PATH, ROADMAP, self.AFTER) == ["HIS12"]
        later = self.AFTER.replace("version: 1", "version: 2")
        assert told(ROADMAP_PATH, ROADMAP, later)[0] == (added, BOTH)

    def test_in_a_draft_asks_for_nothing(self) -> None:
        after = self.AFTER.replace('"firmada"', '"borrador"')
        assert told(ROADMAP_PATH, DRAFT, after) == [(f"{ROAD}: se añade la actividad «a1.2» («Leer medidores»).",)]

    def test_a_target_more_is_told_as_one(self) -> None:
        after = ROADMAP.replace(
            "        valor: 5\n", '        valor: 5\n      - fecha: "2020-12-31"\n        valor: 9\n'
        )
        assert told(ROADMAP_PATH, ROADMAP, after) == [
            (f"{ROAD}, i1: se añade una meta (2020-12-31, 9).", BOTH, VERSION)
        ]


def test_what_holds_others_speaks_for_them_where_it_comes_and_where_it_goes() -> None:
    held = '    actividades:\n      - id: "a2.1"\n        titulo: "Llamar"\n'
    both = TWO_ACTIONS.replace(SECOND, SECOND + held).replace('"firmada"', '"borrador"')
    assert told(ROADMAP_PATH, DRAFT, both) == [(f"{ROAD}: se añade la acción clave «a2» («Avisar»).",)]
    assert told(ROADMAP_PATH, both, DRAFT) == [(f"{ROAD}: se quita la acción clave «a2» («Avisar»).", BOTH)]


class TestWhatMoves:
    def test_from_one_action_to_another_counts_with_another_weight(self) -> None:
        after = TWO_ACTIONS.replace(ACTIVITY, "").replace(SECOND, SECOND + ACTIVITY.removesuffix(SECOND))
        assert told(ROADMAP_PATH, TWO_ACTIONS, after) == [
            (f"{ROAD}: la actividad «a1.1» pasa de a1 a a2.", BOTH, VERSION)
        ]
        assert broken_rules(ROADMAP_PATH, TWO_ACTIONS, after) == ["HIS12"]

    def test_not_so_if_what_it_is_in_has_only_another_id(self) -> None:
        after = ROADMAP.replace('- id: "a1"\n', '- id: "a7"\n')
        assert told(ROADMAP_PATH, ROADMAP, after) == [
            (f"{ROAD}: la acción clave «a1» cambia de identificador a «a7».", BOTH, KEPT)
        ]
        assert broken_rules(ROADMAP_PATH, ROADMAP, after) == ["HIS03"]

    def test_a_cause_below_another(self) -> None:
        after = TREE.replace('  - id: "c2"\n    texto', '    causas:\n      - id: "c2"\n        texto')
        assert told(TREE_PATH, TREE, after) == [("En el tema agua: la causa «c2» pasa de — a c1.", BOTH)]


class TestOrder:
    def test_the_list_is_named_also_beside_other_changes(self) -> None:
        one, two = TREE[TREE.index('  - id: "c1"') : TREE.index('  - id: "c2"')], TREE[TREE.index('  - id: "c2"') :]
        two = two[: two.index("efectos:")]
        after = TREE.replace(one + two, two + one.replace("Fugas en la red.", "Fugas en la red vieja."))
        assert told(TREE_PATH, TREE, after) == [
            ("En el tema agua: «Texto» de c1 pasa de «Fugas en la red.» a «Fugas en la red vieja.»",),
            ("En el tema agua: cambia el orden de «Causas».",),
        ]

    def test_items_without_ids_that_change_places_neither_go_nor_come(self) -> None:
        before = PLAN.replace("procedencia:", f"{EVENTS}procedencia:")
        after = PLAN.replace("procedencia:", f"hechos:\n{SECOND_EVENT}{FIRST_EVENT}procedencia:")
        assert told("plan/plan.yml", before, after) == [("En plan/plan.yml: cambia el orden de «Hechos».",)]

    def test_another_order_of_what_was_signed_is_no_other_agreement(self) -> None:
        one = '      - fecha: "2020-06-30"\n        valor: 5\n'
        two = '      - fecha: "2020-12-31"\n        valor: 9\n'
        before, after = (ROADMAP.replace(one, both) for both in (one + two, two + one))
        assert told(ROADMAP_PATH, before, after) == [(f"{ROAD}: cambia el orden de «Metas» de i1.",)]
        assert broken_rules(ROADMAP_PATH, before, after) == []

    def test_an_item_that_comes_is_told_with_its_date(self) -> None:
        before = PLAN.replace("procedencia:", f"hechos:\n{SECOND_EVENT}procedencia:")
        after = PLAN.replace("procedencia:", f"{EVENTS}procedencia:")
        assert told("plan/plan.yml", before, after) == [
            ("En plan/plan.yml: se añade a «Hechos»: acta, exacta, 2019-03, «Se convoca.»",)
        ]

    def test_of_a_long_list_only_what_differs_is_shown(self) -> None:
        goals = "".join(f'  - "{number}"\n' for number in range(1, 15))
        before = VALID[COMMITMENT_PATH].replace('  - "6"\n', goals)
        after = before.replace('  - "14"\n', '  - "15"\n')
        title = "«Objetivos y metas de desarrollo sostenible»"
        assert told(COMMITMENT_PATH, before, after) == [
            (f"En el compromiso c01: se quita de {title}: 14.",),
            (f"En el compromiso c01: se añade a {title}: 15.",),
        ]


class TestIds:
    """An id names one thing; what takes the id of another is neither silent nor taken for it."""

    ONE, TWO = '  - id: "c1"\n    texto: "Fugas en la red."\n', '  - id: "c2"\n    texto: "Nadie mide el consumo."\n'

    def test_one_that_names_another_kind_of_thing(self) -> None:
        moved = TREE.replace(self.TWO, "").replace("efectos:\n", f"efectos:\n{self.TWO}")
        assert told(TREE_PATH, TREE, moved) == [
            ("En el tema agua: «c2» nombra otra clase de cosa: antes, causa; ahora, efecto.", BOTH, KEPT)
        ]
        assert broken_rules(TREE_PATH, TREE, moved) == ["HIS05"]

    def test_what_takes_the_id_of_another_is_new_and_the_other_has_moved(self) -> None:
        after = TREE.replace(self.ONE, f'  - id: "c1"\n    texto: "Sequía."\n{self.ONE.replace("c1", "c3")}')
        assert told(TREE_PATH, TREE, after) == [
            ("En el tema agua: la causa «c1» cambia de identificador a «c3».", BOTH, KEPT),
            ("En el tema agua: se añade la causa «c1» («Sequía.»).",),
        ]
        assert broken_rules(TREE_PATH, TREE, after) == ["HIS04"]

    def test_what_loses_its_id_to_another_has_gone(self) -> None:
        after = TREE.replace(self.ONE, "").replace(self.TWO, self.ONE.replace("c1", "c2"))
        assert told(TREE_PATH, TREE, after) == [
            ("En el tema agua: se quita la causa «c2» («Nadie mide el consumo.»).", BOTH, KEPT),
            ("En el tema agua: la causa «c1» cambia de identificador a «c2».", BOTH, KEPT),
        ]
        assert broken_rules(TREE_PATH, TREE, after) == ["HIS03", "HIS06"]


class TestWhatIsLost:
    def test_a_signed_date_asks_for_its_rescheduling(self) -> None:
        after = ROADMAP.replace('        conclusion: "2020-03-31"\n', "")
        assert told(ROADMAP_PATH, ROADMAP, after) == [
            (f"{ROAD}, a1.1: se quita una fecha, «Conclusión» (2020-03-31).", BOTH, TOLD)
        ]
        assert broken_rules(ROADMAP_PATH, ROADMAP, after) == ["HIS08"]

    def test_a_part_stands_where_what_held_it_does(self) -> None:
        after = ROADMAP.replace(
            '          - id: "p1"\n            nombre: "Medidores instalados"\n',
            '          - id: "p2"\n            nombre: "Otros"\n',
        )
        base, head = (loaded({**VALID, ROADMAP_PATH: text}).plan for text in (ROADMAP, after))
        [gone] = [change for change in Comparison(base, head).changes if change.kind is ChangeKind.PART_REMOVED]
        assert gone.asks == (BOTH, KEPT)
        assert after.split("\n")[gone.position.line - 1].strip() in ("productos:", '- id: "p2"')

    @pytest.mark.parametrize(("path", "needs"), [(TREE_PATH, (KEPT,)), ("plan/6-seguimiento/x.md", ())])
    def test_what_has_an_id_keeps_it_and_a_page_has_none(self, path: str, needs: tuple[str, ...]) -> None:
        base = {**VALID, "plan/6-seguimiento/x.md": '---\ntipo: "pagina"\ntitulo: "X"\n---\n\nHola.\n'}
        head = {name: text for name, text in base.items() if name != path}
        [gone] = Comparison(loaded(base).plan, loaded(head).plan).changes
        assert (gone.kind, gone.asks) == (ChangeKind.DOCUMENT_REMOVED, (BOTH, *needs))


class TestTheSameUnderAnotherName:
    def test_a_commitment_with_another_id_is_that_and_its_evidence_stays(self) -> None:
        base: dict[str, str | bytes] = {**VALID, "commitments/01-agua/evidencias/acta.pdf": b"1"}
        head = {**base, COMMITMENT_PATH: VALID[COMMITMENT_PATH].replace('id: "c01"', 'id: "c09"')}
        changes = Comparison(loaded(base).plan, loaded(head).plan).changes
        assert [(it.said(), *it.asks) for it in changes if not it.kind.name.startswith("PLAN")] == [
            ("El compromiso c09 cambia de identificador; antes era «c01».", BOTH, KEPT)
        ]

    def test_a_page_that_moves_and_is_edited_does_not_go(self) -> None:
        text = '---\ntipo: "pagina"\ntitulo: "X"\n---\n\nHola.\n'
        old, new = "plan/6-seguimiento/x.md", "plan/6-seguimiento/y.md"
        changes = Comparison(
            loaded({**VALID, old: text}).plan, loaded({**VALID, new: f"{text}\nAdiós.\n"}).plan
        ).changes
        assert [change.said() for change in changes] == [
            f"En {new}: se reescribe el apartado «Introducción» (cambia 33 % del texto): «Hola.» → «Hola. Adiós.»",
            f"Cambia de lugar {new}: {old} → {new}.",
        ]


class TestHeadings:
    TEXT = VALID[COMMITMENT_PATH]

    def test_one_with_another_name_neither_goes_nor_comes(self) -> None:
        after = self.TEXT.replace("## Cómo contribuye", "## Qué se hará")
        assert told(COMMITMENT_PATH, self.TEXT, after) == [
            ("En el compromiso c01: el apartado «Cómo contribuye» ahora se llama «Qué se hará».",)
        ]

    def test_one_further_down_is_part_of_its_section(self) -> None:
        after = self.TEXT.replace("Con medidores.", "### Manera\n\nCon medidores.")
        [(sentence, *_)] = told(COMMITMENT_PATH, self.TEXT, after)
        assert sentence == (
            "En el compromiso c01: se reescribe el apartado «Cómo contribuye» (cambia 33 % del texto): "
            "«Con medidores.» → «### Manera Con medidores.»"
        )

    def test_one_that_stands_there_twice_says_both(self) -> None:
        [(sentence, *_)] = told(COMMITMENT_PATH, self.TEXT, f"{self.TEXT}\n## Objetivo\n\nOtro.\n")
        assert sentence.endswith("«Medir el agua.» → «Medir el agua. Otro.»")

    def test_those_that_change_places_are_told(self) -> None:
        goal, way = "## Objetivo\n\nMedir el agua.\n\n", "## Cómo contribuye\n\nCon medidores.\n\n"
        assert f"{goal}" in self.TEXT
        after = self.TEXT.replace(way, "").replace(goal, f"{way}{goal}")
        assert told(COMMITMENT_PATH, self.TEXT, after) == [("En el compromiso c01: cambia el orden de «Apartados».",)]


class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("valor: 5", 'valor: "cinco"'),
            ('conclusion: "2020-03-31"', 'conclusion: "31 de marzo"'),
            ('- id: "p1"', '- id: "P 1"'),
        ],
    )
    def test_in_part_is_said_and_not_taken_for_gone(self, old: str, new: str) -> None:
        assert told(ROADMAP_PATH, ROADMAP, ROADMAP.replace(old, new)) == [
            (f"{ROAD}: hay datos que no se pueden leer, y no se comparan.",)
        ]


class TestTheWholePlan:
    @pytest.mark.parametrize(
        ("path", "old", "new", "what"),
        [
            ("plan/actores.yml", '"sociedad_civil"', '"gobierno"', "«Sector» de osc: sociedad_civil → gobierno"),
            ("plan/plan.yml", '    - actor: "gob"', '    - actor: "osc"', ""),
        ],
    )
    def test_who_speaks_for_a_side_is_told_among_the_first(self, path: str, old: str, new: str, what: str) -> None:
        found = told(path, VALID[path], VALID[path].replace(old, new))
        assert {asks for _, *asks_of in found for asks in asks_of} == {BOTH}
        assert all(f"En {path}: cambia quién habla por cada parte, {what}" in sentence for sentence, *_ in found)

    def test_settings_that_say_what_holds_anyway_change_nothing(self) -> None:
        after = PLAN.replace("procedencia:", "ajustes:\n  umbrales:\n    verde: -10\n    ambar: -20\nprocedencia:")
        sentence = (
            "En plan/plan.yml: cambia un ajuste con el que se calculan las cifras, "
            "«Ámbar desde» de ajustes/umbrales: -25 → -20."
        )
        assert told("plan/plan.yml", PLAN, after) == [(sentence, BOTH)]


class TestOneList:
    """The rules of history speak of what the list of changes tells, and of nothing else."""

    def test_a_plan_against_itself_says_nothing(self) -> None:
        base, head = loaded(VALID).plan, loaded(VALID).plan
        assert Comparison(base, base).changes == Comparison(base, head).changes == ()

    @pytest.mark.parametrize("path", VALID)
    def test_what_breaks_a_rule_stands_in_the_list(self, path: str) -> None:
        lines = VALID[path].split("\n")
        base = loaded(VALID).plan
        for number in range(len(lines)):
            shorter = "\n".join(lines[:number] + lines[number + 1 :])
            comparison = Comparison(base, loaded({**VALID, path: shorter}).plan)
            for finding in check_changes(comparison):
                assert any(finding.path in (pair.was.path, pair.now.path) for pair in pairs_of(comparison)), finding


class TestDrafts:
    def test_nothing_is_agreed_yet(self) -> None:
        after = DRAFT.replace("Acta de entrega", "Acta de la entrega")
        assert told(ROADMAP_PATH, DRAFT, after) == [
            (f"{ROAD}: «Descripción» de v1 pasa de «Acta de entrega» a «Acta de la entrega».",)
        ]

    def test_a_slip_is_one(self) -> None:
        before = DRAFT.replace("Medidores instalados", "Mediddores instalados")
        assert told(ROADMAP_PATH, before, DRAFT) == [
            (f"{ROAD}: parece una errata en «Nombre» de p1: «Mediddores instalados» → «Medidores instalados».",)
        ]
