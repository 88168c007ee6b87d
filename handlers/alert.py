"""Tell those who can act on a slot that it is there, and later that it is taken."""

from collections.abc import Sequence

from domain.role import Role
from handlers import recipient as recipients
from handlers import slot_facts
from handlers.work import Work
from messages import coordinator, matcher
from messages.button import Button, data
from messages.label import Label
from messages.message import Message, Rows
from messages.slot_facts import SlotFacts
from storage import outbox
from storage.outbox import Lane, OutboxRow, Ring
from storage.person import Person
from storage.slot import Slot

CLAIM, SHOW_ALL = "ta", "va"

Question = matcher.SlotReported | matcher.SlotWaiting | matcher.SlotOpenAgain


def buttons(slot: Slot, *, is_whole: bool = False) -> Rows:
    """What a matcher can do with an open slot; the number answers it in text too."""
    claim = Button(Label("slot.claim"), data(CLAIM, slot.id, slot.revision), number=1)
    show_all = Button(Label("slot.show_all"), data(SHOW_ALL, slot.id, slot.revision), number=2)
    return ((claim,),) if is_whole else ((claim, show_all),)


async def send(work: Work, slot: Slot) -> None:
    """Alert every matcher; where none can be reached, the coordinators at once."""
    facts = await slot_facts.of_slot(work, slot)
    await _ask_matchers(work, slot, matcher.SlotReported(facts), key_ends="")


async def send_again(work: Work, slot: Slot) -> None:
    """Ask the matchers once more, since nobody has claimed the slot."""
    facts = await slot_facts.of_slot(work, slot)
    await _ask_matchers(work, slot, matcher.SlotWaiting(facts), key_ends=f":again:{slot.revision}")


async def send_open_again(work: Work, slot: Slot, *, except_to: Person) -> None:
    """Alert every matcher about a slot that was taken or on hold; whoever gave it back knows already."""
    facts = await slot_facts.of_slot(work, slot)
    again = matcher.SlotOpenAgain(facts)
    await _ask_matchers(work, slot, again, key_ends=f":open:{slot.revision}", except_to=except_to)


async def shown(work: Work, slot_id: int) -> Sequence[OutboxRow]:
    """Every alert about the slot, first and repeated, to all matchers."""
    return await outbox.said_about(work.session, slot_facts.about(slot_id), key_begins=_key_begins(slot_id))


async def _ask_matchers(
    work: Work, slot: Slot, question: Question, *, key_ends: str, except_to: Person | None = None
) -> None:
    present = await recipients.present(work, Role.MATCHER)
    matchers = [each for each in present if except_to is None or each.id != except_to.id]
    for recipient in matchers:
        await work.tell(
            recipient,
            Message(question, buttons(slot)),
            lane=Lane.ALERT,
            ring=Ring.IN_WORKING_HOURS,
            key=f"{_key_begins(slot.id)}{recipient.id}{key_ends}",
            about=slot_facts.about(slot.id),
        )
    if not matchers:
        await _tell_coordinators(work, slot, question.slot)


async def _tell_coordinators(work: Work, slot: Slot, facts: SlotFacts) -> None:
    for recipient in await recipients.coordinators(work):
        await work.tell(
            recipient,
            Message(coordinator.SlotWithoutMatcher(facts)),
            lane=Lane.ALERT,
            ring=Ring.IN_WORKING_HOURS,
            about=slot_facts.about(slot.id),
        )


def _key_begins(slot_id: int) -> str:
    return f"alert:{slot_id}:"
