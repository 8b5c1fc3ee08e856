"""The same plan in English keys and words is the same plan."""

import re

from plans import COMMITMENT_PATH, VALID, changed, findings_of, loaded, messages_of

from actionplan.language.keys import ENGLISH, SPANISH

# A text has no way to say of which list a word is; this small plan uses none that two lists share.
WORDS = {spelling: word for words in SPANISH.words.values() for word, spelling in words.items()}
OWN = {"compromiso": "commitment", "avance": "report", "borrador": "draft", "plan": "plan", "conclusion": "end"}


def in_english(text: str) -> str:
    def key(match: re.Match[str]) -> str:
        return f"{match[1]}{SPANISH.english(match[2])}:"

    def value(match: re.Match[str]) -> str:
        word = match[1]
        known = {**WORDS, **OWN}.get(word)
        paths = SPANISH.english(word)
        return f'"{known or (word if paths.startswith("?") else paths)}"'

    front, fence, body = text.partition("\n---\n\n")
    front = re.sub(r"^([ -]*)([a-z_]+):", key, front, flags=re.MULTILINE)
    return re.sub(r'"([a-z_-]+)"', value, front) + fence + body


ENGLISH_PLAN: dict[str, str | bytes] = {path: in_english(text) for path, text in VALID.items()}
ENGLISH_PLAN["plan/plan.yml"] = str(ENGLISH_PLAN["plan/plan.yml"]) + 'key_language: "en"\n'


def test_the_english_text_is_english() -> None:
    text = str(ENGLISH_PLAN[COMMITMENT_PATH])
    assert 'kind: "commitment"' in text
    assert 'origin: "co_created"' in text
    assert 'field: "alternatives"' in text
    assert "titulo" not in text


def test_a_plan_in_english_keys_has_no_findings_and_the_same_models() -> None:
    spanish, english = loaded(), loaded(ENGLISH_PLAN)
    assert english.findings == ()
    assert english.plan.keys is ENGLISH
    for here, there in zip(spanish.plan.entries, english.plan.entries, strict=True):
        ours, theirs = here.model.model_dump(), there.model.model_dump()
        for item in (ours, theirs):
            item.pop("key_language", None)
            item.pop("unavailable")  # addresses are in the author's own spelling
        assert ours == theirs


def test_findings_speak_the_authors_language_of_keys() -> None:
    text = str(ENGLISH_PLAN[COMMITMENT_PATH])
    typo = {**ENGLISH_PLAN, COMMITMENT_PATH: text.replace("official_title:", "oficial_title:")}
    assert messages_of(typo)[0].startswith(
        "El dato «oficial_title» no existe en este lugar. ¿Quiso escribir «official_t"
    )
    spanish = {**ENGLISH_PLAN, COMMITMENT_PATH: text.replace("official_title:", "titulo_oficial:")}
    assert messages_of(spanish)[0].startswith(
        "El dato «titulo_oficial» no existe en este lugar. ¿Quiso escribir «official_t"
    )
    missing = {**ENGLISH_PLAN, COMMITMENT_PATH: text.replace('start: "2020-01-01"\n', "")}
    assert messages_of(missing) == [
        (
            "Falta «Inicio» (start) y no se declara como no disponible. Lo que falta y no se avisa parece completo. "
            "Escríbalo; si no se conoce, añada en «unavailable» una entrada con campo «start» y su motivo."
        )
    ]
    word = {**ENGLISH_PLAN, COMMITMENT_PATH: text.replace('"transparency"', '"transparencia"')}
    assert messages_of(word)[0].startswith("«transparencia» no es un valor de «values».")


def test_a_plan_that_does_not_say_is_in_spanish() -> None:
    files = changed("plan/plan.yml", ('corte: "2020-12-31"', 'cutoff: "2020-12-31"'))
    assert findings_of(files) == ["plan/plan.yml:10:1 FOR11"]
    assert loaded().plan.keys is SPANISH
