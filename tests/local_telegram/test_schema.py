"""Each method's result is true to the Bot API (the client checks every result that it gets)."""

from typing import Any

from bot.demo.local_telegram import LocalTelegram, Phone
from bot.demo.local_telegram.gateway import METHODS

from .api import KEYBOARD, Api
from .bot_api_facts import load_facts


def requests_of_every_method(anna: Phone, photo: str, document: str, query: str) -> dict[str, dict[str, Any]]:
    to_anna = {"chat_id": anna.user_id}
    rich = {"text": "<b>Hej</b>", "parse_mode": "HTML", "reply_markup": KEYBOARD}
    commands = [{"command": "help", "description": "Help"}]
    return {
        "getMe": {},
        "getUpdates": {"offset": -1},
        "setWebhook": {"url": "http://127.0.0.1:1/hook", "secret_token": "s"},
        "getWebhookInfo": {},
        "deleteWebhook": {},
        "sendMessage": {**to_anna, **rich, "reply_parameters": {"message_id": 1}},
        "sendDocument": {**to_anna, "document": document, "caption": "Akt"},
        "sendPhoto": {**to_anna, "photo": photo, "caption": "#bild"},
        "sendChatAction": {**to_anna, "action": "typing"},
        "editMessageText": {**to_anna, "message_id": 3, "text": "Hej då", "reply_markup": KEYBOARD},
        "editMessageReplyMarkup": {**to_anna, "message_id": 3},
        "editMessageCaption": {**to_anna, "message_id": 4, "caption": "Annan"},
        "pinChatMessage": {**to_anna, "message_id": 3},
        "getChat": to_anna,
        "unpinChatMessage": to_anna,
        "deleteMessage": {**to_anna, "message_id": 3},
        "answerCallbackQuery": {"callback_query_id": query, "text": "Tack", "show_alert": True},
        "getFile": {"file_id": document},
        "setMyCommands": {"commands": commands, "scope": {"type": "all_private_chats"}},
        "getMyCommands": {"scope": {"type": "all_private_chats"}},
        "setMyDescription": {"description": "Hej", "language_code": "sv"},
        "getMyDescription": {"language_code": "sv"},
        "setMyShortDescription": {"short_description": "Hej"},
        "getMyShortDescription": {},
        "deleteMyCommands": {"scope": {"type": "all_private_chats"}},
    }


async def test_every_result_is_true_to_the_schema(api: Api, anna: Phone, telegram: LocalTelegram) -> None:
    facts = load_facts()
    anna.sends_photo()
    anna.sends_document("a.pdf", b"%PDF")
    photo, document = [str(message.file_id) for message in anna.messages]
    group = telegram.add_group("Fikarummet", [anna])
    requests = requests_of_every_method(anna, photo, document, anna.presses(1, "x"))
    requests["leaveChat"] = {"chat_id": group.chat_id}

    assert set(requests) == set(METHODS)
    for method, parameters in requests.items():
        assert facts.check_request(method, parameters) == []
        await api.result(method, **parameters)


async def test_every_kind_of_update_is_true_to_the_schema(api: Api, anna: Phone, telegram: LocalTelegram) -> None:
    facts = load_facts()
    await api.result("sendMessage", chat_id=anna.user_id, text="Hej", reply_markup=KEYBOARD)
    telegram.add_group("Fikarummet", [anna]).says(anna, "/hjalp@steget_demo_bot")
    anna.opens_link("ABC")
    anna.presses_button("Ja")
    anna.presses(99, "x")
    anna.blocks_bot()
    anna.unblocks_bot()
    updates = await api.result("getUpdates")
    assert len(updates) == 7
    assert facts.check_value("Array of Update", updates) == []
