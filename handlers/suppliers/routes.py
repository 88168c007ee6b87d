"""What can happen with suppliers."""

from domain.command import Command
from handlers import doorways
from handlers.handling.routes import Routes
from handlers.suppliers import codes, listing, page, searching

ROUTES = Routes(
    commands=((Command.SUPPLIERS, searching.show_or_search),),
    buttons=(
        (doorways.SUPPLIER, page.show),
        (codes.WHOLE, page.show_whole),
        (codes.PRINT, page.print_it),
        (codes.LIST, listing.turn_page),
        (codes.ALL, listing.show_all),
        (codes.SEARCH, searching.begin),
    ),
)
