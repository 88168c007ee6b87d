"""What can happen with contracts."""

from domain.command import Command
from handlers import doorways
from handlers.contracts import adding, card, codes, history, holding, listing, offering, resuming, searching
from handlers.handling.routes import Routes

ROUTES = Routes(
    commands=((Command.CONTRACTS, searching.show_or_search),),
    buttons=(
        (codes.LIST, listing.turn_page),
        (codes.ALL, listing.show_all),
        (codes.QUEUE, listing.show_queue),
        (codes.SEARCH, searching.begin),
        (doorways.CONTRACT, card.show),
        (codes.HISTORY, history.show),
        (codes.ADD, adding.begin),
        (codes.HOLD, holding.begin),
        (codes.RESUME, resuming.resume),
        (doorways.OFFER_SLOT, offering.begin),
        (doorways.OFFER_SLOT_NOW, offering.offer_now),
    ),
    duties=(resuming.end_holds,),
)
