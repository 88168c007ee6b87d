"""A leader has sent a file with contracts: show what it would do, and do exactly that when they say so."""

from domain.access import Action, may
from handlers.form import asking
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.importing import applying, looking, views
from handlers.importing.looking import Looked
from messages import everyone
from messages.importing import importing
from messages.message import Attachment, Message
from storage.importing import sent_file
from storage.importing.sent_file import SentFile
from storage.people.person import Person

MOST_IN_FILE = 1_000
"""Mistakes in the file that lists them: whoever has more has made one mistake many times."""


async def preview(work: Work, actor: Person, sent: SentFile) -> None:
    """A file has come in."""
    if not may(actor.actor, Action.IMPORT) or sent.content is None:
        await work.tell(actor, Message(everyone.NotFound()))
        return
    await _show(work, actor, sent, await looking.look(work, sent.content))
    await asking.show_again(work, actor)


async def take_in(work: Work, actor: Person, press: Press) -> None:
    """One of the ways in was pressed. What is not as it was shown any more is shown anew instead."""
    sent = await _kept(work, actor, press)
    if sent is None or sent.content is None:
        return
    looked = await looking.look(work, sent.content)
    if not isinstance(looked, Looked) or looked.mark != press.number(2):
        await _show(work, actor, sent, looked, press=press)
    elif await sent_file.wipe(work.session, sent.id):
        begins_again = press.number(1) == views.FROM_TODAY
        await applying.take_in(work, looked.comparison, looked.known, begins_again=begins_again, actor=actor)
        await _say(work, actor, press, Message(done(looked, begins_again=begins_again)))


async def cancel(work: Work, actor: Person, press: Press) -> None:
    """Never mind."""
    sent = await _kept(work, actor, press)
    if sent is not None and await sent_file.wipe(work.session, sent.id):
        await _say(work, actor, press, Message(importing.ImportPutAway(sent.name)))


async def show_mistakes(work: Work, actor: Person, press: Press) -> None:
    """All that is wrong, as a file to work by."""
    sent = await _kept(work, actor, press)
    if sent is None or sent.content is None:
        return
    looked = await looking.look(work, sent.content)
    if isinstance(looked, Looked):
        lines = tuple(map(views.line, looked.comparison.mistakes[:MOST_IN_FILE]))
        mistakes = importing.ImportMistakes(sent.name, lines)
        await work.tell(actor, Message(mistakes, attachment=Attachment.IMPORT_MISTAKES))


def done(looked: Looked, *, begins_again: bool) -> importing.ImportDone:
    """What has happened."""
    duties = looked.duties.coming + (looked.duties.again if begins_again else 0)
    comparison = looked.comparison
    return importing.ImportDone(len(comparison.new), len(comparison.changed), duties, comparison.wrong)


async def _kept(work: Work, actor: Person, press: Press) -> SentFile | None:
    """The file that a button is about; where it is dealt with already, that is said."""
    sent = await sent_file.find(work.session, press.number(0))
    if sent is None or sent.person_id != actor.id or not may(actor.actor, Action.IMPORT):
        await work.tell(actor, Message(everyone.NotFound()))
        return None
    if sent.content is None:
        await work.tell(actor, Message(importing.ImportGone(sent.name)))
    return sent


async def _show(
    work: Work, actor: Person, sent: SentFile, looked: looking.Found, *, press: Press | None = None
) -> None:
    message = views.preview(sent.id, sent.name, looked, has_changed=press is not None)
    if not message.buttons:
        # Nothing can become of it any more.
        await sent_file.wipe(work.session, sent.id)
    await _say(work, actor, press, message)


async def _say(work: Work, actor: Person, press: Press | None, message: Message) -> None:
    """Where the pressed message stands, else as a new one."""
    if press is None or press.shown is None:
        await work.tell(actor, message)
    else:
        await work.edit(press.shown.id, message)
