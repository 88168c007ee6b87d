"""What matchers choose to be alerted about."""

from domain.role import Role
from tests.chat import Chat
from tests.city import City


async def third_matcher(city: City) -> Chat:
    return await city.person("Cilla Ros", Role.MATCHER)


async def wants_only(chat: Chat, facet: str, *values: str) -> None:
    await chat.says("/aviseringar")
    await chat.presses(facet)
    for value in values:
        await chat.presses(value)
    await chat.presses("Klart")


async def wants_digest(chat: Chat) -> None:
    await chat.says("/aviseringar")
    await chat.presses("Samlat en gång om dagen")
