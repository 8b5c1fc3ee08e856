"""The commits of an invented plan and their files; the files are documents, spelled as Spanish authors do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from itertools import count, groupby
from operator import attrgetter
from typing import NamedTuple

from actionplan.demo.actors import SECRETARIAT, SimulatedActor
from actionplan.demo.bilingual import Bilingual
from actionplan.documents import Body, data_text, document_text
from actionplan.language.keys import SPANISH
from actionplan.model import (
    Certainty,
    DocumentPart,
    Provenance,
    TranslatedText,
    Translation,
    fingerprint,
    spelled,
)

WEB = "https://ejemplo.invalid"
"""Where every invented address leads: nowhere."""

_MORNING = time(8, tzinfo=UTC)
_PAUSE = 15
"""Seconds between two commits of a day: room for thousands before midnight."""


class PlanFile(NamedTuple):
    """Hold the text of a file and its path from the plan's root."""

    path: str
    text: str


class SimulatedCommit(NamedTuple):
    """Describe a commit by the files that it adds or changes."""

    day: date
    author: SimulatedActor
    subject: str
    files: tuple[PlanFile, ...]


def settings_file(path: str, model: DocumentPart) -> PlanFile:
    """Return a file of data alone."""
    return PlanFile(path, data_text(spelled(model, SPANISH)))


def document_file(path: str, model: DocumentPart, body: str = "") -> PlanFile:
    """Return a Markdown document."""
    return PlanFile(path, document_text(spelled(model, SPANISH), body))


def document_files(
    path: str, model: DocumentPart, name: str, body: Bilingual, translated: Mapping[str, Bilingual]
) -> tuple[PlanFile, ...]:
    """Return a Markdown document and its English sibling, if anything is translated.

    Args:
        path: Where the document stands.
        model: Its front matter.
        name: What the sibling calls it.
        body: In both languages.
        translated: The texts that are translated besides the body, by the address of their field.
    """
    original = document_file(path, model, body.es)
    if not translated:
        return (original,)
    spanish = tuple((address, text.es) for address, text in translated.items())
    translation = Translation(
        kind="translation",
        translates=name,
        original_sha256=fingerprint(spanish, Body(body.es, 1, ())),
        texts=tuple(TranslatedText(field=address, text=text.en) for address, text in translated.items()),
    )
    return original, document_file(f"{path.removesuffix('.md')}.en.md", translation, body.en)


def sourced(*sources: str, field: str = "*", certainty: Certainty = Certainty.EXACT) -> Provenance:
    """Return the provenance of a field or, if none is named, of every field without an entry of its own."""
    return Provenance(field=field, sources=sources, certainty=certainty)


def fast_import(commits: Iterable[SimulatedCommit]) -> Iterator[bytes]:
    """Yield commits, given by day, as git's ``fast-import`` reads them, on the branch ``main``.

    The secretariat commits as it is; everybody else sends a proposal, whose number ends the subject.
    """
    proposals = count(1)
    for day, commits_of_day in groupby(commits, attrgetter("day")):
        start = int(datetime.combine(day, _MORNING).timestamp())
        for index, commit in enumerate(commits_of_day):
            number = "" if commit.author == SECRETARIAT else f" (#{next(proposals)})"
            seconds = start + index * _PAUSE
            yield f"commit refs/heads/main\ncommitter {commit.author.signature} {seconds} +0000\n".encode()
            yield _data(f"{commit.subject}{number}\n")
            for file in commit.files:
                yield f"M 100644 inline {file.path}\n".encode()
                yield _data(file.text)
    yield b"done\n"


def _data(text: str) -> bytes:
    content = text.encode()
    return b"data %d\n%b\n" % (len(content), content)
