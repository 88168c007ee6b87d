"""What can happen with contracts."""

from domain.command import Command
from handlers import doorways
from handlers.contracts import adding, offering, searching
from handlers.contracts import card as contract_card
from handlers.contracts import codes as contract_codes
from handlers.contracts import history as contract_history
from handlers.contracts import listing as contract_list
from handlers.handling.routes import Routes

ROUTES = Routes(
    commands=((Command.CONTRACTS, searching.show_or_search),),
    buttons=(
        (contract_codes.LIST, contract_list.turn),
        (contract_codes.ALL, contract_list.turn_to_all),
        (contract_codes.QUEUE, contract_list.turn_queue),
        (contract_codes.SEARCH, searching.begin),
        (doorways.CONTRACT, contract_card.show),
        (contract_codes.HISTORY, contract_history.show),
        (contract_codes.ADD, adding.begin),
        (doorways.OFFER_SLOT, offering.begin),
        (doorways.OFFER_SLOT_NOW, offering.offer_now),
    ),
)
