"""The impact of a change: the documents in which what is wrong with some files may show.

Two documents are tied if one of these holds:

- one holds the settings, the actors or the sources: all of the plan rests on them;
- both are in the folder of one commitment, evidence included;
- one translates the other;
- both are phases, or both sessions: they follow each other in time;
- one names the other by its id, or both claim one id;
- one names an id that nothing has, and the other is of the kind that it should be;
- the prose of one links to the other; this tie is followed backwards only, from what is linked to.
"""

import posixpath
from collections.abc import Collection, Iterator
from urllib.parse import unquote

from actionplan.documents import Kind, commitment_folder, kind_at, links, sibling
from actionplan.model.common import DocumentPart
from actionplan.model.plan import Entry, Plan
from actionplan.model.references import DocumentKey, key_of

EVERYTHING = "."
_IN_TIME = (Kind.PHASE, Kind.SESSION)


def impact(plan: Plan, asked: Collection[str]) -> frozenset[str]:
    """Return the files and folders that some files and folders are tied to, themselves included.

    Args:
        plan: Where they are, or were.
        asked: Paths from the root; ``.`` is everything.
    """
    paths = {*asked, *(file.path for file in plan.files if is_within(file.path, asked))}
    kinds = {kind for kind in map(kind_at, paths) if kind}
    if EVERYTHING in paths or any(kind.is_settings for kind in kinds):
        return frozenset({*asked, EVERYTHING})
    chosen = [entry for entry in plan.entries if entry.path in paths]
    own = {key_of(entry) for entry in chosen}
    named = {key for entry in chosen for key in _names(entry)}
    known = {key_of(entry) for entry in plan.entries}
    tied = {folder for path in paths if (folder := commitment_folder(path))}
    originals = {original for path in paths for original in _translated(path)}
    tied |= {file.path for file in plan.files if file.path in originals or not paths.isdisjoint(_translated(file.path))}
    for entry in plan.entries:
        kind, names = entry.source_file.kind, _names(entry)
        if (
            (kind in _IN_TIME and kind in kinds)
            or key_of(entry) in own | named
            or not own.isdisjoint(names)
            or any(name not in known and name[0] in kinds for name in names)
            or not paths.isdisjoint(_linked(entry))
        ):
            tied.add(entry.path)
    return frozenset({*asked, *tied})


def is_within(path: str, places: Collection[str]) -> bool:
    """Return whether a path is one of some files, or below one of some folders."""
    parts = path.split("/")
    return EVERYTHING in places or any("/".join(parts[: depth + 1]) in places for depth in range(len(parts)))


def _names(entry: Entry[DocumentPart]) -> frozenset[DocumentKey]:
    """Return the documents that one names by their ids."""
    named = (reference.document for reference in entry.references)
    return frozenset(key for key in named if key and not key[0].is_settings)


def _linked(entry: Entry[DocumentPart]) -> Iterator[str]:
    for link in links(entry.document.body):
        target = unquote(link.text.partition("#")[0])
        yield posixpath.normpath(posixpath.join(entry.folder, target))


def _translated(path: str) -> tuple[str, ...]:
    named = sibling(path)
    return named.originals if named else ()
