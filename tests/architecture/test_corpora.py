"""A large corpus is drawn from by a seed, and taken whole where that is asked for."""

import pytest
from corpora import WHOLE, sampled


def test_a_part_is_always_the_same_one_in_its_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(WHOLE, raising=False)
    part = sampled(range(100), 10)
    assert part == sampled(iter(range(100)), 10) == sorted(part)
    assert len(part) == 10
    assert sampled(range(10), 10) == list(range(10))


def test_the_whole_is_taken_where_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WHOLE, "1")
    assert sampled(range(100), 10) == list(range(100))
