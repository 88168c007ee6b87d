"""What fits, with the reasons: *Visa vilka* under an alert, and the offers for a wish. People choose."""

from collections.abc import Sequence

from domain.access import Action
from domain.fit import Fit, fitting_offers
from handlers.doorways import PROPOSE
from handlers.handling.answer import Answer, Below
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import apart, facts, views
from handlers.slots import fitting as counting
from handlers.slots.alerts import together
from handlers.slots.finding import theirs
from handlers.wishes.reversed.codes import ASK
from handlers.wishes.reversed.finding import wish_of
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.unkept import labelled, without_words
from messages.wishes.fitting import (
    FitTold,
    FittingOffer,
    FittingOffers,
    FittingOffersKept,
    FittingWish,
    FittingWishes,
    FittingWishesKept,
    NoWishFits,
)
from storage.people.person import Person
from storage.slots import slot as slots
from storage.slots.area import Area
from storage.slots.slot import Slot
from storage.wishes import fitting
from storage.wishes.wish import Wish

OFFERS = "mfo"
"""The offers that fit a wish: its id."""

MOST_SHOWN = 8


async def show_wishes(work: Work, actor: Person, press: Press) -> Answer:
    """*Visa vilka* was pressed: the matcher's own wishes that fit, below the alert, which can still be pressed."""
    slot = await theirs(work, actor, Action.CLAIM_SLOT, press.number(0))
    found = await counting.looked_up(work, [slot], [actor.id])
    fitting_ones = [wish for wish, _ in found.found(slot, actor.id)][:MOST_SHOWN]
    if not fitting_ones:
        return Below(Message(NoWishFits(await facts.of_slot(work, slot))))
    kept = FittingWishesKept(slot.id, tuple(wish.id for wish in fitting_ones))
    return Below(Message(kept, without_words(_ways_to_propose(slot, fitting_ones))))


async def word_wishes(work: Work, kept: FittingWishesKept) -> Message | None:
    """The wishes beside the offer, as it is sent; None where none of them fits any more."""
    slot = await slots.find(work.session, kept.slot_id)
    wishes = await fitting.with_ids(work.session, kept.wish_ids)
    if slot is None or not wishes:
        return None
    found = await counting.beside(work, slot, wishes)
    shown = tuple([FittingWish(*await _named(work, wish), told(how)) for wish, how in found])
    buttons = _ways_to_propose(slot, [wish for wish, _ in found])
    return Message(FittingWishes(await facts.of_slot(work, slot), shown), buttons) if shown else None


async def show_offers(work: Work, actor: Person, press: Press) -> Answer:
    """The offers that fit a wish, from its card."""
    wish = await wish_of(work, actor, press.number(0))
    found = [slot for slot, _ in await fitting_for(work, wish)][:MOST_SHOWN]
    kept = FittingOffersKept(wish.id, tuple(slot.id for slot in found))
    return Message(kept, without_words(await _ways_to_offers(work, wish, found)))


async def word_offers(work: Work, kept: FittingOffersKept) -> Message | None:
    """The offers beside the wish, as it is sent; None where the wish is no more."""
    found_wishes = await fitting.with_ids(work.session, [kept.wish_id])
    if not found_wishes:
        return None
    (wish,) = found_wishes
    found = [(slot, how) for slot, how in await fitting_for(work, wish) if slot.id in kept.slot_ids]
    told_of = await facts.of_slots(work, [slot for slot, _ in found])
    shown = tuple(FittingOffer(of_slot, told(how)) for of_slot, (_, how) in zip(told_of, found, strict=True))
    buttons = await _ways_to_offers(work, wish, [slot for slot, _ in found])
    return Message(FittingOffers(*await _named(work, wish), shown), buttons)


async def fitting_for(work: Work, wish: Wish) -> list[tuple[Slot, Fit]]:
    """The offers that may be something for the wish, best first."""
    today = work.city.today(work.now)
    offers = await fitting.offers_for(work.session, wish.matcher_id, today=today)
    begun = await fitting.places_begun(work.session, [slot.id for slot in offers])
    offered = [(slot, slot.offered(begun=begun.get(slot.id, 0))) for slot in offers]
    return fitting_offers(wish.wished, offered, today)


def told(how: Fit) -> FitTold:
    """How it fits, as it is told."""
    missing = tuple(sorted(how.missing))
    return FitTold(how.rank, how.speaks_for, how.speaks_against, how.to_ask, missing)


async def _named(work: Work, wish: Wish) -> tuple[str, ...]:
    area = await work.session.get(Area, wish.area_id) if wish.area_id is not None else None
    return wish.code, wish.kind, wish.trade, area.name if area else ""


def _ways_to_propose(slot: Slot, wishes: Sequence[Wish]) -> Rows:
    return numbered(
        [(Label("fitting.propose", text=wish.code), data(PROPOSE, slot.id, slot.revision, wish.id)) for wish in wishes]
    )


async def _ways_to_offers(work: Work, wish: Wish, offers: Sequence[Slot]) -> Rows:
    """Each offer's card; where there are none, the suppliers that could be asked."""
    named = await apart.on_buttons(work, offers)
    cards = [
        (label, data(views.CARD, slot.id, slot.revision)) for slot, label in zip(offers, named, strict=True)
    ]
    return numbered([*cards, *([] if offers else [(Label("reversed.ask"), data(ASK, wish.id))])])
