"""What the bot says when somebody looks at the list of slots."""

from domain.frozen import frozen
from domain.slot_filter import SlotFacet
from messages.slots.facts import SlotPage
from messages.template import template


@template("supplier_slots_listed")
@frozen
class SupplierSlots:
    """The supplier's own slots."""

    page: SlotPage


@template("matcher_slots_listed")
@frozen
class MatcherSlots:
    """What can be taken on, and what this matcher has."""

    page: SlotPage


@template("coordinator_slots_listed")
@frozen
class CoordinatorSlots:
    """Every slot, to look at.

    Attributes:
        unknown_areas: How many names of areas suppliers have written that belong to none on the city's list.
    """

    page: SlotPage
    unknown_areas: int = 0


@template("everyone_slot_filter_asked")
@frozen
class SlotFilterAsked:
    """To which kind, trade or area is the list to be narrowed down?"""

    facet: SlotFacet
