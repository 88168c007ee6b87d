"""What can happen with what is asked often."""

from domain.command import Command
from handlers.faq import adding, changing, codes, history, listing, page
from handlers.handling.routes import Routes

ROUTES = Routes(
    commands=((Command.FAQ, listing.show),),
    buttons=(
        (codes.LIST, listing.turn_page),
        (codes.ENTRY, page.show),
        (codes.CHANGE, changing.begin),
        (codes.ADD, adding.begin),
        (codes.HIDE, page.hide),
        (codes.SHOW_AGAIN, page.show_again),
        (codes.HISTORY, history.show),
    ),
)
