"""A form filled in at once: the bot's own steps and its own sending, without a turn in chat for each answer."""

from collections.abc import Sequence
from typing import Any

from handlers.form import steps, views
from handlers.form.form import Form
from handlers.form.path import NextPlace, Outcome, ReadyToSend
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Known
from handlers.handling.work import Work
from messages.message import Message
from storage.people.person import Person


async def fill(
    work: Work, actor: Person, form: Form[Any], answers: Sequence[str], *, begins_with: dict[str, Any] | None = None
) -> Message:
    """Answer as in chat, by number, by a choice's own words, or by text; the form's closing word, not yet told."""
    progress = Progress(SUMMARY, begins_with or {})
    progress = steps.begun(form, await form.look_up(work, actor, progress), progress)
    for answer in answers:
        known = await form.look_up(work, actor, progress)
        outcome = _after(form, progress, known, answer, actor)
        assert isinstance(outcome, NextPlace | ReadyToSend), f"{progress.at}: {answer}: {outcome}"
        progress = outcome.progress
    ending = await form.send(work, actor, progress.answers, known)
    assert isinstance(ending, Message), ending
    return ending


def _after(form: Form[Any], progress: Progress, known: Known, answer: str, actor: Person) -> Outcome:
    words = [views.label(option).worded(actor.language) for option in steps.options(form, progress, known)]
    if answer in words:
        return steps.chosen(form, progress, known, words.index(answer))
    if answer.isdecimal() and not steps.takes_numbers(form, progress, known):
        return steps.chosen(form, progress, known, int(answer) - 1)
    return steps.answered(form, progress, known, steps.read(form, progress, known, answer))
