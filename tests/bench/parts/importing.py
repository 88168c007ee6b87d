"""Import: a coordinator has thousands of contracts taken in, and somebody else goes on with their form."""

from tests.bench.effort import Effort
from tests.bench.figure import Figure, Spread
from tests.bench.importer import Importer
from tests.bench.lineup import NAMES, Lineup

MEASURED = ("sqlite", "postgresql")
MOST_WAIT = 1.0
"""Seconds; promised for SQLite, where all write by turns."""

MOST_ROUNDS = 3


async def measured(effort: Effort) -> list[Figure]:
    seen = {name: list[tuple[float, float, float]]() for name in MEASURED}
    for _ in range(min(effort.rounds, MOST_ROUNDS)):
        for name in MEASURED:
            seen[name].append(await _imported(name, effort))
    return [figure for name in MEASURED for figure in _figures(name, seen[name], effort)]


async def _imported(name: str, effort: Effort) -> tuple[float, float, float]:
    """Seconds until it was shown, until it was taken in, and that somebody else waited at most meanwhile."""
    async with Lineup(effort.folder, people=1).running(name) as contestant:
        importer = Importer(contestant.api, effort.contracts)
        (other,) = contestant.people
        other.begin()
        shown = await importer.sends_the_file()
        taken_in = await importer.takes_it_in()
        other.pause()
        await contestant.come_to_rest()
        return shown, taken_in, max(other.waits)


def _figures(name: str, seen: list[tuple[float, float, float]], effort: Effort) -> list[Figure]:
    shown, taken_in, waited = (Spread.of(values) for values in zip(*seen, strict=True))
    many = f"{effort.contracts:,} contracts"
    most = MOST_WAIT if name == "sqlite" else None
    return [
        Figure(f"longest wait of somebody else while {many} are taken in", NAMES[name], waited, " s", at_most=most),
        Figure(f"from the file to what it would do, {many}", NAMES[name], shown, " s"),
        Figure(f"from the press to all being in, {many}", NAMES[name], taken_in, " s"),
    ]
