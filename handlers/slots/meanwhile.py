"""Something has happened to a slot while somebody was filling in a form about it."""

from dataclasses import asdict

from domain.slot import SlotStatus
from domain.slot_life import SLOT_LIFE, SlotEvent
from handlers.form.complaint import Complaint
from handlers.form.path import NextPlace
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Answers
from handlers.handling.work import Work
from handlers.slots.about_slot import SlotAsRead
from handlers.slots.card import card
from messages.message import Message
from messages.slots.facts import SlotNews
from storage.people.person import Person
from storage.slots.slot import Slot


async def go_on(work: Work, actor: Person, slot: Slot, event: SlotEvent, answers: Answers) -> Message | NextPlace:
    """Say what has happened: before the same answers where they can still be sent, else on the slot's card."""
    if not SLOT_LIFE.allows(slot.status, event):
        return await card(work, actor, slot, news=SlotNews.MOVED_ON)
    is_claimed = slot.status is SlotStatus.RESERVED
    complaint = Complaint.CLAIMED_MEANWHILE if is_claimed else Complaint.CHANGED_MEANWHILE
    as_read_now = SlotAsRead(slot.id, slot.revision)
    return NextPlace(Progress(at=SUMMARY, answers=dict(answers), about=asdict(as_read_now)), complaint.value)
