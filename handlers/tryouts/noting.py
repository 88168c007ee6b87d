"""Note what was tried, or say what is right instead: one form, filled in already where something is changed."""

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.tryout import watched
from handlers.form import forms
from handlers.form.form import ByAnswers, Form, registered
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.tryouts import card
from handlers.tryouts.choosing import Choosing, of_choice, tidied
from handlers.tryouts.finding import theirs
from handlers.tryouts.over import told_at
from handlers.tryouts.questions import CHANGED, Noted, as_recorded, questions, summary
from messages.message import Message
from messages.tryouts.tryout import TryoutNews
from storage.people.person import Person
from storage.tryouts import tryout
from storage.tryouts.tryout import Tryout


@frozen
class Which:
    """What the form is about, among its answers: who can be chosen is looked up by them."""

    tryout_id: int = 0


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Anteckna ett försök* was pressed."""
    if not may(actor.actor, Action.TRY_OUT):
        raise NotTheirsError
    return await forms.begin(work, actor, FORM)


async def begin_change(work: Work, actor: Person, press: Press) -> Answer:
    """*Ändra* was pressed."""
    found = await theirs(work, actor, press.number(0), Action.TRY_OUT)
    if found.removed_at is not None:
        return await card.message(work, actor, found, news=TryoutNews.MEANWHILE)
    noted = await _noted(work, found)
    answers = {
        CHANGED: found.id,
        "sort": noted.sort.value,
        "words": noted.words,
        "begun_on": noted.begun_on.isoformat(),
        "weeks": noted.weeks,
        "suppliers": noted.suppliers,
    }
    return await forms.begin(work, actor, FORM, answers)


async def _noted(work: Work, found: Tryout) -> Noted:
    suppliers = [supplier_id for supplier_id, _ in await tryout.suppliers_of(work.session, found.id)]
    return Noted(found.sort, found.words, found.begun_on, found.weeks, suppliers)


async def _send(work: Work, actor: Person, answers: Answers, _known: Choosing) -> Message:
    if not may(actor.actor, Action.TRY_OUT):
        raise NotTheirsError
    noted, changed = given(answers, Noted), given(answers, Which).tryout_id
    return await _change(work, actor, changed, noted) if changed else await _note(work, actor, noted)


async def _note(work: Work, actor: Person, noted: Noted) -> Message:
    row = Tryout(
        sort=noted.sort,
        words=noted.words,
        begun_on=noted.begun_on,
        weeks=noted.weeks,
        noted_by=actor.id,
        noted_at=work.now,
        next_at=told_at(work, watched(noted.begun_on, noted.weeks)),
    )
    kept = await tryout.note(work.session, row, noted.suppliers)
    await work.record(LedgerEvent.TRYOUT_NOTED, actor=actor, about=kept.reference, content=as_recorded(noted))
    return await card.message(work, actor, kept, news=TryoutNews.NOTED)


async def _change(work: Work, actor: Person, tryout_id: int, noted: Noted) -> Message:
    found = await theirs(work, actor, tryout_id, Action.TRY_OUT)
    was = as_recorded(await _noted(work, found))
    is_changed = await tryout.change(
        work.session,
        found.id,
        noted.suppliers,
        sort=noted.sort,
        words=noted.words,
        begun_on=noted.begun_on,
        weeks=noted.weeks,
        next_at=told_at(work, watched(noted.begun_on, noted.weeks)),
    )
    if is_changed:
        told = f"{as_recorded(noted)} (was {was})"
        await work.record(LedgerEvent.TRYOUT_CHANGED, actor=actor, about=found.reference, content=told)
    news = TryoutNews.CHANGED if is_changed else TryoutNews.MEANWHILE
    return await card.message(work, actor, await theirs(work, actor, tryout_id), news=news)


FORM = registered(
    Form(
        name="tryout",
        variety=lambda answers: "change" if CHANGED in answers else "",
        version=1,
        questions=questions,
        known=ByAnswers(of_choice),
        send=_send,
        summary=summary,
        tidied=tidied,
        sends="tryout.keep",
    )
)
