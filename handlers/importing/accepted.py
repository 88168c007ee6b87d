"""A file whose sender has said yes: put in, shown anew or given up, and said once under what they had pressed."""

from dataclasses import replace

from handlers.form import asking
from handlers.handling.choices import numbered
from handlers.handling.work import Work
from handlers.importing import actions, applying
from handlers.importing.looking import Finding, Forecast
from handlers.importing.plan import applying as plan_applying
from handlers.importing.plan.looking import PlanForecast
from handlers.people.inviting.everyone_at_once import INVITE_ALL
from messages.button import data
from messages.importing.importing import ImportDone
from messages.importing.plan import PlanDone
from messages.importing.sent_file import FileNotRead
from messages.label import Label
from messages.message import Message, Rows
from storage.importing import acceptance
from storage.importing.acceptance import Acceptance
from storage.people import contact_list, person
from storage.people.person import Person


async def put_in(work: Work, this: Acceptance, looked: Forecast, staging_id: int) -> None:
    """Put in what is staged; nothing where another process has dealt with it. Raises ChangedMeanwhileError."""
    sent = await acceptance.end(work.session, this)
    if sent is None:
        return
    sender = await person.find(work.session, sent.person_id)
    await applying.take_in(work, looked, staging_id, actor=sender)
    awaited = await contact_list.count_without_link(
        work.session, sender.actor, today=work.city.today(work.now), now=work.now
    )
    said = replace(done(looked, begins_again=this.begins_again), awaited=awaited)
    await _say(work, sender, this, Message(said, _next_step(awaited)))


async def put_plan_in(work: Work, this: Acceptance, looked: PlanForecast) -> None:
    """Take a plan in; nothing where another process has dealt with it. Raises ChangedMeanwhileError."""
    sent = await acceptance.end(work.session, this)
    if sent is None:
        return
    sender = await person.find(work.session, sent.person_id)
    await plan_applying.take_in(work, looked, actor=sender)
    comparison = looked.comparison
    await _say(work, sender, this, Message(PlanDone(len(comparison.new), len(comparison.changed), comparison.wrong)))


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


def _next_step(awaited: int) -> Rows:
    """Contacts who are not in yet are invited next, all in one go."""
    return numbered([(Label("invite.everyone", text=str(awaited)), data(INVITE_ALL))]) if awaited else ()


async def _say(work: Work, sender: Person, this: Acceptance, message: Message) -> None:
    """Say it where the button stood, and let a form that is open have the last word."""
    if this.shown_id is None:
        await work.tell(sender, message)
    else:
        await work.edit(this.shown_id, message)
    await asking.show_again(work, sender)
