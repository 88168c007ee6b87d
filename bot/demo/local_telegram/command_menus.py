"""The menus of commands, each for a scope and a language."""

import re
from typing import Any

from bot.demo.local_telegram.parameters import Parameters
from bot.demo.local_telegram.refusal import bad_request

Menu = list[tuple[str, str]]
MenuKey = tuple[str, str]  # scope (with its chat) and language

COMMAND = re.compile(r"/?([a-z0-9_]{1,32})")
MOST_COMMANDS = 100
LONGEST_DESCRIPTION = 256


def menu_key(parameters: Parameters) -> MenuKey:
    """Which menu a request is about."""
    scope = parameters.json("scope", "BotCommandScope") or {}
    if not isinstance(scope, dict):
        raise bad_request("BotCommandScope must be an Object")
    kind = str(scope.get("type", "default"))
    where = f"{kind}:{scope['chat_id']}" if "chat_id" in scope else kind
    return where, parameters.text("language_code")


class CommandMenus:
    """Every menu that the bot has set."""

    def __init__(self) -> None:
        self._menus: dict[MenuKey, Menu] = {}

    def set(self, key: MenuKey, menu: Menu) -> None:
        """Puts a menu in force; an empty one counts as none."""
        self._menus[key] = menu

    def remove(self, key: MenuKey) -> None:
        """Takes a menu away, so that the next wider one holds."""
        self._menus.pop(key, None)

    def exactly(self, key: MenuKey) -> Menu:
        """The menu of just this scope and language."""
        return self._menus.get(key, [])

    def in_force(self, chat_id: int, language: str | None) -> Menu:
        """What a person sees: the narrowest scope first, and in it their own language first."""
        for scope in (f"chat:{chat_id}", "all_private_chats", "default"):
            for spoken in (language or "", ""):
                if menu := self._menus.get((scope, spoken)):
                    return menu
        return []


def read_menu(parameters: Parameters) -> Menu:
    """The commands of a request, refused where Telegram would refuse them."""
    given = parameters.json("commands", "commands")
    if not isinstance(given, list):
        raise bad_request("expected an Array of BotCommand")
    if len(given) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    return [_command(entry) for entry in given]


def _command(entry: Any) -> tuple[str, str]:
    if not isinstance(entry, dict):
        raise bad_request("expected an Object as BotCommand")
    name, description = str(entry.get("command", "")), str(entry.get("description", "")).strip()
    match = COMMAND.fullmatch(name)
    if match is None:
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= LONGEST_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return match[1], description


def as_json(menu: Menu) -> list[dict[str, str]]:
    """A menu as the Bot API writes it."""
    return [{"command": command, "description": description} for command, description in menu]
