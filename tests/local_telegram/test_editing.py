from datetime import timedelta

from bot.demo.local_telegram import Phone

from .api import KEYBOARD, Api
from .conftest import Clock


async def test_an_edit_changes_the_message_in_its_place(api: Api, anna: Phone) -> None:
    sent = await api.result("sendMessage", chat_id=anna.user_id, text="Ledig", reply_markup=KEYBOARD)
    where = {"chat_id": anna.user_id, "message_id": sent["message_id"]}
    edited = await api.result("editMessageText", text="<b>Tagen</b>", parse_mode="HTML", **where)
    assert edited["text"] == "Tagen"
    assert "reply_markup" not in edited
    (message,) = anna.received()
    assert (message.text, message.edited, message.buttons) == ("Tagen", True, [])


async def test_an_edit_that_changes_nothing_is_refused(api: Api, anna: Phone) -> None:
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej", reply_markup=KEYBOARD)
    where = {"chat_id": anna.user_id, "message_id": 1}
    same_text = await api.refusal("editMessageText", text="Hej", reply_markup=KEYBOARD, **where)
    same_buttons = await api.refusal("editMessageReplyMarkup", reply_markup=KEYBOARD, **where)
    assert same_text == same_buttons
    assert same_text == (
        "Bad Request: message is not modified: specified new message content and reply markup are exactly "
        "the same as a current content and reply markup of the message"
    )


async def test_only_what_the_bot_wrote_and_is_still_there_can_be_edited(api: Api, anna: Phone) -> None:
    anna.says("Hej")
    where = {"chat_id": anna.user_id, "text": "Hallå"}
    missing = await api.refusal("editMessageText", message_id=9, **where)
    unnamed = await api.refusal("editMessageText", **where)
    of_anna = await api.refusal("editMessageText", message_id=1, **where)
    assert missing == "Bad Request: message to edit not found"
    assert unnamed == "Bad Request: message identifier is not specified"
    assert of_anna == "Bad Request: message can't be edited"


async def test_buttons_can_be_taken_away(api: Api, anna: Phone) -> None:
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej", reply_markup=KEYBOARD)
    await api.result("editMessageReplyMarkup", chat_id=anna.user_id, message_id=1)
    assert anna.received()[0].buttons == []
    assert not anna.received()[0].edited


async def test_a_deleted_message_is_gone(api: Api, anna: Phone) -> None:
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej")
    where = {"chat_id": anna.user_id, "message_id": 1}
    assert await api.result("deleteMessage", **where) is True
    assert anna.messages == []
    assert await api.refusal("deleteMessage", **where) == "Bad Request: message to delete not found"


async def test_a_message_can_be_deleted_for_48_hours(api: Api, anna: Phone, clock: Clock) -> None:
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej")
    clock.advance(timedelta(hours=48, seconds=1))
    refusal = await api.refusal("deleteMessage", chat_id=anna.user_id, message_id=1)
    assert refusal == "Bad Request: message can't be deleted for everyone"


async def test_a_message_is_pinned_and_unpinned(api: Api, anna: Phone) -> None:
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej")
    await api.result("pinChatMessage", chat_id=anna.user_id, message_id=1)
    assert anna.messages[0].pinned
    assert (await api.result("getChat", chat_id=anna.user_id))["pinned_message"]["text"] == "Hej"
    await api.result("unpinChatMessage", chat_id=anna.user_id)
    assert not anna.messages[0].pinned
