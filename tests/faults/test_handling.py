"""What one update does wrong is that update's alone."""

import logging
from collections.abc import Sequence
from typing import Any

import aiohttp
import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from telegram import Update

from bot import inviting
from domain.language import Language
from domain.ledger_event import LedgerEvent
from domain.role import Role
from handlers import entry
from handlers.actor import Context
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import language
from handlers.registry import BUTTONS
from handlers.slots import claiming
from messages.message import Message
from messages.people.language import LanguageSet
from storage import inbox, inbox_queue
from storage.inbox import InboxRow, InboxState, Turn
from storage.people.person import Person
from tests.city import City

SECRET = "Hemlig text som ingen logg får visa"
FAR_AHEAD = 700_000_000
"""Of a bot that has seen more updates than the city has: whatever it asks for confirms all of these."""


async def writes_and_raises(work: Work, actor: Person, _press: Press) -> None:
    """Change something, say something, record something, and fail."""
    actor.language = Language.ENGLISH
    await work.tell(actor, Message(LanguageSet()))
    await work.record(LedgerEvent.SLOT_REPORTED, actor=actor)
    await work.session.flush()
    raise RuntimeError(SECRET)


async def test_a_handler_that_writes_and_then_raises_leaves_nothing_behind(
    city: City, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await city.maleri.says("/sprak")
    monkeypatch.setitem(BUTTONS, language.CHOOSE, writes_and_raises)
    with caplog.at_level(logging.INFO):
        await city.maleri.presses("English")
    person = await city.asks(lambda session: session.get_one(Person, 1))
    assert person.language is Language.SWEDISH
    assert not any("I will write in English" in message.text for message in city.maleri.received)
    events = await city.asks(lambda session: session.execute(select(inbox.InboxRow.state)))
    assert InboxState.SET_ASIDE in [state for (state,) in events]
    assert SECRET not in caplog.text
    assert "Mira" not in caplog.text


async def test_an_update_that_fails_three_times_is_put_aside_and_its_person_told(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await city.maleri.says("/sprak")
    await city.park.says("/sprak")
    monkeypatch.setitem(BUTTONS, language.CHOOSE, writes_and_raises)
    await city.maleri.presses("English")
    row = await city.asks(
        lambda session: session.scalar(select(InboxRow).where(InboxRow.state == InboxState.SET_ASIDE))
    )
    assert row is not None
    assert row.attempts == 3
    assert row.reference is not None
    assert city.maleri.last_text.startswith("Förlåt, något gick fel hos oss.")
    assert row.reference in city.maleri.last_text
    assert "040-628 04 00" in city.maleri.last_text
    await city.park.presses("Svenska")
    assert city.park.last_text.startswith("Sorry")
    await city.maleri.says("/hjalp")
    assert "Det här kan du göra" in city.maleri.last_text


async def test_an_update_that_fails_once_has_its_effect_once(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    await city.maleri.reports_internship()
    failures = iter([RuntimeError("once"), RuntimeError("twice")])

    async def stumbles(work: Work, actor: Person, press: Press) -> None:
        await claiming.take(work, actor, press)
        if (failure := next(failures, None)) is not None:
            raise failure

    monkeypatch.setitem(BUTTONS, "ta", stumbles)
    await city.matcher_a.presses("Jag tar den")
    assert "Du har tagit den" in city.matcher_a.last_text
    assert len([m for m in city.maleri.received if "hör av sig till dig" in m.text]) == 1


async def test_trouble_with_the_database_is_not_counted_against_the_update(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = iter([OperationalError("BEGIN", {}, Exception("disk I/O error"))] * 5)
    next_turns = inbox_queue.next_turns

    async def fails_at_first(*args: Any, **kwargs: Any) -> Sequence[Turn]:
        if (error := next(trouble, None)) is not None:
            raise error
        return await next_turns(*args, **kwargs)

    monkeypatch.setattr(inbox_queue, "next_turns", fails_at_first)
    monkeypatch.setattr("bot.rounds.AFTER_TROUBLE", 0.01)
    await city.maleri.says("/hjalp")
    assert "Det här kan du göra" in city.maleri.last_text
    row = await city.asks(lambda session: session.scalar(select(InboxRow)))
    assert row is not None
    assert row.attempts == 0


async def test_a_malformed_update_in_a_batch_of_ten_stops_none_of_the_other_nine(city: City) -> None:
    await city.stop()
    chats = (city.maleri, city.park, city.matcher_a)
    for chat in chats:
        chat.phone.says("/hjalp")
    # What else can be wrong: test_malformed.
    city.telegram.pushes({"message": {"message_id": "one", "date": "now", "chat": 7, "from": []}})
    for _ in range(2):
        for chat in chats:
            chat.phone.says("/hjalp")
    assert city.telegram.updates_waiting == 10
    city.start()
    await city.settled()
    assert [len(chat.received) for chat in chats] == [3, 3, 3]


async def test_a_malformed_message_of_a_known_sender_is_put_aside_and_the_sender_told(city: City) -> None:
    sender = {"id": city.maleri.phone.user_id, "is_bot": False, "first_name": "Mira", "language_code": "sv"}
    chat = {"id": city.maleri.phone.user_id, "type": "private"}
    city.telegram.pushes({"message": {"message_id": 77, "from": sender, "chat": chat, "text": "no date"}})
    await city.maleri.says("/hjalp")
    assert [message.text[:6] for message in city.maleri.received] == ["Förlåt", "Det hä"]


async def test_handlers_cant_send_by_themselves(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    async def sends(update: Update, context: Context) -> None:
        assert update.effective_chat is not None
        await context.bot.send_message(update.effective_chat.id, "past the outbox")

    monkeypatch.setattr(entry, "text", sends)
    await city.restart()
    await city.maleri.says("/okant")
    assert not any("past the outbox" in message.text for message in city.maleri.received)
    assert city.maleri.last_text.startswith("Förlåt")


async def test_of_8_matchers_who_press_at_once_one_claims(city: City) -> None:
    matchers = [await city.person(f"Matchare {number}", Role.MATCHER) for number in range(1, 9)]
    await city.maleri.reports_internship()
    for matcher in matchers:
        matcher.phone.presses_button("Jag tar den")
    await city.settled()
    texts = [matcher.last_text for matcher in matchers]
    assert sum(text.startswith("Du har tagit den") for text in texts) == 1
    assert sum(text.startswith("Taget av Matchare") for text in texts) == 7
    assert len([m for m in city.maleri.received if "hör av sig till dig" in m.text]) == 1


async def test_of_8_strangers_with_one_invitation_one_comes_in(city: City) -> None:
    invited = await inviting.invite(city.database, Role.MATCHER, name="Anna", supplier_name=None, now=city.clock.now())
    strangers = [city.stranger() for _ in range(8)]
    for stranger in strangers:
        stranger.phone.opens_link(invited.code)
    await city.settled()
    texts = [stranger.last_text for stranger in strangers]
    assert sum(text.startswith("Välkommen, Anna!") for text in texts) == 1
    assert sum(text.startswith("Den inbjudan går inte att använda.") for text in texts) == 7


async def test_a_bot_that_another_run_left_behind_takes_no_update_at_a_port_that_is_the_citys_now(city: City) -> None:
    await city.maleri.reports_internship()
    city.matcher_a.phone.presses_button("Jag tar den")
    async with aiohttp.ClientSession() as session:
        asked = f"{city.settings.telegram_api}/bot4711:made-up/getUpdates?offset={FAR_AHEAD}"
        assert (await session.get(asked)).status == 401
    await city.settled()
    assert city.matcher_a.last_text.startswith("Du har tagit den.")
