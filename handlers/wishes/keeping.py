"""What a matcher says of a wish: somebody has a place, looks again, still looks; or takes a colleague's over."""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.wish import WishStatus
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import notice
from handlers.wishes import views
from handlers.wishes.finding import theirs
from handlers.wishes.reversed import ending
from messages.message import Message
from messages.wishes.wish import WishNews, WishTakenOver
from storage.people import person
from storage.people.person import Person
from storage.wishes import wish as wishes


async def place(work: Work, actor: Person, press: Press) -> Answer:
    """*Fått plats* was pressed: the code stays, and nobody looks for a place for it."""
    return await _now(work, actor, press, WishStatus.PLACED, WishNews.PLACED)


async def look_again(work: Work, actor: Person, press: Press) -> Answer:
    """*Söker igen* was pressed."""
    return await _now(work, actor, press, WishStatus.LOOKING, WishNews.LOOKING)


async def keep(work: Work, actor: Person, press: Press) -> Answer:
    """*Söker fortfarande* or *Behåll* was pressed."""
    wish = await theirs(work, actor, Action.KEEP_WISH, press.number(0))
    wishes.touch(wish, now=work.now)
    await work.record(LedgerEvent.WISH_KEPT, actor=actor, about=wish.reference)
    return await views.card(work, actor, wish, WishNews.KEPT)


async def take_over(work: Work, actor: Person, press: Press) -> Answer:
    """*Ta över* was pressed on a colleague's wish; the colleague hears that, but not which."""
    wish = await theirs(work, actor, Action.TAKE_WISH_OVER, press.number(0))
    before = await person.find(work.session, wish.matcher_id)
    wish.matcher_id = actor.id
    wishes.touch(wish, now=work.now)
    await work.record(LedgerEvent.WISH_CHANGED, actor=actor, about=wish.reference)
    if before.ended_at is None:
        await notice.tell_directly(work, before, Message(WishTakenOver(actor.name)))
    return await views.card(work, actor, wish, WishNews.TAKEN_OVER)


async def _now(work: Work, actor: Person, press: Press, status: WishStatus, news: WishNews) -> Message:
    wish = await theirs(work, actor, Action.KEEP_WISH, press.number(0))
    wish.status = status
    wishes.touch(wish, now=work.now)
    if status is not WishStatus.LOOKING:
        await ending.show_over(work, wish)
    await work.record(LedgerEvent.WISH_CHANGED, actor=actor, about=wish.reference)
    return await views.card(work, actor, wish, news)
