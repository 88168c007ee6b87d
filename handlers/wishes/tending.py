"""The clock comes to wishes: it asks about those that nobody has touched for long, and disposes of them at last."""

from domain.wish_step import DISPOSED_AFTER, LOOKED_AT_AFTER, WishStep, WishTimed, step_now
from handlers.handling.work import Work
from handlers.people import notice
from handlers.wishes import views
from handlers.wishes.disposing import dispose
from handlers.wishes.finding import keepers_of
from handlers.wishes.handing_over import heir_of
from storage.people import person
from storage.wishes import decision, disposal
from storage.wishes import wish as wishes
from storage.wishes.wish import Wish

AT_ONCE = 5
"""Wishes in one transaction, which holds the conversations of those who are asked."""


async def tend(work: Work) -> bool:
    """Do what is due, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    waiting = await wishes.due(work.session, now=work.now, at_most=AT_ONCE)
    are_on = bool(waiting) and await decision.in_force(work.session) is not None
    for wish in waiting:
        is_needed = await disposal.is_needed(work.session, wish.id, now=work.now)
        timed = WishTimed(wish.status, wish.touched_at, wish.asked_at, is_needed, are_on)
        await _do(work, wish, step_now(timed, work.now, work.city.hours))
    return len(waiting) == AT_ONCE


async def _do(work: Work, wish: Wish, step: WishStep | None) -> None:
    if step is WishStep.DISPOSE:
        await dispose(work, wish)
    elif step is WishStep.ASK and await _asked(work, wish):
        wish.asked_at, wish.next_at = work.now, work.city.hours.working_days_later(work.now, DISPOSED_AFTER)
    else:
        wish.next_at = work.city.hours.working_days_later(work.now, LOOKED_AT_AFTER)


async def _asked(work: Work, wish: Wish) -> bool:
    """Ask its matcher, or whoever stands in. Nobody else may know: where none is here, the clock comes again."""
    matcher = await person.find(work.session, wish.matcher_id)
    heir = await heir_of(work, matcher) if matcher.ended_at is not None else None
    wish.matcher_id = heir.id if heir is not None else matcher.id
    keepers = await keepers_of(work, wish)
    wish.asked_at = work.now
    await work.session.flush()
    for each in keepers:
        await notice.tell_directly(work, each, views.untouched(each, wish))
    return bool(keepers)
