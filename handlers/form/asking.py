"""Ask a form's present question, and end a form."""

from datetime import date, datetime, timedelta

from handlers.form import views
from handlers.form.filling import Filling, bring_up, filling_of, leave
from handlers.form.progress import kept
from handlers.handling.work import Work
from messages.form import AskedUnkept, FormPutAway
from messages.message import Message
from messages.unkept import without_words
from storage.conversation import Conversation
from storage.people.person import Person
from storage.recall import QUESTION

WHERE_YOU_ARE, RESUMED, UNFINISHED, BACK = "where_you_are", "resumed", "unfinished", "back"
"""What is said before a question that is shown once more, by its name in [complaint] of `labels.toml`; behind the last
two and a colon stands what the form does, by its name in [doing]."""

LIES_ASIDE_AFTER = timedelta(hours=1)
"""Before that somebody may be about to answer, and would answer something else; sending says what has happened."""

KEPT_FOR = timedelta(days=14)
"""What nobody has touched for longer is let go without a word."""


def as_question(key: str) -> str:
    """The key of a question that says, before it asks, what that key is for."""
    return f"{QUESTION}{key}"


def said_as(key: str) -> list[str]:
    """The keys under which it may have been said: by itself, or before an open question."""
    return [key, as_question(key)]


async def show_again(work: Work, actor: Person, complaint: str = WHERE_YOU_ARE, *, key: str = "") -> None:
    """Show the open question below what came between; one that has lain aside only where it still fits."""
    filling = await filling_of(work, actor)
    if filling is None:
        return
    touched_at = filling.talk.touched_at
    if work.now - touched_at >= LIES_ASIDE_AFTER and await is_put_away(filling, since=touched_at):
        await coming_back(work, actor, filling.talk)
    else:
        await ask(filling, complaint=complaint, key=key)


async def ask(
    filling: Filling, *, complaint: str = "", days: tuple[date, ...] = (), in_place: bool = False, key: str = ""
) -> None:
    """Ask the form's present question: where the pressed one stands, or as a new message at the bottom.

    The key is by what it can be found that it was asked; it begins as all of them do.
    """
    work, talk = filling.work, filling.talk
    talk.answers, talk.form_version = kept(filling.progress), filling.form.version
    talk.touched_at, talk.offered_at = work.now, None
    talk.revision += 1
    if filling.form.is_known_by_answers:
        filling.known = await filling.form.look_up(work, filling.actor, filling.progress)
    message = _kept(filling, complaint, days)
    earlier = talk.question_id
    if in_place and earlier is not None:
        await work.edit(earlier, message)
        return
    with work.session.no_autoflush:  # so that the conversation is written once, with its question's number
        # Two people's forms may have come equally far, and be asked in one transaction.
        key = key or f"{QUESTION}{work.key}:{filling.actor.id}:{talk.revision}"
        talk.question_id = await work.tell(filling.actor, message, key=key)
    if earlier is not None:
        await leave(work, talk, filling.form, earlier)


def _kept(filling: Filling, complaint: str, days: tuple[date, ...]) -> Message:
    """The present question, as the outbox keeps it."""
    form, talk = filling.form, filling.talk
    message = views.question(form, filling.progress, filling.known, talk.revision, complaint, days=days)
    if not form.is_private:
        return message
    return Message(AskedUnkept(filling.actor.id, talk.revision, complaint), without_words(message.buttons))


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
            await leave(work, talk, filling.form, question_id)
    if talk.parked:
        await coming_back(work, filling.actor, talk)


async def coming_back(work: Work, actor: Person, talk: Conversation) -> None:
    """Show what lay below, and say what it was about. What is over is put away with a word; long untouched, without."""
    while talk.flow is None and talk.parked:
        touched_at = datetime.fromisoformat(talk.parked[-1].get("touched_at") or work.now.isoformat())
        bring_up(talk, talk.parked[-1]["flow"])
        filling = await filling_of(work, actor) if work.now - touched_at < KEPT_FOR else None
        if filling is None:
            talk.flow, talk.answers = None, {}
        elif not await is_put_away(filling, since=touched_at):
            await ask(filling, complaint=f"{BACK}:{filling.form.doing(filling.progress)}")


async def is_put_away(filling: Filling, *, since: datetime) -> bool:
    """Put a form away where what it is about has come to an end since it was touched; says whether it was."""
    became = await filling.form.has_become_of(filling.work, filling.actor, filling.progress, since)
    if not became:
        return False
    work, talk = filling.work, filling.talk
    if talk.question_id is not None:
        await work.take_buttons_away(talk.question_id)
    talk.flow, talk.answers, talk.question_id = None, {}, None
    talk.revision += 1
    await work.tell(filling.actor, Message(FormPutAway(filling.form.doing(filling.progress), became)))
    return True
