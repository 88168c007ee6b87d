"""What Telegram and the network do wrong, over real HTTP."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.demo.local_telegram import Message as Shown
from messages import everyone
from messages.message import Message
from storage import figures, outbox
from storage.outbox import Lane, Method, OutboxRow, OutboxState, Ring
from storage.people.person import Person
from tests.chat import Chat
from tests.city import City


async def queue(city: City, chat: Chat, lane: Lane, *, key: str, **more: Any) -> None:
    """Put a message into the outbox, as a handler does, and wake the deliverer."""
    values = {
        "dedup_key": key,
        "chat_id": chat.phone.user_id,
        "method": Method.SEND_MESSAGE,
        "content": Message(everyone.CommandUnknown()).content(),
        "lane": lane,
        "ring": Ring.ALWAYS,
    }
    async with city.database.write() as session:
        await outbox.queue(session, values | more, now=city.clock.now())
    city.program.deliverer.wake()


async def row(city: City, key: str) -> OutboxRow:
    """How the row with that key stands."""
    found = await city.asks(lambda session: session.scalar(select(OutboxRow).where(OutboxRow.dedup_key == key)))
    assert found is not None
    return found


async def until_state(city: City, key: str, state: OutboxState) -> OutboxRow:
    """Wait until the row is in that state."""
    async with asyncio.timeout(20):
        while (found := await row(city, key)).state is not state:
            await asyncio.sleep(0.01)
    return found


def helps(messages: list[Shown]) -> int:
    """How many answers to /hjalp are among the messages."""
    return sum("Det här kan du göra" in message.text for message in messages)


async def test_asked_to_pause_the_bot_pauses_and_loses_nothing(city: City) -> None:
    city.telegram.faults.too_many_requests(retry_after=1, method="sendMessage")
    began = asyncio.get_running_loop().time()
    await city.maleri.says("/hjalp")
    assert asyncio.get_running_loop().time() - began >= 1
    assert helps(city.maleri.received) == 1
    sent = await city.asks(lambda session: session.scalar(select(OutboxRow)))
    assert sent is not None
    assert (sent.state, sent.attempts, sent.possible_copies) == (OutboxState.SENT, 1, 0)


async def test_somebody_who_blocks_the_bot_is_unreachable_and_the_coordinator_hears_it_once(city: City) -> None:
    city.telegram.faults.forbidden(method="sendMessage", chat_id=city.maleri.phone.user_id, times=2)
    await queue(city, city.maleri, Lane.ANSWER, key="one", person_id=1)
    await queue(city, city.maleri, Lane.ANSWER, key="two", person_id=1)
    await city.settled()
    await queue(city, city.maleri, Lane.ANSWER, key="three", person_id=1)
    await city.settled()
    assert (await row(city, "one")).state is OutboxState.UNREACHABLE
    notices = [message.text for message in city.coordinator.received]
    assert len(notices) == 1
    assert "Mira Holm (Exempelmåleriet AB)" in notices[0]
    person = await city.asks(lambda session: session.get_one(Person, 1))
    assert person.unreachable_at is not None
    city.telegram.faults.clear()
    await city.maleri.says("/start")
    person = await city.asks(lambda session: session.get_one(Person, 1, populate_existing=True))
    assert person.unreachable_at is None


async def test_a_message_that_telegram_never_takes_stops_no_other(city: City) -> None:
    city.telegram.faults.bad_request("Bad Request: message text is strange", method="sendMessage")
    await queue(city, city.maleri, Lane.ANSWER, key="strange")
    await queue(city, city.maleri, Lane.ANSWER, key="fine")
    await city.settled()
    assert (await row(city, "strange")).state is OutboxState.DEAD
    assert (await row(city, "fine")).state is OutboxState.SENT


async def test_a_slip_in_the_formatting_goes_out_as_plain_text(city: City) -> None:
    city.telegram.faults.bad_request("Bad Request: can't parse entities: Unclosed tag", method="sendMessage")
    await city.maleri.says("/hjalp")
    assert helps(city.maleri.received) == 1
    assert "bold" not in {entity["type"] for entity in city.maleri.last.entities}


async def test_a_message_that_cant_be_worded_stops_no_other(city: City) -> None:
    content = {"template": "no_such_template", "parameters": {}, "buttons": []}
    await queue(city, city.maleri, Lane.ANSWER, key="broken", content=content)
    await city.maleri.says("/hjalp")
    assert (await row(city, "broken")).state is OutboxState.DEAD
    assert helps(city.maleri.received) == 1


@pytest.mark.parametrize("as_html", [True, False])
async def test_server_errors_are_tried_again_in_the_chats_order(city: City, as_html: bool) -> None:
    city.telegram.faults.server_error(
        502, as_html=as_html, method="sendMessage", chat_id=city.maleri.phone.user_id, times=2
    )
    for number in range(4):
        await queue(city, city.maleri, Lane.ANSWER, key=f"in order {number}")
    await queue(city, city.park, Lane.ANSWER, key="another chat")
    await until_state(city, "another chat", OutboxState.SENT)
    assert city.maleri.received == []
    await city.settled()
    rows = [await row(city, f"in order {number}") for number in range(4)]
    ids = [found.telegram_message_id or 0 for found in rows]
    assert ids == sorted(ids)
    assert len(city.maleri.received) == 4
    assert await city.asks(figures.possibly_doubled) == 0


async def test_what_was_never_read_is_sent_again_after_the_lease_but_for_a_broadcast(city: City) -> None:
    city.telegram.faults.cuts_after_accepting(method="sendMessage", times=2)
    await queue(city, city.maleri, Lane.BROADCAST, key="once only")
    await until_state(city, "once only", OutboxState.UNKNOWN)
    await queue(city, city.park, Lane.ANSWER, key="perhaps")
    await until_state(city, "perhaps", OutboxState.SENT)  # by then the broadcast's lease is over too
    await city.settled()
    assert (len(city.maleri.received), len(city.park.received)) == (1, 2)
    assert (await row(city, "once only")).state is OutboxState.UNKNOWN
    assert (await row(city, "perhaps")).possible_copies == 1
    assert await city.asks(figures.possibly_doubled) == 2


async def test_an_edit_that_changes_nothing_counts_as_sent(city: City) -> None:
    await city.maleri.says("/sprak")
    original = await city.asks(lambda session: session.scalar(select(OutboxRow)))
    assert original is not None
    edit = {"method": Method.EDIT_MESSAGE_TEXT, "content": original.content, "original_id": original.id}
    await queue(city, city.maleri, Lane.ANSWER, key="same", person_id=1, **edit)
    await city.settled()
    assert (await row(city, "same")).state is OutboxState.SENT


async def test_a_message_that_the_person_deleted_is_said_afresh_and_edits_follow_it(city: City) -> None:
    await city.maleri.reports_internship()
    gone = city.matcher_b.last.message_id
    city.matcher_b.phone.messages.remove(city.matcher_b.last)
    await city.matcher_a.presses("Jag tar den")
    assert "Taget av Anna Lind" in city.matcher_b.last_text
    assert city.matcher_b.last.message_id != gone
    original = await city.asks(
        lambda session: session.scalar(
            select(OutboxRow).where(OutboxRow.chat_id == city.matcher_b.phone.user_id, OutboxRow.original_id.is_(None))
        )
    )
    assert original is not None
    assert original.telegram_message_id == city.matcher_b.last.message_id


@pytest.mark.parametrize("is_undone", [True, False])
async def test_an_alert_that_still_waits_is_not_sent_once_the_slot_is_gone(city: City, *, is_undone: bool) -> None:
    await city.maleri.reports_internship()
    async with city.database.write() as session:
        later = city.clock.now() + timedelta(hours=1)
        waiting = OutboxRow.chat_id == city.matcher_b.phone.user_id
        await session.execute(update(OutboxRow).where(waiting).values(state=OutboxState.QUEUED, due_at=later))
    city.matcher_b.phone.messages.clear()
    if is_undone:
        await city.maleri.presses("Ångra")
    else:
        await city.matcher_a.presses("Jag tar den")
    await city.later(timedelta(hours=1))
    assert city.matcher_b.received == []


async def test_an_answer_overtakes_500_broadcasts(city: City) -> None:
    async with city.database.write() as session:
        for number in range(500):
            values = {
                "dedup_key": f"flood {number}",
                "chat_id": city.park.phone.user_id if number % 2 else city.coordinator.phone.user_id,
                "method": Method.SEND_MESSAGE,
                "content": Message(everyone.CommandUnknown()).content(),
                "lane": Lane.BROADCAST,
                "ring": Ring.ALWAYS,
            }
            await outbox.queue(session, values, now=city.clock.now())
    city.program.deliverer.wake()
    city.maleri.phone.says("/hjalp")
    async with asyncio.timeout(10):
        while not city.maleri.received:
            await asyncio.sleep(0.01)
    still_waiting = (await city.asks(outbox.count_by_state)).get(OutboxState.QUEUED, 0)
    assert still_waiting > 400
