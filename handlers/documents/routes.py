"""What can happen with documents."""

from handlers.documents import codes, registering, showing
from handlers.handling.routes import Routes

ROUTES = Routes(
    buttons=(
        (codes.REGISTER, registering.begin),
        (codes.AGAIN, showing.again),
    ),
)
