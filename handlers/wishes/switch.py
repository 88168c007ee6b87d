"""Wishes are off until an administrator turns them on with the number of the city's decision, and can be turned off."""

from collections.abc import Awaitable, Callable

from domain.access import may
from domain.action import Action
from domain.ledger_event import LedgerEvent
from domain.role import Role
from domain.wish_step import DISPOSED_AFTER
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.routes import Act
from handlers.handling.work import Work
from handlers.wishes import codes
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.wishes.decision import TurningOffDoubted, WishesOff, WishesTurnedOff
from storage.people import person
from storage.people.person import Person
from storage.wishes import decision
from storage.wishes import wish as wishes
from storage.wishes.decision import WishDecision


def while_on(act: Callable[[Work, Person, Press], Awaitable[Answer]]) -> Act:
    """What a matcher's button does while wishes are on; else it says that they are off."""

    async def done(work: Work, actor: Person, press: Press) -> Answer:
        if not may(actor.actor, Action.SEE_WISH):
            raise NotTheirsError
        if await decision.in_force(work.session) is None:
            return Below(await off(work, actor))
        return await act(work, actor, press)

    return done


async def off(work: Work, viewer: Person) -> Message:
    """Why there are no wishes, and who can turn them on."""
    administrators = await person.active_in_role(work.session, Role.ADMINISTRATOR)
    may_turn_on = may(viewer.actor, Action.TURN_ON_WISHES)
    ways = [(Label("wishing.turn_on"), data(codes.TURN_ON))] if may_turn_on else []
    names = tuple(each.name for each in administrators)
    return Message(WishesOff(viewer.role, names, work.city.contact), numbered(ways))


async def ask_back(work: Work, actor: Person, _press: Press) -> Answer:
    """*Stäng av önskemål* was pressed."""
    found = await _to_turn_off(work, actor)
    ways = [
        (Label("wishing.off_yes"), data(codes.TURNED_OFF, found.id)),
        (Label("wishing.keep"), data(codes.LIST, 0)),
    ]
    disposed_on = work.city.today(work.city.hours.working_days_later(work.now, DISPOSED_AFTER))
    return Message(TurningOffDoubted(found.registry_number, disposed_on), numbered(ways))


async def turn_off(work: Work, actor: Person, press: Press) -> Answer:
    """*Ja, stäng av* was pressed: what is there is shown to nobody any more, and soon disposed of."""
    found = await _to_turn_off(work, actor)
    if found.id != press.number(0):
        raise NotTheirsError
    disposed_at = work.city.hours.working_days_later(work.now, DISPOSED_AFTER)
    await decision.turn_off(work.session, found, by=actor.id, now=work.now)
    await wishes.look_at_all(work.session, at=disposed_at)
    await work.record(LedgerEvent.WISHES_TURNED_OFF, actor=actor, content=found.registry_number)
    return Message(WishesTurnedOff(work.city.today(disposed_at)))


async def _to_turn_off(work: Work, actor: Person) -> WishDecision:
    found = await decision.in_force(work.session)
    if found is None or not may(actor.actor, Action.TURN_ON_WISHES):
        raise NotTheirsError
    return found
