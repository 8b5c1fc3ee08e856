"""``plan links``: whether the evidence that reports show on the web is still there, or at least its archived copy."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from actionplan.follow_up.evidence_links import LinkAnswer, LinkCause, LinkResult, LinkState, as_json, links_of
from actionplan.net.link_client import Asker, Limits, authority
from scripts.cli.arguments import path_option, root_option
from scripts.cli.command import verb
from scripts.cli.loading import sound_plan
from scripts.cli.output import answer, decline, inform, refuse

_NO_NETWORK = (LinkCause.SILENT, LinkCause.NO_NAME)
_PASSING = (*_NO_NETWORK, LinkCause.BROKEN)
"""What may be over in a minute, and so is asked a second time once all else has been."""

_ENOUGH = 3
"""Hosts of which at least one has to answer; if none does, it is us who have no network."""


@verb
@root_option
@path_option("--output", help="Dónde se escribe; sin él, se imprime.")
@click.option("--allow", multiple=True, metavar="HOST:PUERTO", help="Sólo para pruebas.", hidden=True)
def links(root: Path, output: Path | None, allow: tuple[str, ...]) -> None:
    """Print how the links of evidence are."""
    found = links_of(sound_plan(root))
    asker = Asker(Limits(allowed=frozenset(allow), pause=0 if allow else Limits().pause))
    answers = _asked(asker, (link.url for link in found), "Enlaces")
    if len(set(map(authority, answers))) >= _ENOUGH and all(answer.cause in _NO_NETWORK for answer in answers.values()):
        decline("Ningún sitio respondió: parece que aquí no hay red, y así no se puede decir nada de los enlaces.")
    again = (url for url, answer in answers.items() if answer.cause in _PASSING)
    answers |= _asked(asker, again, "Los que no respondieron, otra vez")
    lost = (link.copy for link in found if link.copy and answers[link.url].state is LinkState.LOST)
    copies = _asked(asker, lost, "Copias archivadas de los perdidos")
    results = [LinkResult(link, answers[link.url], copies.get(link.copy)) for link in found]
    _summarise(results)
    if output is None:
        answer(as_json(results))
        return
    try:
        output.write_bytes(as_json(results).encode())
    except OSError as error:
        refuse(f"No se pudo escribir «{output}»: {error.strerror}.")


def _asked(asker: Asker, urls: Iterable[str], label: str) -> dict[str, LinkAnswer]:
    wanted = list(dict.fromkeys(urls))
    if not wanted:
        return {}
    title = f"{label}: {len(wanted)}"
    if not sys.stderr.isatty():
        inform(title)
        return asker.ask_all(wanted, lambda: None)
    with click.progressbar(length=len(wanted), label=title, file=sys.stderr) as bar:
        return asker.ask_all(wanted, lambda: bar.update(1))


def _summarise(results: list[LinkResult]) -> None:
    counts = Counter(result.state for result in results)
    for result in results:
        if result.state not in (LinkState.ALIVE, LinkState.MOVED):
            inform(f"{result.state}: {result.link.url} ({result.answer.cause})")
    totals = ", ".join(f"{state}: {counts[state]}" for state in LinkState if counts[state])
    inform(f"Enlaces de evidencia: {len(results)}. {totals}".rstrip())


if __name__ == "__main__":
    links()
