"""The form that somebody is filling in, and those that wait below it, as their conversation keeps them."""

from dataclasses import dataclass
from typing import Any

from handlers.form import steps
from handlers.form.form import FORMS, AnyForm
from handlers.form.progress import SUMMARY, Progress
from handlers.form.question import Known
from handlers.handling.work import Work
from messages.form import AskedUnkept
from messages.message import Message
from storage import conversation
from storage.conversation import Conversation
from storage.people.person import Person

NOWHERE = 0
"""Where no open form is: its revision has grown since it began."""


@dataclass
class Filling:
    """The open form of somebody: everything that an action needs of it."""

    work: Work
    actor: Person
    talk: Conversation
    form: AnyForm[Any]
    progress: Progress
    known: Known


async def talk_of(work: Work, actor: Person) -> Conversation:
    """The person's conversation."""
    return await conversation.of_person(work.session, actor.id, now=work.now)


async def filling_of(work: Work, actor: Person) -> Filling | None:
    """The open form. Where its questions have changed since, it begins anew if it can, and else is let go."""
    return await _filled_in(work, actor, await talk_of(work, actor))


async def filling_as_read(work: Work, actor: Person) -> Filling | None:
    """The open form, only to be looked at: whoever sends its question must not wait for whoever answers it."""
    talk = await conversation.as_read(work.session, actor.id)
    return None if talk is None else await _filled_in(work, actor, talk)


async def _filled_in(work: Work, actor: Person, talk: Conversation) -> Filling | None:
    found = _form_of(talk)
    if found is None:
        return None
    form, progress = found
    if progress is None:
        progress = Progress(SUMMARY)
        progress = steps.begun(form, await form.look_up(work, actor, progress), progress)
    return Filling(work, actor, talk, form, progress, await form.look_up(work, actor, progress))


async def is_open(work: Work, actor: Person) -> bool:
    """Whether the person has a form open."""
    return _form_of(await talk_of(work, actor)) is not None


def _form_of(talk: Conversation) -> tuple[AnyForm[Any], Progress | None] | None:
    """The form and how far it has come; no progress where it begins anew."""
    form = FORMS.get(talk.flow or "")
    if form is None:
        return None
    progress = form.restored(talk.answers) if talk.form_version == form.version else None
    return (form, progress) if progress is not None or form.is_resumed else None


def is_parked(talk: Conversation, name: str) -> bool:
    """Whether a form of that name waits below the open one."""
    return any(parked["flow"] == name for parked in talk.parked)


def is_as(talk: Conversation, form: AnyForm[Any], begun: Progress) -> bool:
    """Whether that form is open, is about the same as one that begins so, and has its answers."""
    progress = form.restored(talk.answers) if talk.flow == form.name else None
    if progress is None:
        return False
    return progress.about == begun.about and begun.answers.items() <= progress.answers.items()


async def leave(work: Work, talk: Conversation, form: AnyForm[Any] | None, question_id: int) -> None:
    """Let a question be that is not answered there, with nothing to press; of a form about a resident the words go."""
    if form is not None and form.is_private:
        await work.edit(question_id, Message(AskedUnkept(talk.person_id, NOWHERE, "")))
    else:
        await work.take_buttons_away(question_id)


async def put_below(work: Work, talk: Conversation, opening: str) -> None:
    """Put the open form aside, with its buttons gone; one of the same sort makes room for the new."""
    if talk.question_id is not None:
        await leave(work, talk, FORMS.get(talk.flow or ""), talk.question_id)
    others = [parked for parked in talk.parked if parked["flow"] != opening]
    if talk.flow is not None and talk.flow != opening:
        others.append(as_parked(talk))
    talk.parked = others


def bring_up(talk: Conversation, name: str) -> None:
    """Open the parked form of that name again, if it isn't open; one that is open changes places with it."""
    if talk.flow == name:
        return
    found = next(parked for parked in talk.parked if parked["flow"] == name)
    others = [parked for parked in talk.parked if parked is not found]
    talk.parked = [*others, as_parked(talk)] if talk.flow is not None else others
    talk.flow, talk.answers, talk.form_version = name, found["answers"], found["version"]


def as_parked(talk: Conversation) -> dict[str, Any]:
    """The open form, as it waits below another."""
    touched_at = talk.touched_at.isoformat()
    return {"flow": talk.flow, "answers": talk.answers, "version": talk.form_version, "touched_at": touched_at}
