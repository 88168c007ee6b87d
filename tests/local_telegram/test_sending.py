from typing import Any

import pytest

from bot.demo.local_telegram import LocalTelegram, Phone

from .api import KEYBOARD, Api


def keyboard(*buttons: dict[str, Any]) -> dict[str, Any]:
    return {"inline_keyboard": [[button] for button in buttons]}


async def test_a_message_with_buttons_reaches_the_phone(api: Api, anna: Phone) -> None:
    sent = await api.result("sendMessage", chat_id=anna.user_id, text=" Hej \n", reply_markup=KEYBOARD)
    assert sent["text"] == "Hej"
    assert sent["reply_markup"] == KEYBOARD
    (message,) = anna.received()
    assert message.message_id == sent["message_id"]
    assert [button.text for button in message.buttons[0]] == ["Ja", "Nej"]


@pytest.mark.parametrize("text", ["", " \n ", "\u0001"])
async def test_an_empty_text_is_refused(api: Api, anna: Phone, text: str) -> None:
    refusal = await api.refusal("sendMessage", chat_id=anna.user_id, text=text)
    assert refusal == "Bad Request: message text is empty"


async def test_the_length_of_a_text_counts_after_its_markup(api: Api, anna: Phone) -> None:
    to_anna = {"chat_id": anna.user_id, "parse_mode": "HTML"}
    longest = await api.result("sendMessage", text=f"<b>{'&amp;' * 4096}</b>", **to_anna)
    assert longest["text"] == "&" * 4096
    refusal = await api.refusal("sendMessage", text="x" * 4097, **to_anna)
    assert refusal == "Bad Request: message is too long"


async def test_a_bot_can_not_write_first(api: Api, telegram: LocalTelegram) -> None:
    stranger = telegram.add_phone("Bo")
    refusal = await api.refusal("sendMessage", chat_id=stranger.user_id, text="Hej")
    assert refusal == "Bad Request: chat not found"
    stranger.says("/start")
    await api.result("sendMessage", chat_id=stranger.user_id, text="Hej")


async def test_a_bot_that_is_blocked_is_forbidden_to_write_until_it_is_let_in_again(api: Api, anna: Phone) -> None:
    anna.blocks_bot()
    answer = await api.answer("sendMessage", chat_id=anna.user_id, text="Hej")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    anna.unblocks_bot()
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej")


@pytest.mark.parametrize(
    ("data", "is_fine"), [("x", True), ("å" * 32, True), ("å" * 33, False), ("x" * 65, False), ("", False)]
)
async def test_a_button_carries_from_1_to_64_bytes(api: Api, anna: Phone, data: str, *, is_fine: bool) -> None:
    markup = keyboard({"text": "Ja", "callback_data": data})
    answer = await api.answer("sendMessage", chat_id=anna.user_id, text="Hej", reply_markup=markup)
    assert answer["ok"] is is_fine
    assert is_fine or answer["description"] == "Bad Request: BUTTON_DATA_INVALID"


async def test_a_keyboard_has_at_most_100_buttons(api: Api, anna: Phone) -> None:
    buttons = [{"text": "Ja", "callback_data": "x"}] * 101
    to_anna = {"chat_id": anna.user_id, "text": "Hej"}
    await api.result("sendMessage", reply_markup=keyboard(*buttons[:100]), **to_anna)
    refusal = await api.refusal("sendMessage", reply_markup=keyboard(*buttons), **to_anna)
    assert refusal == "Bad Request: reply markup is too long"


async def test_a_button_that_does_nothing_or_links_nowhere_is_refused(api: Api, anna: Phone) -> None:
    for button in ({"text": "Ja"}, {"text": "Ja", "url": "nowhere"}, {"callback_data": "x"}):
        markup = keyboard(button)
        await api.refusal("sendMessage", chat_id=anna.user_id, text="Hej", reply_markup=markup)


async def test_a_button_has_one_of_three_styles_or_none(api: Api, anna: Phone) -> None:
    for style in ("primary", "success", "danger"):
        markup = keyboard({"text": "Ja", "callback_data": "x", "style": style})
        sent = await api.result("sendMessage", chat_id=anna.user_id, text="Hej", reply_markup=markup)
        assert sent["reply_markup"] == markup
    markup = keyboard({"text": "Ja", "callback_data": "x", "style": "purple"})
    await api.refusal("sendMessage", chat_id=anna.user_id, text="Hej", reply_markup=markup)


async def test_a_reply_keyboard_never_comes_back_in_a_message(api: Api, anna: Phone) -> None:
    for markup in ({"keyboard": [[{"text": "Ja"}]]}, {"remove_keyboard": True}, {"force_reply": True}):
        sent = await api.result("sendMessage", chat_id=anna.user_id, text="Hej", reply_markup=markup)
        assert "reply_markup" not in sent


async def test_a_reply_shows_what_it_answers(api: Api, anna: Phone) -> None:
    (asked,) = anna.says("Hur?")
    reply = {"message_id": asked}
    sent = await api.result("sendMessage", chat_id=anna.user_id, text="Så.", reply_parameters=reply)
    assert sent["reply_to_message"]["text"] == "Hur?"


async def test_a_reply_to_nothing_is_refused_unless_it_may_do_without(api: Api, anna: Phone) -> None:
    to_anna = {"chat_id": anna.user_id, "text": "Så."}
    refusal = await api.refusal("sendMessage", reply_parameters={"message_id": 99}, **to_anna)
    assert refusal == "Bad Request: message to be replied not found"
    lenient = {"message_id": 99, "allow_sending_without_reply": True}
    sent = await api.result("sendMessage", reply_parameters=lenient, **to_anna)
    assert "reply_to_message" not in sent


async def test_message_ids_rise_in_a_chat_and_both_sides_share_them(
    api: Api, anna: Phone, telegram: LocalTelegram
) -> None:
    bo = telegram.add_phone("Bo")
    (first,) = anna.says("Hej")
    second = await api.result("sendMessage", chat_id=anna.user_id, text="Hej")
    (third,) = anna.says("Hej")
    assert (first, second["message_id"], third) == (1, 2, 3)
    assert bo.says("Hej") == [1]


async def test_entities_can_be_given_instead_of_markup(api: Api, anna: Phone) -> None:
    bold = {"type": "bold", "offset": 2, "length": 3}
    sent = await api.result("sendMessage", chat_id=anna.user_id, text="  Hej", entities=[bold])
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 3}]


async def test_a_press_is_answered_once_it_is_known(api: Api, anna: Phone, telegram: LocalTelegram) -> None:
    await api.result("sendMessage", chat_id=anna.user_id, text="Ja?", reply_markup=KEYBOARD)
    query_id = anna.presses_button("Ja")
    feed = telegram.changes()

    await api.result("answerCallbackQuery", callback_query_id=query_id, text="Tack")
    change = await anext(feed)
    assert (change.user_id, change.kind, change.text) == (anna.user_id, "answered", "Tack")

    refusal = await api.refusal("answerCallbackQuery", callback_query_id="1")
    assert refusal.startswith("Bad Request: query is too old and response timeout expired")
