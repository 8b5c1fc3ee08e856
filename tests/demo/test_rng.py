"""Random numbers that are the same on every machine and in every version of Python."""

from __future__ import annotations

from actionplan.demo.rng import Rng


def test_random_numbers_follow_from_their_names_alone() -> None:
    rng = Rng(1, "causes", 3)
    assert [rng.below(1000) for _ in range(5)] == [889, 69, 236, 47, 638]
    assert Rng(1, "causes", 3).sample("abcdef", 3) == ["a", "b", "f"]
