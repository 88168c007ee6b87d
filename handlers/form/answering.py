"""What a form's buttons do, and what is written while it is open."""

from enum import Enum

from domain.secrecy import FieldPolicy
from domain.typed_number import understood_number
from handlers.form import steps, views
from handlers.form.asking import show_again
from handlers.form.complaint import Complaint
from handlers.form.filling import Filling, filling_of, talk_of
from handlers.form.going_on import choose, put_away, step_back, take_text
from handlers.handling.answer import Answer, Below, LastWord
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from messages.button import Button
from messages.form import ButtonIsOld, NothingOpen
from messages.message import Message
from messages.typed_label import loosely_named, named
from storage.conversation import Conversation
from storage.people.person import Person


class Room(Enum):
    """What room there is for a text where a form is open."""

    CHOICE = "choice"
    """It names one of the choices."""
    REPLY = "reply"
    """It is somebody's answer to what somebody else has asked, in their own words."""
    WORDS = "words"
    """It is an answer, and its writer's own words are welcome."""
    NAME = "name"
    """It could be a name."""
    PLACE = "place"
    """It could be the name of a place."""
    NONE = "none"
    """It answers nothing."""


_NAMES = {FieldPolicy.PLACE: Room.PLACE, FieldPolicy.NAME: Room.NAME}


async def answer(work: Work, actor: Person, press: Press) -> Answer:
    """A choice was pressed."""
    filling = await filling_of(work, actor)
    if filling is None:
        return await _told_that_it_is_old(work, actor, press)
    if await _is_current(filling, press):
        await choose(filling, press.number(1), in_place=_is_question(filling.talk, press))
    return LastWord.FORM


async def go_back(work: Work, actor: Person, press: Press) -> Answer:
    """Back was pressed."""
    filling = await filling_of(work, actor)
    if filling is None:
        return await _told_that_it_is_old(work, actor, press)
    if await _is_current(filling, press):
        await step_back(filling, in_place=_is_question(filling.talk, press))
    return LastWord.FORM


async def cancel(work: Work, actor: Person, press: Press) -> Answer:
    """Cancel was pressed."""
    filling = await filling_of(work, actor)
    if filling is None:
        return await _told_that_it_is_old(work, actor, press)
    if await _is_current(filling, press):
        await put_away(filling, in_place=_is_question(filling.talk, press))
    return LastWord.FORM


async def cancel_open(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/avbryt."""
    filling = await filling_of(work, actor)
    if filling is None:
        return Message(NothingOpen(actor.role))
    await put_away(filling, in_place=False)
    return LastWord.FORM


async def step_back_open(work: Work, actor: Person) -> LastWord:
    """One question back, which somebody has asked for in words."""
    filling = await filling_of(work, actor)
    if filling is not None:
        await step_back(filling, in_place=False)
    return LastWord.FORM


async def room_for(work: Work, actor: Person, text: str) -> Room:
    """What room the open question has for a text that could be something else too."""
    filling = await filling_of(work, actor)
    if filling is None or _choice_meant(filling, text) is not None:
        return Room.CHOICE
    question = filling.form.question(filling.progress, filling.known)
    if question is None or _is_no_answer(filling, text):
        return Room.NONE
    return _NAMES.get(question.policy, Room.REPLY if question.is_reply else Room.WORDS)


async def read(work: Work, actor: Person, text: str, message_id: int | None) -> LastWord:
    """Take a text as an answer to the open question: a choice that it names, else what it says."""
    filling = await filling_of(work, actor)
    if filling is None:
        return LastWord.FORM
    index = _choice_meant(filling, text)
    if index is None:
        await take_text(filling, text, message_id)
    else:
        await choose(filling, index, in_place=False)
    return LastWord.FORM


async def refuse(work: Work, actor: Person, what: str, *, key: str = "") -> LastWord:
    """Something has come that answers no question, such as a photo; `what` is its name in [complaint]."""
    await show_again(work, actor, complaint=what, key=key)
    return LastWord.FORM


def _choice_meant(filling: Filling, text: str) -> int | None:
    """The choice that a text names: by its number, by its words, or by a part of them where it answers nothing else."""
    form, progress, known = filling.form, filling.progress, filling.known
    choices = steps.options(form, progress, known)
    has_numbers = not steps.takes_numbers(form, progress, known)
    number = understood_number(text)
    if number is not None:
        return number - 1 if has_numbers and 0 < number <= len(choices) else None
    buttons = [Button(views.label(each), "", place if has_numbers else 0) for place, each in enumerate(choices, 1)]
    exactly = named(text, buttons, [filling.actor.language])
    if exactly is not None or not _is_no_answer(filling, text):
        return exactly
    return loosely_named(text, buttons, filling.actor.language)


def _is_no_answer(filling: Filling, text: str) -> bool:
    return isinstance(steps.read(filling.form, filling.progress, filling.known, text), Complaint)


async def _told_that_it_is_old(work: Work, actor: Person, press: Press) -> Below:
    """No form is open any more. However often an old button is pressed, this is said once for each question."""
    talk = await talk_of(work, actor)
    key = f"old:{actor.id}:{talk.revision}:{press.number(0)}"
    return Below(Message(ButtonIsOld(actor.role)), key=key)


async def _is_current(filling: Filling, press: Press) -> bool:
    """Whether the button belongs to the question as it stands; if not, the person is shown where they are."""
    if press.number(0) == filling.talk.revision:
        return True
    # A second tap on the question that has just moved on needs no new message: it shows the next one already.
    if not _is_question(filling.talk, press):
        await show_again(filling.work, filling.actor)
    return False


def _is_question(talk: Conversation, press: Press) -> bool:
    return press.shown is not None and press.shown.id == talk.question_id
