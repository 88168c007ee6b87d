"""What every form does: open, take an answer, go back, put away, send. One is open at a time; others wait below it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from handlers.form import steps, views
from handlers.form.complaint import Complaint
from handlers.form.form import FORMS, Form
from handlers.form.path import Moved, Outcome, Sent
from handlers.form.progress import Progress, kept, restored
from handlers.form.question import Known
from handlers.press import Press
from handlers.work import Work
from messages import everyone
from messages.message import Message
from storage import conversation
from storage.conversation import Conversation
from storage.person import Person

BACK_WORDS = {"tillbaka", "back"}
CANCEL_WORDS = {"avbryt", "cancel"}
WHERE_YOU_ARE, RESUMED, UNFINISHED = "where_you_are", "resumed", "unfinished"


@dataclass
class Filling:
    """Somebody fills in a form: everything that an action needs of it."""

    work: Work
    actor: Person
    talk: Conversation
    form: Form[Any]
    progress: Progress
    known: Known


async def begin(work: Work, actor: Person, form: Form[Any], answers: dict[str, Any] | None = None) -> None:
    """Open a form, with what is answered already. One that can be resumed goes on where it was."""
    talk = await _talk(work, actor)
    if form.is_resumed and (talk.flow == form.name or _is_parked(talk, form.name)):
        _bring_up(talk, form.name)
        await show_again(work, actor, complaint=RESUMED)
        return
    await _put_below(work, talk, form.name)
    talk.flow, talk.question_id = form.name, None
    known = await form.known(work, actor, answers or {})
    filling = Filling(work, actor, talk, form, steps.begun(form, known, answers), known)
    await _ask(filling)


async def is_open(work: Work, actor: Person) -> bool:
    """Whether the person has a form open."""
    return await _filling(work, actor) is not None


async def show_again(work: Work, actor: Person, complaint: str = WHERE_YOU_ARE) -> None:
    """Show the open question below what came between; nothing where no form is open."""
    filling = await _filling(work, actor)
    if filling is not None:
        await _ask(filling, complaint=complaint)


async def offer_again(work: Work, actor: Person) -> None:
    """Ask whether to go on with a form that has lain untouched. Asking is no touch: only the person's own is."""
    talk = await _talk(work, actor)
    touched_at = talk.touched_at
    await show_again(work, actor, complaint=UNFINISHED)
    talk.touched_at, talk.offered_at = touched_at, work.now


async def let_go(work: Work, talk: Conversation) -> None:
    """Forget an open form, and whatever lies below it, without a word."""
    if talk.question_id is not None:
        await work.take_buttons_away(talk.question_id)
    talk.flow, talk.answers, talk.question_id, talk.parked = None, {}, None, []
    talk.revision += 1


async def answer(work: Work, actor: Person, press: Press) -> None:
    """A choice was pressed."""
    filling = await _current(work, actor, press)
    if filling is not None:
        await _choose(filling, press.number(1), in_place=_is_question(filling.talk, press))


async def go_back(work: Work, actor: Person, press: Press) -> None:
    """Back was pressed."""
    filling = await _current(work, actor, press)
    if filling is not None:
        await _step_back(filling, in_place=_is_question(filling.talk, press))


async def cancel(work: Work, actor: Person, press: Press) -> None:
    """Cancel was pressed."""
    filling = await _current(work, actor, press)
    if filling is not None:
        await _put_away(filling, in_place=_is_question(filling.talk, press))


async def cancel_open(work: Work, actor: Person) -> None:
    """Cancel was asked for by command."""
    filling = await _filling(work, actor)
    if filling is None:
        await work.tell(actor, Message(everyone.NothingOpen(actor.role)))
    else:
        await _put_away(filling, in_place=False)


async def read(work: Work, actor: Person, text: str, message_id: int | None) -> None:
    """Take a text as an answer to the open question."""
    filling = await _filling(work, actor)
    if filling is None:
        return
    word = text.strip().lower()
    if word in BACK_WORDS:
        await _step_back(filling, in_place=False)
    elif word in CANCEL_WORDS:
        await _put_away(filling, in_place=False)
    else:
        await _take_text(filling, text, message_id)


async def _take_text(filling: Filling, text: str, message_id: int | None) -> None:
    index = _choice_meant(filling, text)
    if index is not None:
        await _choose(filling, index, in_place=False)
        return
    value = steps.read(filling.form, filling.progress, filling.known, text)
    if isinstance(value, Complaint):
        await _go_on(filling, value, in_place=False)
    else:
        await _go_on(filling, steps.answered(filling.form, filling.progress, filling.known, value), in_place=False)


def _choice_meant(filling: Filling, text: str) -> int | None:
    """The choice that a text names, by its number or by its own words."""
    form, progress, known = filling.form, filling.progress, filling.known
    choices, tidied = steps.options(form, progress, known), " ".join(text.lower().split())
    has_numbers = not steps.takes_numbers(form, progress, known)
    number = re.fullmatch(r"(\d{1,3})[.)]?", tidied)
    if number:
        return int(number[1]) - 1 if has_numbers and 0 < int(number[1]) <= len(choices) else None
    worded: Callable[[int], str] = lambda index: views.label(choices[index]).worded(filling.actor.language).lower()  # noqa: E731
    return next((index for index in range(len(choices)) if worded(index) == tidied), None)


async def _choose(filling: Filling, index: int, *, in_place: bool) -> None:
    await _go_on(filling, steps.chosen(filling.form, filling.progress, filling.known, index), in_place=in_place)


async def _go_on(filling: Filling, outcome: Outcome, *, in_place: bool) -> None:
    match outcome:
        case Sent(progress):
            filling.progress = progress
            await _send(filling, in_place=in_place)
        case Moved(progress, complaint):
            filling.progress = progress
            await _ask(filling, complaint=complaint, in_place=in_place)
        case Complaint():
            await _ask(filling, complaint=outcome.value, in_place=in_place)


async def _send(filling: Filling, *, in_place: bool) -> None:
    ending = await filling.form.send(filling.work, filling.actor, filling.progress.answers, filling.known)
    if isinstance(ending, Moved):
        await _go_on(filling, ending, in_place=in_place)
    else:
        await _close(filling, ending, in_place=in_place)


async def _step_back(filling: Filling, *, in_place: bool) -> None:
    earlier = steps.back(filling.form, filling.progress, filling.known)
    if earlier is None:
        await _put_away(filling, in_place=in_place)
    else:
        await _go_on(filling, Moved(earlier), in_place=in_place)


async def _put_away(filling: Filling, *, in_place: bool) -> None:
    await _close(filling, Message(everyone.FormCancelled(filling.form.name)), in_place=in_place)


async def _close(filling: Filling, message: Message, *, in_place: bool) -> None:
    """End the form. Its last question turns into the closing word, or makes room for it; then comes what lay below."""
    work, talk, question_id = filling.work, filling.talk, filling.talk.question_id
    talk.flow, talk.answers, talk.question_id = None, {}, None
    talk.revision += 1
    talk.touched_at, talk.offered_at = work.now, None
    if in_place and question_id is not None:
        await work.edit(question_id, message)
    else:
        await work.tell(filling.actor, message)
        if question_id is not None:
            await work.take_buttons_away(question_id)
    if talk.parked:
        _bring_up(talk, talk.parked[-1]["flow"])
        await show_again(work, filling.actor)


async def _ask(filling: Filling, *, complaint: str = "", in_place: bool = False) -> None:
    """Ask the form's present question: where the pressed one stands, or as a new message at the bottom."""
    work, talk = filling.work, filling.talk
    talk.answers, talk.form_version = kept(filling.progress), filling.form.version
    talk.touched_at, talk.offered_at = work.now, None
    talk.revision += 1
    # What is known may depend on the answers, as which trade follows from which contract.
    filling.known = await filling.form.known(work, filling.actor, filling.progress.answers)
    message = views.question(filling.form, filling.progress, filling.known, talk.revision, complaint)
    earlier = talk.question_id
    if in_place and earlier is not None:
        await work.edit(earlier, message)
        return
    talk.question_id = await work.tell(filling.actor, message)
    if earlier is not None:
        await work.take_buttons_away(earlier)


async def _current(work: Work, actor: Person, press: Press) -> Filling | None:
    """The form, if the button belongs to its question as it stands; if not, the person is shown where they are."""
    filling = await _filling(work, actor)
    if filling is None:
        talk = await _talk(work, actor)
        key = f"old:{actor.id}:{talk.revision}:{press.number(0)}"
        await work.tell(actor, Message(everyone.ButtonIsOld(actor.role)), key=key)
        return None
    if press.number(0) == filling.talk.revision:
        return filling
    # A second tap on the question that has just moved on needs no new message: it shows the next one already.
    if not _is_question(filling.talk, press):
        await show_again(work, actor)
    return None


def _is_question(talk: Conversation, press: Press) -> bool:
    return press.shown is not None and press.shown.id == talk.question_id


async def _talk(work: Work, actor: Person) -> Conversation:
    return await conversation.of_person(work.session, actor.id, now=work.now)


async def _filling(work: Work, actor: Person) -> Filling | None:
    """The open form. Where its questions have changed since, it begins anew if it can, and else is let go."""
    talk = await _talk(work, actor)
    form = FORMS.get(talk.flow or "")
    if form is None:
        return None
    progress = restored(talk.answers) if talk.form_version == form.version else None
    if progress is None and not form.is_resumed:
        return None
    known = await form.known(work, actor, progress.answers if progress else {})
    return Filling(work, actor, talk, form, progress or steps.begun(form, known), known)


def _is_parked(talk: Conversation, name: str) -> bool:
    return any(parked["flow"] == name for parked in talk.parked)


async def _put_below(work: Work, talk: Conversation, opening: str) -> None:
    """Put the open form aside, with its buttons gone; one of the same sort makes room for the new."""
    if talk.question_id is not None:
        await work.take_buttons_away(talk.question_id)
    others = [parked for parked in talk.parked if parked["flow"] != opening]
    if talk.flow is not None and talk.flow != opening:
        others.append({"flow": talk.flow, "answers": talk.answers, "version": talk.form_version})
    talk.parked = others


def _bring_up(talk: Conversation, name: str) -> None:
    """Open the parked form of that name again, if it isn't open."""
    if talk.flow == name:
        return
    found = next(parked for parked in talk.parked if parked["flow"] == name)
    talk.parked = [parked for parked in talk.parked if parked is not found]
    if talk.flow is not None:
        talk.parked.append({"flow": talk.flow, "answers": talk.answers, "version": talk.form_version})
    talk.flow, talk.answers, talk.form_version = name, found["answers"], found["version"]
