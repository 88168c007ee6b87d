"""What can happen with the ways to contribute."""

from domain.command import Command
from handlers import doorways
from handlers.contributing import codes, showing
from handlers.handling.routes import Routes

ROUTES = Routes(
    commands=((Command.CONTRIBUTE, showing.show),),
    buttons=(
        (doorways.WAYS, showing.show_below),
        (codes.ALL, showing.show_all),
        (codes.ONE, showing.show_one),
        (codes.PROGRAMMES, showing.show_programmes),
    ),
)
