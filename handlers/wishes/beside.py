"""What stands beside a wish on its card: how many offers fit, whom the bot has asked, and what can be done about it."""

from domain.access import Action
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
from storage.wishes import reversed_question as questions
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
    told = [
        AskedSupplier(names[each.supplier_id], work.city.today(each.asked_at), each.answer, each.later_on)
        for each in asked
    ]
    return WishMatches(fits, perhaps, tuple(told), is_looking=wish.status is WishStatus.LOOKING)
