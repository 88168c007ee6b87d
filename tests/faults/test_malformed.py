"""Whatever comes from outside, however malformed, stops nothing but itself."""

import json
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.demo.local_telegram.updates import WaitingUpdate
from bot.intake import arrival
from storage import inbox
from storage.inbox import InboxRow, InboxState
from tests.city import City

BEYOND_64_BITS = 2**63
PRIVATE = {"id": 7, "type": "private"}


def nested(levels: int) -> list[Any]:
    """A list in a list in a list."""
    innermost: list[Any] = []
    for _ in range(levels):
        innermost = [innermost]
    return innermost


def replies(levels: int) -> dict[str, Any]:
    """A message that replies to a message that replies to a message."""
    message: dict[str, Any] = {"message_id": 1, "date": 1, "chat": PRIVATE, "text": "first"}
    for number in range(levels):
        message = {"message_id": number + 2, "date": 1, "chat": PRIVATE, "reply_to_message": message}
    return message


def from_(**sender: Any) -> dict[str, Any]:
    """A message that can't be read (it has no date) and whose sender is strange."""
    return {"message": {"message_id": 1, "chat": PRIVATE, "from": {"is_bot": False, "first_name": "Å"} | sender}}


MALFORMED: dict[str, Any] = {
    "words": "hej",
    "a number": 42,
    "nothing": None,
    "a list": [{"message": {}}],
    "an empty object": {},
    "no update id": {"message": {"message_id": 1, "text": "x"}},
    "an update id in words": {"update_id": "one", "message": {"text": "x"}},
    "no chat": {"update_id": 1, "message": {"message_id": 1, "date": 1, "text": "x"}},
    "a chat that is a number": {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": 7, "text": "x"}},
    "a chat id in words": {"update_id": 1, "message": {"chat": {"id": "seven", "type": "private"}}},
    "a chat id too large": {"update_id": 1, "message": {"chat": {"id": BEYOND_64_BITS, "type": "private"}}},
    "a chat id too small": {"update_id": 1, "message": {"chat": {"id": -BEYOND_64_BITS - 1, "type": "private"}}},
    "an update id too large": {"update_id": 10**90, "message": {"chat": PRIVATE}},
    "a sender too large": {"update_id": 1, **from_(id=BEYOND_64_BITS)},
    "a sender in words": {"update_id": 1, **from_(id="seven")},
    "a sender's language that is a number": {"update_id": 1, **from_(id=7, language_code=5)},
    "a date too large": {"update_id": 1, "message": {"message_id": 1, "date": 10**18, "chat": PRIVATE, "text": "x"}},
    "a text that is a number": {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": PRIVATE, "text": 5}},
    "no date and no chat": {"update_id": 1, "message": {"message_id": 1, "text": "x"}},
    "nothing as it should be": {"update_id": 1, "message": {"message_id": "one", "date": "now", "chat": 7, "from": []}},
    "a press by nobody": {"update_id": 1, "callback_query": {"id": 5, "from": {"id": "x"}}},
    "no message, and nonsense": {"update_id": 1, "message": None, "nonsense": {"chat": {"id": "chat"}}},
    "a member of nothing": {"update_id": 1, "my_chat_member": {"chat": {"id": 1, "type": "private"}}},
    "entities of nothing": {
        "update_id": 1,
        "message": {"message_id": 1, "date": 1, "chat": PRIVATE, "text": "/a", "entities": [{"type": "bot_command"}]},
    },
    "a text with NUL": {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": PRIVATE, "text": "a\x00b"}},
    "a name with NUL": {"update_id": 1, "me\x00ssage": {"\x00": "\x00"}},
    "a number of many digits": {"update_id": 1, "message": {"chat": PRIVATE, "date": 10**400}},
    "nested 150 deep": {"update_id": 1, "message": nested(150)},
    "nested 600 deep": {"update_id": 1, "message": nested(600)},
    "nested 900 deep": {"update_id": 1, "message": nested(900)},
    "replies 20 deep": {"update_id": 1, "message": replies(20)},
    "replies 400 deep": {"update_id": 1, "message": replies(400)},
}


@dataclass
class RawUpdate(WaitingUpdate):
    """An update that is handed out exactly as it is; Telegram knows its number, whatever it says of itself."""

    number: int = 0

    @property
    def update_id(self) -> int:
        return self.number


def push_raw(city: City, update: Any) -> None:
    """Put something before the bot that need not even be an object."""
    number = city.telegram.pushes({})
    city.telegram.updates.waiting.pop()
    if isinstance(update, dict) and update.get("update_id") == 1:
        update = update | {"update_id": number}
    city.telegram.updates.waiting.append(RawUpdate(update, number=number))


async def test_something_malformed_stops_none_of_those_that_come_with_it(city: City, subtests: pytest.Subtests) -> None:
    chats = (city.maleri, city.park, city.matcher_a)
    for number, (name, malformed) in enumerate(MALFORMED.items(), start=1):
        with subtests.test(name):
            _push_four(city, malformed)
            await city.settled()
            assert [len(chat.received) for chat in chats] == [number] * 3
            kept = await city.asks(lambda session: session.scalar(select(func.count()).select_from(InboxRow)))
            assert kept == 4 * number


def _push_four(city: City, malformed: Any) -> None:
    """At once, so that they come to the bot in one answer: one before it, two after it."""
    city.maleri.phone.says("/hjalp")
    push_raw(city, malformed)
    city.park.phone.says("/hjalp")
    city.matcher_a.phone.says("/hjalp")
    assert city.telegram.updates_waiting == 4


async def test_what_cant_be_read_three_times_is_put_aside_with_a_reference(city: City) -> None:
    push_raw(city, {"update_id": 1, **from_(id=BEYOND_64_BITS)})
    await city.maleri.says("/hjalp")
    row = await city.asks(lambda session: session.scalar(select(InboxRow).where(InboxRow.attempts > 0)))
    assert row is not None
    assert (row.state, row.attempts) == (InboxState.SET_ASIDE, 3)
    assert row.reference is not None


async def test_a_hostile_text_is_answered_like_any_other(city: City) -> None:
    assert "Tack!" in await city.maleri.walks_report(area="Cen\x00trum")
    assert [slot.area for slot in await city.slots()] == ["Cen trum"]
    row = await city.asks(lambda session: session.scalar(select(InboxRow).where(InboxRow.attempts > 0)))
    assert row is None


@pytest.mark.parametrize(
    "hostile",
    [
        r'"text": "a\u0000b\ud800c"',
        r'"text": "a", "\ud800": "\udfff"',
        '"text": "a", "date": NaN',
        '"text": "a", "date": -Infinity',
        '"text": "a", "date": 1e999',
    ],
)
async def test_what_json_allows_and_no_database_keeps_is_kept_all_the_same(city: City, hostile: str) -> None:
    # Past the stand-in for Telegram, whose own JSON can't say such things.
    update = json.loads('{"update_id": 1, "message": {"message_id": 1, ' + hostile + "}}")
    async with city.database.write() as session:
        assert await inbox.keep(session, [arrival(update)], now=city.clock.now()) == 1
    await city.maleri.says("/hjalp")
    assert len(city.maleri.received) == 1
    kept = await city.asks(lambda session: session.scalar(select(InboxRow).order_by(InboxRow.id)))
    assert kept is not None
    assert (kept.state, kept.chat_id) == (InboxState.SET_ASIDE, 0)
    said = json.dumps(kept.payload, ensure_ascii=False, allow_nan=False)
    assert said.encode()
    assert r"\u0000" not in said
