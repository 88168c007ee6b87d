"""The methods by which the bot says what it is, to whoever has not written to it yet."""

from bot.demo.local_telegram.descriptions import read_language
from bot.demo.local_telegram.parameters import Parameters
from bot.demo.local_telegram.telegram import LocalTelegram


async def set_my_description(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """`setMyDescription`: what stands in an empty chat."""
    telegram.descriptions.set(read_language(parameters), parameters.text("description"))
    return True


async def get_my_description(telegram: LocalTelegram, parameters: Parameters) -> dict[str, str]:
    """`getMyDescription`: in exactly one language."""
    return {"description": telegram.descriptions.exactly(read_language(parameters))}


async def set_my_short_description(telegram: LocalTelegram, parameters: Parameters) -> bool:
    """`setMyShortDescription`: what stands on the bot's page, and beside a link to it."""
    telegram.short_descriptions.set(read_language(parameters), parameters.text("short_description"))
    return True


async def get_my_short_description(telegram: LocalTelegram, parameters: Parameters) -> dict[str, str]:
    """`getMyShortDescription`: in exactly one language."""
    return {"short_description": telegram.short_descriptions.exactly(read_language(parameters))}
