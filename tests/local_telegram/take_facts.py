"""Take along what the tests need of the Bot API's facts: `python -m tests.local_telegram.take_facts FILE`.

FILE holds the facts of every method and type, as read from github.com/PaulSonOfLars/telegram-bot-api-spec (MIT) with
the descriptions left out. What is not taken along is found out as soon as a check meets it; then it is added here.
"""

import json
import sys
from pathlib import Path
from typing import Any

from bot.demo.local_telegram.gateway import METHODS

from .bot_api_facts import FACTS_FILE

TYPES = {
    "messages": [
        "Update",
        "Message",
        "MaybeInaccessibleMessage",
        "InaccessibleMessage",
        "MessageEntity",
        "CallbackQuery",
    ],
    "who writes": ["User", "Chat", "ChatFullInfo", "AcceptedGiftTypes"],
    "who blocks the bot, or lets it in": [
        "ChatMemberUpdated",
        "ChatMember",
        "ChatMemberAdministrator",
        "ChatMemberBanned",
        "ChatMemberLeft",
        "ChatMemberMember",
        "ChatMemberOwner",
        "ChatMemberRestricted",
    ],
    "files": ["Document", "File", "PhotoSize"],
    "what a phone sends that the bot doesn't read": ["Location", "Sticker", "Voice"],
    "buttons, replies, and whether a link is shown": [
        "ForceReply",
        "InlineKeyboardButton",
        "InlineKeyboardMarkup",
        "LinkPreviewOptions",
        "ReplyKeyboardMarkup",
        "ReplyKeyboardRemove",
        "ReplyParameters",
    ],
    "what the bot says of itself": ["BotDescription", "BotShortDescription"],
    "commands": [
        "BotCommand",
        "BotCommandScope",
        "BotCommandScopeAllChatAdministrators",
        "BotCommandScopeAllGroupChats",
        "BotCommandScopeAllPrivateChats",
        "BotCommandScopeChat",
        "BotCommandScopeChatAdministrators",
        "BotCommandScopeChatMember",
        "BotCommandScopeDefault",
    ],
    "fetching": ["WebhookInfo"],
}
"""What the bot and its stand-in for Telegram say to each other."""


def taken(facts: dict[str, Any]) -> dict[str, Any]:
    """The stand-in's methods and the types above, whole."""
    types = [name for group in TYPES.values() for name in group]
    return {
        "about": facts["about"],
        "version": facts["version"],
        "methods": {name: facts["methods"][name] for name in sorted(METHODS)},
        "types": {name: facts["types"][name] for name in sorted(types)},
    }


def written(facts: dict[str, Any]) -> str:
    """As JSON with a line for each method and type, so that people see what a new version changes."""
    parts = [f"{json.dumps(part)}: {_lines(about)}" for part, about in facts.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(about: Any) -> str:
    if isinstance(about, str):
        return json.dumps(about)
    return "{\n" + ",\n".join(f"  {json.dumps(name)}: {json.dumps(each)}" for name, each in about.items()) + "\n}"


if __name__ == "__main__":
    facts = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    FACTS_FILE.write_text(written(taken(facts)), "utf-8")
