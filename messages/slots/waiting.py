"""What the bot says about an offer that waits: asked again, asked whether it holds, expired, held."""

from datetime import date

from domain.frozen import frozen
from domain.slot import EmptyReason
from messages.slots.facts import SlotFacts
from messages.template import template


@template("coordinator_slot_untaken")
@frozen
class SlotUntaken:
    """Nobody has taken the slot in five working days: the coordinator can give it to a matcher."""

    slot: SlotFacts


@template("coordinator_slot_quiet")
@frozen
class SlotQuietForLong:
    """A matcher has the slot, and nothing has happened; they have not answered either."""

    slot: SlotFacts
    matcher: str


@template("matcher_slot_quiet")
@frozen
class SlotQuiet:
    """This matcher has the slot, and nothing has happened: how does it go?"""

    slot: SlotFacts


@template("matcher_slot_assigned")
@frozen
class SlotAssigned:
    """A coordinator has given this matcher the slot."""

    slot: SlotFacts
    coordinator: str


@template("matcher_slot_assigned_elsewhere")
@frozen
class SlotAssignedElsewhere:
    """A coordinator has given a slot that this matcher had to another."""

    slot: SlotFacts
    coordinator: str
    matcher: str


@template("supplier_slot_going_on")
@frozen
class SlotGoingOn:
    """What is known of how it goes with a slot that was claimed a while ago.

    Attributes:
        slot: What is offered.
        matcher: Who has it.
        is_heard: Whether they have said that they are on it; else the coordinators are asked.
        contact: Whom to turn to instead.
    """

    slot: SlotFacts
    matcher: str
    is_heard: bool
    contact: str


@template("supplier_slot_still_asked")
@frozen
class SlotStillAsked:
    """Does the slot still hold? Without an answer it expires after that day."""

    slot: SlotFacts
    until: date


@template("everyone_slot_held_asked")
@frozen
class SlotHeldAsked:
    """Was the visit or the lecture held?"""

    slot: SlotFacts


@template("supplier_slot_held")
@frozen
class SlotHeld:
    """The visit or the lecture was held, as the city says."""

    slot: SlotFacts
    participants: int


@template("supplier_slot_day_planned")
@frozen
class SlotDayPlanned:
    """The day of the visit or the lecture is agreed, as the city says."""

    slot: SlotFacts
    matcher: str
    contact: str


@template("everyone_slot_reason_asked")
@frozen
class EmptyReasonAsked:
    """Why did nobody come to it?

    Attributes:
        slot: What was offered.
        is_missed: Whether it is a visit or a lecture that was taken and not held.
    """

    slot: SlotFacts
    is_missed: bool


@template("everyone_slot_reason_given")
@frozen
class EmptyReasonGiven:
    """The reason is passed on."""

    slot: SlotFacts
    reason: EmptyReason


@template("supplier_slot_expired")
@frozen
class SlotExpired:
    """The slot has expired, and why, as far as that is known.

    Attributes:
        slot: What was offered.
        reason: Why nobody came; None where nobody has said.
        is_missed: Whether it is a visit or a lecture that was taken and not held.
        contact: Whom to turn to.
    """

    slot: SlotFacts
    reason: EmptyReason | None
    is_missed: bool
    contact: str
