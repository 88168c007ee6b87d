"""What the bot says to supplier contacts."""

from dataclasses import dataclass

from messages.slot_facts import SlotFacts
from messages.template import template


@dataclass(frozen=True)
class Asked:
    """A question of a form: where it stands, and what was wrong with the answer before.

    Attributes:
        position: The question's number, from 1.
        total: How many questions there are.
        complaint: The label that says what was wrong and what to do; empty where nothing was.
    """

    position: int
    total: int
    complaint: str


@template("supplier_report_kind")
@dataclass(frozen=True)
class KindAsked(Asked):
    """What kind of contribution?"""


@template("supplier_report_trade")
@dataclass(frozen=True)
class TradeAsked(Asked):
    """In which trade?"""


@template("supplier_report_places")
@dataclass(frozen=True)
class PlacesAsked(Asked):
    """How many places?"""


@template("supplier_report_area")
@dataclass(frozen=True)
class AreaAsked(Asked):
    """Where?"""


@template("supplier_report_start")
@dataclass(frozen=True)
class StartAsked(Asked):
    """From when?"""


@template("supplier_report_end")
@dataclass(frozen=True)
class EndAsked(Asked):
    """Until when?"""


@template("supplier_report_summary")
@dataclass(frozen=True)
class Summary:
    """All answers, before they are sent."""

    slot: SlotFacts
    complaint: str


@template("supplier_report_cancelled")
@dataclass(frozen=True)
class ReportCancelled:
    """The form is put away and nothing was sent."""


@template("supplier_slot_sent")
@dataclass(frozen=True)
class SlotSent:
    """The slot is with the matchers."""

    slot: SlotFacts
    city: str


@template("supplier_slot_claimed")
@dataclass(frozen=True)
class SlotClaimed:
    """A matcher has taken the slot on and will be in touch."""

    slot: SlotFacts
    matcher: str
    contact: str


@template("supplier_slot_waiting")
@dataclass(frozen=True)
class SlotWaiting:
    """Nobody has taken the slot on yet; the matchers have been asked again."""

    slot: SlotFacts
    contact: str
