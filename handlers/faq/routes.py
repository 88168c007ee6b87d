"""What can happen with what is asked often, and with questions to the city."""

from domain.command import Command
from handlers.doorways import ASK_CITY, SEND_TO_CITY
from handlers.faq import (
    adding,
    adding_asked,
    answering,
    asking,
    changing,
    city_codes,
    codes,
    history,
    listing,
    often,
    page,
    passing_on,
    reminding,
    sending_typed,
    unanswered,
)
from handlers.handling.routes import Routes

ROUTES = Routes(
    commands=((Command.FAQ, listing.show),),
    buttons=(
        (codes.LIST, listing.turn_page),
        (codes.ENTRY, page.show),
        (codes.CHANGE, changing.begin),
        (codes.ADD, adding.begin),
        (codes.HIDE, page.hide),
        (codes.SHOW_AGAIN, page.show_again),
        (codes.HISTORY, history.show),
        (ASK_CITY, asking.begin),
        (SEND_TO_CITY, sending_typed.send),
        (city_codes.ASK_ON, asking.ask_on),
        (city_codes.ANSWER, answering.begin),
        (city_codes.ANSWER_WITH, answering.begin_with),
        (city_codes.PASS_ON, passing_on.begin),
        (city_codes.LIST, unanswered.show),
        (city_codes.OPEN, unanswered.show_one),
        (city_codes.OFTEN, often.show),
        (city_codes.ADD_TO_LIST, adding_asked.begin),
    ),
    duties=(reminding.remind,),
)
