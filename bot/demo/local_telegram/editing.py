"""The methods by which the bot changes what it has sent."""

from datetime import timedelta
from typing import Any

from bot.demo.local_telegram.changes import Change
from bot.demo.local_telegram.chat import Chat
from bot.demo.local_telegram.formatted_text import read_caption, read_text
from bot.demo.local_telegram.keyboard import read_buttons
from bot.demo.local_telegram.message import Message
from bot.demo.local_telegram.parameters import Parameters
from bot.demo.local_telegram.refusal import bad_request
from bot.demo.local_telegram.telegram import LocalTelegram

DELETABLE_FOR = timedelta(hours=48)


async def edit_message_text(telegram: LocalTelegram, parameters: Parameters) -> dict[str, Any]:
    """`editMessageText`: other words; without a keyboard in the request the old keyboard goes."""
    text, entities = read_text(parameters)
    chat, message = _message_to_edit(telegram, parameters)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    changed = {"text": text, "entities": entities, "buttons": read_buttons(parameters)}
    return _edit(telegram, chat, message, changed | {"edited_at": telegram.now()})


async def edit_message_caption(telegram: LocalTelegram, parameters: Parameters) -> dict[str, Any]:
    """`editMessageCaption`: other words under a picture or a document."""
    caption, entities = read_caption(parameters)
    chat, message = _message_to_edit(telegram, parameters)
    if message.kind == "text":
        raise bad_request("there is no caption in the message to edit")
    changed = {"caption": caption or None, "entities": entities, "buttons": read_buttons(parameters)}
    return _edit(telegram, chat, message, changed | {"edited_at": telegram.now()})


async def edit_message_reply_markup(telegram: LocalTelegram, parameters: Parameters) -> dict[str, Any]:
    """`editMessageReplyMarkup`: other buttons, or none."""
    chat, message = _message_to_edit(telegram, parameters)
    return _edit(telegram, chat, message, {"buttons": read_buttons(parameters)})


async def delete_message(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """`deleteMessage`: gone from the chat, if it is not too old."""
    chat = telegram.chat(parameters.text("chat_id"))
    message = chat.message(parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if telegram.now() - message.at > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    chat.messages.remove(message)
    telegram.tells_phone(chat, Change(chat.chat_id, "delete", message.message_id))
    return True


async def pin_chat_message(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """`pinChatMessage`: at the top of the chat."""
    chat = telegram.chat(parameters.text("chat_id"))
    chat.refuse_if_barred()
    message = chat.message(parameters.integer("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    message.pinned = True
    telegram.tells_phone(chat, Change(chat.chat_id, "pin", message.message_id))
    return True


async def unpin_chat_message(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """`unpinChatMessage`: this one, or the newest that is pinned."""
    chat = telegram.chat(parameters.text("chat_id"))
    chat.refuse_if_barred()
    pinned = [message for message in chat.messages if message.pinned]
    asked = parameters.integer("message_id")
    message = chat.message(asked) if asked else (pinned[-1] if pinned else None)
    if message is None or not message.pinned:
        raise bad_request("message to unpin not found")
    message.pinned = False
    telegram.tells_phone(chat, Change(chat.chat_id, "pin", message.message_id))
    return True


def _message_to_edit(telegram: LocalTelegram, parameters: Parameters) -> tuple[Chat, Message]:
    chat = telegram.chat(parameters.text("chat_id"))
    chat.refuse_if_barred()
    message_id = parameters.integer("message_id")
    if message_id <= 0:
        raise bad_request("message identifier is not specified")
    message = chat.message(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot:
        raise bad_request("message can't be edited")
    return chat, message


def _edit(telegram: LocalTelegram, chat: Chat, message: Message, changed: dict[str, Any]) -> dict[str, Any]:
    content = {name: value for name, value in changed.items() if name != "edited_at"}
    if all(getattr(message, name) == value for name, value in content.items()):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    for name, value in changed.items():
        setattr(message, name, value)
    telegram.tells_phone(chat, Change(chat.chat_id, "edit", message.message_id))
    return chat.as_json(message)
