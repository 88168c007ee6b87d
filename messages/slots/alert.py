"""What the bot says to those who can take a slot on, and to coordinators where nobody can."""

from domain.frozen import frozen
from messages.slots.facts import SlotFacts
from messages.template import template


@template("matcher_slot_reported")
@frozen
class SlotReported:
    """A slot is there to be claimed. The first line alone must do on a lock screen."""

    slot: SlotFacts


@template("matcher_slot_answered")
@frozen
class SlotAnswered:
    """A slot is there because this matcher had asked for it. The first line alone must do on a lock screen."""

    slot: SlotFacts


@template("matcher_slot_shown")
@frozen
class SlotShown:
    """All that is known of a slot."""

    slot: SlotFacts


@template("matcher_slot_claimed")
@frozen
class SlotYours:
    """This matcher has the slot. How to reach its contact is no parameter; see `Message`.

    Attributes:
        reach: Who answers for it now; empty where nobody does.
        city_contact: Whom to turn to where nothing is known of that one.
        is_asked: The reader is asked how the supplier can reach them.
        is_found: They have found somebody for it.
    """

    slot: SlotFacts
    reach: str = ""
    city_contact: str = ""
    is_asked: bool = False
    is_found: bool = False


@template("matcher_slot_taken")
@frozen
class SlotTaken:
    """Another matcher has the slot."""

    slot: SlotFacts
    matcher: str


@template("matcher_slot_waiting")
@frozen
class SlotWaiting:
    """The slot was reported a working day ago, and nobody has taken it on."""

    slot: SlotFacts


@template("matcher_slot_recalled")
@frozen
class SlotRecalled:
    """The supplier has taken the slot back: at once, or later with a reason."""

    slot: SlotFacts
    reason: str | None


@template("matcher_slot_paused")
@frozen
class SlotPaused:
    """The supplier has put the slot on hold."""

    slot: SlotFacts


@template("matcher_slot_over")
@frozen
class SlotOver:
    """The slot has expired."""

    slot: SlotFacts


@template("matcher_slot_open_again")
@frozen
class SlotOpenAgain:
    """A slot that was taken or on hold can be claimed again. The first line alone must do on a lock screen."""

    slot: SlotFacts


@template("matcher_slot_digest")
@frozen
class SlotDigest:
    """The open slots that have come in since the last digest, and how many more there are."""

    slots: tuple[SlotFacts, ...]
    more: int


@template("coordinator_slot_without_matcher")
@frozen
class SlotWithoutMatcher:
    """A slot was reported, and no matcher can be reached, or none of those who are here wants to hear of such."""

    slot: SlotFacts
    is_anybody_here: bool
