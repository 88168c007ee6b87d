"""A button is pressed, or answered by its number: one table says which action is whose."""

import re
from collections.abc import Awaitable, Callable

from telegram import Update

from handlers import alert
from handlers.absence import away, deputy
from handlers.actor import for_people
from handlers.claim import actions as claim
from handlers.form import actions as forms
from handlers.form import asking, views
from handlers.inquiry import answering, passed_on
from handlers.inquiry import asking as inquiry_asking
from handlers.inviting import passing_on, undoing
from handlers.language import actions as language
from handlers.nudging import answers, codes, deciding, wrong_person
from handlers.people import card, end_access, handing_over, listing
from handlers.press import Press
from handlers.report import actions as report
from handlers.report import undo
from handlers.slots import actions as slots
from handlers.slots import change, withdraw
from handlers.slots import views as slot_views
from handlers.wishes import actions as wishes
from handlers.wishes import views as wish_views
from handlers.work import Work
from messages import everyone
from messages.button import parsed
from messages.message import Message, numbered
from storage import outbox
from storage.outbox import OutboxRow
from storage.person import Person

Act = Callable[[Work, Person, Press], Awaitable[None]]

CODES: tuple[tuple[str, Act], ...] = (
    (views.ANSWER, forms.answer),
    (views.BACK, forms.go_back),
    (views.CANCEL, forms.cancel),
    (undo.UNDO, undo.undo),
    (undo.ANOTHER, report.begin_another),
    (alert.CLAIM, claim.take),
    (alert.SHOW_ALL, claim.show_all),
    (language.CHOOSE, language.choose),
    (passed_on.ASK, inquiry_asking.begin),
    (passed_on.ANSWER, answering.begin),
    (wish_views.SHOW, wishes.show_again),
    (wish_views.FACET, wishes.show_facet),
    (wish_views.SET, wishes.set_value),
    (wish_views.DIGEST, wishes.set_digest),
    (wish_views.EVERYTHING, wishes.want_everything),
    (slot_views.LIST, slots.turn_to),
    (slot_views.FILTER, slots.choose_filter),
    (slot_views.CARD, slots.show_card),
    (slot_views.TAKE, slots.take),
    (slot_views.RELEASE, slots.release),
    (slot_views.PAUSE, slots.pause),
    (slot_views.RESUME, slots.resume),
    (slot_views.CHANGE, change.begin),
    (slot_views.WITHDRAW, withdraw.begin),
    (listing.LIST, listing.turn),
    (listing.PERSON, card.show_person),
    (listing.INVITATION, card.show_invitation),
    (passing_on.UNDO, undoing.undo),
    (undoing.RENEW, undoing.renew),
    (end_access.END, end_access.begin),
    (handing_over.HAND_OVER, handing_over.begin),
    (away.SET_FOR_OTHER, away.set_for_other),
    (away.CHANGE, away.change),
    (away.COME_BACK, away.come_back),
    (deputy.SET_FOR_OTHER, deputy.set_for_other),
    (codes.LATER, answers.later),
    (codes.SHOW, answers.show),
    (codes.DO_NOW, answers.do_now),
    (codes.WRONG_PERSON, wrong_person.begin),
    (codes.CALL, deciding.call),
    (codes.DECIDE, deciding.show),
    (codes.INVITE, wrong_person.invite),
)
"""What each button carries first, and whose it is."""

ACTIONS = dict(CODES)

IN_FORM = {
    views.ANSWER,
    views.BACK,
    views.CANCEL,
    undo.ANOTHER,
    undo.UNDO,
    passed_on.ASK,
    passed_on.ANSWER,
    slot_views.CHANGE,
    slot_views.WITHDRAW,
    passing_on.UNDO,
    end_access.END,
    handing_over.HAND_OVER,
    away.SET_FOR_OTHER,
    away.CHANGE,
    deputy.SET_FOR_OTHER,
    codes.DO_NOW,
    codes.WRONG_PERSON,
}
"""These show the form's question themselves; after any other it is shown again, so that it has the last word."""

MESSAGES_LOOKED_BACK = 10
"""How far back a bare number looks for the choices that it answers."""


@for_people
async def button(work: Work, actor: Person, update: Update) -> None:
    """A button was pressed."""
    query = update.callback_query
    if query is None:
        return
    shown = await outbox.shown_as(work.session, actor.telegram_id, query.message.message_id) if query.message else None
    await _act(work, actor, query.data or "", shown)


async def press_by_number(work: Work, actor: Person, number: int, replied_to: int | None) -> bool:
    """Take a number for the button that bears it: of the message replied to, else of the latest with choices."""
    if replied_to is not None:
        row = await outbox.shown_as(work.session, actor.telegram_id, replied_to)
        return row is not None and await _press_number(work, actor, row, number)
    for row in await outbox.latest_to(work.session, actor.telegram_id, at_most=MESSAGES_LOOKED_BACK):
        if await _press_number(work, actor, row, number):
            return True
    return False


def bare_number(text: str) -> int | None:
    """The number that a text consists of, as people answer a numbered choice: "1", "1.", "1)"."""
    match = re.fullmatch(r"(\d{1,3})[.)]?", text.strip())
    return int(match[1]) if match else None


async def _press_number(work: Work, actor: Person, row: OutboxRow, number: int) -> bool:
    latest = await outbox.latest_edit_of(work.session, row.id) or row
    carried = numbered(latest.content, number)
    if carried is None:
        return False
    await _act(work, actor, carried, row)
    return True


async def _act(work: Work, actor: Person, carried: str, shown: OutboxRow | None) -> None:
    action, numbers = parsed(carried) or ("", [])
    act = ACTIONS.get(action)
    if act is None:
        await work.tell(actor, Message(everyone.NotFound()))
    else:
        await act(work, actor, Press(numbers, shown))
    if action not in IN_FORM:
        await asking.show_again(work, actor)
