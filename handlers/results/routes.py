"""What can happen with results from elsewhere."""

from handlers.handling.routes import Routes
from handlers.results import codes, correcting, counting_programme, earlier_listing, entering, showing

ROUTES = Routes(
    buttons=(
        (codes.RESULTS, showing.show_year),
        (codes.LIST, earlier_listing.turn_page),
        (codes.CARD, earlier_listing.show_card),
        (codes.ENTER, entering.begin),
        (codes.CORRECT, correcting.begin),
        (codes.COUNT_PROGRAMME, counting_programme.begin),
    ),
)
