"""*Nej, fortsätter*: a placement goes on until another day, and the other side hears it."""

from datetime import date, datetime

from domain.ledger_event import LedgerEvent
from domain.placement import PlacementStatus
from domain.placement_end import is_too_long
from domain.role import Role
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import notice
from handlers.placements.ending import asking, showing, timing, views
from handlers.placements.ending.choosing import day_of
from handlers.placements.ending.finding import Ending, of_placement, theirs
from handlers.placements.recording import record
from handlers.slots.telling import answering_for
from messages.placements.end import EndNews
from storage.people.person import Person
from storage.placements import ending as ends


async def ask(work: Work, actor: Person, press: Press) -> Answer:
    """Until when?"""
    ending = await theirs(work, actor, press.number(0))
    if ending.placement.status is not PlacementStatus.CONFIRMED:
        return await showing.as_it_is(work, actor, ending)
    return await views.last_day_question(work, ending)


async def until(work: Work, actor: Person, press: Press) -> Answer:
    """A day was chosen; longer than an internship may be, it is asked whether that is meant."""
    ending, wanted_on = await theirs(work, actor, press.number(0)), day_of(press.number(1))
    if wanted_on is not None and is_too_long(ending.slot.kind, ending.begun_on(work), wanted_on):
        return await views.last_day_doubt(work, ending, wanted_on)
    return await _extend(work, actor, ending, wanted_on, press)


async def until_anyway(work: Work, actor: Person, press: Press) -> Answer:
    """It is meant."""
    ending = await theirs(work, actor, press.number(0))
    return await _extend(work, actor, ending, day_of(press.number(1)), press)


async def _extend(work: Work, actor: Person, ending: Ending, wanted_on: date | None, press: Press) -> Answer:
    if wanted_on is None or wanted_on <= work.city.today(work.now):
        return await views.last_day_question(work, ending)
    except_at = press.shown.id if press.shown is not None else 0
    if not await extend(work, actor, ending, wanted_on, told_by=actor.name, except_at=except_at):
        return await showing.as_it_is(work, actor, ending)
    return await showing.shown(work, actor, await of_placement(work, ending.placement), EndNews.GOES_ON)


async def extend(  # noqa: PLR0913  who says of which placement that it goes on, and until when
    work: Work, actor: Person, ending: Ending, ends_on: date, *, told_by: str, except_at: int = 0
) -> bool:
    """Let it go on until that day, by that one's word; False where somebody has said that it has ended."""
    at = timing.next_at(work, ending, last_on=ends_on)
    if not await ends.extend(work.session, ending.placement.id, ends_on=ends_on, next_at=at):
        return False
    now = await of_placement(work, ending.placement)
    await record(work, actor, now.placement, now.slot, LedgerEvent.PLACEMENT_GOES_ON)
    await asking.show(work, now, EndNews.GOES_ON, told_by=told_by, except_at=except_at)
    await tell_both(work, now, actor, EndNews.GOES_ON, told_by=told_by)
    return True


async def tell_both(work: Work, ending: Ending, actor: Person, news: EndNews, *, told_by: str) -> None:
    """Tell whoever of the two sides has not just said it."""
    about, matcher = ending.placement.reference, await asking.matcher_of(work, ending)
    if actor.id != matcher.id:
        await notice.tell(work, matcher, await showing.shown(work, matcher, ending, news, told_by=told_by), about=about)
    to = await answering_for(work, ending.slot) if actor.role is not Role.SUPPLIER else None
    if to is not None:
        shown = await showing.shown(work, to.person, ending, news, told_by=told_by)
        await notice.tell_directly(work, to.person, to.gets(shown), about=about)


def asked_at(work: Work, ending: Ending) -> datetime | None:
    """When the clock asks of one that goes on: not again about a last day that is over."""
    is_over = ending.last_on is not None and ending.last_on <= work.city.today(work.now)
    return None if is_over else timing.next_at(work, ending, status=PlacementStatus.CONFIRMED)
