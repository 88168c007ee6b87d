"""Ask a form's present question, and end a form."""

from datetime import date

from handlers.form import views
from handlers.form.filling import Filling, bring_up, filling_of
from handlers.form.progress import kept
from handlers.handling.work import Work
from messages.message import Message
from storage.people.person import Person
from storage.recall import QUESTION

WHERE_YOU_ARE, RESUMED, UNFINISHED = "where_you_are", "resumed", "unfinished"
"""What is said before a question that is shown once more, by its name in [complaint] of `labels.toml`."""


async def show_again(work: Work, actor: Person, complaint: str = WHERE_YOU_ARE) -> None:
    """Show the open question below what came between; nothing where no form is open."""
    filling = await filling_of(work, actor)
    if filling is not None:
        await ask(filling, complaint=complaint)


async def ask(filling: Filling, *, complaint: str = "", days: tuple[date, ...] = (), in_place: bool = False) -> None:
    """Ask the form's present question: where the pressed one stands, or as a new message at the bottom."""
    work, talk = filling.work, filling.talk
    talk.answers, talk.form_version = kept(filling.progress), filling.form.version
    talk.touched_at, talk.offered_at = work.now, None
    talk.revision += 1
    if filling.form.is_known_by_answers:
        filling.known = await filling.form.look_up(work, filling.actor, filling.progress)
    message = views.question(filling.form, filling.progress, filling.known, talk.revision, complaint, days=days)
    earlier = talk.question_id
    if in_place and earlier is not None:
        await work.edit(earlier, message)
        return
    talk.question_id = await work.tell(filling.actor, message, key=f"{QUESTION}{work.key}:{talk.revision}")
    if earlier is not None:
        await work.take_buttons_away(earlier)


async def close(filling: Filling, message: Message, *, in_place: bool) -> None:
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
        bring_up(talk, talk.parked[-1]["flow"])
        await show_again(work, filling.actor)
