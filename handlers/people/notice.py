"""Tell somebody something that they did not just ask for."""

from domain.reference import Reference
from handlers.form import asking
from handlers.handling.work import Work
from handlers.people import recipient
from messages.message import Message
from storage.outbox import Ring
from storage.people.person import Person


async def tell(work: Work, person: Person, message: Message, *, about: Reference | None = None) -> None:
    """Tell a result to somebody else than the one who pressed; where they are away, whoever stands in hears it."""
    for each in await recipient.in_place_of(work, person):
        await tell_directly(work, each.person, each.gets(message), about=about)


async def tell_directly(
    work: Work, person: Person, message: Message, *, about: Reference | None = None, key: str = ""
) -> None:
    """Tell just this person, away or not: at once, silently outside working hours.

    Somebody in the middle of a form sees its question again below, so that the form still has the last word.
    """
    await work.tell(person, message, ring=Ring.IN_WORKING_HOURS, about=about, key=key)
    await asking.show_again(work, person)
