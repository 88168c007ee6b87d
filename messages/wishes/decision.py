"""What is said about turning wishes on and off."""

from datetime import date

from domain.frozen import frozen
from domain.role import Role
from messages.template import template


@template("everyone_wishes_off")
@frozen
class WishesOff:
    """Wishes are off: why, and who can turn them on.

    Attributes:
        administrators: Their names.
    """

    role: Role
    administrators: tuple[str, ...]
    contact: str


@template("administrator_wishes_on")
@frozen
class WishesOn:
    """Wishes were just turned on."""

    registry_number: str


@template("administrator_wishes_off_doubted")
@frozen
class TurningOffDoubted:
    """Are they to be turned off? What is there is hidden at once, and disposed of on that day."""

    registry_number: str
    disposed_on: date


@template("administrator_wishes_turned_off")
@frozen
class WishesTurnedOff:
    """They were just turned off."""

    disposed_on: date
