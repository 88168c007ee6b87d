"""Alert those who can take a slot on: at first, when nobody has taken it on, and when it is open again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.alert_settings import AlertSettings
from domain.placement import BEGIN_WITH_SOMEBODY
from domain.reference import Noun, Reference
from domain.role import Role
from domain.slot import SlotStatus
from handlers.doorways import PROPOSE
from handlers.handling.choices import Choice, numbered
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.slots import apart, facts
from handlers.slots.alerts import together
from handlers.slots.alerts.codes import ALERT, CLAIM, SHOW_ALL, key_begins
from handlers.slots.inquiry.codes import ASK, FIND
from handlers.slots.views import digest_buttons
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.slots.alert import SlotOpenAgain, SlotReported, SlotWaiting, SlotWithoutMatcher
from messages.slots.facts import SlotFacts
from storage import outbox
from storage.outbox import Lane, OutboxRow, Ring
from storage.people import person
from storage.people.person import Person
from storage.slots import alert_settings, listed_slot
from storage.slots.slot import Slot

Alert = SlotReported | SlotWaiting | SlotOpenAgain


@dataclass(frozen=True)
class Wanting:
    """Which matchers want to hear of a slot.

    Attributes:
        now: Those who want to hear at once.
        is_gathered: Whether it waits in anybody's digest.
        is_anybody_here: Whether there is a matcher who could take it on, whatever they want to hear of.
    """

    now: list[Person]
    is_gathered: bool = False
    is_anybody_here: bool = False


def buttons(slot: Slot, *, is_whole: bool = False) -> Rows:
    """What a matcher can do with an open slot; the number answers it in text too."""
    claim = (Label("slot.claim"), data(CLAIM, slot.id, slot.revision))
    show_all = (Label("slot.show_all"), data(SHOW_ALL, slot.id, slot.revision))
    return numbered([claim, _way_to_ask(slot)]) if is_whole else numbered([claim, show_all], in_a_row=2)


def buttons_of_holder(slot: Slot) -> Rows:
    """What a matcher who has the slot can do with it there and then, until they have found somebody."""
    if slot.status is not SlotStatus.RESERVED or slot.found_at is not None:
        return ()
    find = (Label("inquiry.find"), data(FIND, slot.id, slot.revision))
    propose = (Label("slot.propose"), data(PROPOSE, slot.id, slot.revision))
    return numbered([_way_to_ask(slot), *([find, propose] if slot.kind in BEGIN_WITH_SOMEBODY else [])])


def _way_to_ask(slot: Slot) -> Choice:
    return Label("inquiry.ask"), data(ASK, slot.id)


async def send(work: Work, slot: Slot) -> None:
    """Alert the matchers who want to hear of it; where nobody does or can, the coordinators at once.

    Whoever has just been alerted to another offer of the supplier's reads of this one there.
    """
    told, wanting = await facts.of_slot(work, slot), await _who_want(work, slot)
    await _alert(work, slot, wanting, SlotReported(told), together.AT_FIRST)


async def send_again(work: Work, slot: Slot) -> None:
    """Ask every matcher once more, whatever they want to hear of, since nobody has claimed the slot.

    What the supplier offered within minutes of it is asked about in one message.
    """
    told = await facts.of_slot(work, slot)
    everyone = Wanting([*await recipient.present(work, Role.MATCHER)])
    await _alert(work, slot, everyone, SlotWaiting(told), together.AGAIN)


async def send_open_again(work: Work, slot: Slot, *, except_to: Person) -> None:
    """Alert the matchers about a slot that was taken or on hold; whoever gave it back knows already."""
    told, wanting = await facts.of_slot(work, slot), await _who_want(work, slot, except_to=except_to)
    await _alert(work, slot, wanting, SlotOpenAgain(told), together.OPEN_AGAIN)


async def sent(work: Work, slot_id: int) -> Sequence[OutboxRow]:
    """Every alert that began with the slot, first and repeated, to all matchers."""
    return await outbox.said_about(work.session, Reference(Noun.SLOT, slot_id), key_begins=key_begins(slot_id))


async def sent_together(work: Work, slot_id: int) -> Sequence[OutboxRow]:
    """Every alert that tells of the slot beside others."""
    return await listed_slot.messages_about(work.session, slot_id, key_begins=ALERT)


async def _who_want(work: Work, slot: Slot, *, except_to: Person | None = None) -> Wanting:
    """The matchers who are here and want to hear of such a slot. For whom it is gathered, it waits in their digest."""
    here = await recipient.present(work, Role.MATCHER)
    present = [each for each in here if except_to is None or each.id != except_to.id]
    matchers = len(await person.active_in_role(work.session, Role.MATCHER))
    rows = await alert_settings.of_people(work.session, [each.id for each in present])
    wanting = Wanting([], is_anybody_here=bool(present))
    for each in present:
        settings = rows[each.id].settings if each.id in rows else AlertSettings()
        if not settings.wants(slot.kind, slot.trade, slot.area):
            continue
        if settings.gathers(matchers):
            rows[each.id].gather(slot.id, due_at=work.city.hours.next_opening(work.now))
            wanting = replace(wanting, is_gathered=True)
        else:
            wanting.now.append(each)
    return wanting


async def _alert(work: Work, slot: Slot, wanting: Wanting, said: Alert, occasion: together.Occasion) -> None:
    for each in await together.join(work, slot, wanting.now, occasion):
        await work.tell(
            each,
            Message(said, buttons(slot)),
            lane=Lane.ALERT,
            ring=Ring.IN_WORKING_HOURS,
            key=occasion.key_of(slot, each.id),
            about=slot.reference,
        )
    if not wanting.now and not wanting.is_gathered:
        await _tell_coordinators(work, slot, said.slot, is_anybody_here=wanting.is_anybody_here)


async def _tell_coordinators(work: Work, slot: Slot, told: SlotFacts, *, is_anybody_here: bool) -> None:
    way_to_card = digest_buttons([slot], await apart.on_buttons(work, [slot]))
    for each in await recipient.coordinators(work):
        await work.tell(
            each,
            Message(SlotWithoutMatcher(told, is_anybody_here), way_to_card),
            lane=Lane.ALERT,
            ring=Ring.IN_WORKING_HOURS,
            about=slot.reference,
        )
