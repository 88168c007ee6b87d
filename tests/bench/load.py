"""People who talk to a bot for some seconds, and what that cost it."""

import asyncio
import signal
import time
from dataclasses import dataclass

from tests.bench.contestant import Contestant
from tests.bench.person import Person


@dataclass(frozen=True)
class Load:
    """What was seen in a stretch of time.

    Attributes:
        answers: How many people had.
        processor: Seconds that the bot used.
        lasted: Seconds that went by.
        waits: How long each answer took, in seconds.
    """

    answers: int
    processor: float
    lasted: float
    waits: list[float]

    @property
    def processor_ms(self) -> float:
        """Milliseconds of processor for each answer."""
        return 1000 * self.processor / self.answers

    @property
    def a_second(self) -> float:
        """Answers."""
        return self.answers / self.lasted


async def many_at_once(contestant: Contestant, *, seconds: float, warm_up: float, is_profiled: bool = False) -> Load:
    """Everybody talks."""
    return await _talking(contestant, contestant.people, seconds=seconds, warm_up=warm_up, is_profiled=is_profiled)


async def one_at_a_time(contestant: Contestant, *, seconds: float) -> Load:
    """One person talks, and nobody else; the next time it is another one's turn."""
    rested = min(contestant.people, key=lambda person: person.alone)
    rested.alone += 1
    return await _talking(contestant, [rested], seconds=seconds, warm_up=0.2)


async def _talking(
    contestant: Contestant, people: list[Person], *, seconds: float, warm_up: float, is_profiled: bool = False
) -> Load:
    for person in people:
        person.begin()
    try:
        await asyncio.sleep(warm_up)
        for person in people:
            person.waits.clear()
        if is_profiled:
            contestant.signal(signal.SIGUSR1)
        processor, began = contestant.processor_seconds, time.perf_counter()
        await asyncio.sleep(seconds)
        lasted, used = time.perf_counter() - began, contestant.processor_seconds - processor
        if is_profiled:
            contestant.signal(signal.SIGUSR2)
        waits = [wait for person in people for wait in person.waits]
    finally:
        for person in people:
            person.pause()
    await contestant.come_to_rest()
    assert waits, f"{contestant.name} has answered nobody within {seconds} s"
    return Load(len(waits), used, lasted, waits)
