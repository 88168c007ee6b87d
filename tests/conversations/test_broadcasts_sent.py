"""A broadcast that was let go: who gets it, once each, when, and who not."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from domain.role import Role
from handlers.broadcasts import sending
from handlers.broadcasts.sending import pass_by
from storage.broadcasts.broadcast import Broadcast
from storage.broadcasts.report import Report, report_of
from storage.people.person import Person
from tests.broadcasts import WORDS, let_go, queue_slice
from tests.chat import Chat
from tests.city import City

SATURDAY, MONDAY = datetime(2026, 11, 28, 9, tzinfo=UTC), datetime(2026, 11, 30, 7, 1, tzinfo=UTC)
RECEIVERS = 7


def heard(chat: Chat) -> int:
    return sum(WORDS in message.text for message in chat.received)


async def receivers(city: City) -> list[Chat]:
    """Seven contacts of suppliers, in the order in which they came in."""
    more = [
        await city.person(f"Kontakt {number}", Role.SUPPLIER, company=f"Exempelfirman {number} AB")
        for number in range(RECEIVERS - 2)
    ]
    return [city.maleri, city.park, *more]


async def report(city: City, number: int) -> Report:
    async def asked(session: object) -> Report:
        return await report_of(session, await session.get_one(Broadcast, number))  # type: ignore[attr-defined]

    return await city.asks(asked)


async def test_it_goes_to_each_contact_of_a_supplier_once_and_to_nobody_else(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "AT_ONCE", 3)
    chats = await receivers(city)
    number = await let_go(city.database, at=city.clock.now())
    await city.later(timedelta(0))
    assert [heard(chat) for chat in chats] == [1] * RECEIVERS
    assert "Only in Swedish" in city.park.last_text or "Swedish" in city.park.last_text
    await city.later(timedelta(hours=1))
    assert [heard(chat) for chat in [*chats, city.matcher_a, city.coordinator]] == [1] * RECEIVERS + [0, 0]
    assert await report(city, number) == Report(RECEIVERS, 0, 0, 0, 0, 0, 0, 0)


async def test_outside_working_hours_it_waits_for_the_next(city: City) -> None:
    await city.until(SATURDAY)
    number = await let_go(city.database, at=city.clock.now())
    await city.later(timedelta(minutes=1))
    assert heard(city.maleri) == 0
    assert (await report(city, number)).waiting == 2
    await city.until(MONDAY)
    assert heard(city.maleri) == heard(city.park) == 1


async def test_whoever_leaves_comes_in_or_wants_none_between_two_slices_is_passed_by(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "AT_ONCE", 2)
    chats = await receivers(city)
    now = city.clock.now()
    number = await let_go(city.database, at=now)
    assert await queue_slice(city.database, city.program.city, at=now)
    leaves = update(Person).where(Person.name == "Kontakt 0").values(ended_at=now)
    wants_none = update(Person).where(Person.name == "Kontakt 1").values(broadcasts_off_at=now)
    cant_be_reached = update(Person).where(Person.name == "Kontakt 2").values(unreachable_at=now)
    async with city.database.write() as session:
        for change in (leaves, wants_none, cant_be_reached):
            await session.execute(change)
    await city.later(timedelta(minutes=1))
    late = await city.person("Sen Senare", Role.SUPPLIER, company="Exempelfirman 9 AB")
    await city.later(timedelta(minutes=1))
    assert [heard(chat) for chat in [*chats, late]] == [1, 1, 0, 0, 0, 1, 1, 0]
    assert await report(city, number) == Report(4, 0, 0, 0, 0, passed_by=3, pressed=0, turned_off=0)


async def test_what_waits_for_somebody_who_wants_none_any_more_is_never_sent(city: City) -> None:
    now = city.clock.now()
    await let_go(city.database, at=now)
    await city.stop()
    await queue_slice(city.database, city.program.city, at=now)

    async def mira_wants_none(work: object) -> None:
        mira = await work.session.scalar(select(Person).where(Person.name == "Mira Holm"))  # type: ignore[attr-defined]
        await pass_by(work, mira)  # type: ignore[arg-type]

    async with city.database.write() as session:
        from handlers.handling.work import Work

        await mira_wants_none(Work(session, now, city.program.city, key="test"))
    await city.restart()
    await city.settled()
    assert (heard(city.maleri), heard(city.park)) == (0, 1)
