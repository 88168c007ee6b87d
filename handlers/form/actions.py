"""What every form does: open, take an answer, go back, put away, send. One is open at a time; others wait below it."""

import re
from dataclasses import replace
from typing import Any

from domain.secrecy import FieldPolicy, Verdict, judged
from handlers.form import steps, views
from handlers.form.asking import RESUMED, UNFINISHED, ask, close, show_again
from handlers.form.complaint import Complaint
from handlers.form.filling import Filling, as_parked, bring_up, filling_of, is_about, is_parked, put_below, talk_of
from handlers.form.form import Form
from handlers.form.path import Moved, Outcome, Sent
from handlers.form.question import Move, Option
from handlers.handling.answer import Answer, Below, LastWord, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.secrecy.reading import found_in
from messages import everyone
from messages.message import Message
from storage.conversation import Conversation
from storage.people.person import Person

BACK_WORDS = {"tillbaka", "back"}
CANCEL_WORDS = {"avbryt", "cancel"}


async def begin(
    work: Work, actor: Person, form: Form[Any], answers: dict[str, Any] | None = None, complaint: str = ""
) -> LastWord:
    """Open a form, with what is answered already. One that can be resumed goes on where it was."""
    talk = await talk_of(work, actor)
    if form.is_resumed and (talk.flow == form.name or is_parked(talk, form.name)):
        bring_up(talk, form.name)
        await show_again(work, actor, complaint=RESUMED)
    else:
        await ask(await _opened(work, actor, form, answers or {}), complaint=complaint)
    return LastWord.FORM


async def answer_at_once(  # noqa: PLR0913  a form, and the text that answers it
    work: Work, actor: Person, form: Form[Any], answers: dict[str, Any], *, text: str, message_id: int | None
) -> LastWord:
    """Open a form of one question with its answer in hand: it is only shown where something is wrong with that.

    One of the same sort that is open about something else waits below, as any other form does.
    """
    talk = await talk_of(work, actor)
    others = [as_parked(talk)] if talk.flow == form.name and not is_about(talk, answers) else []
    filling = await _opened(work, actor, form, answers)
    talk.parked = [*talk.parked, *others]
    await _take_text(filling, text, message_id)
    return LastWord.FORM


async def offer_again(work: Work, actor: Person) -> None:
    """Ask whether to go on with a form that has lain untouched. Asking is no touch: only the person's own is."""
    talk = await talk_of(work, actor)
    touched_at = talk.touched_at
    await show_again(work, actor, complaint=UNFINISHED)
    talk.touched_at, talk.offered_at = touched_at, work.now


async def let_go(work: Work, talk: Conversation) -> None:
    """Forget an open form, and whatever lies below it, without a word."""
    if talk.question_id is not None:
        await work.take_buttons_away(talk.question_id)
    talk.flow, talk.answers, talk.question_id, talk.parked = None, {}, None, []
    talk.revision += 1


async def answer(work: Work, actor: Person, press: Press) -> Answer:
    """A choice was pressed."""
    filling = await filling_of(work, actor)
    if filling is None:
        return await _is_old(work, actor, press)
    if await _is_current(filling, press):
        await _choose(filling, press.number(1), in_place=_is_question(filling.talk, press))
    return LastWord.FORM


async def go_back(work: Work, actor: Person, press: Press) -> Answer:
    """Back was pressed."""
    filling = await filling_of(work, actor)
    if filling is None:
        return await _is_old(work, actor, press)
    if await _is_current(filling, press):
        await _step_back(filling, in_place=_is_question(filling.talk, press))
    return LastWord.FORM


async def cancel(work: Work, actor: Person, press: Press) -> Answer:
    """Cancel was pressed."""
    filling = await filling_of(work, actor)
    if filling is None:
        return await _is_old(work, actor, press)
    if await _is_current(filling, press):
        await _put_away(filling, in_place=_is_question(filling.talk, press))
    return LastWord.FORM


async def cancel_open(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/avbryt."""
    filling = await filling_of(work, actor)
    if filling is None:
        return Message(everyone.NothingOpen(actor.role))
    await _put_away(filling, in_place=False)
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
        await _step_back(filling, in_place=False)
    elif word in CANCEL_WORDS:
        await _put_away(filling, in_place=False)
    elif (index := _choice_meant(filling, text)) is not None:
        await _choose(filling, index, in_place=False)
    else:
        await _take_text(filling, text, message_id)


async def _opened(work: Work, actor: Person, form: Form[Any], answers: dict[str, Any]) -> Filling:
    """A form, open on top of whatever was."""
    talk = await talk_of(work, actor)
    await put_below(work, talk, form.name)
    talk.flow, talk.question_id = form.name, None
    known = await form.known(work, actor, answers)
    return Filling(work, actor, talk, form, steps.begun(form, known, answers), known)


def _choice_meant(filling: Filling, text: str) -> int | None:
    """The choice that a text names, by its number or by its own words."""
    form, progress, known = filling.form, filling.progress, filling.known
    choices, tidied = steps.options(form, progress, known), " ".join(text.lower().split())
    has_numbers = not steps.takes_numbers(form, progress, known)
    number = re.fullmatch(r"(\d{1,3})[.)]?", tidied)
    if number:
        return int(number[1]) - 1 if has_numbers and 0 < int(number[1]) <= len(choices) else None
    return next((index for index, option in enumerate(choices) if tidied in _wordings(filling, option)), None)


def _wordings(filling: Filling, option: Option) -> set[str]:
    """What stands on the choice's button, and the same without the word behind it."""
    label, language = views.label(option), filling.actor.language
    return {label.worded(language).lower(), replace(label, note="").worded(language).lower()}


async def _take_text(filling: Filling, text: str, message_id: int | None) -> None:
    """Read a text as an answer, unless it says what is not to be said here."""
    question = filling.form.question(filling.progress, filling.known)
    judgement = judged(found_in(text), question.policy if question else FieldPolicy.WORKPLACE_TEXT)
    value = steps.read(filling.form, filling.progress, filling.known, text)
    if judgement.verdict is Verdict.STOPS:
        await _delete(filling, message_id)
        await ask(filling, complaint=f"secrecy_{judgement.finding}")
    elif isinstance(value, str) and not isinstance(value, Complaint) and judgement.verdict is Verdict.ASKS:
        await _go_on(filling, steps.doubted(filling.progress, value, message_id), in_place=False)
    elif isinstance(value, Complaint):
        await _go_on(filling, value, in_place=False)
    else:
        await _go_on(filling, steps.answered(filling.form, filling.progress, filling.known, value), in_place=False)


async def _forget_doubted(filling: Filling) -> None:
    """What is not about the workplace after all is to be gone from the chat too."""
    if filling.progress.doubt is not None:
        await _delete(filling, filling.progress.doubt.message_id)


async def _delete(filling: Filling, message_id: int | None) -> None:
    if message_id is not None:
        await filling.work.delete(filling.actor.telegram_id, message_id)


async def _choose(filling: Filling, index: int, *, in_place: bool) -> None:
    choices = steps.options(filling.form, filling.progress, filling.known)
    if 0 <= index < len(choices) and choices[index].move is Move.REWRITE:
        await _forget_doubted(filling)
    await _go_on(filling, steps.chosen(filling.form, filling.progress, filling.known, index), in_place=in_place)


async def _go_on(filling: Filling, outcome: Outcome, *, in_place: bool) -> None:
    match outcome:
        case Sent(progress):
            filling.progress = progress
            await _send(filling, in_place=in_place)
        case Moved(progress, complaint):
            filling.progress = progress
            await ask(filling, complaint=complaint, in_place=in_place)
        case Complaint():
            await ask(filling, complaint=outcome.value, in_place=in_place)


async def _send(filling: Filling, *, in_place: bool) -> None:
    ending = await _sent(filling)
    if isinstance(ending, Moved):
        await _go_on(filling, ending, in_place=in_place)
    else:
        await close(filling, ending, in_place=in_place)


async def _sent(filling: Filling) -> Message | Moved:
    """What the form's answers bring about; where it is not theirs any more, that is the form's closing word."""
    try:
        async with filling.work.session.begin_nested():
            return await filling.form.send(filling.work, filling.actor, filling.progress.answers, filling.known)
    except NotTheirsError:
        # What was rolled back may have touched these, too.
        await filling.work.session.refresh(filling.talk)
        await filling.work.session.refresh(filling.actor)
        return Message(everyone.NotFound())


async def _step_back(filling: Filling, *, in_place: bool) -> None:
    await _forget_doubted(filling)
    earlier = steps.back(filling.form, filling.progress, filling.known)
    if earlier is None:
        await _put_away(filling, in_place=in_place)
    else:
        await _go_on(filling, Moved(earlier), in_place=in_place)


async def _put_away(filling: Filling, *, in_place: bool) -> None:
    await _forget_doubted(filling)
    await close(filling, Message(everyone.FormCancelled(filling.form.name)), in_place=in_place)


async def _is_old(work: Work, actor: Person, press: Press) -> Below:
    """No form is open any more. However often an old button is pressed, its question is told of once."""
    talk = await talk_of(work, actor)
    key = f"old:{actor.id}:{talk.revision}:{press.number(0)}"
    return Below(Message(everyone.ButtonIsOld(actor.role)), key=key)


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
