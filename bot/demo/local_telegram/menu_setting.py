"""The methods by which the bot sets the menus of commands."""

from bot.demo.local_telegram.changes import Change
from bot.demo.local_telegram.command_menus import as_json, menu_key, read_menu
from bot.demo.local_telegram.parameters import Parameters
from bot.demo.local_telegram.telegram import LocalTelegram


async def set_my_commands(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """`setMyCommands`: the menu of a scope and a language."""
    menu = read_menu(parameters)
    _refuse_unknown_scope(telegram, parameters)
    telegram.menus.set(menu_key(parameters), menu)
    _tell_all(telegram)
    return True


async def get_my_commands(telegram: LocalTelegram, parameters: Parameters) -> list[dict[str, str]]:
    """`getMyCommands`: the menu of exactly one scope and language."""
    _refuse_unknown_scope(telegram, parameters)
    return as_json(telegram.menus.exactly(menu_key(parameters)))


async def delete_my_commands(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """`deleteMyCommands`: the next wider menu holds again."""
    _refuse_unknown_scope(telegram, parameters)
    telegram.menus.remove(menu_key(parameters))
    _tell_all(telegram)
    return True


def _refuse_unknown_scope(telegram: LocalTelegram, parameters: Parameters) -> None:
    scope, _, chat_id = menu_key(parameters)[0].partition(":")
    if scope == "chat":
        telegram.chat(chat_id)


def _tell_all(telegram: LocalTelegram) -> None:
    for phone in telegram.phones.values():
        telegram.feed.tell(Change(phone.user_id, "commands"))
