"""The year's overview of a city ten times the usual size, with its picture, after ten years of it."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial

import pytest

from handlers.handling.work import Work
from storage.overview import picture
from tests.chat import Chat
from tests.scale.ages import Ages, both_ages
from tests.scale.conftest import CrowdedCity, Filled, a_stopped_city
from tests.scale.size import A_SUPPLIERS, COORDINATOR, FEW, IS_FULL, MATCHER
from tests.scale.statements import assert_read_no_whole_table, overheard
from tests.scale.timing import compared

SUPPLIERS = 1_000 if IS_FULL else 200
ROUNDS = 5
MOST_TIMES_AS_LONG = 1.5
READY_WITHIN, MOST_BYTES = 1.0, 60_000
A_PART = 0.7
"""Of the time that the overview takes: somebody else has their answer while the picture is drawn."""

LOOK_EVERY, ANSWERED_WITHIN = 0.001, 20.0
"""Seconds."""


@pytest.fixture(scope="module", params=["sqlite", "postgresql"] if IS_FULL else ["sqlite"])
def ages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ages]:
    with both_ages(request, tmp_path_factory.mktemp("overview"), suppliers=SUPPLIERS) as both:
        yield both


async def seconds_to_the_answer(kim: Chat, words: str) -> float:
    """Until it is on the phone, with all that it stands under."""
    before, began = len(kim.received), time.perf_counter()
    kim.phone.says(words)
    async with asyncio.timeout(ANSWERED_WITHIN):
        while len(kim.received) == before:
            await asyncio.sleep(LOOK_EVERY)
    return time.perf_counter() - began


async def seconds_to_the_overview(kim: Chat) -> float:
    seconds = await seconds_to_the_answer(kim, "/oversikt")
    assert kim.last.kind == "photo"
    await kim.city.settled()
    return seconds


async def test_it_is_there_as_soon_after_ten_years_as_after_one(ages: Ages, figure: Callable[[str], None]) -> None:
    async with AsyncExitStack() as stack:
        cities = [await stack.enter_async_context(a_stopped_city(Filled(url, FEW))) for url in (ages.young, ages.old)]
        asks = [partial(seconds_to_the_overview, city.somebody(COORDINATOR)) for city in cities]
        for city, ask in zip(cities, asks, strict=True):
            city.start()
            await ask()
        found = await compared(*asks, rounds=ROUNDS, at_most=MOST_TIMES_AS_LONG)
    took = f"{found.times_as_long:.2f} times as long ({found.seconds * 1000:.0f} ms)"
    figure(f"after ten years of {SUPPLIERS:,} suppliers the overview takes {took}")
    assert found.times_as_long < MOST_TIMES_AS_LONG


@pytest.mark.parametrize("ages", ["sqlite"], indirect=True)
async def test_it_reads_no_whole_table(ages: Ages) -> None:
    """What it counts is this year and the last, by indexes: the years before cost nothing.

    PostgreSQL knows that a year is much of a table, and rightly reads some as a whole.
    """
    async with a_stopped_city(Filled(ages.old, FEW)) as city:
        city.start()
        with overheard() as statements:
            for asker in (COORDINATOR, MATCHER, A_SUPPLIERS):
                kim = city.somebody(asker)
                await seconds_to_the_overview(kim)
                for counts_too in ("/upphandlingar", "/bidra"):
                    await kim.says(counts_too)
    assert_read_no_whole_table(ages.old, statements)


async def test_a_new_picture_is_soon_ready_and_whoever_writes_meanwhile_is_answered_before(
    ages: Ages, figure: Callable[[str], None]
) -> None:
    async with a_stopped_city(Filled(ages.old, FEW)) as city:
        kim, mira = city.somebody(COORDINATOR), city.somebody(A_SUPPLIERS)
        city.start()
        await seconds_to_the_overview(kim)
        times = [await _together(city, kim, mira) for _ in range(ROUNDS)]
        file = city.telegram.shelf.find(kim.last.file_id)
    assert file is not None
    # At its best, since a machine may be busy with others.
    drawn, meanwhile = min(times)
    size = f"{len(file.content) / 1000:.0f} kB"
    figure(f"with a new picture ({size}) in {drawn * 1000:.0f} ms; others wait {meanwhile * 1000:.0f} ms meanwhile")
    assert len(file.content) <= MOST_BYTES
    assert drawn < READY_WITHIN
    assert meanwhile < drawn * A_PART


async def _together(city: CrowdedCity, kim: Chat, mira: Chat) -> tuple[float, float]:
    """How long one waits for an overview whose picture is nowhere yet, and another for help, who writes at once."""

    async def forget(work: Work) -> None:
        await picture.forget(work.session, before=work.now + timedelta(days=1), at_most=100)

    await city.does_work(forget)
    overview = asyncio.create_task(seconds_to_the_overview(kim))
    await asyncio.sleep(LOOK_EVERY)
    meanwhile = await seconds_to_the_answer(mira, "/hjalp")
    return await overview, meanwhile
