"""Tell those who can act on a slot that it is there, and later that it is taken."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.alert_wish import Wish
from domain.reference import Noun, Reference
from domain.role import Role
from handlers.handling.work import Work
from handlers.people import recipient as recipients
from handlers.slots import facts as slot_facts
from handlers.slots.inquiry.codes import ASK
from messages import coordinator, matcher
from messages.button import Button, data
from messages.label import Label
from messages.message import Message, Rows
from messages.slots.facts import SlotFacts
from storage import outbox
from storage.outbox import Lane, OutboxRow, Ring
from storage.people import person
from storage.people.person import Person
from storage.slots import alert_settings as alert_wish
from storage.slots.slot import Slot

CLAIM, SHOW_ALL = "ta", "va"

Question = matcher.SlotReported | matcher.SlotWaiting | matcher.SlotOpenAgain


@dataclass(frozen=True)
class Wanting:
    """Who want to hear of a slot.

    Attributes:
        now: At once.
        is_gathered: Whether it waits in anybody's digest.
        is_anybody_here: Whether there is a matcher who could take it on, whatever they want to hear of.
    """

    now: list[Person]
    is_gathered: bool = False
    is_anybody_here: bool = False


def buttons(slot: Slot, *, is_whole: bool = False) -> Rows:
    """What a matcher can do with an open slot; the number answers it in text too."""
    claim = Button(Label("slot.claim"), data(CLAIM, slot.id, slot.revision), number=1)
    show_all = Button(Label("slot.show_all"), data(SHOW_ALL, slot.id, slot.revision), number=2)
    return ((claim,), ask_buttons(slot, number=2)[0]) if is_whole else ((claim, show_all),)


def ask_buttons(slot: Slot, *, number: int = 1) -> Rows:
    """The way to ask the supplier something about the slot."""
    return ((Button(Label("inquiry.ask"), data(ASK, slot.id), number=number),),)


async def send(work: Work, slot: Slot) -> None:
    """Alert the matchers who want to hear of it; where nobody does or can, the coordinators at once."""
    facts = await slot_facts.of_slot(work, slot)
    await _ask(work, slot, await _who_want(work, slot), matcher.SlotReported(facts), key_ends="")


async def send_again(work: Work, slot: Slot) -> None:
    """Ask every matcher once more, whatever they want to hear of, since nobody has claimed the slot."""
    facts = await slot_facts.of_slot(work, slot)
    everyone = Wanting([*await recipients.present(work, Role.MATCHER)])
    await _ask(work, slot, everyone, matcher.SlotWaiting(facts), key_ends=f":again:{slot.revision}")


async def send_open_again(work: Work, slot: Slot, *, except_to: Person) -> None:
    """Alert the matchers about a slot that was taken or on hold; whoever gave it back knows already."""
    facts, wanting = await slot_facts.of_slot(work, slot), await _who_want(work, slot, except_to=except_to)
    await _ask(work, slot, wanting, matcher.SlotOpenAgain(facts), key_ends=f":open:{slot.revision}")


async def shown(work: Work, slot_id: int) -> Sequence[OutboxRow]:
    """Every alert about the slot, first and repeated, to all matchers."""
    return await outbox.said_about(work.session, Reference(Noun.SLOT, slot_id), key_begins=_key_begins(slot_id))


async def _who_want(work: Work, slot: Slot, *, except_to: Person | None = None) -> Wanting:
    """The matchers who are here and want to hear of such a slot. For whom it is gathered, it waits in their digest."""
    here = await recipients.present(work, Role.MATCHER)
    present = [each for each in here if except_to is None or each.id != except_to.id]
    matchers = len(await person.active_in_role(work.session, Role.MATCHER))
    wishes = await alert_wish.of_people(work.session, [each.id for each in present])
    wanting = Wanting([], is_anybody_here=bool(present))
    for each in present:
        wish = wishes[each.id].wish if each.id in wishes else Wish()
        if not wish.wants(slot.kind, slot.trade, slot.area):
            continue
        if wish.gathers(matchers):
            wishes[each.id].gather(slot.id, due_at=work.city.hours.next_opening(work.now))
            wanting = replace(wanting, is_gathered=True)
        else:
            wanting.now.append(each)
    return wanting


async def _ask(work: Work, slot: Slot, wanting: Wanting, question: Question, *, key_ends: str) -> None:
    for each in wanting.now:
        await work.tell(
            each,
            Message(question, buttons(slot)),
            lane=Lane.ALERT,
            ring=Ring.IN_WORKING_HOURS,
            key=f"{_key_begins(slot.id)}{each.id}{key_ends}",
            about=slot.reference,
        )
    if not wanting.now and not wanting.is_gathered:
        await _tell_coordinators(work, slot, question.slot, is_anybody_here=wanting.is_anybody_here)


async def _tell_coordinators(work: Work, slot: Slot, facts: SlotFacts, *, is_anybody_here: bool) -> None:
    for each in await recipients.coordinators(work):
        await work.tell(
            each,
            Message(coordinator.SlotWithoutMatcher(facts, is_anybody_here)),
            lane=Lane.ALERT,
            ring=Ring.IN_WORKING_HOURS,
            about=slot.reference,
        )


def _key_begins(slot_id: int) -> str:
    return f"alert:{slot_id}:"
