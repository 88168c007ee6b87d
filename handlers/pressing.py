"""A button is pressed, or answered by its number: one table says which action is whose."""

import re
from collections.abc import Awaitable, Callable

from telegram import Update

from handlers import doorways
from handlers.actor import for_people
from handlers.contracts import adding, offering, searching
from handlers.contracts import card as contract_card
from handlers.contracts import codes as contract_codes
from handlers.contracts import history as contract_history
from handlers.contracts import listing as contract_list
from handlers.form import actions as forms
from handlers.form import asking, views
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.importing import actions as importing
from handlers.importing import template as import_template
from handlers.importing import views as import_views
from handlers.leaving import ending_access as end_access
from handlers.leaving import handing_over
from handlers.leaving import undoing_invitation as undoing
from handlers.meetings import agreeing, attendance, booking, cancelling, confirming, missing, outcome, proposing
from handlers.meetings import answering as meeting_answering
from handlers.meetings import card as meeting_card
from handlers.meetings import codes as meeting_codes
from handlers.meetings import listing as meeting_listing
from handlers.meetings import moving as meeting_moving
from handlers.meetings import passing_on as meeting_summaries
from handlers.obligations import card as obligation_card
from handlers.obligations import codes as obligation_codes
from handlers.obligations import done, following_up, moving, nothing, waiving
from handlers.obligations.ladder import answers, codes, deciding, wrong_person
from handlers.people import card, language, listing
from handlers.people.absence import away, deputy
from handlers.people.inviting import awaited, passing_on_together
from handlers.people.inviting import everyone as everyone_at_once
from handlers.slots import actions as slots
from handlers.slots import change, withdraw
from handlers.slots import views as slot_views
from handlers.slots.alerts import alert
from handlers.slots.alerts import settings as wishes
from handlers.slots.alerts import settings_views as wish_views
from handlers.slots.claim import actions as claim
from handlers.slots.inquiry import answering, passed_on
from handlers.slots.inquiry import asking as inquiry_asking
from handlers.slots.report import actions as report
from handlers.slots.report import undo
from handlers.slots.starts import answering as starts_answering
from handlers.slots.starts import codes as starts
from handlers.slots.starts import reporting as starts_reporting
from handlers.slots.starts import undoing as starts_undoing
from messages import everyone
from messages.button import parsed
from messages.message import Message, numbered
from storage import outbox
from storage.outbox import OutboxRow
from storage.people.person import Person

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
    (doorways.UNDO_INVITATION, undoing.undo),
    (doorways.RENEW_INVITATION, undoing.renew),
    (listing.AWAITED, awaited.turn),
    (everyone_at_once.INVITE_ALL, everyone_at_once.begin),
    (passing_on_together.UNDO_ALL, passing_on_together.undo),
    (doorways.END_ACCESS, end_access.begin),
    (doorways.HAND_OVER, handing_over.begin),
    (away.SET_FOR_OTHER, away.set_for_other),
    (away.CHANGE, away.change),
    (away.COME_BACK, away.come_back),
    (deputy.SET_FOR_OTHER, deputy.set_for_other),
    (import_views.TAKE_IN, importing.take_in),
    (import_views.CANCEL, importing.cancel),
    (import_views.MISTAKES, importing.show_mistakes),
    (import_template.TEMPLATE, import_template.press),
    (starts.REPORT, starts_reporting.report),
    (starts.UNDO, starts_undoing.undo),
    (starts.YES, starts_answering.confirm),
    (starts.NO, starts_answering.deny),
    (contract_codes.LIST, contract_list.turn),
    (contract_codes.ALL, contract_list.turn_to_all),
    (contract_codes.QUEUE, contract_list.turn_queue),
    (contract_codes.SEARCH, searching.begin),
    (doorways.CONTRACT, contract_card.show),
    (contract_codes.HISTORY, contract_history.show),
    (contract_codes.ADD, adding.begin),
    (doorways.OFFER_SLOT, offering.begin),
    (obligation_codes.OBLIGATION, obligation_card.show),
    (obligation_codes.MOVE, moving.begin),
    (obligation_codes.WAIVE, waiving.begin),
    (obligation_codes.FORMAL, following_up.begin),
    (obligation_codes.DONE, done.say),
    (obligation_codes.NOTHING, nothing.begin),
    (obligation_codes.UNDO, done.take_back),
    (doorways.BOOK_MEETING, booking.begin),
    (doorways.PROPOSE_MEETING, proposing.begin),
    (meeting_codes.CARD, meeting_card.show),
    (meeting_codes.LIST, meeting_listing.turn),
    (meeting_codes.COMING, meeting_answering.come),
    (meeting_codes.NOT_COMING, meeting_answering.decline),
    (meeting_codes.OTHER_TIME, meeting_answering.propose),
    (meeting_codes.STAND_IN, meeting_answering.name_stand_in),
    (meeting_codes.MOVE, meeting_moving.begin),
    (meeting_codes.CANCEL, cancelling.begin),
    (meeting_codes.HELD, agreeing.begin),
    (meeting_codes.CORRECT, agreeing.correct),
    (meeting_codes.NOT_HELD, missing.miss),
    (meeting_codes.REASON, missing.give_reason),
    (meeting_codes.OUTCOME, outcome.show),
    (meeting_codes.RECORD, attendance.show),
    (meeting_summaries.CONFIRM, confirming.confirm),
    (meeting_summaries.DISPUTE, confirming.dispute),
    (codes.LATER, answers.later),
    (codes.SHOW, answers.show),
    (doorways.OFFER_SLOT_NOW, offering.offer_now),
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
    doorways.UNDO_INVITATION,
    passing_on_together.UNDO_ALL,
    everyone_at_once.INVITE_ALL,
    doorways.END_ACCESS,
    doorways.HAND_OVER,
    away.SET_FOR_OTHER,
    away.CHANGE,
    deputy.SET_FOR_OTHER,
    contract_codes.SEARCH,
    contract_codes.ADD,
    doorways.OFFER_SLOT,
    obligation_codes.MOVE,
    obligation_codes.WAIVE,
    obligation_codes.FORMAL,
    obligation_codes.NOTHING,
    doorways.BOOK_MEETING,
    doorways.PROPOSE_MEETING,
    meeting_codes.OTHER_TIME,
    meeting_codes.STAND_IN,
    meeting_codes.MOVE,
    meeting_codes.CANCEL,
    meeting_codes.HELD,
    meeting_codes.CORRECT,
    meeting_summaries.DISPUTE,
    doorways.OFFER_SLOT_NOW,
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
