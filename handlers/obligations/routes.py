"""What can happen with obligations, and how the ladder climbs."""

from handlers.handling.routes import Routes
from handlers.obligations import card as obligation_card
from handlers.obligations import codes as obligation_codes
from handlers.obligations import done, following_up, moving, nothing, plan_on, waiving
from handlers.obligations.ladder import answers, codes, deciding, duties, wrong_person

ROUTES = Routes(
    buttons=(
        (obligation_codes.OBLIGATION, obligation_card.show),
        (obligation_codes.MOVE, moving.begin),
        (obligation_codes.WAIVE, waiving.begin),
        (obligation_codes.FORMAL, following_up.begin),
        (obligation_codes.DONE, done.say),
        (obligation_codes.NOTHING, nothing.begin),
        (obligation_codes.UNDO, done.take_back),
        (codes.LATER, answers.later),
        (codes.SHOW, answers.show),
        (codes.WRONG_PERSON, wrong_person.begin),
        (codes.CALL, deciding.call),
        (codes.DECIDE, deciding.show),
        (codes.INVITE, wrong_person.invite),
    ),
    duties=(plan_on.plan_on, duties.climb, duties.nudge),
)
