"""``plan links``: whether the evidence that reports show on the web is still there, or at least its archived copy."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from actionplan.follow_up.evidence_links import Answer, Cause, LinkResult, LinkState, as_json, links_of
from actionplan.net.link_client import Asker, Limits, authority
from actionplan.text.escape import plain
from scripts.orders import refuse, sound_plan
from scripts.records import decline
from scripts.speech import run

_NO_NETWORK = (Cause.SILENT, Cause.NO_NAME)
_PASSING = (*_NO_NETWORK, Cause.BROKEN)
"""What may be over in a minute, and so is asked a second time once all else has been."""

_ENOUGH = 3
"""Hosts of which at least one has to answer; if none does, it is us who have no network."""


def links(
    root: Annotated[Path, typer.Option(help="Carpeta del plan.")] = Path(),
    output: Annotated[
        Path | None, typer.Option(metavar="ARCHIVO", help="Dónde se escribe; sin él, se imprime.", show_default=False)
    ] = None,
    allow: Annotated[
        list[str] | None, typer.Option(metavar="HOST:PUERTO", help="Sólo para pruebas.", hidden=True)
    ] = None,
) -> None:
    """Pregunta a cada enlace de evidencia si sigue abriendo y, si no, a su copia archivada; lo dice en JSON."""
    found = links_of(sound_plan(root))
    asker = Asker(Limits(allowed=frozenset(allow or ()), pause=0 if allow else Limits().pause))
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
        sys.stdout.write(as_json(results))
        return
    try:
        output.write_bytes(as_json(results).encode())
    except OSError as error:
        refuse(f"No se pudo escribir «{output}»: {error.strerror}.")


def _asked(asker: Asker, urls: Iterable[str], label: str) -> dict[str, Answer]:
    wanted = list(dict.fromkeys(urls))
    if not wanted:
        return {}
    said = f"{label}: {len(wanted)}"
    if not sys.stderr.isatty():
        typer.echo(said, err=True)
        return asker.ask_all(wanted, lambda: None)
    with typer.progressbar(length=len(wanted), label=said, file=sys.stderr) as bar:
        return asker.ask_all(wanted, lambda: bar.update(1))


def _summarise(results: list[LinkResult]) -> None:
    counts = Counter(result.state for result in results)
    for result in results:
        if result.state not in (LinkState.ALIVE, LinkState.MOVED):
            typer.echo(plain(f"{result.state}: {result.link.url} ({result.answer.cause})"), err=True)
    told = ", ".join(f"{state}: {counts[state]}" for state in LinkState if counts[state])
    typer.echo(f"Enlaces de evidencia: {len(results)}. {told}".rstrip(), err=True)


if __name__ == "__main__":
    run(links)
