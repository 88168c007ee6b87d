"""What a form's buttons do, and what is written while it is open."""

from dataclasses import replace

from handlers.form import steps, views
from handlers.form.asking import show_again
from handlers.form.filling import Filling, filling_of, talk_of
from handlers.form.going_on import choose, put_away, step_back, take_text
from handlers.form.question import Option
from handlers.handling.answer import Answer, Below, LastWord
from handlers.handling.choices import bare_number
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from messages.form import ButtonIsOld, NothingOpen
from messages.message import Message
from storage.conversation import Conversation
from storage.people.person import Person

BACK_WORDS = {"tillbaka", "back"}
CANCEL_WORDS = {"avbryt", "cancel"}


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


async def read(work: Work, actor: Person, text: str, message_id: int | None) -> LastWord:
    """Take a text as an answer to the open question."""
    filling = await filling_of(work, actor)
    if filling is not None:
        await _read(filling, text, message_id)
    return LastWord.FORM


async def refuse(work: Work, actor: Person, what: str) -> LastWord:
    """Something has come that answers no question, such as a photo; `what` is its name in [complaint]."""
    await show_again(work, actor, complaint=what)
    return LastWord.FORM


async def _read(filling: Filling, text: str, message_id: int | None) -> None:
    word = text.strip().lower()
    if word in BACK_WORDS:
        await step_back(filling, in_place=False)
    elif word in CANCEL_WORDS:
        await put_away(filling, in_place=False)
    elif (index := _choice_meant(filling, text)) is not None:
        await choose(filling, index, in_place=False)
    else:
        await take_text(filling, text, message_id)


def _choice_meant(filling: Filling, text: str) -> int | None:
    """The choice that a text names, by its number or by its own words."""
    form, progress, known = filling.form, filling.progress, filling.known
    choices, tidied = steps.options(form, progress, known), " ".join(text.lower().split())
    has_numbers = not steps.takes_numbers(form, progress, known)
    number = bare_number(text)
    if number is not None:
        return number - 1 if has_numbers and 0 < number <= len(choices) else None
    return next((index for index, option in enumerate(choices) if tidied in _wordings(filling, option)), None)


def _wordings(filling: Filling, option: Option) -> set[str]:
    """What stands on the choice's button, and the same without the word behind it."""
    label, language = views.label(option), filling.actor.language
    return {label.worded(language).lower(), replace(label, note="").worded(language).lower()}


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
