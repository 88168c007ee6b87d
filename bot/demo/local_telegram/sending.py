"""The methods by which the bot sends something new, or answers the press of a button."""

from typing import Any

from bot.demo.local_telegram.attachment import read_document, read_photo
from bot.demo.local_telegram.changes import Change
from bot.demo.local_telegram.chat import Chat
from bot.demo.local_telegram.formatted_text import read_caption, read_text
from bot.demo.local_telegram.keyboard import read_buttons
from bot.demo.local_telegram.message import Message
from bot.demo.local_telegram.parameters import Parameters
from bot.demo.local_telegram.refusal import bad_request
from bot.demo.local_telegram.telegram import LocalTelegram

LONGEST_ANSWER = 200


async def send_message(telegram: LocalTelegram, parameters: Parameters) -> dict[str, Any]:
    """`sendMessage`: a text."""
    text, entities = read_text(parameters)
    return _send(telegram, parameters, {"text": text, "entities": entities})


async def send_document(telegram: LocalTelegram, parameters: Parameters) -> dict[str, Any]:
    """`sendDocument`: a file, with or without words."""
    caption, entities = read_caption(parameters)
    _chat_to_write_in(telegram, parameters)  # before the file is kept
    file, attachment = read_document(parameters, telegram.shelf)
    details = {"kind": "document", "caption": caption or None, "entities": entities, "attachment": attachment}
    return _send(telegram, parameters, details | {"file_id": file.file_id, "file_name": file.file_name})


async def send_photo(telegram: LocalTelegram, parameters: Parameters) -> dict[str, Any]:
    """`sendPhoto`: a picture, with or without words."""
    caption, entities = read_caption(parameters)
    _chat_to_write_in(telegram, parameters)
    file, attachment = read_photo(parameters, telegram.shelf)
    details = {"kind": "photo", "caption": caption or None, "entities": entities, "attachment": attachment}
    return _send(telegram, parameters, details | {"file_id": file.file_id, "file_name": file.file_name})


async def send_chat_action(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """`sendChatAction`: "is typing…"; nobody sees it here."""
    _chat_to_write_in(telegram, parameters)
    if not parameters.text("action"):
        raise bad_request("wrong parameter action in request")
    return True


async def answer_callback_query(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """`answerCallbackQuery`: stops the spinner of a pressed button."""
    chat, message_id = telegram.query(parameters.text("callback_query_id"))
    text = parameters.text("text")
    if len(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    is_alert = parameters.boolean("show_alert")
    telegram.feed.tell(Change(chat.chat_id, "answered", message_id, text or None, is_alert))
    return True


def _chat_to_write_in(telegram: LocalTelegram, parameters: Parameters) -> Chat:
    chat = telegram.chat(parameters.text("chat_id"))
    chat.refuse_if_barred()
    return chat


def _send(telegram: LocalTelegram, parameters: Parameters, details: dict[str, Any]) -> dict[str, Any]:
    chat = _chat_to_write_in(telegram, parameters)
    buttons = read_buttons(parameters)
    reply_to = _message_replied_to(chat, parameters)
    message = Message(
        chat.next_message_id(),
        telegram.bot_user,
        telegram.now(),
        buttons=buttons,
        reply_to=reply_to,
        silent=parameters.boolean("disable_notification"),
        **details,
    )
    chat.messages.append(message)
    telegram.tells_phone(chat, Change(chat.chat_id, "message", message.message_id))
    return chat.as_json(message)


def _message_replied_to(chat: Chat, parameters: Parameters) -> int | None:
    given = parameters.json("reply_parameters", "reply parameters") or {}
    if not isinstance(given, dict):
        raise bad_request("object expected as reply parameters")
    message_id = given.get("message_id", parameters.integer("reply_to_message_id"))
    if not message_id:
        return None
    found = chat.message(message_id)
    if found is not None:
        return found.message_id
    may_do_without = given.get("allow_sending_without_reply", parameters.boolean("allow_sending_without_reply"))
    if may_do_without:
        return None
    raise bad_request("message to be replied not found")
