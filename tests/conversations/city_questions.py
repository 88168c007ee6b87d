"""What suppliers ask the city in chat."""

from handlers.faq import asking
from handlers.handling.work import Work
from messages.message import Message
from storage.people import person
from tests.chat import Chat
from tests.city import City

WORDS = "Får vi ta betalt för studiebesök?"


async def asks(chat: Chat, words: str = WORDS) -> str:
    """By the button and a text, up to what is to be sent."""
    await chat.says("/hjalp")
    await chat.presses_forged("cqa")
    return await chat.says(words)


async def asked(city: City, words: str = WORDS, *, by: Chat | None = None) -> None:
    """Mira, or somebody else, has asked the city: all at once, since the walk has a test of its own."""
    asker, about = by or city.maleri, asking.AskedOn()

    async def act(work: Work) -> None:
        actor = await person.by_telegram_id(work.session, asker.phone.user_id)
        assert actor is not None
        known = await asking.FORM.known(work, actor, about)
        sent = await asking.FORM.send(work, actor, {asking.QUESTION.field: words}, known)
        assert isinstance(sent, Message)
        await work.tell(actor, sent)

    await city.does_work(act)


async def buttons_of_list(chat: Chat) -> list[str]:
    """What stands under /fragor."""
    await chat.says("/fragor")
    return chat.buttons
