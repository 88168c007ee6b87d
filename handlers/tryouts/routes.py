"""What can happen with what was tried."""

from domain.command import Command
from handlers.handling.routes import Routes
from handlers.tryouts import card, codes, listing, noting, over, removing

ROUTES = Routes(
    commands=((Command.TRYOUTS, listing.show),),
    buttons=(
        (codes.LIST, listing.turn_page),
        (codes.CARD, card.show),
        (codes.SUPPLIERS, listing.show_suppliers),
        (codes.NOTE, noting.begin),
        (codes.CHANGE, noting.begin_change),
        (codes.REMOVE, removing.remove),
        (codes.PUT_BACK, removing.put_back),
    ),
    duties=(over.tell,),
)
