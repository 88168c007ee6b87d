"""As whoever receives it counts, never more than the rate in any second; and hardly less than it, for a broadcast."""

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import mean

import pytest

from bot.delivery.pacing import RESERVED_FOR_ANSWERS, Pace, Permit
from storage.outbox import Lane

RATE = 30
Way = Callable[[random.Random], float]
"""Seconds that a message takes there, or its answer back."""


@dataclass
class Sending:
    """Everything that goes for a while, in a made-up time, with a database that takes a moment for each round."""

    there: Way
    back: Way
    seed: int
    now: float = 1000.0
    arrived: list[tuple[float, Lane]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)  # noqa: S311  the same each time
        self._pace = Pace(RATE, 1, lambda: self.now)
        self._under_way: list[tuple[float, int, Permit, float]] = []
        self._chat = 0

    def lasts(self, seconds: float, *, answers_a_second: float) -> None:
        """A broadcast that doesn't end, and answers at any moment."""
        end, next_answer = self.now + seconds, self.now
        while self.now < end:
            self._pace.look()
            if self.now >= next_answer and self._goes(Lane.ANSWER):
                next_answer += self._chance.expovariate(answers_a_second)
            while self._goes(Lane.BROADCAST):
                pass
            self._waits(self._pace.next_change(is_any_held=False))

    def _goes(self, lane: Lane) -> bool:
        self._chat += 1
        permit = self._pace.permit(self._chat, lane)
        if permit is None:
            return False
        self._pace.begin(permit)
        arrives = permit.go_at + self.there(self._chance)
        self.arrived.append((arrives, lane))
        heapq.heappush(self._under_way, (arrives + self.back(self._chance), self._chat, permit, permit.go_at))
        return True

    def _waits(self, seconds: float) -> None:
        """Until more may go, or the next answer is back; a database may take longer."""
        until = self.now + min(seconds, 0.05) + self._chance.uniform(0.002, 0.02)
        while self._under_way and self._under_way[0][0] <= until:
            self.now, _, permit, began = heapq.heappop(self._under_way)
            self._pace.end(permit, began)
        self.now = max(self.now, until)

    def most_in_a_second(self) -> int:
        """As many as arrived within any."""
        at = sorted(arrived for arrived, _ in self.arrived)
        first = most = 0
        for last, arrived in enumerate(at):
            while at[first] <= arrived - 1.0:
                first += 1
            most = max(most, last - first + 1)
        return most

    def broadcast_a_second(self) -> float:
        """How many of the broadcast arrived in a second, on average."""
        at = sorted(arrived for arrived, lane in self.arrived if lane is Lane.BROADCAST)
        return (len(at) - 1) / (at[-1] - at[0])


WAYS: dict[str, tuple[Way, Way]] = {
    "at once": (lambda _: 0.001, lambda _: 0.001),
    "50 ms": (lambda chance: chance.uniform(0.024, 0.028), lambda chance: chance.uniform(0.024, 0.028)),
    "anything up to 300 ms": (lambda chance: chance.uniform(0.02, 0.25), lambda chance: chance.uniform(0.01, 0.05)),
    "mostly soon": (lambda chance: chance.expovariate(100) + 0.01, lambda chance: chance.expovariate(50) + 0.01),
}


@pytest.mark.parametrize("way", list(WAYS))
def test_never_more_than_the_rate_in_any_second_as_whoever_receives_it_counts(way: str) -> None:
    for seed in range(3):
        sending = Sending(*WAYS[way], seed)
        sending.lasts(20, answers_a_second=2)
        assert sending.most_in_a_second() <= RATE, (way, seed)


@pytest.mark.parametrize(("way", "share"), [("at once", 0.98), ("50 ms", 0.97)])
def test_a_broadcast_gets_nearly_all_that_is_not_kept_for_answers(way: str, share: float) -> None:
    """By so much as a way varies, a place is held for longer than it need be."""
    sendings = [Sending(*WAYS[way], seed) for seed in range(7, 11)]
    for sending in sendings:
        sending.lasts(30, answers_a_second=0.9)
    assert mean(sending.broadcast_a_second() for sending in sendings) >= share * (RATE - RESERVED_FOR_ANSWERS)
