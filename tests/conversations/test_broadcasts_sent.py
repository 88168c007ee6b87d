"""A broadcast that was let go: who gets it, once each, when, and who not."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.broadcast import ALL_QUARTERS
from domain.naming import Naming
from domain.reference import Noun, Reference
from domain.role import Role
from handlers.broadcasts import card, progress, sending
from handlers.broadcasts.accepting import card_key
from handlers.broadcasts.routes import ROUTES
from handlers.handling.work import Work
from messages.message import Attachment, Message
from messages.people.joining import HowToGetIn
from storage.broadcasts.broadcast import Broadcast, find
from storage.broadcasts.report import Report, report_of
from storage.council import naming
from storage.outbox import Lane, Method, OutboxRow, Ring
from storage.people import person
from storage.people.person import Person, by_telegram_id
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
    async def asked(session: AsyncSession) -> Report:
        return await report_of(session, await session.get_one(Broadcast, number))

    return await city.asks(asked)


async def test_it_goes_to_each_contact_of_a_supplier_once_and_to_nobody_else(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "AT_ONCE", 3)
    chats = await receivers(city)
    number = await let_go(city.database, at=city.clock.now())
    await city.later(timedelta(0))
    assert [heard(chat) for chat in chats] == [1] * RECEIVERS
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
    city.clock.advance(timedelta(minutes=1))
    late = await city.person("Sen Senare", Role.SUPPLIER, company="Exempelfirman 9 AB")
    await city.later(timedelta(minutes=1))
    assert [heard(chat) for chat in [*chats, late]] == [1, 1, 0, 0, 0, 1, 1, 0]
    assert await report(city, number) == Report(4, 0, 0, 0, 0, passed_by=3, pressed=0, turned_off=0)


async def test_what_waits_for_somebody_who_wants_none_any_more_is_never_sent(city: City) -> None:
    await let_go(city.database, at=city.clock.now())

    async def is_queued_and_mira_turns_it_off(work: Work) -> None:
        await sending.queue(work)
        mira = await by_telegram_id(work.session, city.maleri.phone.user_id)
        assert mira is not None
        await sending.pass_by(work, mira)

    await city.does_work(is_queued_and_mira_turns_it_off)
    assert (heard(city.maleri), heard(city.park)) == (0, 1)


async def test_what_waits_is_never_sent_once_somebody_whom_it_names_has_said_no(city: City) -> None:
    number = await let_go(city.database, at=city.clock.now())

    async def is_queued_and_the_painters_say_no(work: Work) -> None:
        sent = await find(work.session, number)
        assert sent is not None
        sent.named = [1]
        await naming.answer(work.session, 1, Naming.BY_NAME, by=1, now=work.now)
        await sending.queue(work)
        await naming.answer(work.session, 1, Naming.NOT, by=1, now=work.now)
        for duty in ROUTES.duties:
            await duty(work)

    await city.does_work(is_queued_and_the_painters_say_no)
    assert (heard(city.maleri), heard(city.park)) == (0, 0)
    assert (await report(city, number)).passed_by == 2


async def test_its_card_shows_each_quarter_and_at_the_end_how_it_went(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "AT_ONCE", 2)
    await receivers(city)
    number, now = await let_go(city.database, at=city.clock.now()), city.clock.now()
    await city.does_work(lambda work: shows_card(work, number))
    shown = []
    while await queue_slice(city.database, city.program.city, at=now):
        city.program.deliverer.wake()
        await city.settled()
        await city.does_work(progress.show)
        shown.append(city.coordinator.last_text)
    assert len(set(shown)) == len(shown) > 2
    assert f"Framme hos Telegram: {RECEIVERS} av {RECEIVERS}" in shown[-1]
    edits = select(func.count()).where(OutboxRow.method == Method.EDIT_MESSAGE_TEXT)
    await city.later(timedelta(hours=1))
    assert (await city.asks(lambda session: session.scalar(edits)) or 0) <= ALL_QUARTERS


async def shows_card(work: Work, number: int) -> None:
    """The card that its writer has had since *Skicka* was pressed."""
    sent = await find(work.session, number)
    assert sent is not None
    writer = await person.find(work.session, sent.written_by)
    await work.tell(writer, await card.reported(work, sent), key=card_key(sent), about=sent.reference)


async def test_what_stands_under_a_file_is_not_told_to_all_at_once(city: City) -> None:
    letter = Message(HowToGetIn(city="Exempelstad", contact="—"), attachment=Attachment.OUTLOOK)
    about = Reference(Noun.BROADCAST, 1)

    async def tell_all(work: Work) -> None:
        await work.tell_all([], letter, key_begins="x:", lane=Lane.BROADCAST, ring=Ring.ALWAYS, about=about)

    with pytest.raises(ValueError, match="is a text"):
        await city.does_work(tell_all)
