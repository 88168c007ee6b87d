"""A slot as messages tell of it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.slot import SlotKind, SlotStatus, Trade
from domain.told_apart import Apart


@dataclass(frozen=True)
class SlotFacts:
    """What may be told of a slot to those who may see it."""

    kind: SlotKind
    trade: Trade
    places: int
    area: str
    starts_on: date
    ends_on: date | None
    supplier: str
    contact: str
    """Who reported it."""
    contract: str = ""
    """The contract's registry number and title."""
    details: dict[str, str] = field(default_factory=dict)
    """By the names of `SlotField`; a choice by its code, a day as in ISO 8601, anything else in words."""
    apart: Apart | None = None
    """What tells it from another in the same list that would read alike."""


class SlotNews(StrEnum):
    """What has just happened to a slot that is shown; worded in the table [news] of `labels.toml`."""

    MOVED_ON = "moved_on"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    STARTED = "started"
    ALL_STARTED = "all_started"
    START_UNDONE = "start_undone"


@dataclass(frozen=True)
class SlotStanding:
    """A slot and how it stands.

    Attributes:
        slot: What is told of it.
        status: Where it is on its way.
        holder: The matcher who has it; empty where nobody has.
        is_yours: The reader is the one who has it.
        reason: Why it was taken back, by its code or in the supplier's own words.
        begun: In how many places somebody has begun, as both sides say.
        asked: About how many more the supplier has been asked.
        codes: How the matcher knows whom each start is about.
    """

    slot: SlotFacts
    status: SlotStatus
    holder: str
    is_yours: bool
    reason: str | None
    begun: int = 0
    asked: int = 0
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class SlotPage:
    """A page of a list of slots, and what the list is narrowed down to.

    Attributes:
        is_more: Whether there may be more pages than were counted.
    """

    slots: tuple[SlotStanding, ...]
    number: int
    pages: int
    kind: SlotKind | None
    trade: Trade | None
    area: str | None
    is_more: bool = False
