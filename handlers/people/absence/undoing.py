"""*Ångra* under what was just noted of an absence: it is as it was before, and who heard of it hears that too."""

import json
from datetime import date

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people import following, notice
from handlers.people.colleagues import NOBODY
from messages.button import data
from messages.label import Label
from messages.message import Message, Rows
from messages.people import absence as said
from storage.people import absence, person
from storage.people.person import Person

UNDO = "pz"
HERE = 0
"""In place of a day: not away. No day has that number."""


@frozen
class AbsenceAsItIs:
    """Until when somebody is away, if they are, and who stands in, if anybody does."""

    back_on: date | None
    deputy: Person | None


async def as_it_is(work: Work, absent: Person) -> AbsenceAsItIs:
    """Somebody's absence as it stands now."""
    back_on = await absence.back_on(work.session, absent.id, today=work.city.today(work.now))
    return AbsenceAsItIs(back_on, await absence.deputy_of(work.session, absent.id))


def buttons(absent: Person, before: AbsenceAsItIs, back_on: date) -> Rows:
    """The button carries what it was before, and what it undoes."""
    was_until = before.back_on.toordinal() if before.back_on else HERE
    deputy_was = before.deputy.id if before.deputy else NOBODY
    carried = data(UNDO, absent.id, was_until, deputy_was, back_on.toordinal())
    return numbered([(Label("away.undo"), carried)])


async def undo(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed. Where something else has been noted since, or it is over, it stays as it is."""
    absent = await person.with_id(work.session, press.number(0))
    if absent is None or absent.ended_at is not None or not may(actor.actor, Action.SET_DEPUTY, absent.subject):
        raise NotTheirsError
    now = await as_it_is(work, absent)
    if now.back_on is not None and now.back_on.toordinal() == press.number(3):
        await _put_back(work, actor, absent, now, press)
    as_before = await as_it_is(work, absent)
    return Message(said.AwayUndone(None if absent.id == actor.id else absent.name, as_before.back_on))


async def _put_back(work: Work, actor: Person, absent: Person, now: AbsenceAsItIs, press: Press) -> None:
    today, until = work.city.today(work.now), press.number(1)
    back_on = date.fromordinal(until) if today.toordinal() < until <= date.max.toordinal() else None
    if back_on is None:
        await absence.come_back(work.session, absent.id, today=today)
    else:
        await absence.set_away(work.session, absent.id, until_on=back_on)
    deputy = await person.with_id(work.session, press.number(2))
    await absence.set_deputy(work.session, absent.id, deputy.id if deputy else None)
    await following.changed(work, absent)
    await _record(work, actor, absent, back_on, deputy)
    await _tell(work, actor, absent, back_on, now.deputy)


async def _record(work: Work, actor: Person, absent: Person, back_on: date | None, deputy: Person | None) -> None:
    event = LedgerEvent.AWAY_ENDED if back_on is None else LedgerEvent.AWAY_SET
    content = {"back_on": back_on.isoformat() if back_on else None, "deputy": deputy.id if deputy else None}
    of_company, about = absent.supplier_id, absent.reference
    await work.record(event, actor=actor, supplier_id=of_company, about=about, content=json.dumps(content))


async def _tell(work: Work, actor: Person, absent: Person, back_on: date | None, stood_in: Person | None) -> None:
    if absent.id != actor.id:
        undone = Message(said.AwayUndoneByOther(back_on, actor.name))
        await notice.tell_directly(work, absent, undone, about=absent.reference)
    if stood_in is not None and stood_in.id != actor.id:
        no_more = Message(said.IsDeputyNoMore(absent.name))
        await notice.tell_directly(work, stood_in, no_more, about=absent.reference)
