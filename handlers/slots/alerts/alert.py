"""Alert those who can take a slot on: at first, when nobody has taken it on, and when it is open again."""

from collections.abc import Sequence
from dataclasses import replace

from domain.alert_settings import AlertSettings
from domain.frozen import frozen
from domain.placement import BEGIN_WITH_SOMEBODY
from domain.reference import Noun, Reference
from domain.role import Role
from domain.slot import SlotKind, SlotStatus
from handlers.doorways import PROPOSE
from handlers.handling.choices import Choice, numbered
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.slots import apart, facts, fitting
from handlers.slots.alerts import together
from handlers.slots.alerts.codes import ALERT, CLAIM, SHOW_ALL, key_begins
from handlers.slots.inquiry.codes import ASK, FIND
from handlers.slots.views import digest_buttons
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.slots.alert import SlotAnswered, SlotOpenAgain, SlotReported, SlotWaiting, SlotWithoutMatcher
from messages.slots.facts import SlotFacts
from storage import outbox
from storage.outbox import Lane, OutboxRow, Ring
from storage.people import person
from storage.people.person import Person
from storage.slots import alert_settings, listed_slot
from storage.slots.slot import Slot

Alert = SlotReported | SlotWaiting | SlotOpenAgain | SlotAnswered


@frozen
class Wanting:
    """Which matchers want to hear of a slot.

    Attributes:
        now: Those who want to hear at once.
        is_gathered: Whether it waits in anybody's digest.
        is_told: Whether whoever had asked for it has heard of it already.
        is_anybody_here: Whether there is a matcher who could take it on, whatever they want to hear of.
    """

    now: list[Person]
    is_gathered: bool = False
    is_told: bool = False
    is_anybody_here: bool = False


def buttons(slot: Slot, told: SlotFacts, *, is_whole: bool = False) -> Rows:
    """What a matcher can do with an open slot; the number answers it in text too."""
    fits = fitting.ways(slot, told)
    claim = (Label("slot.claim"), data(CLAIM, slot.id, slot.revision))
    show_all = (Label("slot.show_all"), data(SHOW_ALL, slot.id, slot.revision))
    return numbered([claim, _way_to_ask(slot), *fits]) if is_whole else numbered([claim, show_all, *fits], in_a_row=2)


def buttons_of_holder(slot: Slot) -> Rows:
    """What a matcher who has the slot can do with it there and then, until they have found somebody."""
    if slot.status is not SlotStatus.RESERVED or slot.found_at is not None:
        return ()
    find = (Label("inquiry.find"), data(FIND, slot.id, slot.revision))
    propose = (Label("slot.propose"), data(PROPOSE, slot.id, slot.revision))
    ways = [find, *([propose] if slot.kind is not SlotKind.MENTOR else [])]
    return numbered([_way_to_ask(slot), *(ways if slot.kind in BEGIN_WITH_SOMEBODY else [])])


def _way_to_ask(slot: Slot) -> Choice:
    return Label("inquiry.ask"), data(ASK, slot.id)


async def send(work: Work, slot: Slot, told: SlotFacts, *, asked_by: Person | None = None) -> None:
    """Alert the matchers who want to hear of it; where nobody does or can, the coordinators at once.

    Whoever has just been alerted to another offer of the supplier's reads of this one there. The matcher who had asked
    for it, and is here, hears of it first, by itself, whatever else they want to hear of.
    """
    wanting = await _who_want(work, slot)
    if asked_by is not None and await recipient.is_here(work, asked_by):
        found = await fitting.looked_up(work, [slot], [asked_by.id])
        answered = SlotAnswered(found.counted(slot, told, asked_by.id))
        await _tell(work, slot, [(asked_by, answered)], together.AT_FIRST)
        wanting = replace(wanting, now=[each for each in wanting.now if each.id != asked_by.id], is_told=True)
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
    rows = await alert_settings.of_people(work.session, [each.id for each in present])
    matchers = await person.count_active_in_role(work.session, Role.MATCHER) if rows else 0
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
    alone = await together.join(work, slot, wanting.now, occasion)
    found = await fitting.looked_up(work, [slot], [each.id for each in alone])
    of_each = [(each, replace(said, slot=found.counted(slot, said.slot, each.id))) for each in alone]
    await _tell(work, slot, of_each, occasion)
    if not wanting.now and not wanting.is_gathered and not wanting.is_told:
        await _tell_coordinators(work, slot, said.slot, is_anybody_here=wanting.is_anybody_here)


async def _tell(work: Work, slot: Slot, alerts: Sequence[tuple[Person, Alert]], occasion: together.Occasion) -> None:
    of_each = [
        (matcher, Message(said, buttons(slot, said.slot)), occasion.key_of(slot, matcher.id))
        for matcher, said in alerts
    ]
    await work.tell_each(of_each, lane=Lane.ALERT, ring=Ring.IN_WORKING_HOURS, about=slot.reference)


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
