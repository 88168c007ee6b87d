"""What can happen with procurements."""

from domain.command import Command
from handlers import doorways
from handlers.handling.routes import Routes
from handlers.procurements import card, codes, deciding, history, joining, listing, noting, planned_file, putting_away

ROUTES = Routes(
    commands=((Command.PROCUREMENTS, listing.show),),
    buttons=(
        (doorways.PROCUREMENT, card.show),
        (codes.LIST, listing.turn_page),
        (codes.DECIDED, listing.turn_decided),
        (codes.DECIDE, deciding.begin),
        (codes.HISTORY, history.show),
        (codes.JOIN, joining.begin),
        (codes.ADD, noting.begin),
        (codes.CHANGE, noting.begin_changing),
        (codes.SEND_FILE, planned_file.explain),
        (codes.PUT_AWAY, putting_away.put_away),
        (codes.BRING_BACK, putting_away.bring_back),
    ),
)
