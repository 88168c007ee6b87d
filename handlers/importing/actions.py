"""A leader has sent a file with contracts: show what it would do, and do exactly that when they say so."""

from domain.access import Action, may
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.importing import applying, looking, views
from handlers.importing.looking import Forecast
from messages.importing import importing
from messages.message import Attachment, Message
from storage.importing import sent_file
from storage.importing.sent_file import SentFile
from storage.people.person import Person

MOST_IN_FILE = 1_000
"""Mistakes in the file that lists them: whoever has more has made one mistake many times."""


async def preview(work: Work, sent: SentFile, content: bytes) -> Message:
    """What a file would do that has just come in."""
    return await _previewed(work, sent, await looking.look(work, content), has_changed=False)


async def take_in(work: Work, actor: Person, press: Press) -> Answer:
    """One of the ways in was pressed. What is not as it was shown any more is shown anew instead."""
    sent = await _theirs(work, actor, press)
    if sent.content is None:
        return _dealt_with(sent)
    looked = await looking.look(work, sent.content)
    if not isinstance(looked, Forecast) or looked.mark != press.number(2):
        return await _previewed(work, sent, looked, has_changed=True)
    if not await sent_file.wipe(work.session, sent.id):
        return None
    begins_again = press.number(1) == views.FROM_TODAY
    await applying.take_in(work, looked.comparison, looked.known, begins_again=begins_again, actor=actor)
    return Message(done(looked, begins_again=begins_again))


async def cancel(work: Work, actor: Person, press: Press) -> Answer:
    """*Avbryt* was pressed: the file is forgotten, and nothing of it is taken in."""
    sent = await _theirs(work, actor, press)
    if sent.content is None:
        return _dealt_with(sent)
    return Message(importing.ImportPutAway(sent.name)) if await sent_file.wipe(work.session, sent.id) else None


async def show_mistakes(work: Work, actor: Person, press: Press) -> Answer:
    """All that is wrong, as a file to work by."""
    sent = await _theirs(work, actor, press)
    if sent.content is None:
        return _dealt_with(sent)
    looked = await looking.look(work, sent.content)
    if not isinstance(looked, Forecast):
        return None
    lines = tuple(map(views.line, looked.comparison.mistakes[:MOST_IN_FILE]))
    return Below(Message(importing.ImportMistakes(sent.name, lines), attachment=Attachment.IMPORT_MISTAKES))


def done(looked: Forecast, *, begins_again: bool) -> importing.ImportDone:
    """What the file has done, in numbers, now that it is taken in."""
    duties = looked.duties.coming + (looked.duties.again if begins_again else 0)
    comparison = looked.comparison
    return importing.ImportDone(len(comparison.new), len(comparison.changed), duties, comparison.wrong)


async def _theirs(work: Work, actor: Person, press: Press) -> SentFile:
    """The file that a button is about. Raises NotTheirsError where somebody else has sent it."""
    sent = await sent_file.find(work.session, press.number(0))
    if sent is None or sent.person_id != actor.id or not may(actor.actor, Action.IMPORT):
        raise NotTheirsError
    return sent


def _dealt_with(sent: SentFile) -> Below:
    """The file was taken in or put away before."""
    return Below(Message(importing.ImportGone(sent.name)))


async def _previewed(work: Work, sent: SentFile, looked: looking.Finding, *, has_changed: bool) -> Message:
    message = views.preview(sent.id, sent.name, looked, has_changed=has_changed)
    if not message.buttons:
        # Nothing can become of it any more.
        await sent_file.wipe(work.session, sent.id)
    return message
