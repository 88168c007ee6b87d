"""What can happen with the council's page, and with who may be named on it."""

from handlers import doorways
from handlers.council import answering_names, approving, asking_names, asking_one, codes, drafting, fetching, showing
from handlers.handling.routes import Routes

ROUTES = Routes(
    buttons=(
        (doorways.COUNCIL, showing.show),
        (codes.DRAW_UP, showing.draw_up),
        (codes.DRAFT, drafting.send),
        (codes.APPROVE, approving.ask),
        (codes.APPROVE_SURE, approving.approve),
        (codes.GET, fetching.send),
        (codes.ASK_NAMES, asking_names.show),
        (codes.SEND_QUESTION, asking_names.send),
        (doorways.ASK_NAMING, asking_one.ask),
        (doorways.NAMING, answering_names.show),
        (codes.SAY, answering_names.say),
    ),
)
