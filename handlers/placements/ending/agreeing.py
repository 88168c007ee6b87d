"""The other side says whether it is so, and a coordinator settles what the two don't agree on: nobody is blamed."""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.placement import EndReason, PlacementStatus
from domain.placement_step import PlacementStep
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements.ending import asking, going_on, settling, showing, views
from handlers.placements.ending.finding import Ending, of_placement, theirs
from handlers.placements.recording import record
from messages.placements.end import EndNews, EndWaits
from storage.people.person import Person
from storage.placements import ending as ends


async def agree(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, det stämmer* was pressed."""
    return await _agree(work, actor, press, None)


async def agree_hired(work: Work, actor: Person, press: Press) -> Answer:
    """*Vi har anställt personen* was pressed: it has ended, and so."""
    return await _agree(work, actor, press, EndReason.HIRED)


async def disagree(work: Work, actor: Person, press: Press) -> Answer:
    """*Nej, det stämmer inte* was pressed: a coordinator asks both."""
    ending = await theirs(work, actor, press.number(0))
    if not _is_answered_now(ending, actor, press) or not await _is_first(work, ending, press):
        return await showing.as_it_is(work, actor, ending)
    await dispute(work, actor, ending, speaker=actor.name, except_at=_shown_at(press))
    return await showing.as_it_is(work, actor, await of_placement(work, ending.placement))


async def dispute(work: Work, actor: Person, ending: Ending, *, speaker: str, except_at: int = 0) -> None:
    """The speaker says that it is not as the other side says."""
    ending.placement.asked, ending.placement.next_at = PlacementStep.END_OVER, None
    await record(work, actor, ending.placement, ending.slot, LedgerEvent.PLACEMENT_END_DISPUTED)
    await asking.show(work, ending, EndNews.DISPUTED, except_at=except_at)
    await asking.ask_coordinators(work, ending, EndWaits.DISPUTED, speaker)


async def settle(work: Work, actor: Person, press: Press) -> Answer:
    """A coordinator says that it has ended, as was said."""
    ending = await theirs(work, actor, press.number(0), Action.SETTLE_END)
    reason = ending.placement.end_reason
    if ending.placement.status is not PlacementStatus.ENDING or reason is None:
        return await showing.as_it_is(work, actor, ending)
    return await settling.settle(work, actor, ending, reason, except_at=_shown_at(press))


async def go_on(work: Work, actor: Person, press: Press) -> Answer:
    """A coordinator says that it goes on; where its last day is over, until when is asked."""
    ending = await theirs(work, actor, press.number(0), Action.SETTLE_END)
    if not await goes_on_after_all(work, actor, ending, except_at=_shown_at(press)):
        return await showing.as_it_is(work, actor, await of_placement(work, ending.placement))
    now = await of_placement(work, ending.placement)
    is_over = now.last_on is not None and now.last_on <= work.city.today(work.now)
    return await (views.last_day_question(work, now) if is_over else showing.as_it_is(work, actor, now))


async def goes_on_after_all(work: Work, actor: Person, ending: Ending, *, except_at: int = 0) -> bool:
    """It has not ended, although one side said so, and both hear it; False where that isn't open any more."""
    if not await ends.go_on(work.session, ending.placement.id, next_at=going_on.asked_at(work, ending)):
        return False
    now = await of_placement(work, ending.placement)
    await record(work, actor, now.placement, now.slot, LedgerEvent.PLACEMENT_GOES_ON)
    await asking.show(work, now, EndNews.RUNS, told_by=actor.name, except_at=except_at)
    await going_on.tell_both(work, now, actor, EndNews.RUNS, told_by=actor.name)
    return True


async def _agree(work: Work, actor: Person, press: Press, reason: EndReason | None) -> Answer:
    ending = await theirs(work, actor, press.number(0))
    said = reason or ending.placement.end_reason
    if said is None or not _is_answered_now(ending, actor, press):
        return await showing.as_it_is(work, actor, ending)
    return await settling.settle(work, actor, ending, said, except_at=_shown_at(press))


def _is_answered_now(ending: Ending, actor: Person, press: Press) -> bool:
    return ending.is_asked_of(actor) and press.number(1) == views.said_at_number(ending)


async def _is_first(work: Work, ending: Ending, press: Press) -> bool:
    """Where the coordinators are asked already, only who has not answered yet can still say that it isn't so."""
    is_open = press.shown is not None and await work.has_buttons(press.shown.id)
    return is_open or not ends.with_coordinators(ending.placement)


def _shown_at(press: Press) -> int:
    return press.shown.id if press.shown is not None else 0
