"""A personal number is planted in every sort of message and in every place for words: it is nowhere afterwards."""

import copy
import logging
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.intake import arrival
from storage.ledger import LedgerRow, LedgerText
from tests.chat import Chat
from tests.city import City
from tests.each import each
from tests.record import everything_kept

NUMBER = "8112-28-9874"
IN_PARTS = ("8112-28-9874", "8112289874", "28-9874")
FILE = {"file_id": "a", "file_unique_id": "a"}
PICTURE = [{**FILE, "width": 1, "height": 1}]
MOVING = {**FILE, "width": 1, "height": 1, "duration": 1}
SOUND = {**FILE, "duration": 1}
WITH_CAPTION: dict[str, Any] = {
    "photo": PICTURE,
    "video": MOVING,
    "animation": MOVING,
    "audio": SOUND,
    "voice": SOUND,
    "document": FILE,
    "paid_media": {"star_count": 1, "paid_media": []},
}
CARD = {"phone_number": "0701740635", "first_name": "Eva"}
POLL: dict[str, Any] = {
    "id": "1",
    "question": "När?",
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": False,
    "type": "quiz",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
OPTION = {"voter_count": 0, "persistent_id": "1", "option_persistent_id": "1"}
PLACE = {"location": {"latitude": 56.0, "longitude": 12.7}, "title": "Torget", "address": "Torget 1"}
HIDDEN = {"type": "hidden_user", "date": 1}
EVA = {"id": 5, "is_bot": False, "first_name": f"Eva {NUMBER}"}
LINK = {"type": "text_link", "offset": 0, "length": 3, "url": f"https://example.com/{NUMBER}"}
WITHIN: dict[str, dict[str, Any]] = {
    "a text": {"text": f"Eva {NUMBER}"},
    "a command": {"text": f"/hjalp {NUMBER}", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]},
    "a command that is none": {"text": f"/x {NUMBER}", "entities": [{"type": "bot_command", "offset": 0, "length": 2}]},
    "start": {"text": f"/start {NUMBER}", "entities": [{"type": "bot_command", "offset": 0, "length": 6}]},
    "a link behind words": {"text": "Här", "entities": [LINK]},
    "a mention": {"text": "Eva", "entities": [{"type": "text_mention", "offset": 0, "length": 3, "user": EVA}]},
    "a quote": {"text": "Hon", "quote": {"text": NUMBER, "position": 0}},
    "a quote beside a picture": {"photo": PICTURE, "quote": {"text": NUMBER, "position": 0}},
    "a forwarded text": {"text": "Hej", "forward_origin": {**HIDDEN, "sender_user_name": f"Eva {NUMBER}"}},
    "a forwarded person": {"text": "Hej", "forward_origin": {"type": "user", "date": 1, "sender_user": EVA}},
    "a reply elsewhere": {"text": "Hon", "external_reply": {"origin": HIDDEN | {"sender_user_name": NUMBER}}},
    "a card elsewhere": {
        "text": "Hon",
        "external_reply": {"origin": HIDDEN | {"sender_user_name": "E"}, "contact": CARD | {"last_name": NUMBER}},
    },
    "a button": {"text": "Här", "reply_markup": {"inline_keyboard": [[{"text": NUMBER, "url": "https://a.se"}]]}},
    **{f"a caption, {kind}": {kind: body, "caption": f"Eva\n{NUMBER}"} for kind, body in WITH_CAPTION.items()},
    **{
        f"a file's name, {kind}": {kind: {**WITH_CAPTION[kind], "file_name": f"Eva_{NUMBER}.pdf"}}
        for kind in ("video", "animation", "audio", "document")
    },
    "a song's title": {"audio": {**SOUND, "title": NUMBER}},
    "a singer": {"audio": {**SOUND, "performer": NUMBER}},
    "a card's name": {"contact": CARD | {"first_name": NUMBER}},
    "a card's last name": {"contact": CARD | {"last_name": NUMBER}},
    "a card's phone": {"contact": CARD | {"phone_number": "8112289874"}},
    "a card": {"contact": CARD | {"vcard": f"BEGIN:VCARD\nNOTE:{NUMBER}\nEND:VCARD"}},
    "a poll": {"poll": POLL | {"question": NUMBER}},
    "a poll's answer": {"poll": POLL | {"options": [OPTION | {"text": NUMBER}]}},
    "a poll's reason": {"poll": POLL | {"explanation": NUMBER}},
    "a place": {"venue": PLACE | {"title": NUMBER}},
    "a place's address": {"venue": PLACE | {"address": NUMBER}},
    "a game": {"game": {"title": "Spel", "description": NUMBER, "photo": PICTURE}},
    "a list": {"checklist": {"title": "Att göra", "tasks": [{"id": 1, "text": NUMBER}]}},
    "what is newer than the library": {"rich_message": {"blocks": [{"text": NUMBER}]}},
    "what nobody knows yet": {"rich_thing": {"blocks": [{"text": NUMBER}]}},
    "what nobody knows yet, with a caption": {"rich_thing": {}, "caption": NUMBER},
    "what Telegram says": {"forum_topic_created": {"name": f"Eva {NUMBER}", "icon_color": 1}},
    "what nobody knows yet, beside a text": {"text": "Hej", "rich_thing": {"blocks": [{"text": NUMBER}]}},
}


async def sends(chat: Chat, parts: dict[str, Any]) -> int:
    """Send a message of these parts; its number."""
    message_id = chat.phone.sends_other(copy.deepcopy(parts))
    await chat.city.settled()
    return message_id


def is_there(chat: Chat, message_id: int) -> bool:
    return any(message.message_id == message_id for message in chat.phone.messages)


def test_it_is_masked_before_anything_is_kept(subtests: pytest.Subtests) -> None:
    for where, parts in WITHIN.items():
        for kind in ("message", "edited_message"):
            with each(subtests, f"{where}, {kind}"):
                kept = str(arrival({"update_id": 1, kind: {"message_id": 1, "chat": {"id": 1}, **parts}}).payload)
                assert "•••" in kept
                assert not any(part in kept for part in IN_PARTS)


async def test_wherever_it_is_planted_it_is_taken_out_of_the_chat_and_explained(
    city: City, subtests: pytest.Subtests, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for where, parts in WITHIN.items():
        with each(subtests, where):
            before = len(city.maleri.received)
            message_id = await sends(city.maleri, parts)
            assert not is_there(city.maleri, message_id)
            assert [("personnummer" in each.words) for each in city.maleri.received[before:]] == [True]
    await assert_nowhere(city, city.maleri, caplog.text)
    assert await lines_of_removed(city) == ["personal_number"] * len(WITHIN)


@pytest.mark.parametrize("is_in_form", [True, False])
async def test_an_album_s_are_all_taken_out_and_explained_once(city: City, *, is_in_form: bool) -> None:
    await city.maleri.says("/rapportera" if is_in_form else "/hjalp")
    before = len(city.maleri.received)
    captions: tuple[dict[str, Any], ...] = ({"caption": NUMBER}, {}, {"caption": f"Eva {NUMBER}"}, {})
    sent = [await sends(city.maleri, {"photo": PICTURE, "media_group_id": "7", **caption}) for caption in captions]
    assert [is_there(city.maleri, each_sent) for each_sent in sent] == [False, True, False, True]
    assert ["personnummer" in message.words for message in city.maleri.received[before:]] == [True]
    await city.restart()
    last = await sends(city.maleri, {"photo": PICTURE, "media_group_id": "7", "caption": NUMBER})
    assert not is_there(city.maleri, last)
    assert len(city.maleri.received) == before + 1


async def test_a_question_that_is_open_is_asked_again(city: City, subtests: pytest.Subtests) -> None:
    await city.maleri.says("/rapportera")
    question = city.maleri.last_text.splitlines()[-1]
    for where in ("a caption, photo", "a file's name, document", "a card", "a command", "a quote", "a text"):
        with each(subtests, where):
            message_id = await sends(city.maleri, WITHIN[where])
            assert not is_there(city.maleri, message_id)
            assert "Det såg ut som ett personnummer." in city.maleri.last_text
            assert city.maleri.last_text.endswith(question)


async def test_a_stranger_s_is_taken_out_too_a_few_a_minute(city: City, caplog: pytest.LogCaptureFixture) -> None:
    stranger = city.stranger()
    await stranger.says("Hej")
    for where in ("a caption, photo", "a text", "start"):
        message_id = await sends(stranger, WITHIN[where])
        assert not is_there(stranger, message_id), where
        assert "personnummer" in stranger.last_text
        assert "040-628 04 00" in stranger.last_text
    await sends(stranger, WITHIN["a text"])
    assert len(stranger.received) == 4
    assert await lines_of_removed(city) == ["personal_number"] * 3
    for part in IN_PARTS:
        assert part not in await everything_kept(city)
        assert part not in caplog.text


async def test_a_coordinator_s_file_is_not_read_where_its_name_holds_one(city: City) -> None:
    await city.coordinator.does(lambda phone: phone.sends_document(f"avtal {NUMBER}.csv", b"Leverant\xc3\xb6r\n"))
    assert "I texten eller filens namn" in city.coordinator.last_text
    assert NUMBER not in await everything_kept(city)


async def assert_nowhere(city: City, chat: Chat, log: str) -> None:
    kept = await everything_kept(city)
    for part in IN_PARTS:
        assert part not in kept
        assert part not in log
        assert not any(part in str(message.as_json({})) for message in chat.phone.messages)
    await city.stop()
    await city.database.close()
    if city.database.is_sqlite:
        file = Path(city.database.url.database or "")
        for each_file in file.parent.glob(f"{file.name}*"):
            assert NUMBER.encode() not in each_file.read_bytes()


async def lines_of_removed(city: City) -> list[str]:
    """The rules by which messages were taken away, as the ledger has them."""
    rules = (
        select(LedgerText.content)
        .join(LedgerRow, LedgerRow.id == LedgerText.ledger_id)
        .where(LedgerRow.event == "message_removed")
    )
    return list((await city.asks(lambda session: session.scalars(rules))).all())


async def test_the_card_of_a_person_tells_what_was_taken_out_of_their_chat_and_by_which_rule(city: City) -> None:
    await city.coordinator.says("/personer")
    card = await city.coordinator.presses("Mira Holm")
    assert "Borttagna meddelanden" not in card
    await sends(city.maleri, WITHIN["a caption, photo"])
    await sends(city.maleri, WITHIN["a text"])
    await sends(city.park, WITHIN["a text"])
    await city.coordinator.says("/personer")
    card = await city.coordinator.presses("Mira Holm")
    assert "\nBorttagna meddelanden: 2, senast 23 november 2026 (personnummer)\n" in f"{card}\n"
