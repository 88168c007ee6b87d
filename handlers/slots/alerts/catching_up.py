"""A matcher who is new here, back again, or wants to hear of more is told of what waits: once, and in one message."""

from datetime import timedelta

from domain.alert_settings import AlertSettings
from domain.role import Role
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.slots import apart, fitting
from handlers.slots.alerts.codes import ALERT
from handlers.slots.views import open_buttons
from messages.message import Message
from messages.slots.joint_alert import SlotsOpen
from storage import outbox
from storage.outbox import Lane, Ring
from storage.people import person
from storage.people.person import Person
from storage.slots import alert_reader, alert_settings, listed_slot, slot_list
from storage.slots.slot import Slot

AT_ONCE = 20
MOST_SHOWN = 10
"""Slots in one message; the rest are found in the list."""

WHILE_CHOOSING = timedelta(minutes=2)
"""Whoever changes what they want to hear of presses several times; so long after the last press it is meant."""


async def send(work: Work) -> bool:
    """See who has come, and tell those whose turn it is, in working hours; says whether there may be more."""
    if not work.city.hours.is_open(work.now):
        return False
    here = {each.id: each for each in await recipient.present(work, Role.MATCHER)}
    await _note_who_is_here(work, set(here))
    due = await alert_reader.due(work.session, now=work.now, at_most=AT_ONCE)
    for reader in due:
        reader.catches_up_at = None
        if reader.person_id in here:
            await _catch_up(work, here[reader.person_id])
    return len(due) == AT_ONCE


async def soon(work: Work, matcher: Person) -> None:
    """Let somebody who has changed what they want to hear of be told, once they have finished choosing."""
    await alert_reader.let_catch_up(work.session, [matcher.id], at=work.now + WHILE_CHOOSING)


async def now(work: Work, matcher: Person) -> None:
    """Let somebody who has finished choosing be told as soon as the clock ticks."""
    await alert_reader.let_catch_up(work.session, [matcher.id], at=work.now)


async def _note_who_is_here(work: Work, here: set[int]) -> None:
    known = await alert_reader.ids(work.session)
    if come := here - known:
        await alert_reader.let_catch_up(work.session, come, at=work.now)
    if gone := known - here:
        await alert_reader.forget(work.session, gone)


async def _catch_up(work: Work, matcher: Person) -> None:
    """What is open, is wanted, and they have not been told of; whoever hears once a day finds it in the next digest."""
    settings_rows = await alert_settings.of_people(work.session, [matcher.id])
    row = settings_rows.get(matcher.id)
    settings = row.settings if row else AlertSettings()
    waiting = await _unknown_to(work, matcher, settings, known={*row.waiting} if row else set())
    if row is not None and settings.gathers(await person.count_active_in_role(work.session, Role.MATCHER)):
        for slot in waiting:
            row.gather(slot.id, due_at=work.city.hours.next_opening(work.now))
    elif waiting:
        await _tell(work, matcher, waiting)


async def _unknown_to(work: Work, matcher: Person, settings: AlertSettings, known: set[int]) -> list[Slot]:
    """The open slots that they want to hear of and don't know of, newest first."""
    opened = [
        slot
        for slot in await slot_list.open_ones(work.session, matcher.actor)
        if slot.id not in known and settings.wants(slot.kind, slot.trade, slot.area)
    ]
    about = [slot.reference for slot in opened]
    alone = await outbox.told_about(work.session, matcher.id, about, key_begins=ALERT) if opened else set()
    beside_others = await listed_slot.told_to(work.session, matcher.id, [slot.id for slot in opened])
    return [slot for slot in opened if str(slot.reference) not in alone and slot.id not in beside_others]


async def _tell(work: Work, matcher: Person, waiting: list[Slot]) -> None:
    shown = waiting[:MOST_SHOWN]
    told = await fitting.counted_in_list(work, shown, matcher.id)
    said = SlotsOpen(told, more=len(waiting) - len(shown))
    buttons = open_buttons(shown, await apart.on_buttons(work, shown))
    outbox_id = await work.tell(matcher, Message(said, buttons), lane=Lane.ALERT, ring=Ring.IN_WORKING_HOURS)
    if outbox_id is not None:
        await listed_slot.keep(work.session, {outbox_id: [slot.id for slot in waiting]})
