"""Tell somebody something that they did not just ask for."""

from domain.reference import Reference
from handlers.form import asking
from handlers.handling.work import Work
from handlers.people import recipient
from messages.message import Message
from storage.outbox import Ring
from storage.people.person import Person


async def tell(work: Work, person: Person, message: Message, *, about: Reference | None = None) -> None:
    """Tell a result to somebody else than the one who pressed: at once, silently outside working hours.

    Where they are away, whoever stands in for them hears it. Somebody in the middle of a form sees its question again
    below, so that the form still has the last word.
    """
    for each in await recipient.in_place_of(work, person):
        await work.tell(each.person, each.gets(message), ring=Ring.IN_WORKING_HOURS, about=about)
        await asking.show_again(work, each.person)
