"""Killed at the worst moments, the bot loses nothing and does nothing twice."""

import signal
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.role import Role
from domain.slot import Trade
from storage import figures, outbox
from storage.slots.slot import Slot
from tests.chat import Chat
from tests.empty_database import EmptyDatabase, on_postgresql, on_sqlite
from tests.faults.process import AS_IT_IS, Outside, outside_city

REPORTERS = 5
QUESTIONS = 7
"""Six, and the summary; each is a message of its own, since every answer is typed."""

pytestmark = pytest.mark.timeout(400)


async def reporters(outside: Outside) -> list[Chat]:
    """So many suppliers, each of its own company."""
    return [
        await outside.city.person(
            f"Kontakt {number}", Role.SUPPLIER, company=f"Exempelfirman {number} AB", trade=Trade.CLEANING
        )
        for number in range(1, REPORTERS + 1)
    ]


def answers(places: int) -> tuple[str, ...]:
    """A whole report in texts: eight updates."""
    start = datetime.now(UTC).date() + timedelta(days=30)
    return ("/rapportera", "1", "1", str(places), "Centrum", start.isoformat(), "8 veckor", "1")


def push_40_updates(chats: list[Chat]) -> None:
    """Everyone reports at once; each chat's texts are in order, the chats are mixed."""
    scripts = [answers(places) for places in range(1, REPORTERS + 1)]
    for texts in zip(*scripts, strict=True):
        for chat, text in zip(chats, texts, strict=True):
            chat.phone.says(text)


def seen_again(messages: Iterable[str]) -> int:
    """How many copies of messages a person sees beside the first of each."""
    return sum(times - 1 for times in Counter(messages).values())


async def check_everything_happened_once(outside: Outside, chats: list[Chat]) -> tuple[int, int]:
    """Each report became one slot, and each message arrived.

    Says how many copies arrived beside the first of each message, and how many were counted.
    """
    slots: list[Slot] = await outside.city.slots()
    assert sorted((slot.places, slot.area) for slot in slots) == [(n, "Centrum") for n in range(1, REPORTERS + 1)]
    assert len({slot.supplier_id for slot in slots}) == REPORTERS
    twice = 0
    for chat in chats:
        firsts = [message.text.split("\n")[0] for message in chat.received]
        assert "Steg 1" in firsts
        for position in range(2, QUESTIONS):
            assert f"Steg {position} av 6" in firsts
        assert "Stämmer det?" in firsts
        assert "Tack! Erbjudandet är skickat." in firsts
        assert len(set(firsts)) == QUESTIONS + 1
        twice += seen_again(firsts)
    for matcher in (outside.city.matcher_a, outside.city.matcher_b):
        places = [message.text.split(" · ")[2] for message in matcher.received]
        assert set(places) == {"1 plats", *(f"{n} platser" for n in range(2, REPORTERS + 1))}
        twice += seen_again(places)
    counted = await outside.city.asks(figures.possibly_doubled)
    states = await outside.told()
    assert set(states) <= {outbox.OutboxState.SENT, outbox.OutboxState.CANCELLED}
    return twice, counted


@pytest.mark.parametrize("kills_after", [(1,), (6, 14, 22, 33)], ids=str)
async def test_killed_while_40_updates_wait_all_have_their_effect_once(
    tmp_path: Path, empty_database: EmptyDatabase, kills_after: tuple[int, ...], figure: Callable[[str], None]
) -> None:
    async with outside_city(tmp_path, empty_database) as outside:
        chats = await reporters(outside)
        await outside.bot.start()
        await outside.bot.says("is the poller now")
        push_40_updates(chats)
        for moment in kills_after:
            # Some messages are in flight at the kill: Telegram has them, and the bot never hears that it has.
            hang = outside.city.telegram.faults.hangs(method="sendMessage", is_applied_first=True, times=2)
            await outside.until_handled(moment)
            await outside.bot.kill()
            hang.release()
            await outside.bot.start()
        await outside.settled()
        twice, counted = await check_everything_happened_once(outside, chats)
        figure(f"40 effects once, {twice} copies more than one of each, {counted} counted")
        assert twice <= counted


async def test_killed_the_moment_telegram_believes_the_updates_safe_none_is_lost(
    tmp_path: Path, empty_database: EmptyDatabase
) -> None:
    async with outside_city(tmp_path, empty_database) as outside:
        chats = await reporters(outside)
        await outside.bot.start()
        await outside.bot.says("is the poller now")
        push_40_updates(chats)
        await outside.until(lambda: outside.city.telegram.updates_waiting == 0)
        await outside.bot.kill()
        await outside.bot.start()
        await outside.settled()
        twice, counted = await check_everything_happened_once(outside, chats)
        assert twice <= counted


async def test_updates_delivered_three_times_have_the_same_effect_as_once(
    tmp_path: Path, empty_database: EmptyDatabase
) -> None:
    async with outside_city(tmp_path, empty_database) as outside:
        chats = await reporters(outside)
        outside.city.telegram.faults.delivers_each_update(times=3)
        await outside.bot.start()
        push_40_updates(chats)
        await outside.settled()
        assert await check_everything_happened_once(outside, chats) == (0, 0)


async def test_asked_to_stop_it_ends_in_good_order(tmp_path: Path, empty_database: EmptyDatabase) -> None:
    async with outside_city(tmp_path, empty_database) as outside:
        chats = await reporters(outside)
        await outside.bot.start()
        push_40_updates(chats)
        await outside.until_handled(10)
        assert await outside.bot.kill(signal.SIGTERM) == 0
        await outside.bot.start()
        await outside.settled()
        assert await check_everything_happened_once(outside, chats) == (0, 0)


@pytest.mark.parametrize("after", [1, 20])
async def test_asked_to_stop_after_the_first_few_of_40_updates_the_next_process_goes_on(
    tmp_path: Path, empty_database: EmptyDatabase, after: int, figure: Callable[[str], None]
) -> None:
    async with outside_city(tmp_path, empty_database) as outside:
        chats = await reporters(outside)
        await outside.bot.start()
        push_40_updates(chats)
        await outside.until_handled(after)
        began = time.monotonic()
        assert await outside.bot.kill(signal.SIGTERM) == 0
        figure(f"it stops within {time.monotonic() - began:.2f} s")
        # A transaction that is cut off in its middle says so here, and leaves its lock to chance.
        assert "Traceback" not in outside.bot.log
        await outside.bot.start()
        await outside.settled()
        assert await check_everything_happened_once(outside, chats) == (0, 0)


@on_postgresql
async def test_two_processes_share_a_database_and_when_one_is_killed_the_other_takes_over(
    tmp_path: Path, empty_database: EmptyDatabase, figure: Callable[[str], None]
) -> None:
    async with outside_city(tmp_path, empty_database, module=AS_IT_IS) as outside:
        chats = await reporters(outside)
        second = outside.another_process()
        try:
            await outside.bot.start()
            await outside.bot.says("is the deliverer now")
            await outside.bot.says("is the poller now")
            await second.start()
            await outside.until_connected(processes=2)
            push_40_updates(chats)
            hang = outside.city.telegram.faults.hangs(method="sendMessage", is_applied_first=True, times=2)
            await outside.until_handled(13)
            await outside.bot.kill()
            hang.release()
            began = time.monotonic()
            await second.says("is the deliverer now")
            took_over_after = time.monotonic() - began
            await outside.settled()
        finally:
            await second.stop_for_good()
        twice, counted = await check_everything_happened_once(outside, chats)
        figure(f"taken over after {took_over_after:.1f} s; {twice} copies more than one of each, {counted} counted")
        assert twice <= counted
        for chat in chats:
            assert steps_in_order(chat) == [1, 2, 3, 4, 5, 6]
        assert "Traceback" not in second.log


def steps_in_order(chat: Chat) -> list[int]:
    """The questions that the person was asked, each when it came first."""
    firsts = [message.text.split("\n")[0].split() for message in chat.received]
    return list(dict.fromkeys(int(words[1]) for words in firsts if words[0] == "Steg"))


@on_sqlite
async def test_a_second_process_on_the_same_file_is_refused_and_the_first_goes_on(
    tmp_path: Path, empty_database: EmptyDatabase
) -> None:
    async with outside_city(tmp_path, empty_database) as outside:
        await outside.bot.start()
        await outside.bot.says("is the deliverer now")
        second = outside.another_process()
        await second.start()
        assert await second.ends() == 1
        assert "Steget runs already on" in second.log
        outside.city.maleri.phone.says("/hjalp")
        await outside.settled()
        assert "Det här kan du göra" in outside.city.maleri.last_text
