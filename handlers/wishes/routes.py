"""What can happen with wishes."""

from handlers.handling.routes import Routes
from handlers.wishes.reversed import answering, asking, choosing, codes
from messages.wishes.reversed_preview import SuppliersToAskKept

ROUTES = Routes(
    buttons=(
        (codes.ASK, choosing.begin),
        (codes.CHOOSE, choosing.choose),
        (codes.SEND, asking.send),
        (codes.YES, answering.say_yes),
        (codes.LATER, answering.ask_when),
        (codes.MONTH, answering.say_later),
        (codes.NO, answering.ask_why),
        (codes.REASON, answering.say_no),
        (codes.BACK, answering.show_question),
    ),
    wordings=((SuppliersToAskKept, choosing.word),),
)
