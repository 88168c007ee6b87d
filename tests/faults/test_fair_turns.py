"""However much one chat, or many strangers, write at once: those who are in have their answers."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.chat import Chat
from tests.city import City, a_city
from tests.crowded import on_a_quiet_machine
from tests.empty_database import EmptyDatabase
from tests.everything import IS_EVERYTHING, on_both_in_soak
from tests.faults.process import PATIENCE

FLOOD, GUESSES, CROWD = 1_000, 300, 500
SOMEBODY_ELSE_WITHIN, THEIR_OWN_NEXT_WITHIN = 2.0, 15.0
"""Seconds."""

OF_ONES_OWN = FLOOD if IS_EVERYTHING else FLOOD // 2
"""Whoever flooded the bot waits until all of it is handled: half as long where it is half as much."""

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
async def city(tmp_path: Path, empty_database: EmptyDatabase) -> AsyncIterator[City]:
    """A city that keeps Telegram's own pace."""
    async with a_city(tmp_path, empty_database, rate=30.0, rate_chat=1.0) as paced:
        yield paced


def one_stranger(city: City) -> None:
    stranger = city.stranger()
    for number in range(FLOOD):
        stranger.phone.says(f"hej {number}")


def one_supplier(city: City, flood: int = FLOOD) -> None:
    for number in range(flood):
        city.maleri.phone.says(f"hej {number}")


def somebody_who_guesses(city: City) -> None:
    stranger = city.stranger()
    for number in range(GUESSES):
        stranger.phone.says(f"/start {number:022}")


def a_crowd_of_strangers(city: City) -> None:
    for _ in range(CROWD):
        city.stranger().phone.says("hej")


async def seconds_until(chat: Chat, words: str, answer: str) -> float:
    """How long somebody waits for that answer."""
    began = time.monotonic()
    chat.phone.says(words)
    async with asyncio.timeout(PATIENCE):
        while not any(answer in message.text for message in chat.received):
            await asyncio.sleep(0.005)
    return time.monotonic() - began


@pytest.mark.parametrize("flood", [one_stranger, one_supplier, somebody_who_guesses, a_crowd_of_strangers])
async def test_while_others_flood_the_bot_somebody_who_is_in_has_their_answer(
    city: City, flood: Callable[[City], None], figure: Callable[[str], None]
) -> None:
    await city.park.says("/rapportera")  # so that the bot is under way, and no beginning is measured
    flood(city)
    waited = await seconds_until(city.park, "1", "Step 2 of 6")
    figure(f"somebody else waits {waited:.2f} s")
    assert waited < on_a_quiet_machine(SOMEBODY_ELSE_WITHIN)


@on_both_in_soak
async def test_who_has_flooded_the_bot_has_their_own_next_form_soon(city: City, figure: Callable[[str], None]) -> None:
    await city.park.says("/hjalp")
    one_supplier(city, OF_ONES_OWN)
    waited = await seconds_until(city.maleri, "/rapportera", "Steg 1\n")
    figure(f"the flooder's own next form comes after {waited:.2f} s")
    assert waited < on_a_quiet_machine(THEIR_OWN_NEXT_WITHIN * OF_ONES_OWN / FLOOD)
