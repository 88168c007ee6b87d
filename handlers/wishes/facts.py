"""A wish as it is read: looked up as a message is sent."""

from domain.wish import Adaptation, Wished, aloud
from handlers.handling.work import Work
from messages.wishes.facts import WishedFacts, WishFacts
from storage.people import person
from storage.people.person import Person
from storage.slots import area
from storage.wishes.wish import Wish


async def of_wish(work: Work, wish: Wish, reader: Person | None = None) -> WishFacts:
    """The wish; for a reader whose it is not, with the name of its matcher."""
    is_of_other = reader is not None and reader.id != wish.matcher_id
    matcher = (await person.find(work.session, wish.matcher_id)).name if is_of_other else ""
    return WishFacts(aloud(wish.code), wish.status, await of_wished(work, wish.wished), matcher)


async def of_wished(work: Work, wished: Wished) -> WishedFacts:
    """What a place should be like, with the area by its name."""
    return worded(wished, await area.named(work.session, wished.area_id))


def worded(wished: Wished, area_name: str) -> WishedFacts:
    """The same where the area's name is known."""
    return WishedFacts(
        wished.kind,
        wished.trade,
        area_name,
        wished.from_on,
        wished.hours,
        wished.swedish,
        wished.licence,
        tuple(each for each in Adaptation if each in wished.adaptations),
    )
