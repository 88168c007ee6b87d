"""What can happen with wishes."""

from domain.command import Command
from handlers.handling.routes import Routes
from handlers.wishes import codes, disposing, keeping, listing, registering, switch, tending, turning_on, wording
from handlers.wishes.switch import while_on
from messages.wishes.wish import WishDoubtNamed, WishesNamed, WishNamed, WishUntouchedNamed

ROUTES = Routes(
    commands=((Command.WISHES, listing.show_list),),
    buttons=(
        (codes.LIST, listing.turn_page),
        (codes.CARD, while_on(listing.show_card)),
        (codes.NEW, while_on(registering.begin)),
        (codes.CHANGE, while_on(registering.begin_changing)),
        (codes.PLACED, while_on(keeping.place)),
        (codes.LOOKING, while_on(keeping.look_again)),
        (codes.KEEP, while_on(keeping.keep)),
        (codes.TAKE_OVER, while_on(keeping.take_over)),
        (codes.LEFT, while_on(disposing.ask_back)),
        (codes.DISPOSE, while_on(disposing.say_left)),
        (codes.TURN_ON, turning_on.begin),
        (codes.TURN_OFF, switch.ask_back),
        (codes.TURNED_OFF, switch.turn_off),
    ),
    duties=(tending.tend,),
    wordings=(
        (WishNamed, wording.card),
        (WishDoubtNamed, wording.doubt),
        (WishUntouchedNamed, wording.untouched),
        (WishesNamed, wording.listed),
    ),
)
