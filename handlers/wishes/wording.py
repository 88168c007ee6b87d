"""Word what the outbox keeps of wishes, as it is sent."""

from dataclasses import replace

from domain.wish import WishStatus, aloud
from domain.wish_step import DISPOSED_AFTER
from handlers.handling.work import Work
from handlers.wishes import beside, codes, facts
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.unkept import labelled
from messages.wishes.facts import WishFacts
from messages.wishes.wish import (
    WishCard,
    WishDoubted,
    WishDoubtNamed,
    WishesListed,
    WishesNamed,
    WishNamed,
    WishUntouched,
    WishUntouchedNamed,
)
from storage.people import person
from storage.wishes import disposal
from storage.wishes import wish as wishes
from storage.wishes.wish import Wish


async def card(work: Work, kept: Message) -> Message | None:
    """A wish's card."""
    named: WishNamed = kept.parameters
    wish = await _still_there(work, named.wish_id)
    if wish is None:
        return None
    return replace(
        kept, parameters=WishCard(await _told(work, wish, named), named.news, await beside.matches(work, wish))
    )


async def doubt(work: Work, kept: Message) -> Message | None:
    """The question whether a wish is to be disposed of."""
    named: WishDoubtNamed = kept.parameters
    wish = await _still_there(work, named.wish_id)
    if wish is None:
        return None
    is_needed = await disposal.is_needed(work.session, wish.id, now=work.now)
    return replace(kept, parameters=WishDoubted(await _told(work, wish, named), is_needed))


async def untouched(work: Work, kept: Message) -> Message | None:
    """The question whether somebody still looks."""
    named: WishUntouchedNamed = kept.parameters
    wish = await _still_there(work, named.wish_id)
    if wish is None or wish.asked_at is None:
        return None
    until = work.city.hours.working_days_later(wish.asked_at, DISPOSED_AFTER)
    return replace(kept, parameters=WishUntouched(await _told(work, wish, named), work.city.today(until)))


async def listed(work: Work, kept: Message) -> Message:
    """A page of the list; the buttons say the codes."""
    page: WishesNamed = kept.parameters
    reader = await person.find(work.session, page.reader_id)
    told: list[WishFacts | None] = []
    codes_on: dict[str, Label] = {}
    for wish_id in page.wish_ids:
        wish = await _still_there(work, wish_id)
        told.append(None if wish is None else await facts.of_wish(work, wish, reader))
        if wish is not None:
            codes_on[data(codes.CARD, wish_id)] = Label(text=aloud(wish.code))
    words = WishesListed(tuple(told), page.number, page.pages)
    return replace(kept, parameters=words, buttons=labelled(kept.buttons, codes_on))


async def _still_there(work: Work, wish_id: int) -> Wish | None:
    wish = await wishes.find(work.session, wish_id)
    return None if wish is None or wish.status is WishStatus.CLOSED else wish


async def _told(work: Work, wish: Wish, named: WishNamed) -> WishFacts:
    return await facts.of_wish(work, wish, await person.find(work.session, named.reader_id))
