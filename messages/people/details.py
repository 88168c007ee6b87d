"""What is said of people's own details: what is kept of them, and how others reach them."""

from domain.frozen import frozen
from domain.role import Role
from messages.template import template


@template("everyone_privacy")
@frozen
class Privacy:
    """What is kept of the reader. Their phone and e-mail are no parameters; see `Message`.

    Attributes:
        contact: Whom to ask.
        is_from_register: They came in as a contact whom the city's register names.
    """

    name: str
    role: Role
    supplier: str | None
    city: str
    contact: str
    is_from_register: bool


@template("stranger_privacy")
@frozen
class StrangersPrivacy:
    """What is kept of somebody who is not in."""

    city: str
    contact: str


@template("everyone_details_kept")
@frozen
class DetailsKept:
    """The reader's phone and e-mail as they are kept now, and who sees them."""

    role: Role
    are_known: bool


@template("everyone_details_declined")
@frozen
class DetailsDeclined:
    """They told nothing, and nobody asks again."""
