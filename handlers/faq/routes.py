"""What can happen with what is asked often, and with questions to the city."""

from handlers.doorways import ASK_CITY
from handlers.faq import answering, asking, city_codes, passing_on, reminding, unanswered
from handlers.handling.routes import Routes

ROUTES = Routes(
    buttons=(
        (ASK_CITY, asking.begin),
        (city_codes.ASK_ON, asking.ask_on),
        (city_codes.ANSWER, answering.begin),
        (city_codes.ANSWER_WITH, answering.begin_with),
        (city_codes.PASS_ON, passing_on.begin),
        (city_codes.LIST, unanswered.show),
        (city_codes.OPEN, unanswered.show_one),
    ),
    duties=(reminding.remind,),
)
