"""Take a tryout out of the list, and have it there again. Its row stays."""

from domain.action import Action
from domain.ledger_event import LedgerEvent
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.tryouts import card
from handlers.tryouts.finding import theirs
from handlers.tryouts.over import told_at
from messages.tryouts.tryout import TryoutNews
from storage.people.person import Person
from storage.tryouts import tryout


async def remove(work: Work, actor: Person, press: Press) -> Answer:
    """*Ta bort* was pressed; pressing twice is pressing once."""
    found = await theirs(work, actor, press.number(0), Action.TRY_OUT)
    if await tryout.remove(work.session, found.id, now=work.now):
        await work.record(LedgerEvent.TRYOUT_REMOVED, actor=actor, about=found.reference)
    return await card.message(work, actor, await theirs(work, actor, found.id), news=TryoutNews.REMOVED)


async def put_back(work: Work, actor: Person, press: Press) -> Answer:
    """*Ångra* was pressed."""
    found = await theirs(work, actor, press.number(0), Action.TRY_OUT)
    if await tryout.put_back(work.session, found.id, next_at=told_at(work, found.watch)):
        await work.record(LedgerEvent.TRYOUT_PUT_BACK, actor=actor, about=found.reference)
    return await card.message(work, actor, await theirs(work, actor, found.id), news=TryoutNews.PUT_BACK)
