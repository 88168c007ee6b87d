"""*Ja* and *Nej, det stämmer inte* of the supplier, and *Ta bort anteckningen* of those who wrote it down."""

from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.hearsay import HearsayEvent, HearsayStatus, ObjectionReason
from domain.ledger_event import LedgerEvent
from domain.reference import Reference
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, given
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.hearsay import reversing, telling
from handlers.hearsay.questions import OBJECTION
from handlers.hearsay.way_on import way_to_ask_again, ways_on
from handlers.people import notice, recipient
from messages.hearsay.hearsay import HearsayObjected, HearsayTakenBack, HearsayTooLate
from messages.message import Message
from storage import hearsay
from storage.hearsay import Hearsay
from storage.people import person, supplier
from storage.people.person import Person

_RECORDED = {
    HearsayEvent.AGREE: LedgerEvent.HEARSAY_AGREED,
    HearsayEvent.OBJECT: LedgerEvent.HEARSAY_OBJECTED,
    HearsayEvent.TAKE_BACK: LedgerEvent.HEARSAY_TAKEN_BACK,
}


@frozen
class ObjectedTo:
    """What the form is about."""

    hearsay_id: int


@frozen(kw_only=True)
class Objecting(Known):
    """What is known before somebody says why; `name` is theirs who wrote it down."""

    about: ObjectedTo


@frozen
class Why:
    """What is answered."""

    objection: ObjectionReason


async def agree(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja* was pressed."""
    heard = await _theirs(work, actor, Action.SETTLE_HEARSAY, press.number(0))
    await _happens(work, actor, heard, HearsayEvent.AGREE)
    now = await _refreshed(work, heard)
    return await telling.settled(work, now, actor)


async def object_to(work: Work, actor: Person, press: Press) -> Answer:
    """*Nej, det stämmer inte* was pressed: why is a button too."""
    heard = await _theirs(work, actor, Action.SETTLE_HEARSAY, press.number(0))
    if heard.status is not HearsayStatus.COUNTS:
        return await telling.settled(work, heard, actor)
    return await forms.begin_about(work, actor, FORM, ObjectedTo(heard.id))


async def take_back(work: Work, actor: Person, press: Press) -> Answer:
    """*Ta bort anteckningen* was pressed."""
    heard = await _theirs(work, actor, Action.TAKE_HEARSAY_BACK, press.number(0))
    if not await _happens(work, actor, heard, HearsayEvent.TAKE_BACK):
        return Below(Message(HearsayTooLate((await supplier.find(work.session, heard.supplier_id)).name)))
    now = await _refreshed(work, heard)
    await reversing.reverse(work, actor, now)
    await telling.show_settled(work, now, await telling.settled(work, now))
    again = way_to_ask_again(now)
    return Message(HearsayTakenBack(await telling.facts_of(work, now)), numbered(again))


async def _happens(
    work: Work, actor: Person, heard: Hearsay, event: HearsayEvent, objection: ObjectionReason | None = None
) -> bool:
    is_news = await hearsay.let_happen(
        work.session, heard.id, event, settled_by=actor.id, now=work.now, objection=objection
    )
    if is_news:
        await work.record(
            _RECORDED[event],
            actor=actor,
            supplier_id=heard.supplier_id,
            contract_id=heard.contract_id,
            about=Reference.read(heard.about),
            content=objection or "",
        )
    return is_news


async def _theirs(work: Work, actor: Person, action: Action, hearsay_id: int) -> Hearsay:
    heard = await hearsay.find(work.session, hearsay_id)
    if heard is None or not may(actor.actor, action, heard.subject):
        raise NotTheirsError
    return heard


async def _refreshed(work: Work, heard: Hearsay) -> Hearsay:
    return await hearsay.find(work.session, heard.id) or heard


async def _known(work: Work, actor: Person, about: ObjectedTo) -> Objecting:
    today, hours = work.city.today(work.now), work.city.hours
    heard = await hearsay.find(work.session, about.hearsay_id)
    if heard is None or not may(actor.actor, Action.SETTLE_HEARSAY, heard.subject):
        return Objecting(today, hours, about=about)
    return Objecting(today, hours, (await person.find(work.session, heard.heard_by)).name, about=about)


async def _still_holds(work: Work, actor: Person, about: ObjectedTo, _since: datetime) -> bool:
    heard = await hearsay.find(work.session, about.hearsay_id)
    is_theirs = heard is not None and may(actor.actor, Action.SETTLE_HEARSAY, heard.subject)
    return is_theirs and heard is not None and heard.status is HearsayStatus.COUNTS


async def _send(work: Work, actor: Person, answers: Answers, known: Objecting) -> Message:
    heard = await _theirs(work, actor, Action.SETTLE_HEARSAY, known.about.hearsay_id)
    reason = given(answers, Why).objection
    is_news = await _happens(work, actor, heard, HearsayEvent.OBJECT, reason)
    now = await _refreshed(work, heard)
    if is_news:
        await reversing.reverse(work, actor, now)
        await _tell_staff(work, actor, now, reason)
        await telling.show_settled(work, now, await telling.settled(work, now), except_to=actor)
    said = await telling.settled(work, now, actor)
    return Message(said.parameters, numbered(await ways_on(work, now)))


async def _tell_staff(work: Work, actor: Person, heard: Hearsay, reason: ObjectionReason) -> None:
    """Whoever wrote it down hears it, and the coordinators, so that somebody calls."""
    told = HearsayObjected(await telling.facts_of(work, heard), actor.name, reason)
    again = way_to_ask_again(heard)
    writer = await person.find(work.session, heard.heard_by)
    everyone = {each.id: each for each in (writer, *await recipient.coordinators(work))}
    for each in everyone.values():
        await notice.tell(work, each, Message(told, numbered(again)), about=heard.reference)


FORM = registered(
    FormAbout(
        name="object",
        noun="hearsay",
        still_holds=_still_holds,
        version=1,
        about=ObjectedTo,
        questions=lambda _answers, _known: (OBJECTION,),
        known=_known,
        send=_send,
    )
)
