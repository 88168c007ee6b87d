"""One side says that a placement has ended: it is written down, and the other side is asked."""

from datetime import date

from domain.ledger_event import LedgerEvent
from domain.placement import EndReason, PlacementStatus
from domain.role import Role
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements.ending import asking, showing, timing
from handlers.placements.ending.finding import Ending, of_placement
from handlers.placements.recording import record
from messages.placements.end import EndNews
from storage.people.person import Person
from storage.placements import ending as ends


async def say(  # noqa: PLR0913, PLR0917  who says what of which placement, and where it was pressed
    work: Work, actor: Person, ending: Ending, ended_on: date, reason: EndReason, press: Press
) -> Answer:
    """The last press: what it shows then."""
    is_suppliers_word = actor.role is Role.SUPPLIER
    except_at = press.shown.id if press.shown is not None else 0
    waits_for = await take_word(
        work, actor, ending, ended_on, reason, is_suppliers_word=is_suppliers_word, except_at=except_at
    )
    now = await of_placement(work, ending.placement)
    if waits_for is None:
        return await showing.as_it_is(work, actor, now)
    return await showing.shown(work, actor, now, EndNews.SAID, waits_for=waits_for)


async def take_word(  # noqa: PLR0913  who says what, of which placement, for which side
    work: Work,
    actor: Person,
    ending: Ending,
    ended_on: date,
    reason: EndReason,
    *,
    is_suppliers_word: bool,
    except_at: int = 0,
) -> str | None:
    """Write it down and ask the other side; who that is, empty where a coordinator calls, None where it is too late."""
    is_said = await ends.say_ended(
        work.session,
        ending.placement.id,
        by=actor.id,
        is_suppliers_word=is_suppliers_word,
        ended_on=max(ended_on, ending.begun_on(work)),
        reason=reason,
        now=work.now,
        next_at=timing.next_at(work, ending, status=PlacementStatus.ENDING),
    )
    if not is_said:
        return None
    now = await of_placement(work, ending.placement)
    await record(work, actor, now.placement, now.slot, LedgerEvent.PLACEMENT_END_SAID)
    await asking.show(work, now, EndNews.SAID, except_at=except_at)
    return await asking.ask_city(work, now) if is_suppliers_word else await asking.ask_supplier(work, now)
