"""Several bots measured in alternation: what the machine does besides falls on all of them alike."""

from collections.abc import Sequence
from contextlib import AsyncExitStack

from tests.bench.contestant import Contestant
from tests.bench.lineup import STEGET, Lineup
from tests.bench.load import many_at_once, one_at_a_time
from tests.bench.score import Score

FIRST_WARM_UP, WARM_UP = 1.5, 0.5
"""Seconds."""

Scores = dict[float, list[Score]]
"""By the delay of the API, in seconds; the bots in the order in which they were named."""


async def measured_in_turn(
    lineup: Lineup, names: Sequence[str], *, rounds: int, seconds: float, delays: Sequence[float] = (0.0,)
) -> Scores:
    """All run from the beginning; in each round one after another is talked to, while the others rest."""
    async with AsyncExitStack() as stack:
        contestants = [await stack.enter_async_context(lineup.running(name)) for name in names]
        scores = {delay: [Score(name) for name in names] for delay in delays}
        for number in range(rounds):
            for delay in delays:
                for contestant, score in zip(contestants, scores[delay], strict=True):
                    contestant.api.delay = delay
                    await _have_a_turn(
                        contestant,
                        score,
                        seconds=seconds,
                        warm_up=WARM_UP if number else FIRST_WARM_UP,
                        is_profiled=lineup.profile is not None and contestant.name in STEGET,
                    )
    return scores


async def _have_a_turn(
    contestant: Contestant, score: Score, *, seconds: float, warm_up: float, is_profiled: bool
) -> None:
    many = await many_at_once(contestant, seconds=seconds, warm_up=warm_up, is_profiled=is_profiled)
    score.many.append(many)
    score.alone.append(await one_at_a_time(contestant, seconds=seconds))
