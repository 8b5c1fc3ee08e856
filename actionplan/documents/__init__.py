"""Stage 1: files or a git revision become documents that know the place of every value."""

from actionplan.documents.body import Body, slug
from actionplan.documents.collection import collect
from actionplan.documents.comments import comment_lines
from actionplan.documents.files import ROOTS, EntryKind, FileEntry, FileTree, WorkingTree, write_whole
from actionplan.documents.form_rules import BAD_FILE_NAME, MISSING_FILE
from actionplan.documents.kinds import (
    LAYOUT,
    PUBLISHED_TYPES,
    Kind,
    commitment_folder,
    is_evidence,
    is_text,
    kind_at,
    sibling,
)
from actionplan.documents.memo import Memo
from actionplan.documents.overlay import Overlay
from actionplan.documents.parse_cache import CachedEntry, ParseCache, parse_cache_of
from actionplan.documents.prose import Mention, links, mentions, without_code
from actionplan.documents.reader import Document, SourceFile, read_document, read_prose, unread
from actionplan.documents.values import (
    Found,
    Gap,
    Plain,
    Record,
    Scalar,
    Sequence,
    Step,
    Value,
    every_value,
    find,
    without_positions,
)
from actionplan.documents.writer import Writable, data_text, document_text

__all__ = [
    "BAD_FILE_NAME",
    "LAYOUT",
    "MISSING_FILE",
    "PUBLISHED_TYPES",
    "ROOTS",
    "Body",
    "CachedEntry",
    "Document",
    "EntryKind",
    "FileEntry",
    "FileTree",
    "Found",
    "Gap",
    "Kind",
    "Memo",
    "Mention",
    "Overlay",
    "ParseCache",
    "Plain",
    "Record",
    "Scalar",
    "Sequence",
    "SourceFile",
    "Step",
    "Value",
    "WorkingTree",
    "Writable",
    "collect",
    "comment_lines",
    "commitment_folder",
    "data_text",
    "document_text",
    "every_value",
    "find",
    "is_evidence",
    "is_text",
    "kind_at",
    "links",
    "mentions",
    "parse_cache_of",
    "read_document",
    "read_prose",
    "sibling",
    "slug",
    "unread",
    "without_code",
    "without_positions",
    "write_whole",
]
