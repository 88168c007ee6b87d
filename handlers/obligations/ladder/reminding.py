"""Remind somebody at a supplier: of everything that is to be done, in one message, with the answers under it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.obligation import Rung
from domain.reference import Noun, Reference
from domain.subject import ContractSubject
from domain.turn.turn import Side
from handlers.handling.work import GONE, Work
from handlers.obligations.ladder import nobody, nudge_message, nudge_times
from handlers.obligations.ladder.recipients import ReminderRecipient, companies_of
from handlers.obligations.ladder.standing import standings
from handlers.obligations.ladder.telling import tell
from handlers.obligations.turns import turns_of
from messages.message import Message
from storage import in_chat, outbox, recall
from storage.obligations import ladder, reminder
from storage.obligations import obligation as obligations
from storage.obligations.obligation import Obligation
from storage.outbox import OutboxRow
from storage.people import person
from storage.people.person import Person

MOST_SHOWN = 12
"""Obligations in one message; the others come when these are answered."""


async def remind(work: Work, somebody: Person) -> bool:
    """Tell all that they are the recipient of; False where there is nothing, or others have to hear it."""
    if somebody.supplier_id is None:
        return False
    due = await _due(work, somebody.supplier_id)
    companies = await companies_of(work, due)
    theirs: list[tuple[Obligation, ReminderRecipient]] = []
    for each in due:
        recipients = companies.recipients(each)
        theirs += [(each, recipient) for recipient in recipients if recipient.person.id == somebody.id]
        await _pass_on(work, somebody, each, recipients)
    return bool(theirs) and await _tell(work, somebody, theirs[:MOST_SHOWN])


async def show_anew(work: Work, obligation: Obligation) -> None:
    """Let the latest reminder of it that each person has got say how it stands now."""
    rows = await reminder.messages_about(work.session, obligation.reference)
    for row in {row.person_id: row for row in rows}.values():
        viewer = await person.with_id(work.session, row.person_id) if row.person_id is not None else None
        if viewer is not None and viewer.ended_at is None and row.state not in GONE:
            await refresh(work, viewer, row)


async def refresh(work: Work, viewer: Person, row: OutboxRow) -> None:
    """Let a reminder say how all that it tells of stands now."""
    message = await as_it_stands(work, viewer, row)
    latest = await in_chat.newest(work.session, row)
    if message is not None and message.content() != latest.content:
        await work.edit(row.id, message)


async def as_it_stands(work: Work, viewer: Person, row: OutboxRow) -> Message | None:
    """The reminder as it reads now; None for a message of any other sort."""
    told_of = await in_message(work, viewer, row)
    return nudge_message.of_all(work, await standings(work, told_of, viewer)) if told_of else None


async def in_message(work: Work, viewer: Person, row: OutboxRow | None) -> Sequence[Obligation]:
    """What a reminder tells of, as far as it is the viewer's."""
    if row is None or viewer.supplier_id is None:
        return []
    named = await reminder.in_message(work.session, row.id, supplier_id=viewer.supplier_id)
    told_of = await obligations.with_ids(work.session, named)
    return [each for each in told_of if may(viewer.actor, Action.ANSWER_OBLIGATION, ContractSubject(each.supplier_id))]


async def _due(work: Work, supplier_id: int) -> list[Obligation]:
    """What the supplier is to hear of: where it is its turn."""
    due = await ladder.to_be_nudged(work.session, [supplier_id], today=work.city.today(work.now))
    turns = await turns_of(work, due)
    return [each for each in due if turns[each.id].turn.side is Side.SUPPLIER]


async def _pass_on(
    work: Work, somebody: Person, obligation: Obligation, recipients: Sequence[ReminderRecipient]
) -> None:
    """Whoever stands in for them by now is nudged; where nobody does, the coordinators hear it."""
    is_gone = somebody.ended_at is not None or somebody.unreachable_at is not None
    instead: dict[int, datetime] = {
        each.person.id: work.now
        for each in recipients
        if each.person.id != somebody.id and (is_gone or each.stands_in_for == somebody.id)
    }
    await nudge_times.plan(work, instead)
    if not recipients:
        await nobody.tell(work, [obligation])


async def _tell(work: Work, somebody: Person, theirs: Sequence[tuple[Obligation, ReminderRecipient]]) -> bool:
    await _cancel_what_waits(work, somebody)
    told = [obligation for obligation, _ in theirs]
    message = nudge_message.of_all(work, await standings(work, told, somebody, is_new=True))
    for_whom = {recipient.for_whom for _, recipient in theirs}
    message = replace(message, for_whom=for_whom.pop() if len(for_whom) == 1 else None)
    key = f"nudge:{somebody.id}:{work.city.today(work.now)}"
    outbox_id = await tell(work, somebody, message, key=key, about=Reference(Noun.NUDGE, somebody.id))
    if outbox_id is None:
        return False
    for obligation, _ in theirs:
        await work.record(
            reminder.REMINDED,
            recipient=somebody,
            supplier_id=obligation.supplier_id,
            contract_id=obligation.contract_id,
            about=obligation.reference,
            outbox_id=outbox_id,
            content=Rung(obligation.rung).name.lower(),
        )
    return True


async def _cancel_what_waits(work: Work, somebody: Person) -> None:
    """A reminder that has not gone out yet, such as while Telegram was down, makes room for this one."""
    for row_id in await outbox.queued_about(work.session, Reference(Noun.NUDGE, somebody.id), key_begins="nudge:"):
        await recall.cancel(work.session, row_id)
