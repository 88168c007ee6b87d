"""What can be asked of the weeks ahead."""

from handlers.handling.routes import Routes
from handlers.outlook import codes, showing

ROUTES = Routes(
    buttons=(
        (codes.SHOW, showing.show),
        (codes.ONE, showing.show_one),
        (codes.SHEET, showing.hand_out),
    ),
)
