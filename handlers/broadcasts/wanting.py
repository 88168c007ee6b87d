"""A supplier's contact says whether they want broadcasts: under one, or from /integritet. All else comes as before."""

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.reference import Noun, Reference
from handlers.broadcasts import sending
from handlers.broadcasts.codes import OFF, ON
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.broadcasts.card import BroadcastsTold
from messages.button import data
from messages.label import Label
from messages.message import Message
from storage.broadcasts import broadcast
from storage.people.person import Person


async def show(_work: Work, actor: Person, _press: Press) -> Answer:
    """*Utskick* was pressed in /integritet."""
    _require_to_get_them(actor)
    return Below(_told(actor))


async def turn_off(work: Work, actor: Person, press: Press) -> Answer:
    """*Inga fler sådana* was pressed under a broadcast, or *Stäng av utskick*; pressing twice is pressing once."""
    _require_to_get_them(actor)
    if actor.broadcasts_off_at is None:
        actor.broadcasts_off_at = work.now
        await sending.pass_by(work, actor)
        await _record(work, actor, "off", await _under(work, press))
    return _beside(press, actor)


async def turn_on(work: Work, actor: Person, press: Press) -> Answer:
    """*Ta emot igen* was pressed."""
    _require_to_get_them(actor)
    if actor.broadcasts_off_at is not None:
        actor.broadcasts_off_at = None
        await _record(work, actor, "on", None)
    return _beside(press, actor)


def _require_to_get_them(actor: Person) -> None:
    if not may(actor.actor, Action.GET_BROADCASTS):
        raise NotTheirsError


async def _under(work: Work, press: Press) -> Reference | None:
    """The broadcast under which it was pressed."""
    found = await broadcast.find(work.session, press.number(0)) if press.numbers else None
    return found.reference if found is not None else None


async def _record(work: Work, actor: Person, said: str, about: Reference | None) -> None:
    await work.record(
        LedgerEvent.BROADCASTS_WANTED,
        actor=actor,
        supplier_id=actor.supplier_id,
        about=about or actor.reference,
        content=said,
    )


def _beside(press: Press, actor: Person) -> Answer:
    """Under a broadcast its words stay, and the answer stands below."""
    is_under_one = press.shown is not None and (press.shown.about or "").startswith(f"{Noun.BROADCAST}:")
    return Below(_told(actor)) if is_under_one else _told(actor)


def _told(actor: Person) -> Message:
    is_on = actor.broadcasts_off_at is None
    turn = (Label("broadcast.turn_off"), data(OFF)) if is_on else (Label("broadcast.turn_on"), data(ON))
    return Message(BroadcastsTold(is_on), numbered([turn]))
