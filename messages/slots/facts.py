"""A slot as messages tell of it."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.slot import EmptyReason, SlotKind, SlotStatus, Trade
from domain.slot_field import NAME_SOMEBODY, SlotField
from domain.told_apart import Apart
from domain.wish import Adaptation


@frozen
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
    adaptations: tuple[Adaptation, ...] = ()
    """What the workplace can be like, as somebody has said."""
    apart: Apart | None = None
    """What tells it from another in the same list that would read alike."""
    fits: int = 0
    """How many of the reader's own wishes it fits, as far as is known: with the next, all that is told of them."""
    perhaps: int = 0
    """How many more it fits perhaps: something speaks against it, and people may find a way."""

    @property
    def for_everyone(self) -> "SlotFacts":
        """Without who is to be called at the workplace: that is for whoever has the slot."""
        return replace(self, details={name: told for name, told in self.details.items() if name not in NAME_SOMEBODY})


def all_told(details: Mapping[str, str], answer_by: date | None) -> dict[str, str]:
    """What is told beyond the short path, with the day by which an answer is wanted."""
    return dict(details) | ({SlotField.ANSWER_BY.value: answer_by.isoformat()} if answer_by else {})


class SlotNews(StrEnum):
    """What has just happened to a slot that is shown; worded in the table [news] of `labels.toml`."""

    MOVED_ON = "moved_on"
    CHANGED = "changed"
    ADAPTED = "adapted"
    UNCHANGED = "unchanged"
    STARTED = "started"
    STARTED_BY_PHONE = "started_by_phone"
    """Nobody of the supplier is in: a coordinator calls and asks."""
    ALL_STARTED = "all_started"
    ALL_TAKEN = "all_taken"
    """Somebody is meant for each place, or has begun in it."""
    SOMEBODY_PROPOSED = "somebody_proposed"
    """Whether they have begun is said on their placement's card."""
    START_UNDONE = "start_undone"
    KEPT = "kept"
    GOING_ON = "going_on"
    ASSIGNED = "assigned"
    HELD = "held"
    DAY_PLANNED = "day_planned"
    FOUND = "found"
    FINDING_UNDONE = "finding_undone"
    FINDING_STAYS = "finding_stays"


class OfferTurn(StrEnum):
    """How an offer stands, and for whom it waits; worded in [turn_supplier] and [turn_staff] of `labels.toml`."""

    OPEN_MATCHER = "open_matcher"
    OPEN_COORDINATOR = "open_coordinator"
    OPEN_SUPPLIER = "open_supplier"
    PAUSED_NOBODY = "paused_nobody"
    PAUSED_SUPPLIER = "paused_supplier"
    RESERVED_MATCHER = "reserved_matcher"
    RESERVED_COORDINATOR = "reserved_coordinator"
    RESERVED_SUPPLIER = "reserved_supplier"
    RESERVED_NOBODY = "reserved_nobody"
    PROPOSED_SUPPLIER = "proposed_supplier"
    PROPOSED_MATCHER = "proposed_matcher"
    PROPOSED_COORDINATOR = "proposed_coordinator"
    """Somebody is meant for a place, and nobody has begun in it yet."""
    HELD_MATCHER = "held_matcher"
    HELD_COORDINATOR = "held_coordinator"
    EXPIRED_MATCHER = "expired_matcher"
    EXPIRED_COORDINATOR = "expired_coordinator"
    EXPIRED_NOBODY = "expired_nobody"
    WITHDRAWN_NOBODY = "withdrawn_nobody"
    FILLED_NOBODY = "filled_nobody"
    CLOSED_NOBODY = "closed_nobody"

    @property
    def is_readers_own(self) -> bool:
        """Whether a supplier who reads it is waited for."""
        return self.value.endswith("_supplier")


@frozen
class SlotStanding:
    """A slot and how it stands.

    Attributes:
        slot: What is told of it.
        status: Where it is on its way.
        holder: The matcher who has it; empty where nobody has.
        is_yours: The reader is the one who has it.
        reason: Why it was taken back, by its code or in the supplier's own words.
        begun: In how many places somebody has begun, as both sides say; a place that was left early is free again.
        asked: About how many more the supplier has been asked.
        ended: How many who had begun have ended, as both sides say. What became of them is nobody's to tell here.
        waits_for_you: The bot has asked the reader about it, and waits for the answer.
        left_early: How many of these have left before it was planned.
        codes: How the matcher knows whom each start is about.
        turn: How it waits, and for whom; None in what was kept before that was told.
        empty_reason: Why nobody came; None where nobody has said.
        participants: How many came to the visit or the lecture; None where it was not held.
        is_found: The matcher has found somebody, so that nobody writes about it any more.
        proposed: For how many places somebody is meant who has not begun yet.
    """

    slot: SlotFacts
    status: SlotStatus
    holder: str
    is_yours: bool
    reason: str | None
    begun: int = 0
    asked: int = 0
    codes: tuple[str, ...] = ()
    turn: OfferTurn | None = None
    empty_reason: EmptyReason | None = None
    participants: int | None = None
    is_found: bool = False
    proposed: int = 0
    ended: int = 0
    left_early: int = 0
    waits_for_you: bool = False

    @property
    def have_begun(self) -> int:
        """How many have begun in it in all, as both sides say."""
        return self.begun + self.left_early


@frozen
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
