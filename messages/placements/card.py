"""What the bot says of one placement to somebody who looks at it: how it stands, and whose turn it is."""

from domain.frozen import frozen
from messages.placements.facts import PlacementNews, PlacementTold
from messages.template import template


@template("supplier_placement_card")
@frozen
class SupplierPlacementCard:
    """Somebody who is meant for a place at the supplier's, or is there.

    Attributes:
        reach: Whom at the city to call or write to; empty where nobody has it.
        city_contact: Whom to turn to where nothing is known of that one.
    """

    placement: PlacementTold
    news: PlacementNews | None
    reach: str = ""
    city_contact: str = ""


@template("matcher_placement_card")
@frozen
class MatcherPlacementCard:
    """Somebody whom a matcher has proposed, or who has begun.

    Attributes:
        is_yours: The reader has the offer.
        reach: Whom at the supplier to call or write to; empty for one who doesn't have the slot.
        city_contact: Whom to turn to where nothing is known of that one.
    """

    placement: PlacementTold
    news: PlacementNews | None
    reach: str = ""
    city_contact: str = ""
    is_yours: bool = False


@template("coordinator_placement_card")
@frozen
class CoordinatorPlacementCard:
    """A placement and how it stands, to look at."""

    placement: PlacementTold
    news: PlacementNews | None
