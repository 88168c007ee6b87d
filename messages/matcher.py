"""What the bot says to matchers."""

from dataclasses import dataclass

from domain.slot import SlotKind, Trade
from domain.slot_filter import SlotFacet
from messages.slots.facts import SlotFacts, SlotNews, SlotPage, SlotStanding
from messages.template import template


@template("matcher_slot_reported")
@dataclass(frozen=True)
class SlotReported:
    """A slot is there to be claimed. The first line alone must do on a lock screen."""

    slot: SlotFacts


@template("matcher_slot_shown")
@dataclass(frozen=True)
class SlotShown:
    """All that is known of a slot."""

    slot: SlotFacts


@template("matcher_slot_claimed")
@dataclass(frozen=True)
class SlotYours:
    """This matcher has the slot."""

    slot: SlotFacts


@template("matcher_slot_taken")
@dataclass(frozen=True)
class SlotTaken:
    """Another matcher has the slot."""

    slot: SlotFacts
    matcher: str


@template("matcher_slot_waiting")
@dataclass(frozen=True)
class SlotWaiting:
    """The slot was reported a working day ago, and nobody has taken it on."""

    slot: SlotFacts


@template("matcher_slot_recalled")
@dataclass(frozen=True)
class SlotRecalled:
    """The supplier has taken the slot back: at once, or later with a reason."""

    slot: SlotFacts
    reason: str | None


@template("matcher_slot_paused")
@dataclass(frozen=True)
class SlotPaused:
    """The supplier has put the slot on hold."""

    slot: SlotFacts


@template("matcher_slot_open_again")
@dataclass(frozen=True)
class SlotOpenAgain:
    """A slot that was taken or on hold can be claimed again. The first line alone must do on a lock screen."""

    slot: SlotFacts


@template("matcher_slots_listed")
@dataclass(frozen=True)
class SlotsListed:
    """What can be taken on, and what this matcher has."""

    page: SlotPage


@template("matcher_slot_card")
@dataclass(frozen=True)
class SlotCard:
    """One slot, and how it stands for this matcher."""

    standing: SlotStanding
    news: SlotNews | None


@template("matcher_slot_changed")
@dataclass(frozen=True)
class SlotChanged:
    """The supplier has changed a slot that this matcher has."""

    slot: SlotFacts
    before: SlotFacts


@template("matcher_slot_withdrawn")
@dataclass(frozen=True)
class SlotWithdrawn:
    """The supplier has taken back a slot that this matcher had."""

    slot: SlotFacts
    reason: str


@template("matcher_inquiry_sent")
@dataclass(frozen=True)
class InquirySent:
    """A question is passed on."""

    slot: SlotFacts
    contact: str


@template("matcher_inquiry_not_possible")
@dataclass(frozen=True)
class InquiryNotPossible:
    """Nobody at the company can be reached here."""

    slot: SlotFacts


@template("matcher_inquiry_stranded")
@dataclass(frozen=True)
class InquiryStranded:
    """Whoever was asked can't answer here any more, and nobody else at the company can."""

    slot: SlotFacts
    contact: str
    question: str


@template("matcher_inquiry_answered")
@dataclass(frozen=True)
class InquiryAnswered:
    """The supplier has answered, or added something to its answer."""

    slot: SlotFacts
    contact: str
    question: str
    answer: str
    is_addition: bool


@template("matcher_alert_wishes")
@dataclass(frozen=True)
class AlertWishes:
    """What this matcher is alerted about; empty where nothing is left out."""

    kinds: tuple[SlotKind, ...]
    trades: tuple[Trade, ...]
    areas: tuple[str, ...]
    is_digest: bool


@template("matcher_alert_facet")
@dataclass(frozen=True)
class AlertFacet:
    """Which kinds, trades or areas?"""

    facet: SlotFacet


@template("matcher_slot_digest")
@dataclass(frozen=True)
class SlotDigest:
    """The open slots that have come in since the last digest, and how many more there are."""

    slots: tuple[SlotFacts, ...]
    more: int
