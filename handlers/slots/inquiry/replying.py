"""A reply to what the other side has written, or above the button for writing to it: something more to pass on."""

from domain.reference import Noun, Reference
from handlers.form import forms
from handlers.form.filling import is_open
from handlers.handling.answer import Answer, Below
from handlers.handling.work import Work
from handlers.slots.finding import find, theirs
from handlers.slots.inquiry import asking, writing
from handlers.slots.inquiry.asking import SlotAsked
from handlers.slots.inquiry.codes import ASK
from handlers.slots.inquiry.sides import action_of, side_of
from messages.button import parsed
from messages.heard import kind_word
from messages.message import buttons_of
from messages.slots.inquiry import Unsent
from storage import in_chat
from storage.outbox import OutboxRow
from storage.people.person import Person
from storage.slots import inquiry


async def slot_in(work: Work, actor: Person, shown: OutboxRow, words: str) -> SlotAsked | None:
    """What a reply writes about that says more than thanks: to what the other has written, or above a button for it.

    In the middle of a form only to what the other has written: nothing else is surely meant for them.
    """
    if kind_word(words) is not None:
        return None
    about = Reference.read(shown.about or "")
    asked = await inquiry.find(work.session, about.number) if about and about.noun is Noun.INQUIRY else None
    if asked is None and await is_open(work, actor):
        return None
    slot_id = asked.slot_id if asked is not None else await _slot_of_button(work, shown)
    slot = await find(work, actor, action_of(actor), slot_id) if slot_id is not None else None
    return None if slot is None else SlotAsked(slot.id, is_reply=True, is_guessed=asked is None)


async def take(work: Work, actor: Person, about: SlotAsked, text: str, message_id: int | None) -> Answer:
    """Take a reply for something to pass on, whatever form is open."""
    slot = await theirs(work, actor, action_of(actor), about.slot_id)
    end = await writing.cant_begin(work, slot, side_of(actor))
    if end is not None:
        return Below(await writing.why(work, slot, actor, end, Unsent.TEXT))
    return await forms.answer_at_once_about(work, actor, asking.FORM, about, text=text, message_id=message_id)


async def _slot_of_button(work: Work, shown: OutboxRow) -> int | None:
    """The slot that one can write about by a button under that message."""
    carried = [parsed(button.data) for button in buttons_of((await in_chat.newest(work.session, shown)).content)]
    return next((numbers[0] for code, numbers in filter(None, carried) if code == ASK and numbers), None)
