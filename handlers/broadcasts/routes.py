"""What can happen with broadcasts."""

from domain.command import Command
from handlers import doorways
from handlers.broadcasts import (
    accepting,
    card,
    codes,
    contributing,
    listing,
    progress,
    sending,
    stopping,
    wanting,
    writing,
)
from handlers.handling.routes import Routes

ROUTES = Routes(
    commands=((Command.BROADCASTS, listing.show),),
    buttons=(
        (codes.LIST, listing.turn_page),
        (codes.NEW, writing.begin),
        (codes.SHOW, card.show),
        (codes.READ, card.read),
        (codes.CHANGE, writing.change),
        (codes.SEND, accepting.send),
        (codes.STOP, stopping.ask),
        (codes.STOP_SURE, stopping.stop),
        (codes.THROW_AWAY, stopping.throw_away),
        (codes.CONTRIBUTE, contributing.go),
        (codes.OFF, wanting.turn_off),
        (codes.ON, wanting.turn_on),
        (doorways.BROADCASTS, wanting.show),
    ),
    duties=(stopping.heed_names, sending.queue, progress.show),
)
