"""What can happen with areas."""

from domain.command import Command
from handlers.handling.routes import Routes
from handlers.slots.areas import adding, codes, keeping, naming

ROUTES = Routes(
    commands=((Command.AREAS, keeping.show_list),),
    buttons=(
        (codes.LIST, keeping.show_list_again),
        (codes.CARD, keeping.show_card),
        (codes.ASK_REMOVE, keeping.ask_removal),
        (codes.REMOVE, keeping.remove),
        (codes.NAMES, naming.show_names),
        (codes.NAME, naming.ask),
        (codes.MAP, naming.choose),
        (codes.NEW, naming.become_area),
        (codes.ADD, adding.begin),
    ),
)
