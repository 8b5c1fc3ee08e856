"""What is kept between runs helps or does not: it is never in the way, and nobody else can put anything there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from plans import ROADMAP_PATH, VALID, MemoryTree, changed, said, write

from actionplan.documents import ParseCache, parse_cache, parse_cache_of
from actionplan.language.locale import locale
from actionplan.loader import Caches, Loaded, load
from scripts.plan import plan as command

WARNED = {**VALID, "plan/nota.md": '---\ntipo: "pagina"\ntitulo: "Nota"\n---\nSin fuente.\n'}
DECIMALS = changed(ROADMAP_PATH, ("valor: 5", "valor: 5.250"))


def kept_in(file: Path, files: Mapping[str, str | bytes] = WARNED) -> Loaded:
    caches = Caches(parse_cache=ParseCache(file))
    loaded = load(MemoryTree(files), caches)
    caches.parse_cache.save()
    return loaded


def recalled(loaded: Loaded) -> int:
    """How many documents came from the shelf: those that nobody has read."""
    return sum(entry.read is None for entry in loaded.plan.entries)


def findings(loaded: Loaded) -> list[str]:
    return [f"{said(finding)} {finding.message()} {finding.fix()}" for finding in loaded.findings]


def test_what_is_the_same_is_not_read_again_and_says_the_same(tmp_path: Path) -> None:
    first, second = kept_in(tmp_path / "a"), kept_in(tmp_path / "a")
    assert (recalled(first), recalled(second)) == (0, len(WARNED))
    assert findings(first) == findings(second) != []
    assert first.plan.commitment_files["c01"].commitment.model == second.plan.commitment_files["c01"].commitment.model


def test_what_was_kept_is_said_in_another_language_too(tmp_path: Path) -> None:
    for loaded in (kept_in(tmp_path / "a"), kept_in(tmp_path / "a")):
        (finding,) = loaded.findings
        assert "“Introduction”" in finding.message(locale("en").translate)


def test_one_edit_costs_one_reading(tmp_path: Path) -> None:
    kept_in(tmp_path / "a")
    assert recalled(kept_in(tmp_path / "a", {**WARNED, ROADMAP_PATH: VALID[ROADMAP_PATH] + "\n"})) == len(WARNED) - 1


def test_numbers_are_kept_to_the_last_digit(tmp_path: Path) -> None:
    first, second = (kept_in(tmp_path / "a", DECIMALS) for _ in range(2))
    one, other = (repr(it.plan.commitment_files["c01"].roadmap) for it in (first, second))
    assert "Decimal('5.250')" in one
    assert "Decimal('5.250')" in other
    assert recalled(second) == len(VALID)


def test_a_document_that_lost_something_is_read_again(tmp_path: Path) -> None:
    files = changed(ROADMAP_PATH, ("version: 1", 'version: "uno"'))
    first, second = (kept_in(tmp_path / "a", files) for _ in range(2))
    assert recalled(second) == len(VALID) - 1
    assert findings(first) == findings(second) != []


@pytest.mark.parametrize("keep", [0, 1, 63, 64, 65, 129, 130, 131, 500, -1])
def test_a_file_cut_short_is_as_good_as_none(tmp_path: Path, keep: int) -> None:
    whole, file = kept_in(tmp_path / "a"), tmp_path / "a"
    file.write_bytes(file.read_bytes()[:keep])
    again = kept_in(file)
    assert recalled(again) == 0
    assert findings(again) == findings(whole)
    assert recalled(kept_in(file)) == len(WARNED)


@pytest.mark.parametrize("at", [0, 70, 140, 300, 900, -2])
def test_so_is_one_with_a_bit_turned(tmp_path: Path, at: int) -> None:
    whole, file = kept_in(tmp_path / "a"), tmp_path / "a"
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)
    again = kept_in(file)
    assert recalled(again) == 0
    assert findings(again) == findings(whole)


def test_so_is_one_of_another_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_in(tmp_path / "a")
    monkeypatch.setattr(parse_cache, "_STAGES", ("documents", "model"))
    assert recalled(kept_in(tmp_path / "a")) == 0


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"kind":"commitment"}', b'{"kind":1e999}', b"\xff", b"[" * 9999])
@pytest.mark.parametrize("said_of_it", [b"[]", b"{}", b"[1]", b"[[]]", b'[["A","fatal","p",1,1,"","","",[]]]', b"x"])
def test_so_is_a_line_that_says_something_else(tmp_path: Path, data: bytes, said_of_it: bytes) -> None:
    whole, file = kept_in(tmp_path / "a"), tmp_path / "a"
    lines = [line.split(b"\t") for line in file.read_bytes().split(b"\n")[1:]]
    rest = b"\n".join(b"\t".join((*line[:2], said_of_it, data)) for line in lines)
    file.write_bytes(parse_cache._head(rest) + b"\n" + rest)
    again = kept_in(file)
    assert recalled(again) == 0
    assert findings(again) == findings(whole)


def test_a_shelf_that_cannot_be_read_or_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert recalled(kept_in(tmp_path / "a")) == recalled(kept_in(tmp_path / "a")) == 0
    assert recalled(kept_in(tmp_path / "nowhere" / "a")) == 0


def test_two_that_write_at_once_leave_one_whole(tmp_path: Path) -> None:
    one, other = Caches(parse_cache=ParseCache(tmp_path / "a")), Caches(parse_cache=ParseCache(tmp_path / "a"))
    load(MemoryTree(VALID), one)
    load(MemoryTree(WARNED), other)
    other.parse_cache.save()
    one.parse_cache.save()
    assert recalled(kept_in(tmp_path / "a", {**VALID})) == len(VALID)


class TestPlace:
    @pytest.fixture(autouse=True)
    def home(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        return tmp_path / "home"

    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        return write(tmp_path / "plan", VALID)

    def test_it_is_the_owners_alone_and_outside_of_the_plan(self, home: Path, root: Path) -> None:
        kept = parse_cache_of(root)
        load(MemoryTree(VALID), Caches(parse_cache=kept))
        kept.save()
        folder = home / ".cache" / "actionplan"
        assert folder.stat().st_mode & 0o777 == 0o700
        assert len(list(folder.iterdir())) == 1

    def test_it_follows_the_system_unless_that_is_no_place(
        self, tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
        assert parse_cache_of(root).is_open
        assert (tmp_path / "other" / "actionplan").is_dir()
        monkeypatch.setenv("XDG_CACHE_HOME", "relative")
        assert parse_cache_of(root).is_open
        assert not (Path.cwd() / "relative").exists()

    @pytest.mark.parametrize("within", ["", "plan", "commitments/.cache"])
    def test_nothing_is_kept_within_the_plan(self, root: Path, within: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", str(root / within))
        assert not parse_cache_of(root).is_open
        assert not list(root.rglob("actionplan"))

    def test_nothing_is_kept_where_others_may_write(self, home: Path, root: Path) -> None:
        folder = home / ".cache" / "actionplan"
        folder.mkdir(parents=True)
        folder.chmod(0o755)  # as a checkout would leave it
        assert not parse_cache_of(root).is_open

    def test_nothing_is_kept_behind_a_link(self, tmp_path: Path, home: Path, root: Path) -> None:
        (tmp_path / "elsewhere").mkdir(mode=0o700)
        (home / ".cache").mkdir(parents=True)
        (home / ".cache" / "actionplan").symlink_to(tmp_path / "elsewhere")
        assert not parse_cache_of(root).is_open

    def test_a_home_that_is_no_folder_is_no_error(self, home: Path, root: Path) -> None:
        home.write_text("")
        assert not parse_cache_of(root).is_open

    def test_only_the_last_plans_are_remembered(self, home: Path, tmp_path: Path) -> None:
        folder = home / ".cache" / "actionplan"
        for number in range(parse_cache._MOST + 3):
            kept = parse_cache_of(tmp_path / str(number))
            load(MemoryTree(VALID), Caches(parse_cache=kept))
            kept.save()
        assert len(list(folder.iterdir())) == parse_cache._MOST
        assert not parse_cache_of(tmp_path / "0")._before
        assert parse_cache_of(tmp_path / str(number))._before

    def test_plan_check_says_the_same_with_and_without(self, home: Path, root: Path) -> None:
        write(root, {"plan/nota.md": WARNED["plan/nota.md"]})
        check = ["check", "--root", str(root), "--format", "json"]
        without = CliRunner().invoke(command, [*check, "--no-cache"])
        assert not (home / ".cache").exists()
        first, second = (CliRunner().invoke(command, check) for _ in range(2))
        assert without.output == first.output == second.output
        assert "PRO01" in first.output
        assert (home / ".cache" / "actionplan").exists()
