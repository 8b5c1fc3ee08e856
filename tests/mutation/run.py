"""``make mutants SEED=1``: whether the tests notice small mistakes in the rooms whose figures and rulings are public.

Draws mistakes at random, puts each into a copy of the tree, and runs the tests that are nearest to it, then those of
its room, then those of the rooms that import it, until one fails. Ends with 1 if more survive than may.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from mutation.mutants import Key, Mutant, mutants_of
from mutation.trial import ROOT, Outcome, Trial, Workplace, import_once, stages_of

ROOMS = ("metrics", "rules", "diff", "agreement", "model")
"""Folders of the engine."""
MAY_SURVIVE = 4
MAY_BE_EQUIVALENT = 4
EQUIVALENTS = Path(__file__).parent / "equivalents.yml"


def main() -> int:
    """Run and print; return what the process should end with.

    Raises:
        SystemExit: The list of equivalents names something that is no mutant.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", default="1", help="a number, or «week» for that of the ISO week")
    parser.add_argument("--count", type=int, default=100, help="how many mistakes")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time")
    parser.add_argument("--only", default="", help="of those, only in modules whose paths below actionplan/ begin so")
    parser.add_argument("--near", action="store_true", help="without the tests of other rooms, which take longest")
    options = parser.parse_args()
    seed = datetime.now(UTC).isocalendar().week if options.seed == "week" else int(options.seed)
    every, reasons = all_mutants(), equivalents()
    if unknown := reasons.keys() - {mutant.key for mutant in every}:
        raise SystemExit(f"{EQUIVALENTS.name} names what are mutants no more: {sorted(unknown)}")
    drawn = [item for item in draw(every, seed, options.count) if item.module.startswith(f"actionplan/{options.only}")]
    equal = [mutant for mutant in drawn if mutant.key in reasons]
    tried = [mutant for mutant in drawn if mutant.key not in reasons]
    _say(f"Seed {seed}: {len(drawn)} of {len(every)} mutants, {len(equal)} of them equivalent.")
    began = time.monotonic()
    outcomes = try_all(tried, options.jobs, near=options.near)
    survivors = [mutant for mutant in tried if not outcomes[mutant].killer]
    _report(drawn, tried, survivors)
    _say(f"Took {(time.monotonic() - began) / 60:.1f} minutes.")
    return int(len(survivors) > MAY_SURVIVE or len(equal) > MAY_BE_EQUIVALENT)


def all_mutants() -> list[Mutant]:
    """Return the mutants of all rooms, in an order that depends on nothing but the text."""
    folders = [ROOT / "actionplan" / room for room in ROOMS if (ROOT / "actionplan" / room).is_dir()]
    modules = sorted({path.relative_to(ROOT).as_posix() for folder in folders for path in folder.rglob("*.py")})
    return [mutant for module in modules for mutant in mutants_of((ROOT / module).read_text("utf-8"), module)]


def draw(mutants: Sequence[Mutant], seed: int, count: int) -> list[Mutant]:
    """Draw mutants by a seed.

    Each has a place in the draw of its own, so that an edit of one function changes nothing for the others.
    """

    def place(mutant: Mutant) -> bytes:
        return sha256("\0".join(map(str, (seed, mutant.kind, *mutant.key[1:]))).encode()).digest()

    drawn = sorted(range(len(mutants)), key=lambda index: (place(mutants[index]), index))[:count]
    return [mutants[index] for index in sorted(drawn)]


def equivalents() -> dict[Key, str]:
    """Return the mutants that change nothing that anybody could notice, each with the reason."""
    rows = yaml.safe_load(EQUIVALENTS.read_text("utf-8")) or []
    return {
        (f"actionplan/{row['module']}", row["in"], row["before"], row["after"], row.get("nth", 0)): row["why"]
        for row in rows
    }


def try_all(mutants: Sequence[Mutant], jobs: int, *, near: bool = False) -> dict[Mutant, Outcome]:
    """Try each mutant, several at a time, and make sure that the tests which failed pass without any.

    Raises:
        SystemExit: Some test fails without a mutant, so that nothing is known of those that it killed.
    """
    import_once()
    outcomes: dict[Mutant, Outcome] = {}
    with TemporaryDirectory(prefix="mutants-") as folder:
        free = [Workplace(Path(folder) / str(number)) for number in range(jobs)]
        running: dict[Mutant, tuple[Workplace, Trial]] = {}
        waiting = list(reversed(mutants))
        while waiting or running:
            while waiting and free:
                mutant, place = waiting.pop(), free.pop()
                running[mutant] = place, place.start(mutant.module, mutant.source, stages_of(mutant.module, near=near))
            for mutant, (place, trial) in [*running.items()]:
                outcome = trial.outcome()
                if outcome:
                    outcomes[mutant] = outcome
                    place.restore(mutant.module)
                    del running[mutant]
                    free.append(place)
                    verdict = f"killed by {outcome.killer}" if outcome.killer else "SURVIVES"
                    _say(f"{len(outcomes):4} {outcome.seconds:5.1f} s  {mutant}  {verdict}")
            time.sleep(0.05)
        killers = sorted({outcome.killer for outcome in outcomes.values()} - {""})
        _must_pass(free[0], [killer for killer in killers if not killer.startswith("(")] or ["tests/model"])
    return outcomes


def _must_pass(place: Workplace, tests: list[str]) -> None:
    """Run tests without any mutant.

    Raises:
        SystemExit: One fails.
    """
    trial = place.start("", None, [tests])
    while not (outcome := trial.outcome()):
        time.sleep(0.1)
    if outcome.killer:
        raise SystemExit(f"Without any mutant this fails too, so the run tells nothing: {outcome.killer}")


def _say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _report(drawn: Sequence[Mutant], tried: Sequence[Mutant], survivors: Sequence[Mutant]) -> None:
    def by_room(mutants: Sequence[Mutant]) -> Counter[str]:
        return Counter(mutant.module.split("/")[1] for mutant in mutants)

    every, run, alive = by_room(drawn), by_room(tried), by_room(survivors)
    _say("\n| room | mutants | killed | survivors | equivalent |\n|---|---|---|---|---|")
    for room in sorted(every):
        _say(f"| {room} | {every[room]} | {run[room] - alive[room]} | {alive[room]} | {every[room] - run[room]} |")
    _say(f"| all | {len(drawn)} | {len(tried) - len(survivors)} | {len(survivors)} | {len(drawn) - len(tried)} |\n")
    for mutant in survivors:
        _say(f"Survives: {mutant}")


if __name__ == "__main__":
    sys.exit(main())
