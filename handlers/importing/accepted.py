"""A file whose sender has said yes: put in, shown anew or given up, and said once under what they had pressed."""

from handlers.form import asking
from handlers.handling.work import Work
from handlers.importing import actions, applying
from handlers.importing.looking import Finding, Forecast
from messages.importing.importing import ImportDone
from messages.importing.sent_file import FileNotRead
from messages.message import Message
from storage.importing import acceptance
from storage.importing.acceptance import Acceptance
from storage.people import person
from storage.people.person import Person


async def put_in(work: Work, this: Acceptance, looked: Forecast, staging_id: int) -> None:
    """Put in what is staged; nothing where another process has dealt with it. Raises ChangedMeanwhileError."""
    sent = await acceptance.end(work.session, this)
    if sent is None:
        return
    sender = await person.find(work.session, sent.person_id)
    await applying.take_in(work, looked, staging_id, actor=sender)
    await _say(work, sender, this, Message(done(looked, begins_again=this.begins_again)))


async def show_anew(work: Work, this: Acceptance, found: Finding) -> None:
    """It would be something else by now: show that, and wait for another word."""
    sent = await acceptance.take_back(work.session, this)
    if sent is not None:
        sender = await person.find(work.session, sent.person_id)
        await _say(work, sender, this, await actions.preview(work, sent, found, has_changed=True))


async def give_up(work: Work, this: Acceptance) -> None:
    """It can't be taken in, however often it is tried: its sender hears so."""
    sent = await acceptance.end(work.session, this)
    if sent is not None:
        sender = await person.find(work.session, sent.person_id)
        await _say(work, sender, this, Message(FileNotRead(sent.name, work.city.contact)))


def done(looked: Forecast, *, begins_again: bool) -> ImportDone:
    """What the file has done, in numbers, now that it is taken in."""
    duties = looked.duties.coming + (looked.duties.again if begins_again else 0)
    comparison = looked.comparison
    return ImportDone(len(comparison.new), len(comparison.changed), duties, comparison.wrong)


async def _say(work: Work, sender: Person, this: Acceptance, message: Message) -> None:
    """Say it where the button stood, and let a form that is open have the last word."""
    if this.shown_id is None:
        await work.tell(sender, message)
    else:
        await work.edit(this.shown_id, message)
    await asking.show_again(work, sender)
