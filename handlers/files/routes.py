"""What can happen with files of what is kept."""

from domain.command import Command
from handlers.files import codes, exporting
from handlers.handling.routes import Routes

ROUTES = Routes(
    commands=((Command.EXPORT, exporting.choose),),
    buttons=(
        (codes.CHOOSE, exporting.choose_anew),
        (codes.FORMAT, exporting.choose_format),
        (codes.HAND_OUT, exporting.hand_out),
    ),
)
