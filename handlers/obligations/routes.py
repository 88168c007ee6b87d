"""What can happen with obligations, and how the ladder climbs."""

from handlers.handling.routes import Routes
from handlers.obligations import card, codes, counting_months, done, following_up, moving, nothing, plan_on, waiving
from handlers.obligations.ladder import adding_number, answering, deciding, duties, wrong_person
from handlers.obligations.ladder import codes as ladder_codes

ROUTES = Routes(
    buttons=(
        (codes.OBLIGATION, card.show),
        (codes.MOVE, moving.begin),
        (codes.WAIVE, waiving.begin),
        (codes.FORMAL, following_up.begin),
        (codes.DONE, done.say),
        (codes.NOTHING, nothing.begin),
        (codes.UNDO, done.take_back),
        (ladder_codes.LATER, answering.later),
        (ladder_codes.SHOW, answering.show),
        (ladder_codes.WRONG_PERSON, wrong_person.begin),
        (ladder_codes.CALL, deciding.call),
        (ladder_codes.DECIDE, deciding.show),
        (ladder_codes.INVITE, wrong_person.invite),
        (ladder_codes.ADD_NUMBER, adding_number.begin),
    ),
    duties=(plan_on.plan_on, counting_months.count, duties.climb, duties.nudge),
)
