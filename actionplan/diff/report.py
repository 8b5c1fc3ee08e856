"""Changes as text, annotations of a forge, Markdown or JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from actionplan.diff.change import Change
from actionplan.documents import commitment_folder
from actionplan.forge.annotations import ANNOTATIONS, annotation
from actionplan.forge.door import forge
from actionplan.language.messages import Translate, msg, spanish
from actionplan.text.escape import markdown, plain

Report = Callable[[Sequence[Change], Translate], str]

_NONE = msg("Sin cambios de fondo: el plan dice lo mismo que antes.")
_SOME = msg("Cambios de fondo: {count}.")
_ASKS = msg("Qué se pide:")
_OF_THE_PLAN = msg("El plan")
_OF = msg("Compromiso {what}")
_MORE = msg("Hay {count} cambios más, que no caben aquí: «plan changes» los dice todos.")

LONGEST = forge.LONGEST_TEXT
"""Characters of a comment, where forges cut it."""

_OPEN = 20
"""Changes of a commitment that are shown without being asked for."""
_FOLDED = "<details>\n\n{}\n</details>\n"
_FOLD = len(_FOLDED)


def as_text(changes: Sequence[Change], translate: Translate = spanish) -> str:
    """Return one line a change, and what the rules ask for below it."""
    lines = [summary(changes, translate)]
    for change in changes:
        lines.append(plain(f"{change.position.path}:{change.position.line}: {change.said(translate)}"))
        if change.asks:
            lines.append("    " + plain(f"{translate(_ASKS)} {_asked(change, translate)}"))
    return "\n".join(lines) + "\n"


def as_annotations(changes: Sequence[Change], translate: Translate = spanish) -> str:
    """Return orders to the forge's run to show each change on its line of the proposal."""
    return "".join(
        annotation(
            "notice",
            change.position.path,
            change.position.line,
            _told(change, translate),
            title=translate(change.kind.title),
        )
        for change in changes
    )


def as_markdown(changes: Sequence[Change], translate: Translate = spanish, longest: int = LONGEST) -> str:
    """Return a comment for those who review, the commitment with the worst change first.

    What would make it too long is counted, and that is never worse than what is told.

    Args:
        changes: In their order.
        translate: Into the language of the comment.
        longest: Characters that it may have.
    """
    head = f"**{markdown(summary(changes, translate))}**\n"
    room = longest - len(head) - len(_rest(len(changes), translate))
    told: dict[str, list[str]] = {}
    for change in sorted(changes, key=lambda change: change.kind.rank):
        line = f"- {markdown(_told(change, translate) + _where(change, translate))}\n"
        room -= len(line) + (0 if change.commitment in told else len(_group(change.commitment, [], translate)) + _FOLD)
        if room < 0:
            break
        told.setdefault(change.commitment, []).append(line)
    left = len(changes) - sum(map(len, told.values()))
    groups = [_group(commitment, lines, translate) for commitment, lines in told.items()]
    return "".join([head, *groups, _rest(left, translate) if left else ""])


def _group(commitment: str, lines: Sequence[str], translate: Translate) -> str:
    title = translate(_OF).format(what=commitment) if commitment else translate(_OF_THE_PLAN)
    frame = _FOLDED if len(lines) > _OPEN else "{}"
    return f"\n### {markdown(title)}\n\n" + frame.replace("{}", "".join(lines))


def _rest(count: int, translate: Translate) -> str:
    return f"\n{markdown(translate(_MORE).format(count=count))}\n"


def as_rows(changes: Sequence[Change], translate: Translate = spanish) -> list[dict[str, object]]:
    """Return each change as plain data."""
    return [
        {
            "kind": change.kind.name.lower(),
            "rank": change.kind.rank,
            "commitment": change.commitment or None,
            "path": change.position.path,
            "line": change.position.line,
            "sentence": change.said(translate),
            "asks": _asked(change, translate) or None,
            "values": {**dict(change.values), "document": change.document(translate)},
        }
        for change in changes
    ]


def summary(changes: Sequence[Change], translate: Translate = spanish) -> str:
    """Return how many changes there are, in a sentence."""
    return translate(_SOME).format(count=len(changes)) if changes else translate(_NONE)


def _told(change: Change, translate: Translate) -> str:
    asks = f" {translate(_ASKS)} {_asked(change, translate)}" if change.asks else ""
    return change.said(translate) + asks


def _where(change: Change, translate: Translate) -> str:
    """Return where a change stands within its commitment; empty if it is about the very file."""
    if change.position.path in change.said(translate):
        return ""
    folder = f"{commitment_folder(change.position.path)}/" if change.commitment else ""
    return f" ({change.position.path.removeprefix(folder)}:{change.position.line})"


def _asked(change: Change, translate: Translate) -> str:
    return " ".join(map(translate, change.asks))


def as_json(changes: Sequence[Change], about: dict[str, object], translate: Translate = spanish) -> str:
    """Return which revisions were compared, the documents that differ, and the changes."""
    return json.dumps({**about, "changes": as_rows(changes, translate)}, ensure_ascii=True, indent=2) + "\n"


REPORTS: dict[str, Report] = {"text": as_text, ANNOTATIONS: as_annotations, "markdown": as_markdown}
