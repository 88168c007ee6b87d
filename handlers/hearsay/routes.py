"""What can happen with what staff hear suppliers say."""

from handlers import doorways
from handlers.handling.routes import Routes
from handlers.hearsay import asking, asking_later, codes, settling

ROUTES = Routes(
    buttons=(
        (doorways.HEAR_CONTRACT, asking.about_contract),
        (doorways.HEAR_OBLIGATION, asking.about_obligation),
        (doorways.HEAR_SLOT, asking.about_slot),
        (doorways.HEAR_START, asking.about_start),
        (doorways.HEAR_MEETING, asking.about_meeting),
        (codes.SAY, asking.say),
        (codes.AGREE, settling.agree),
        (codes.OBJECT, settling.object_to),
        (codes.TAKE_BACK, settling.take_back),
    ),
    duties=(asking_later.ask_later,),
)
