"""The fingerprint of a file is that of its bytes, wherever the tree keeps them."""

from hashlib import sha256
from pathlib import Path

from plans import MemoryTree, write

from actionplan.documents import WorkingTree
from actionplan.documents.fingerprints import fingerprints

FILES = {"plan/a.pdf": b"\x00\xff", "plan/b.pdf": b""}


def test_it_is_of_the_bytes_and_the_same_from_any_tree(tmp_path: Path) -> None:
    expected = {path: sha256(content).hexdigest() for path, content in FILES.items()}
    for tree in (MemoryTree(FILES), WorkingTree(write(tmp_path, FILES))):
        assert fingerprints(tree, FILES) == expected


def test_what_cannot_be_read_has_none(tmp_path: Path) -> None:
    assert fingerprints(WorkingTree(write(tmp_path, FILES)), ["plan/nada.pdf", "plan"]) == {}
