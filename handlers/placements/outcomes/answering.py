"""The matcher says what became of somebody; for a week it can be said otherwise."""

from domain.access import may
from domain.action import Action
from domain.changeable import is_changeable
from domain.ledger_event import LedgerEvent
from domain.outcome import Outcome
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.placements.outcomes import views
from storage import outbox
from storage.people.person import Person
from storage.placements import outcome as outcomes
from storage.placements.outcome import OutcomeRow


async def say(work: Work, actor: Person, press: Press) -> Answer:
    """An answer was pressed."""
    if not may(actor.actor, Action.SAY_OUTCOME):
        raise NotTheirsError
    row = await outcomes.find(work.session, press.number(0))
    said = dict(enumerate(Outcome)).get(press.number(1))
    if row is None or said is None:
        raise NotTheirsError
    if is_changeable(row.said_at, work.now) and row.outcome is not said:
        await _keep(work, actor, row, said, except_at=press.shown.id if press.shown is not None else 0)
    return await views.question(work, row)


async def _keep(work: Work, actor: Person, row: OutcomeRow, said: Outcome, *, except_at: int) -> None:
    row.outcome, row.said_by, row.next_at = said, actor.id, None
    row.said_at = row.said_at or work.now
    # About no supplier and no contract: neither is to know what became of anybody.
    await work.record(LedgerEvent.OUTCOME_SAID, actor=actor, about=row.reference, content=said.value)
    for asked in await outbox.said_about(work.session, row.reference, key_begins=views.key_begins(row)):
        if asked.id != except_at and await work.has_buttons(asked.id):
            await work.edit(asked.id, await views.question(work, row))
