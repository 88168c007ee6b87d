"""Register a wish, and change one: the same questions, in a form that keeps nothing once it is closed."""

from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.wish import WishStatus
from handlers.form import forms
from handlers.form.form import Form, FormAbout, registered
from handlers.form.question import Answers
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.wishes import facts, views
from handlers.wishes.finding import may_with, theirs
from handlers.wishes.questions import Wishing, answers_of, extras, questions, wished_in
from messages.message import Message
from messages.wishes.wish import WishChecked, WishNews
from storage.people.person import Person
from storage.slots import area
from storage.wishes import decision
from storage.wishes import wish as wishes


@frozen
class WishAsRead:
    """The wish that is changed."""

    wish_id: int


@frozen(kw_only=True)
class Changing(Wishing):
    """What is known before a wish is changed.

    Attributes:
        about: The wish.
    """

    about: WishAsRead


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Nytt önskemål* was pressed."""
    if not may(actor.actor, Action.REGISTER_WISH):
        raise NotTheirsError
    return await forms.begin(work, actor, NEW)


async def begin_changing(work: Work, actor: Person, press: Press) -> Answer:
    """*Ändra* was pressed on a card."""
    wish = await theirs(work, actor, Action.KEEP_WISH, press.number(0))
    return await forms.begin_about(work, actor, CHANGE, WishAsRead(wish.id), answers=answers_of(wish.wished))


async def _known(work: Work, _actor: Person) -> Wishing:
    areas = await area.active(work.session)
    listed = tuple((each.id, each.name) for each in areas)
    return Wishing(work.city.today(work.now), work.city.hours, areas=listed)


async def _known_of(work: Work, actor: Person, about: WishAsRead) -> Changing:
    """The area that it names can be kept even where the list has it no more."""
    known, wish = await _known(work, actor), await wishes.find(work.session, about.wish_id)
    areas = dict(known.areas)
    if wish is not None and wish.area_id is not None:
        areas.setdefault(wish.area_id, await area.named(work.session, wish.area_id))
    return Changing(known.today, known.hours, areas=tuple(areas.items()), about=about)


async def _is_still_there(work: Work, actor: Person, about: WishAsRead, _since: datetime) -> bool:
    wish = await wishes.find(work.session, about.wish_id)
    return wish is not None and wish.status is not WishStatus.CLOSED and await may_with(work, actor, _CHANGES, wish)


def _summary(answers: Answers, known: Wishing, complaint: str) -> WishChecked:
    wished = wished_in(answers)
    return WishChecked(facts.worded(wished, dict(known.areas).get(wished.area_id or 0, "")), complaint)


async def _send(work: Work, actor: Person, answers: Answers, _known: Wishing) -> Message:
    if not may(actor.actor, Action.REGISTER_WISH) or await decision.in_force(work.session) is None:
        raise NotTheirsError
    wish = await wishes.add(work.session, actor.id, wished_in(answers), now=work.now)
    await work.record(LedgerEvent.WISH_REGISTERED, actor=actor, about=wish.reference)
    return await views.card(work, actor, wish, WishNews.REGISTERED)


async def _send_change(work: Work, actor: Person, answers: Answers, known: Changing) -> Message:
    wish = await theirs(work, actor, _CHANGES, known.about.wish_id)
    wishes.change(wish, wished_in(answers))
    wishes.touch(wish, now=work.now)
    await work.record(LedgerEvent.WISH_CHANGED, actor=actor, about=wish.reference)
    return await views.card(work, actor, wish, WishNews.CHANGED)


_CHANGES = Action.KEEP_WISH

NEW = registered(
    Form(
        name="wish",
        version=1,
        is_private=True,
        known=_known,
        questions=questions,
        extras=extras,
        summary=_summary,
        send=_send,
    )
)

CHANGE = registered(
    FormAbout(
        name="change_wish",
        version=1,
        is_private=True,
        about=WishAsRead,
        noun="wish",
        still_holds=_is_still_there,
        known=_known_of,
        questions=questions,
        extras=extras,
        summary=_summary,
        send=_send_change,
    )
)
