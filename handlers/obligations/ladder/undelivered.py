"""A reminder did not arrive: the coordinators hear which, a colleague is reminded, and nobody counts it as told."""

from collections.abc import Sequence

from domain.reference import Noun, Reference
from handlers.handling.work import Work
from handlers.obligations import facts
from handlers.obligations.ladder import nudge_times, reminding
from handlers.obligations.ladder.recipients import companies_of
from handlers.obligations.ladder.telling import tell
from handlers.people import recipient
from messages.message import Message
from messages.obligations.nudge import ReminderUndelivered
from storage import outbox
from storage.obligations.obligation import Obligation
from storage.outbox import OutboxRow, OutboxState
from storage.people import person
from storage.people.person import Person

MOST_SHOWN = 10
REFUSED = (OutboxState.UNREACHABLE, OutboxState.DEAD)


async def note(work: Work, person_id: int) -> None:
    """Look at the latest reminder to somebody whom Telegram refuses; each is told of once."""
    somebody = await person.find(work.session, person_id)
    row = await outbox.latest_about(work.session, Reference(Noun.NUDGE, somebody.id), key_begins="nudge:")
    if row is not None and row.state in REFUSED:
        await _tell(work, somebody, row, await reminding.in_message(work, somebody, row))


async def _tell(work: Work, somebody: Person, row: OutboxRow, obligations: Sequence[Obligation]) -> None:
    if not obligations:
        return
    others = await _others(work, somebody, obligations)
    await nudge_times.plan(work, dict.fromkeys(others, work.now))
    shown = await facts.unheard(work, obligations[:MOST_SHOWN])
    more = len(obligations) - len(shown)
    message = Message(ReminderUndelivered(somebody.name, shown, more, is_passed_on=bool(others)))
    for each in await recipient.coordinators(work):
        await tell(work, each, message, key=f"undelivered:{row.id}:{each.id}", about=Reference(Noun.NUDGE, somebody.id))


async def _others(work: Work, somebody: Person, obligations: Sequence[Obligation]) -> list[int]:
    """Who of the company hears of it instead."""
    companies = await companies_of(work, obligations)
    found = {each.person.id for obligation in obligations for each in companies.recipients(obligation)}
    return sorted(found - {somebody.id})
