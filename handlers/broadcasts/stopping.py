"""Stop a broadcast that is on its way, or throw away one that goes to nobody yet."""

from domain.ledger_event import LedgerEvent
from handlers.broadcasts import card
from handlers.broadcasts.codes import SHOW, STOP_SURE
from handlers.broadcasts.finding import theirs
from handlers.handling.answer import Answer
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.broadcasts.card import BroadcastStopAsked, BroadcastThrownAway
from messages.button import data
from messages.label import Label
from messages.message import Message
from storage import recall
from storage.broadcasts import broadcast, queueing, report
from storage.broadcasts.broadcast import Broadcast
from storage.council import naming
from storage.people.person import Person


async def ask(work: Work, actor: Person, press: Press) -> Answer:
    """*Stoppa* was pressed: is it so?"""
    found = await theirs(work, actor, press)
    told = await report.report_of(work.session, found)
    if not told.waiting or found.stopped_at is not None:
        return await card.of(work, found)
    ways = [
        (Label("broadcast.stop_sure"), data(STOP_SURE, found.id)),
        (Label("broadcast.go_on"), data(SHOW, found.id)),
    ]
    return Message(BroadcastStopAsked(found.sort, told.accepted, told.waiting), numbered(ways, in_a_row=2))


async def stop(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, stoppa* was pressed: what waits is never sent, and what went, went."""
    found = await theirs(work, actor, press)
    await stop_it(work, found, by=actor)
    return await card.of(work, found)


async def stop_it(work: Work, found: Broadcast, *, by: Person | None) -> None:
    """Stop it for whoever says so, or by itself; what was stopped before stays so."""
    if await broadcast.stop(work.session, found.id, by=by.id if by else None, now=work.now):
        key_begins = report.key_begins(found.id)
        await recall.cancel_waiting_about(work.session, found.reference, key_begins=key_begins, now=work.now)
        await work.record(LedgerEvent.BROADCAST_STOPPED, actor=by, about=found.reference)
    await work.session.refresh(found)


async def heed_names(work: Work) -> bool:
    """Stop what is queued for everybody and still waits, where somebody whom it names has said no since."""
    for sent in await queueing.on_the_way(work.session):
        if sent.stopped_at is None and not await may_name_all(work, sent):
            await stop_it(work, sent, by=None)
    return False


async def may_name_all(work: Work, found: Broadcast) -> bool:
    """Whether all whom it names say yes to that, as of now."""
    return not found.named or len(await naming.may_be_named(work.session, found.named)) == len(found.named)


async def throw_away(work: Work, actor: Person, press: Press) -> Answer:
    """*Kasta* was pressed: a draft is gone; what goes already can only be stopped."""
    found = await theirs(work, actor, press)
    if found.accepted_at is not None:
        return await card.of(work, found)
    await broadcast.throw_away(work.session, found)
    return Message(BroadcastThrownAway(), numbered([card.TO_LIST]))
