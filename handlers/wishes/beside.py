"""What stands beside a wish on its card: how many offers fit, whom the bot has asked, and what can be done about it."""

from domain.action import Action
from domain.slot import SlotStatus
from domain.wish import WishStatus
from handlers.handling.choices import Choice
from handlers.handling.work import Work
from handlers.wishes import codes, fitting
from handlers.wishes.finding import may_with
from handlers.wishes.reversed.codes import ASK
from messages.button import data
from messages.label import Label
from messages.wishes.facts import AskedSupplier, WishMatches
from storage.people import supplier as suppliers
from storage.people.person import Person
from storage.slots import slot as slots
from storage.wishes import reversed_question as questions
from storage.wishes.reversed_question import ReversedQuestion
from storage.wishes.wish import Wish


async def ways(work: Work, viewer: Person, wish: Wish) -> list[Choice]:
    """The offers that fit, where there are any; where none surely does, the suppliers that could be asked."""
    if wish.status is not WishStatus.LOOKING:
        return []
    fits, perhaps = fitting.how_many(await fitting.offers_for(work, wish))
    offers = [(Label("fitting.offers"), data(codes.OFFERS, wish.id))] if fits or perhaps else []
    may_ask = not fits and await may_with(work, viewer, Action.KEEP_WISH, wish)
    return [*offers, *([(Label("reversed.ask"), data(ASK, wish.id))] if may_ask else [])]


async def matches(work: Work, wish: Wish) -> WishMatches:
    """How many offers fit, and what the suppliers say that were asked."""
    fits, perhaps = fitting.how_many(await fitting.offers_for(work, wish))
    asked = await questions.for_wish(work.session, wish.id)
    names = await suppliers.names(work.session, {each.supplier_id for each in asked})
    told = tuple([await _told(work, names[each.supplier_id], each) for each in asked])
    return WishMatches(fits, perhaps, told, is_looking=wish.status is WishStatus.LOOKING)


async def _told(work: Work, name: str, asked: ReversedQuestion) -> AskedSupplier:
    offered = await slots.find(work.session, asked.slot_id) if asked.slot_id is not None else None
    is_taken_back = offered is not None and offered.status is SlotStatus.WITHDRAWN
    asked_on = work.city.today(asked.asked_at)
    return AskedSupplier(name, asked_on, asked.answer, asked.later_on, is_taken_back=is_taken_back)
