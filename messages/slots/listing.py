"""What the bot says when somebody looks at the list of slots."""

from dataclasses import dataclass

from domain.slot_filter import SlotFacet
from messages.slots.facts import SlotPage
from messages.template import template


@template("supplier_slots_listed")
@dataclass(frozen=True)
class SupplierSlots:
    """The supplier's own slots."""

    page: SlotPage


@template("matcher_slots_listed")
@dataclass(frozen=True)
class MatcherSlots:
    """What can be taken on, and what this matcher has."""

    page: SlotPage


@template("coordinator_slots_listed")
@dataclass(frozen=True)
class CoordinatorSlots:
    """Every slot, to look at.

    Attributes:
        unknown_areas: How many names of areas suppliers have written that belong to none on the city's list.
    """

    page: SlotPage
    unknown_areas: int = 0


@template("everyone_slot_filter_asked")
@dataclass(frozen=True)
class SlotFilterAsked:
    """To which kind, trade or area is the list to be narrowed down?"""

    facet: SlotFacet
