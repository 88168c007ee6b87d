"""An update at which the process is killed, again and again: it is found out, and put aside."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from bot.dispatch import MOST_ATTEMPTS
from storage.inbox import InboxRow, InboxState
from tests.empty_database import EmptyDatabase
from tests.everything import on_both_in_soak
from tests.faults.deadly import DEADLY
from tests.faults.process import Outside, outside_city

HELP, HELP_IN_ENGLISH = "Det här kan du göra", "What you can do here"


@on_both_in_soak
async def test_what_waits_at_the_start_and_kills_is_begun_three_times_and_put_aside(
    tmp_path: Path, empty_database: EmptyDatabase
) -> None:
    async with outside_city(tmp_path, empty_database, module="tests.faults.deadly") as outside:
        everybody_writes(outside)
        assert await deaths(outside) in {MOST_ATTEMPTS, MOST_ATTEMPTS + 1}  # once more where it is met in a batch
        await all_but_one_are_answered(outside)


async def test_what_kills_in_the_midst_of_a_batch_is_found_out_by_those_who_come_after(
    tmp_path: Path, empty_database: EmptyDatabase, figure: Callable[[str], None]
) -> None:
    async with outside_city(tmp_path, empty_database, module="tests.faults.deadly") as outside:
        await outside.bot.start()
        outside.city.matcher_b.phone.says("/hjalp")
        await outside.until_handled(1)
        everybody_writes(outside)
        died = 1 if await outside.bot.ends() else 0
        died += await deaths(outside)
        figure(f"{died} processes died")
        assert died == 1 + MOST_ATTEMPTS
        await all_but_one_are_answered(outside)


def everybody_writes(outside: Outside) -> None:
    city = outside.city
    for chat, words in ((city.maleri, "/hjalp"), (city.park, DEADLY), (city.matcher_a, "/hjalp")):
        chat.phone.says(words)
    city.park.phone.says("/hjalp")


async def deaths(outside: Outside) -> int:
    """Start the process until it lives; how often it died."""
    died = 0
    while True:
        await outside.bot.start()
        if await outside.outlives_its_work():
            return died
        died += 1


async def all_but_one_are_answered(outside: Outside) -> None:
    city = outside.city
    await outside.settled()
    for chat in (city.maleri, city.matcher_a):
        assert chat.last_text.startswith(HELP)
    apology, helped = [message.text for message in city.park.received][-2:]
    assert apology.startswith("Sorry")
    assert helped.startswith(HELP_IN_ENGLISH)
    rows = await city.asks(lambda session: session.scalars(select(InboxRow).where(InboxRow.attempts > 0)))
    assert [(row.state, row.chat_id) for row in rows] == [(InboxState.SET_ASIDE, city.park.phone.user_id)]
