"""A broadcast to 60, killed in the middle: nobody gets it twice, and the report says how it went."""

import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.role import Role
from handlers.broadcasts import sending
from storage.broadcasts.broadcast import find
from storage.broadcasts.report import Report, report_of
from storage.people.person import Person
from tests.broadcasts import WORDS, last_opening, let_go, queue_slice
from tests.chat import Chat
from tests.empty_database import EmptyDatabase
from tests.everything import on_both_in_soak
from tests.faults.process import Outside, outside_city

EVERYBODY = 60
BLOCKED, UNWILLING, REFUSED = 4, 5, 1
RATE = 30
"""Telegram's own: where all go at once, all are in flight at the kill."""

IN_FLIGHT = 2
"""Telegram has these at the kill, and the bot never hears that it has."""

FEW = 10
"""What was taken up in the last moment before it, or not noted yet."""

pytestmark = pytest.mark.timeout(300)


async def contacts(outside: Outside) -> list[Chat]:
    """So many as speak for a supplier. The last few have turned broadcasts off."""
    city = outside.city
    more = [
        await city.person(f"Kontakt {number}", Role.SUPPLIER, company=f"Exempelfirman {number} AB")
        for number in range(EVERYBODY - 2)
    ]
    chats = [city.maleri, city.park, *more]
    unwilling = [chat.phone.user_id for chat in chats[-UNWILLING:]]
    turns_off = update(Person).where(Person.telegram_id.in_(unwilling)).values(broadcasts_off_at=city.clock.now())
    async with city.database.write() as session:
        await session.execute(turns_off)
    return chats


@on_both_in_soak
async def test_killed_in_the_middle_it_goes_on_and_nobody_gets_it_twice(
    tmp_path: Path, empty_database: EmptyDatabase, monkeypatch: pytest.MonkeyPatch, figure: Callable[[str], None]
) -> None:
    monkeypatch.setattr(sending, "AT_ONCE", 25)
    async with outside_city(tmp_path, empty_database, rate=str(RATE)) as outside:
        city = outside.city
        chats = await contacts(outside)
        now = last_opening(city.program.city.hours, before=datetime.now(UTC))
        async with city.database.write() as session:
            await session.execute(update(Person).values(joined_at=now))
        number = await let_go(city.database, at=now)
        park = city.park.phone.user_id
        city.telegram.faults.bad_request("message text is empty", method="sendMessage", chat_id=park, times=None)
        assert await queue_slice(city.database, city.program.city, at=now)
        hang = city.telegram.faults.hangs(method="sendMessage", is_applied_first=True, times=IN_FLIGHT)
        await outside.bot.start()
        await outside.until(lambda: sum(heard(chat) for chat in chats) >= 20)
        await outside.bot.kill(signal.SIGKILL)
        hang.release()
        while await queue_slice(city.database, city.program.city, at=now):
            pass
        # Not before all is queued: who is known to be out of reach then is passed by.
        for chat in chats[-UNWILLING - BLOCKED : -UNWILLING]:
            chat.phone.blocks_bot()
        await outside.bot.start()
        await outside.settled()
        times = [heard(chat) for chat in chats]
        report = await city.asks(lambda session: _report(session, number))
    figure(f"{EVERYBODY - UNWILLING} receivers, {report.uncertain} uncertain after a kill")
    assert max(times) == 1
    assert IN_FLIGHT <= report.uncertain < FEW
    assert times[-UNWILLING - BLOCKED :] == [0] * (UNWILLING + BLOCKED)
    assert report == Report(
        accepted=EVERYBODY - UNWILLING - BLOCKED - REFUSED - report.uncertain,
        undelivered=BLOCKED + REFUSED,
        out_of_reach=BLOCKED,
        uncertain=report.uncertain,
        waiting=0,
        passed_by=0,
        pressed=0,
        turned_off=0,
    )
    assert report.accepted <= sum(times) <= report.accepted + report.uncertain


async def _report(session: AsyncSession, number: int) -> Report:
    broadcast = await find(session, number)
    assert broadcast is not None
    return await report_of(session, broadcast)


def heard(chat: Chat) -> int:
    return sum(WORDS in message.text for message in chat.received)
