"""Open a form, offer it again, let it go. One is open at a time; others wait below it."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from handlers.form import steps
from handlers.form.asking import RESUMED, UNFINISHED, ask, coming_back, is_put_away, show_again
from handlers.form.filling import Filling, as_parked, bring_up, filling_of, is_as, is_parked, put_below, talk_of
from handlers.form.form import About, AnyForm, Form, FormAbout
from handlers.form.going_on import take_text
from handlers.form.progress import SUMMARY, Progress
from handlers.handling.answer import LastWord
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from messages.form import FormCancelled
from messages.message import Message
from storage import conversation
from storage.conversation import Conversation
from storage.people.person import Person


async def begin(
    work: Work, actor: Person, form: Form[Any], answers: dict[str, Any] | None = None, complaint: str = ""
) -> LastWord:
    """Open a form, with what is answered already. One that can be resumed goes on where it was."""
    return await _begin(work, actor, form, Progress(SUMMARY, answers or {}), complaint)


async def begin_about(  # noqa: PLR0913  a form, and all that it may begin with
    work: Work,
    actor: Person,
    form: FormAbout[Any, About],
    about: About,
    *,
    answers: dict[str, Any] | None = None,
    complaint: str = "",
) -> LastWord:
    """Open a form about something, with what is answered already."""
    return await _begin(work, actor, form, _begun_about(about, answers), complaint)


async def answer_at_once(  # noqa: PLR0913  a form, and the text that answers it
    work: Work, actor: Person, form: Form[Any], answers: dict[str, Any], *, text: str, message_id: int | None
) -> LastWord:
    """Open a form of one question with its answer in hand: it is only shown where something is wrong with that."""
    return await _answer_at_once(work, actor, form, Progress(SUMMARY, answers), Typed(text, message_id))


async def answer_at_once_about(  # noqa: PLR0913  a form, and the text that answers it
    work: Work, actor: Person, form: FormAbout[Any, About], about: About, *, text: str, message_id: int | None
) -> LastWord:
    """Open a form of one question about something, with its answer in hand."""
    return await _answer_at_once(work, actor, form, _begun_about(about), Typed(text, message_id))


async def offer_again(work: Work, actor: Person) -> None:
    """Ask whether to go on with a form that has lain untouched. Asking is no touch: only the person's own is."""
    talk = await talk_of(work, actor)
    touched_at, filling = talk.touched_at, await filling_of(work, actor)
    if filling is None:
        talk.offered_at = work.now
    elif await is_put_away(filling, since=touched_at):
        await coming_back(work, actor, talk)
    else:
        await ask(filling, complaint=f"{UNFINISHED}:{filling.form.doing(filling.progress)}")
        talk.touched_at, talk.offered_at = touched_at, work.now


async def let_go(work: Work, talk: Conversation) -> None:
    """Forget an open form, and whatever lies below it; where it was asked last stands that nothing was sent."""
    if talk.question_id is not None and talk.flow is not None:
        await work.edit(talk.question_id, Message(FormCancelled(talk.flow)))
    talk.flow, talk.answers, talk.question_id, talk.parked = None, {}, None, []
    talk.revision += 1


async def let_go_about(work: Work, form: FormAbout[Any, About], is_gone: Callable[[About], bool]) -> None:
    """Forget that form wherever it is open or lies below another, and is about something that is gone."""
    for talk in await conversation.with_form(work.session, form.name):
        talk.parked = [
            parked for parked in talk.parked if not _is_about(form, parked["flow"], parked["answers"], is_gone)
        ]
        if talk.flow is not None and _is_about(form, talk.flow, talk.answers, is_gone):
            if talk.question_id is not None:
                await work.edit(talk.question_id, Message(FormCancelled(talk.flow)))
            talk.flow, talk.answers, talk.question_id = None, {}, None
            talk.revision += 1


def _is_about(form: FormAbout[Any, About], flow: str, kept: dict[str, Any], is_meant: Callable[[About], bool]) -> bool:
    progress = form.restored(kept) if flow == form.name else None
    return progress is not None and is_meant(form.about(**progress.about))


def _begun_about(about: Any, answers: dict[str, Any] | None = None) -> Progress:
    return Progress(SUMMARY, answers or {}, asdict(about))


async def _begin(work: Work, actor: Person, form: AnyForm[Any], begun: Progress, complaint: str) -> LastWord:
    talk = await talk_of(work, actor)
    if form.is_resumed and (talk.flow == form.name or is_parked(talk, form.name)):
        bring_up(talk, form.name)
        await show_again(work, actor, complaint=RESUMED)
    else:
        await ask(await _opened(work, actor, form, begun), complaint=complaint)
    return LastWord.FORM


async def _answer_at_once(work: Work, actor: Person, form: AnyForm[Any], begun: Progress, typed: Typed) -> LastWord:
    """Where the same form is open about something else, that one waits below, as any other form does."""
    talk = await talk_of(work, actor)
    others = [as_parked(talk)] if talk.flow == form.name and not is_as(talk, form, begun) else []
    filling = await _opened(work, actor, form, begun)
    talk.parked = [*talk.parked, *others]
    await take_text(filling, typed.words, typed.message_id)
    return LastWord.FORM


async def _opened(work: Work, actor: Person, form: AnyForm[Any], begun: Progress) -> Filling:
    """A form, open on top of whatever was."""
    talk = await talk_of(work, actor)
    await put_below(work, talk, form.name)
    talk.flow, talk.question_id = form.name, None
    known = await form.look_up(work, actor, begun)
    return Filling(work, actor, talk, form, steps.begun(form, known, begun), known)
