"""What can happen in a form, whichever it is."""

from domain.command import Command
from handlers.form import answering, unfinished, views, wording
from handlers.handling.routes import Routes
from messages.form import AskedUnkept

ROUTES = Routes(
    commands=((Command.CANCEL, answering.cancel_open),),
    buttons=(
        (views.ANSWER, answering.answer),
        (views.BACK, answering.go_back),
        (views.CANCEL, answering.cancel),
    ),
    duties=(unfinished.offer_again, unfinished.let_go),
    wordings=((AskedUnkept, wording.question),),
)
