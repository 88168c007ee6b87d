"""What can happen with dialogue meetings."""

from domain.command import Command
from handlers import doorways
from handlers.handling.routes import Routes
from handlers.meetings import (
    agreeing,
    attendance,
    booking,
    cancelling,
    clock_outcomes,
    clock_reminders,
    confirming,
    missing,
    outcome,
    proposing,
)
from handlers.meetings import answering as meeting_answering
from handlers.meetings import card as meeting_card
from handlers.meetings import codes as meeting_codes
from handlers.meetings import listing as meeting_listing
from handlers.meetings import moving as meeting_moving
from handlers.meetings import passing_on as meeting_summaries

ROUTES = Routes(
    commands=((Command.MEETINGS, meeting_listing.show),),
    buttons=(
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
    ),
    duties=(clock_reminders.remind, clock_outcomes.ask, clock_outcomes.ask_to_confirm),
)
