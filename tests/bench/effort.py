"""How much is measured: enough for a figure to hold, and no more than half an hour in all."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Effort:
    """What is done in each part.

    Attributes:
        folder: For databases and logs; it goes at the end.
        rounds: So often each bot has its turn.
        seconds: So long a turn of talking is.
        people: So many talk at once.
        updates: After so many the memory is looked at.
        reminders: So many wait in the clock.
        contracts: So many are taken in.
        receivers: So many a broadcast goes to.
    """

    folder: Path
    rounds: int = 5
    seconds: float = 2.0
    people: int = 40
    updates: int = 10_000
    reminders: int = 100_000
    contracts: int = 5_000
    receivers: int = 3_000
