"""What can happen in a form, whichever it is."""

from domain.command import Command
from handlers.form import actions, clock, views
from handlers.handling.routes import Routes

ROUTES = Routes(
    commands=((Command.CANCEL, actions.cancel_open),),
    buttons=(
        (views.ANSWER, actions.answer),
        (views.BACK, actions.go_back),
        (views.CANCEL, actions.cancel),
    ),
    duties=(clock.offer_again, clock.let_go),
)
