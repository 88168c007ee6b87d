"""What comes beside what people write: albums, what Telegram itself says in a chat, what was not asked for, groups."""

import json
from typing import Any

import pytest
from sqlalchemy import func, select

from handlers.entry import SENT_BY_PEOPLE
from storage.inbox import InboxRow
from storage.outbox import OutboxRow
from tests.chat import Chat
from tests.city import City
from tests.each import each
from tests.local_telegram.bot_api_facts import FACTS_FILE

FORUM = {"name": "Målning", "icon_color": 7322096}
NO_MESSAGES: dict[str, Any] = {
    "pinned_message": {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}},
    "message_auto_delete_timer_changed": {"message_auto_delete_time": 86400},
    "chat_background_set": {"type": {"type": "chat_theme", "theme_name": "🌷"}},
    "forum_topic_created": FORUM,
    "forum_topic_edited": {"name": "Nytt"},
    "forum_topic_closed": {},
    "general_forum_topic_hidden": {},
    "write_access_allowed": {"from_request": True},
    "users_shared": {"request_id": 1, "users": []},
    "connected_website": "exempel.se",
    "boost_added": {"boost_count": 1},
    "video_chat_started": {},
    "new_chat_title": "Mira",
    "delete_chat_photo": True,
    "something_that_is_yet_to_come": {},
}


def message_of(chat: Chat, number: int, **content: Any) -> dict[str, Any]:
    described = {"message_id": number, "date": 1, "chat": chat.phone.description, "from": chat.phone.user}
    return described | content


def picture(number: int) -> dict[str, Any]:
    return {"photo": [{"file_id": f"a{number}", "file_unique_id": f"a{number}", "width": 1, "height": 1}]}


async def sends_album(city: City, chat: Chat, album: str, *, first: int) -> None:
    for number in range(first, first + 3):
        message = message_of(chat, number, media_group_id=album, **picture(number))
        city.telegram.pushes({"message": message})
    await city.settled()


@pytest.mark.parametrize("is_in_form", [True, False])
async def test_an_album_is_answered_once_also_after_a_restart(city: City, *, is_in_form: bool) -> None:
    await city.maleri.says("/rapportera" if is_in_form else "/hjalp")
    before = len(city.maleri.received)
    await sends_album(city, city.maleri, "77", first=900)
    assert "bild" in city.maleri.last_text
    assert ("Steg 1" in city.maleri.last_text) is is_in_form
    assert len(city.maleri.received) == before + 1
    await city.restart()
    await sends_album(city, city.maleri, "77", first=910)
    assert len(city.maleri.received) == before + 1
    await sends_album(city, city.maleri, "78", first=920)
    assert len(city.maleri.received) == before + 2
    if is_in_form:
        assert "Vilken bransch" in await city.maleri.presses("Praktikplats")


async def test_what_telegram_says_in_a_chat_is_no_message(city: City, subtests: pytest.Subtests) -> None:
    await city.maleri.says("/rapportera")
    before = len(city.maleri.received)
    for number, (name, content) in enumerate(NO_MESSAGES.items(), start=900):
        with each(subtests, name):
            city.telegram.pushes({"message": message_of(city.maleri, number, **{name: content})})
            await city.settled()
            assert len(city.maleri.received) == before


async def test_what_people_send_is_answered_whether_or_not_the_library_knows_it(city: City) -> None:
    sent: tuple[dict[str, Any], ...] = (
        {"dice": {"emoji": "🎲", "value": 3}},
        {"rich_message": {}},
        {"yet_to_come": {}, "caption": "Vårt garage"},
        {"yet_to_come": {}, "media_group_id": "1"},
        {"yet_to_come": {}, "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Eva"}},
        {"text": "\N{INVISIBLE SEPARATOR}"},
    )
    for number, content in enumerate(sent, start=900):
        before = len(city.maleri.received)
        city.telegram.pushes({"message": message_of(city.maleri, number, **content)})
        await city.settled()
        assert len(city.maleri.received) == before + 1
        assert city.maleri.last_text.startswith("Du skickade något som inte är text.")


def test_what_people_send_has_the_names_that_telegram_gives_it() -> None:
    facts = json.loads(FACTS_FILE.read_text(encoding="utf-8"))
    assert facts["types"]["Message"]["fields"].keys() >= SENT_BY_PEOPLE


async def updates_kept(city: City) -> int:
    counted = select(func.count()).select_from(InboxRow)
    return await city.asks(lambda session: session.scalar(counted)) or 0


async def test_whatever_was_not_asked_for_answers_nothing_nor_does_an_edited_message(
    city: City, caplog: pytest.LogCaptureFixture
) -> None:
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1")
    before, kept = len(city.maleri.received), await updates_kept(city)
    said = message_of(city.maleri, 5, text="2", edit_date=2)
    for kind in ("edited_message", "business_message", "edited_channel_post", "channel_post"):
        city.telegram.pushes({kind: said})
    await city.settled()
    pinned = {"location": {"latitude": 59.3, "longitude": 18.0, "live_period": 60}}
    city.telegram.pushes({"edited_message": message_of(city.maleri, 6, edit_date=2, **pinned)})
    await city.settled()
    assert len(city.maleri.received) == before
    assert "Hur många kan börja hos er?" in city.maleri.last_text
    assert await updates_kept(city) == kept + 1  # the text that was edited, and nothing else
    assert "begins again" not in caplog.text  # or a live location would keep everybody waiting at each of its steps


async def test_a_group_that_was_upgraded_is_left_at_once(city: City) -> None:
    upgraded = city.telegram.add_group("Bygget", [city.maleri.phone])
    old = {"id": -4711, "type": "group", "title": "Bygget"}
    message = {"message_id": 1, "date": 1, "chat": old, "from": city.maleri.phone.user}
    city.telegram.pushes({"message": message | {"migrate_to_chat_id": upgraded.chat_id}})
    await city.settled()
    assert upgraded.bot_has_left
    assert sum(message.from_bot for message in upgraded.messages) == 1
    to_the_old = select(func.count()).select_from(OutboxRow).where(OutboxRow.chat_id == old["id"])
    assert await city.asks(lambda session: session.scalar(to_the_old)) == 0
