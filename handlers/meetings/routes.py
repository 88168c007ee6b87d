"""What can happen with dialogue meetings."""

from domain.command import Command
from handlers import doorways
from handlers.handling.routes import Routes
from handlers.meetings import (
    agreeing,
    answering,
    asking_outcomes,
    attendance,
    booking,
    cancelling,
    card,
    codes,
    confirming,
    evaluating,
    keeping,
    listing,
    moving,
    not_held,
    outcome_card,
    proposing,
    reminders,
    substitute,
    suggesting,
    unanswered,
    unconfirmed,
)
from handlers.meetings.agenda import preparing, showing

ROUTES = Routes(
    commands=((Command.MEETINGS, listing.show),),
    buttons=(
        (doorways.BOOK_MEETING, booking.begin),
        (doorways.PROPOSE_MEETING, proposing.begin),
        (codes.SUGGEST, suggesting.begin),
        (codes.FITS, proposing.accept),
        (codes.CARD, card.show),
        (codes.LIST, listing.turn_page),
        (codes.COMING, answering.come),
        (codes.NOT_COMING, answering.decline),
        (codes.OTHER_TIME, answering.propose),
        (codes.KEEP_TIME, keeping.keep),
        (codes.SUBSTITUTE, substitute.begin),
        (codes.MOVE, moving.begin),
        (codes.CANCEL, cancelling.begin),
        (codes.HELD, agreeing.begin),
        (codes.CORRECT, agreeing.correct),
        (codes.NOT_HELD, not_held.tell),
        (codes.REASON, not_held.give_reason),
        (codes.OUTCOME, outcome_card.show),
        (codes.ATTENDANCE, attendance.show),
        (codes.CONFIRM, confirming.confirm),
        (codes.DISPUTE, confirming.dispute),
        (codes.AGENDA, showing.show),
        (codes.WHOLE_AGENDA, showing.show_all),
        (codes.AGENDA_PAGE, showing.print_page),
        (codes.WORTHWHILE, evaluating.say),
    ),
    duties=(
        reminders.remind,
        preparing.prepare,
        asking_outcomes.ask,
        unconfirmed.remind,
        unanswered.remind_coordinators,
        unanswered.remind_organisers,
        evaluating.ask,
    ),
)
