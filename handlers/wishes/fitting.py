"""What fits, with the reasons: *Visa vilka* under an alert, and the offers for a wish. People choose."""

from collections.abc import Sequence

from domain.action import Action
from domain.fit import Fit, Rank, fitting_offers
from domain.wish import WishStatus, aloud
from handlers.doorways import PROPOSE
from handlers.handling.answer import Answer, Below
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots import apart, views
from handlers.slots import facts as slot_facts
from handlers.slots import finding as slot_finding
from handlers.slots import fitting as counting
from handlers.wishes import codes, facts
from handlers.wishes.finding import theirs
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.unkept import without_words
from messages.wishes.fitting import (
    FittingOffer,
    FittingOffers,
    FittingOffersNamed,
    FittingWish,
    FittingWishes,
    FittingWishesNamed,
    FitTold,
    NoWishFits,
)
from storage.people.person import Person
from storage.slots import slot as slots
from storage.slots.slot import Slot
from storage.wishes import fitting
from storage.wishes import wish as wishes
from storage.wishes.wish import Wish

MOST_SHOWN = 8


async def show_wishes(work: Work, actor: Person, press: Press) -> Answer:
    """*Visa vilka* was pressed: the matcher's own wishes that fit, below the alert, which can still be pressed."""
    slot = await slot_finding.theirs(work, actor, Action.CLAIM_SLOT, press.number(0))
    found = await counting.looked_up(work, [slot], [actor.id])
    shown = [wish for wish, _ in found.found(slot, actor.id)][:MOST_SHOWN]
    if not shown:
        return Below(Message(NoWishFits(await slot_facts.of_slot(work, slot))))
    kept = FittingWishesNamed(slot.id, tuple(wish.id for wish in shown))
    return Below(Message(kept, without_words(_ways_to_propose(slot, shown))))


async def word_wishes(work: Work, kept: Message) -> Message | None:
    """The wishes beside the offer, as it is sent; None where none of them fits any more."""
    named: FittingWishesNamed = kept.parameters
    slot, found = await slots.find(work.session, named.slot_id), await fitting.with_ids(work.session, named.wish_ids)
    if slot is None:
        return None
    beside = await counting.looked_up(work, [slot], [each.matcher_id for each in found])
    fits = beside.beside(slot, found)
    shown = tuple([FittingWish(await facts.of_wish(work, wish), told(how)) for wish, how in fits])
    words = FittingWishes(await slot_facts.of_slot(work, slot), shown)
    return Message(words, _ways_to_propose(slot, [wish for wish, _ in fits])) if shown else None


async def show_offers(work: Work, actor: Person, press: Press) -> Answer:
    """*Erbjudanden som passar* was pressed on a wish's card."""
    wish = await theirs(work, actor, Action.SEE_WISH, press.number(0))
    shown = [slot for slot, _ in await offers_for(work, wish)][:MOST_SHOWN]
    kept = FittingOffersNamed(wish.id, tuple(slot.id for slot in shown))
    return Message(kept, without_words(await _ways_to_offers(work, wish, shown)))


async def word_offers(work: Work, kept: Message) -> Message | None:
    """The offers beside the wish, as it is sent; None where the wish is no more."""
    named: FittingOffersNamed = kept.parameters
    wish = await wishes.find(work.session, named.wish_id)
    if wish is None or wish.status is WishStatus.CLOSED:
        return None
    found = [(slot, how) for slot, how in await offers_for(work, wish) if slot.id in named.slot_ids]
    offers = [slot for slot, _ in found]
    told_of = await slot_facts.of_slots(work, offers)
    shown = tuple(FittingOffer(of_slot, told(how)) for of_slot, (_, how) in zip(told_of, found, strict=True))
    return Message(FittingOffers(await facts.of_wish(work, wish), shown), await _ways_to_offers(work, wish, offers))


async def offers_for(work: Work, wish: Wish) -> list[tuple[Slot, Fit]]:
    """The offers that may be something for the wish, best first; none for one by which nobody looks now."""
    if wish.status is not WishStatus.LOOKING:
        return []
    today = work.city.today(work.now)
    offers = await fitting.offers_for(work.session, wish.matcher_id, today=today)
    taken = await fitting.places_taken(work.session, [slot.id for slot in offers])
    offered = [
        (slot, slot.offered(begun=len(taken.get(slot.id, ()))))
        for slot in offers
        if wish.id not in taken.get(slot.id, ())
    ]
    return fitting_offers(wish.wished, offered, today)


def how_many(found: Sequence[tuple[Slot, Fit]]) -> tuple[int, int]:
    """How many of them fit, as far as is known, and how many more perhaps."""
    perhaps = sum(how.rank is Rank.PERHAPS for _, how in found)
    return len(found) - perhaps, perhaps


def told(how: Fit) -> FitTold:
    """How it fits, as it is told; what speaks against and has to be asked is told once."""
    to_ask = tuple(reason for reason in how.to_ask if reason not in how.speaks_against)
    return FitTold(how.rank, how.speaks_for, how.speaks_against, to_ask, tuple(sorted(how.missing)))


def _ways_to_propose(slot: Slot, found: Sequence[Wish]) -> Rows:
    """*Föreslå* for each, and the offer's card."""
    proposals: list[Choice] = [
        (Label("fitting.propose", text=aloud(wish.code)), data(PROPOSE, slot.id, slot.revision, wish.id))
        for wish in found
    ]
    return numbered([*proposals, (Label("slot.show_all"), data(views.CARD, slot.id, slot.revision))])


async def _ways_to_offers(work: Work, wish: Wish, offers: Sequence[Slot]) -> Rows:
    """Each offer's card, and back."""
    named = await apart.on_buttons(work, offers)
    cards = [(label, data(views.CARD, slot.id, slot.revision)) for slot, label in zip(offers, named, strict=True)]
    return numbered([*cards, (Label("fitting.wish"), data(codes.CARD, wish.id))])
