"""Much that falls due at once is dealt with in seconds, by way of indexes alone."""

import time
from collections.abc import Callable
from datetime import timedelta
from importlib.util import find_spec

import pytest

from storage import obligation
from tests.scale.conftest import Sizes, a_stopped_city
from tests.scale.crowd import make_due
from tests.scale.statements import assert_read_no_whole_table, overheard

DUE = 1_000
PLANNED_WITHIN = 5.0
"""Seconds."""

UNTIL_EVENING = timedelta(hours=11)
UNTIL_MORE_IS_DUE = timedelta(days=46)
"""Then some of each sort of what waits in the crowd is due."""


def make_a_thousand_due(url: str) -> None:
    """Each is to be done in ten working days."""
    make_due(url, DUE, due_on="2026-12-04", at="2026-11-20 07:00:00.000000")


@pytest.mark.skipif(find_spec("handlers.timed.obligations") is None, reason="no duty climbs the ladder yet")
async def test_a_thousand_obligations_that_are_due_are_planned_within_seconds(
    sizes: Sizes, figure: Callable[[str], None]
) -> None:
    """Whatever duties there are: each obligation is climbed, and whoever is to hear of it has their turn."""
    make_a_thousand_due(sizes.many.url)
    async with a_stopped_city(sizes.many) as city:
        city.clock.advance(UNTIL_EVENING)
        began = time.perf_counter()
        await city.program.tick()
        seconds = time.perf_counter() - began
        left = await city.asks(lambda session: obligation.to_climb(session, now=city.clock.now(), at_most=1))
    figure(f"{DUE:,} obligations that are due are planned in {seconds:.1f} s")
    assert left == []
    assert seconds < PLANNED_WITHIN


async def test_ticks_with_much_due_read_no_whole_table(sizes: Sizes) -> None:
    make_a_thousand_due(sizes.many.url)
    async with a_stopped_city(sizes.many) as city:
        with overheard() as statements:
            await city.program.tick()
            city.clock.advance(UNTIL_MORE_IS_DUE)
            await city.program.tick()
    assert_read_no_whole_table(sizes.many.url, statements)
