"""What can happen with wishes."""

from domain.command import Command
from handlers.doorways import FITTING_WISHES
from handlers.handling.routes import Routes
from handlers.wishes import (
    codes,
    disposing,
    fitting,
    keeping,
    listing,
    registering,
    switch,
    tending,
    turning_on,
    wording,
)
from handlers.wishes.reversed import answering, asking, choosing
from handlers.wishes.reversed import codes as reversed_codes
from handlers.wishes.switch import while_on
from messages.wishes.fitting import FittingOffersNamed, FittingWishesNamed
from messages.wishes.reversed_preview import SuppliersToAskNamed
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
        (FITTING_WISHES, while_on(fitting.show_wishes)),
        (codes.OFFERS, while_on(fitting.show_offers)),
        (reversed_codes.ASK, while_on(choosing.begin)),
        (reversed_codes.CHOOSE, while_on(choosing.choose)),
        (reversed_codes.SEND, while_on(asking.send)),
        (reversed_codes.WISH, while_on(choosing.show_wish)),
        (reversed_codes.YES, answering.say_yes),
        (reversed_codes.LATER, answering.ask_when),
        (reversed_codes.MONTH, answering.say_later),
        (reversed_codes.NO, answering.ask_why),
        (reversed_codes.REASON, answering.say_no),
        (reversed_codes.BACK, answering.show_question),
    ),
    duties=(tending.tend,),
    wordings=(
        (WishNamed, wording.card),
        (WishDoubtNamed, wording.doubt),
        (WishUntouchedNamed, wording.untouched),
        (WishesNamed, wording.listed),
        (FittingWishesNamed, fitting.word_wishes),
        (FittingOffersNamed, fitting.word_offers),
        (SuppliersToAskNamed, choosing.word),
    ),
)
