"""The digest: once in the morning, the open slots that came in since the last."""

from domain.role import Role
from domain.slot import SlotStatus
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.slots import apart, fitting
from handlers.slots.views import digest_buttons
from messages.message import Message
from messages.slots.alert import SlotDigest
from storage.outbox import Lane, Ring
from storage.people import person
from storage.slots import alert_settings, listed_slot
from storage.slots import slot as slots
from storage.slots.alert_settings import AlertSettingsRow
from storage.slots.slot import Slot

AT_ONCE = 20
MOST_SHOWN = 10
"""Slots in one digest; the rest are found in the list."""


async def send(work: Work) -> bool:
    """Send the digests that are due, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    due = await alert_settings.due(work.session, now=work.now, at_most=AT_ONCE)
    here = {each.id for each in await recipient.present(work, Role.MATCHER)} if due else set()
    for settings in due:
        if settings.person_id in here:
            await _send(work, settings)
        else:
            # They are away or out of reach: it waits for them, and is asked about again another day.
            settings.digest_due_at = work.city.hours.next_opening(work.now)
    return len(due) == AT_ONCE


async def _send(work: Work, settings: AlertSettingsRow) -> None:
    found = [await slots.find(work.session, slot_id) for slot_id in settings.waiting]
    still_open = [slot for slot in found if slot is not None and slot.status is SlotStatus.OPEN]
    settings.waiting, settings.digest_due_at = [], None
    if still_open:
        await _tell(work, settings.person_id, still_open)


async def _tell(work: Work, person_id: int, still_open: list[Slot]) -> None:
    shown = still_open[:MOST_SHOWN]
    told = await fitting.counted_in_list(work, shown, person_id)
    digest = SlotDigest(told, more=len(still_open) - len(shown))
    outbox_id = await work.tell(
        await person.find(work.session, person_id),
        Message(digest, digest_buttons(shown, await apart.on_buttons(work, shown))),
        lane=Lane.DUTY,
        ring=Ring.IN_WORKING_HOURS,
    )
    if outbox_id is not None:
        await listed_slot.keep(work.session, {outbox_id: [slot.id for slot in still_open]})
