"""*Skicka*: what was read goes, once, and a card below tells how far it has come."""

from domain.ledger_event import LedgerEvent
from handlers.broadcasts import card
from handlers.broadcasts.finding import theirs
from handlers.handling.answer import Answer, Below
from handlers.handling.press import Press
from handlers.handling.work import Work
from storage.broadcasts import broadcast
from storage.broadcasts.broadcast import Broadcast
from storage.people.person import Person


async def send(work: Work, actor: Person, press: Press) -> Answer:
    """*Skicka* was pressed. What has changed since it was read is shown again, and what goes already as it goes."""
    draft = await theirs(work, actor, press)
    if draft.accepted_at is not None:
        return await card.of(work, draft)
    would_go = await card.facts_of(work, draft)
    if not card.may_go(would_go) or press.number(1) != card.checksum(would_go):
        return await card.drafted(work, draft, has_changed=True)
    await broadcast.accept(work.session, draft.id, receivers=would_go.receivers, now=work.now)
    await work.record(
        LedgerEvent.BROADCAST_ACCEPTED, actor=actor, about=draft.reference, content=str(would_go.receivers)
    )
    return await _progress(work, draft, press)


async def _progress(work: Work, sent: Broadcast, press: Press) -> Answer:
    """What was read stays as it was, with nothing to press; the card below is the one that changes."""
    if press.shown is not None:
        await work.take_buttons_away(press.shown.id)
    await work.session.refresh(sent)
    return Below(await card.reported(work, sent), key=card_key(sent))


def card_key(sent: Broadcast) -> str:
    """By which the outbox finds the card that tells its sender how far it has come."""
    return f"broadcast_card:{sent.id}"
