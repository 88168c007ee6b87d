"""Alerts as they read now, whatever has happened to their slot since they were sent."""

from collections.abc import Sequence
from itertools import chain

from domain.access import may
from domain.action import Action
from domain.slot import SlotStatus
from handlers.handling.work import Work
from handlers.slots import facts, fitting
from handlers.slots.alerts import alert, together
from handlers.slots.alerts.looked_up import LookedUp, looked_up
from handlers.slots.reaching import claim_told
from handlers.slots.reaching.alert import yours
from handlers.slots.standing import status_now
from handlers.slots.waiting import asking
from messages.message import Message
from messages.slots.alert import SlotOver, SlotPaused, SlotRecalled, SlotReported, SlotShown, SlotTaken
from storage import recall
from storage.people import person
from storage.people.person import Person
from storage.placements import under_way
from storage.slots import listed_slot
from storage.slots.slot import Slot


async def alert_as_it_is(
    work: Work, slot: Slot, viewer: Person, *, is_whole: bool, known: LookedUp | None = None
) -> Message:
    """The alert that tells the truth now: open with its buttons, yours, taken by somebody else, paused or recalled."""
    told = (await known.told([slot]))[0] if known else await facts.of_slot(work, slot)
    if slot.status is SlotStatus.WITHDRAWN:
        return Message(SlotRecalled(told, reason=slot.withdrawn_reason))
    if status_now(work, slot) is SlotStatus.EXPIRED:
        return Message(SlotOver(told))
    if slot.status is SlotStatus.PAUSED:
        return Message(SlotPaused(told))
    if slot.claimed_by == viewer.id:
        is_taken = await under_way.count_taken(work.session, slot.id) > 0
        return await yours(work, viewer, slot, told, () if is_taken else alert.buttons_of_holder(slot))
    if slot.claimed_by is not None:
        holder = await person.find(work.session, slot.claimed_by)
        return Message(SlotTaken(told, matcher=holder.name))
    found = known.found if known else await fitting.looked_up(work, [slot], [viewer.id])
    told = found.counted(slot, told.for_everyone, viewer.id)
    buttons = alert.buttons(slot, told, is_whole=is_whole) if may(viewer.actor, Action.CLAIM_SLOT, slot.subject) else ()
    return Message(SlotShown(told) if is_whole else SlotReported(told), buttons)


async def change_alerts(work: Work, slot: Slot) -> None:
    """Let every alert about the slot tell what is true now; one that has not gone out yet is for an open slot only.

    What was asked about it while it waited shows how it stands, too.
    """
    await asking.show_as_it_is(work, slot)
    alone, beside_others = await alert.sent(work, slot.id), await alert.sent_together(work, slot.id)
    listed = await _held(work, [row.id for row in beside_others])
    readers = {row.person_id for row in (*alone, *beside_others) if row.person_id is not None}
    people = await person.with_ids(work.session, readers)
    known = await looked_up(work, [slot, *chain.from_iterable(listed.values())], readers)
    edits = {}
    for row in sorted({row.id: row for row in (*alone, *beside_others)}.values(), key=lambda row: row.id):
        of_all = listed.get(row.id, [slot])
        is_open = any(each.status is SlotStatus.OPEN for each in of_all)
        is_too_late = not is_open and await recall.cancel(work.session, row.id)
        if row.person_id is not None and not is_too_late:
            viewer = people[row.person_id]
            if viewer.ended_at is not None:
                continue  # what they were shown stays as it was; they learn nothing new
            edits[row.id] = await _as_it_is(work, of_all, viewer, known)
    await work.edit_each(edits)
    await claim_told.refresh(work, slot)


async def _as_it_is(work: Work, of_all: Sequence[Slot], viewer: Person, known: LookedUp) -> Message:
    """How an alert reads now, about one slot or several."""
    if len(of_all) > 1:
        return await together.message(work, of_all, viewer, known=known)
    return await alert_as_it_is(work, of_all[0], viewer, is_whole=False, known=known)


async def _held(work: Work, outbox_ids: list[int]) -> dict[int, list[Slot]]:
    """The slots in each of these messages, which nobody else words anew meanwhile."""
    if not outbox_ids:
        return {}
    await listed_slot.hold(work.session, outbox_ids)
    return await listed_slot.in_messages(work.session, outbox_ids)
