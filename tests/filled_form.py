"""A form filled in at once: the bot's own steps and its own sending, without a turn in chat for each answer."""

from collections.abc import Sequence
from typing import Any

from handlers.form import forms, steps, views
from handlers.form.asking import ask
from handlers.form.filling import filling_of
from handlers.form.form import AnyForm, Form
from handlers.form.path import NextPlace, Outcome, ReadyToSend
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Filled, Known
from handlers.handling.work import Work
from messages.message import Message
from storage.people.person import Person


async def fill(
    work: Work, actor: Person, form: Form[Any], answers: Sequence[str], *, begins_with: dict[str, Any] | None = None
) -> Message:
    """Answer as in chat, by number, by a choice's own words, or by text; the form's closing word, not yet told."""
    progress, known = await _filled_in(work, actor, form, answers, Progress(SUMMARY, begins_with or {}))
    ending = await form.send(work, actor, progress.answers, known)
    assert isinstance(ending, Message), ending
    return ending


async def open_with(work: Work, actor: Person, form: Form[Any], answers: Sequence[str]) -> None:
    """Open it with these answers in it already, and ask what comes next."""
    progress, _ = await _filled_in(work, actor, form, answers, Progress(SUMMARY, {}))
    await forms.begin(work, actor, form, dict(progress.answers))


async def _filled_in(
    work: Work, actor: Person, form: Form[Any], answers: Sequence[str], begun: Progress
) -> tuple[Progress, Known]:
    known = await form.look_up(work, actor, begun)
    progress = steps.begun(form, known, begun)
    for answer in answers:
        known = await form.look_up(work, actor, progress)
        outcome = _after(form, progress, known, answer, actor)
        assert isinstance(outcome, NextPlace | ReadyToSend), f"{progress.at}: {answer}: {outcome}"
        progress = outcome.progress
    return progress, known


async def fill_on(work: Work, actor: Person, answers: Sequence[str]) -> None:
    """Answer the form that is open likewise, as far as these answers go, and ask what comes then."""
    filling = await filling_of(work, actor)
    assert filling is not None, "no form is open"
    for answer in answers:
        known = await filling.form.look_up(work, actor, filling.progress)
        outcome = _after(filling.form, filling.progress, known, answer, actor)
        assert isinstance(outcome, NextPlace), f"{filling.progress.at}: {answer}: {outcome}"
        filling.progress = outcome.progress
    await ask(filling)


def _after(form: AnyForm[Any], progress: Progress, known: Known, answer: str, actor: Person) -> Outcome:
    words = [views.label(option).worded(actor.language) for option in steps.options(form, progress, known)]
    if answer in words:
        return steps.chosen(form, progress, known, words.index(answer))
    if answer.isdecimal() and not steps.takes_numbers(form, progress, known):
        return steps.chosen(form, progress, known, int(answer) - 1)
    value = steps.read(form, progress, known, answer)
    if isinstance(value, Filled):
        return steps.filled(form, progress, known, value)
    return steps.answered(form, progress, known, value)
