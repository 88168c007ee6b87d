"""How an open form goes on after an answer: to the next question, back, away, or to its end."""

from contextlib import nullcontext
from dataclasses import replace

from domain.secrecy import FieldPolicy, Judgement, Verdict, judged
from handlers.form import steps
from handlers.form.asking import ask, close
from handlers.form.complaint import AboutDays, Complaint
from handlers.form.filling import Filling
from handlers.form.path import NextPlace, Outcome, ReadyToSend
from handlers.form.question import Filled, Move
from handlers.handling.answer import NotTheirsError
from handlers.secrecy.reading import found_in
from handlers.secrecy.removing import remove
from messages import everyone
from messages.form import FormCancelled
from messages.message import Message


async def take_text(filling: Filling, text: str, message_id: int | None) -> None:
    """Read a text as an answer, unless it says what is not to be said here."""
    judgement = _judged(filling, text)
    value = steps.read(filling.form, filling.progress, filling.known, text)
    if judgement.verdict is Verdict.STOPS:
        await remove(filling.work, filling.actor, message_id, judgement.finding)
        await ask(filling, complaint=f"secrecy_{judgement.finding}")
    elif isinstance(value, str) and not isinstance(value, Complaint) and judgement.verdict is Verdict.ASKS:
        await _go_on(filling, steps.doubted(filling.progress, value, message_id), in_place=False)
    elif isinstance(value, Complaint | AboutDays):
        await _go_on(filling, value, in_place=False)
    elif isinstance(value, Filled):
        await _go_on(filling, steps.filled(filling.form, filling.progress, filling.known, value), in_place=False)
    else:
        outcome = steps.answered(filling.form, filling.progress, filling.known, value, message_id=message_id)
        await _go_on(filling, outcome, in_place=False)


async def choose(filling: Filling, index: int, *, in_place: bool) -> None:
    """Take the choice with that index, from 0."""
    choices = steps.options(filling.form, filling.progress, filling.known)
    if 0 <= index < len(choices) and choices[index].move is Move.REWRITE:
        await _forget_doubted(filling)
    await _go_on(filling, steps.chosen(filling.form, filling.progress, filling.known, index), in_place=in_place)


async def step_back(filling: Filling, *, in_place: bool) -> None:
    """One question back; from the first, out of the form."""
    await _forget_doubted(filling)
    earlier = steps.back(filling.form, filling.progress, filling.known)
    if earlier is None:
        await put_away(filling, in_place=in_place)
    else:
        await _go_on(filling, NextPlace(earlier), in_place=in_place)


async def put_away(filling: Filling, *, in_place: bool) -> None:
    """End the form with nothing sent."""
    await _forget_doubted(filling)
    await close(filling, Message(FormCancelled(filling.form.name)), in_place=in_place)


async def _forget_doubted(filling: Filling) -> None:
    """What is not about the workplace after all is to be gone from the chat too."""
    doubt = filling.progress.doubt
    if doubt is not None:
        await remove(filling.work, filling.actor, doubt.message_id, _judged(filling, doubt.value).finding)


def _judged(filling: Filling, text: str) -> Judgement:
    question = filling.form.question(filling.progress, filling.known)
    policy = question.policy if question else FieldPolicy.WORKPLACE_TEXT
    is_relayed = policy is FieldPolicy.RELAYED
    return judged(found_in(filling.known.own.taken_out_of(text) if is_relayed else text), policy)


async def _go_on(filling: Filling, outcome: Outcome, *, in_place: bool) -> None:
    match outcome:
        case ReadyToSend(progress):
            filling.progress = progress
            await _send(filling, in_place=in_place)
        case NextPlace(progress, complaint):
            filling.progress = progress
            await ask(filling, complaint=complaint, in_place=in_place)
        case Complaint():
            await ask(filling, complaint=outcome.value, in_place=in_place)
        case AboutDays(complaint, days):
            await ask(filling, complaint=complaint.value, days=days, in_place=in_place)


async def _send(filling: Filling, *, in_place: bool) -> None:
    ending = await _sent(filling)
    if isinstance(ending, NextPlace):
        # It is still about the same, unless `send` says otherwise; but something has happened to that meanwhile.
        about = ending.progress.about or filling.progress.about
        next_place = replace(ending, progress=replace(ending.progress, about=about))
        filling.known = await filling.form.look_up(filling.work, filling.actor, next_place.progress)
        await _go_on(filling, next_place, in_place=in_place)
    else:
        await close(filling, ending, in_place=in_place)


async def _sent(filling: Filling) -> Message | NextPlace:
    """Send the answers. What they are about may not be theirs any more: then the form closes by saying so.

    Where all comes again in that case, a savepoint waits until then: nearly always it would be for nothing.
    """
    is_all_or_none = filling.work.is_all_or_none
    try:
        async with nullcontext() if is_all_or_none else filling.work.session.begin_nested():
            return await filling.form.send(filling.work, filling.actor, filling.progress.answers, filling.known)
    except NotTheirsError:
        if is_all_or_none:
            raise
        # What was rolled back may have touched these, too.
        await filling.work.session.refresh(filling.talk)
        await filling.work.session.refresh(filling.actor)
        return Message(everyone.NotFound())
