"""The methods by which the bot asks about itself, a chat or a file, and takes its leave."""

from typing import Any

from bot.demo.local_telegram.group import Group
from bot.demo.local_telegram.parameters import Parameters
from bot.demo.local_telegram.refusal import bad_request
from bot.demo.local_telegram.telegram import LocalTelegram


async def get_me(telegram: LocalTelegram, _: Parameters) -> dict[str, Any]:
    """`getMe`: who the bot is, and what it may do."""
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return telegram.bot_user | abilities


async def get_chat(telegram: LocalTelegram, parameters: Parameters) -> dict[str, Any]:
    """`getChat`: what is known about a chat."""
    chat = telegram.chat(parameters.text("chat_id"))
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    pinned = [message for message in chat.messages if message.pinned]
    return {
        **chat.description,
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
        **({"pinned_message": chat.as_json(pinned[-1])} if pinned else {}),
    }


async def get_file(telegram: LocalTelegram, parameters: Parameters) -> dict[str, Any]:
    """`getFile`: where to download a file from."""
    return telegram.shelf.described(parameters.text("file_id"))


async def leave_chat(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """`leaveChat`: out of a group."""
    chat = telegram.chat(parameters.text("chat_id"))
    if not isinstance(chat, Group):
        raise bad_request("chat member status can't be changed in private chats")
    chat.refuse_if_barred()
    chat.bot_leaves()
    return True
