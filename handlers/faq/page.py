"""One question with its answer; those who lead put it away and bring it back."""

from domain.access import may
from domain.action import Action
from domain.faq import AskedOften, FaqKey
from domain.ledger_event import LedgerEvent
from handlers.faq import entries, views
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from storage.faq import entry
from storage.people.person import Person


async def show(work: Work, actor: Person, press: Press) -> Answer:
    """A question was pressed."""
    return views.message(actor, await theirs(work, actor, Action.READ_FAQ, press))


async def hide(work: Work, actor: Person, press: Press) -> Answer:
    """*Dölj* was pressed."""
    return await _put_away(work, actor, press, is_hidden=True)


async def show_again(work: Work, actor: Person, press: Press) -> Answer:
    """*Visa igen* was pressed."""
    return await _put_away(work, actor, press, is_hidden=False)


async def theirs(work: Work, actor: Person, action: Action, press: Press) -> AskedOften:
    """The question that a button carries. Raises NotTheirsError where it isn't the actor's to read or to change."""
    found = await entries.with_key(work, FaqKey.read(press.number(0), press.number(1)))
    if found is None or not may(actor.actor, action):
        raise NotTheirsError
    if found.is_hidden and not may(actor.actor, Action.EDIT_FAQ):
        raise NotTheirsError
    return found


async def _put_away(work: Work, actor: Person, press: Press, *, is_hidden: bool) -> Answer:
    found = await theirs(work, actor, Action.EDIT_FAQ, press)
    kept = await entry.kept(work.session, found.key, by=actor.id, at=work.now)
    if (kept.hidden_at is not None) is not is_hidden:
        kept.hidden_at = work.now if is_hidden else None
        event = LedgerEvent.FAQ_HIDDEN if is_hidden else LedgerEvent.FAQ_SHOWN
        await work.record(event, actor=actor, about=kept.reference)
        await work.session.flush()
    return views.message(actor, await theirs(work, actor, Action.EDIT_FAQ, press))
