"""The clock asks the matcher what became of somebody, and once more; then it is not known."""

from domain.ledger_event import LedgerEvent
from domain.outcome import ASKED_AGAIN_AFTER, MOST_ASKED, Outcome
from handlers.form import asking
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.placements.outcomes import views
from storage import outbox
from storage.outbox import Lane, Ring
from storage.people import person
from storage.placements import outcome as outcomes
from storage.placements import placement as placements
from storage.placements.outcome import OutcomeRow
from storage.slots import slot as slots

AT_ONCE = 5


async def ask(work: Work) -> bool:
    """Ask what is due, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await outcomes.due(work.session, now=work.now, at_most=AT_ONCE)
    for row in due:
        await (_ask(work, row) if row.times_asked < MOST_ASKED else _leave_unknown(work, row))
    return len(due) == AT_ONCE


async def _ask(work: Work, row: OutcomeRow) -> None:
    """One message at a time has the buttons, however often it is asked."""
    await _take_buttons_away(work, row)
    row.times_asked += 1
    row.next_at = work.city.hours.working_days_later(work.now, ASKED_AGAIN_AFTER)
    question = await views.question(work, row, is_again=row.times_asked > 1)
    placement = await placements.find(work.session, row.placement_id)
    slot = await slots.find(work.session, placement.slot_id) if placement is not None else None
    if placement is None or slot is None:
        return
    matcher = await person.find(work.session, slot.claimed_by or placement.matcher_id)
    for each in await recipient.in_place_of(work, matcher):
        await work.tell(
            each.person,
            each.gets(question),
            lane=Lane.DUTY,
            ring=Ring.IN_WORKING_HOURS,
            key=f"{views.key_begins(row)}{row.times_asked}:{each.person.id}",
            about=row.reference,
        )
        await asking.show_again(work, each.person)


async def _leave_unknown(work: Work, row: OutcomeRow) -> None:
    """Nobody has said it: that is an answer too, and can be changed for a week like any other."""
    row.outcome, row.said_at, row.next_at = Outcome.UNKNOWN, work.now, None
    await work.record(LedgerEvent.OUTCOME_SAID, about=row.reference, content=Outcome.UNKNOWN.value)
    shown = await views.question(work, row)
    for asked in await outbox.said_about(work.session, row.reference, key_begins=views.key_begins(row)):
        if await work.has_buttons(asked.id):
            await work.edit(asked.id, shown)


async def _take_buttons_away(work: Work, row: OutcomeRow) -> None:
    for asked in await outbox.said_about(work.session, row.reference, key_begins=views.key_begins(row)):
        await work.take_buttons_away(asked.id)
