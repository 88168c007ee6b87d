"""A broadcast as whoever leads sees it: before it goes, while it goes, and what came of it."""

from datetime import date, datetime

from domain.audience import Given
from domain.broadcast import BroadcastSort, BroadcastState
from domain.frozen import frozen
from domain.naming import Naming
from domain.slot import SlotKind, Trade
from messages.broadcasts.broadcast import SupplierBroadcast
from messages.template import template


@frozen
class To:
    """Which suppliers it is for; with nothing in it, all of them."""

    trades: tuple[Trade, ...] = ()
    kinds: tuple[SlotKind, ...] = ()
    areas: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()
    given: Given | None = None


@frozen
class Named:
    """A supplier that it names, or whose story it tells.

    Attributes:
        said: Whether it may; None where the supplier has not answered.
    """

    supplier: str
    said: Naming | None

    @property
    def may_be_named(self) -> bool:
        """Whether it has said yes."""
        return self.said not in (None, Naming.NOT)


@template("coordinator_broadcast_draft")
@frozen
class BroadcastDrafted:
    """What would be sent, as those read it who get it.

    Attributes:
        receivers: So many people get it.
        unwilling: They have said that they want no such messages.
        out_of_reach: Telegram can't reach them.
        goes_at: When, in the city's time; None where it goes at once.
        has_changed: It is another than the one that was to be sent: so it is shown again.
    """

    seen: SupplierBroadcast
    to: To
    receivers: int
    unwilling: int
    out_of_reach: int
    named: tuple[Named, ...]
    goes_at: datetime | None
    has_changed: bool = False


@template("coordinator_broadcast_report")
@frozen
class BroadcastReported:
    """How far it has come, and what came of it: the fields of a `Report`, and who it was for.

    Attributes:
        receivers: To so many it was to go.
        sent_on: When somebody pressed *Send*.
        goes_at: When it begins to go, in the city's time; None once it may.
        opens: The first line of its words.
        is_name_withdrawn: It was stopped since somebody whom it names wanted that no more.
    """

    sort: BroadcastSort
    state: BroadcastState
    opens: str
    sent_on: date
    goes_at: datetime | None
    to: To
    receivers: int
    accepted: int
    undelivered: int
    out_of_reach: int
    uncertain: int
    waiting: int
    passed_by: int
    pressed: int
    turned_off: int
    is_name_withdrawn: bool = False


@frozen
class BroadcastLine:
    """One of a list.

    Attributes:
        on: When it was sent; of a draft, when it was written.
        receivers: None for a draft.
    """

    sort: BroadcastSort
    state: BroadcastState
    opens: str
    on: date
    receivers: int | None


@template("coordinator_broadcasts_listed")
@frozen
class BroadcastsListed:
    """A part of all broadcasts, the newest first."""

    lines: tuple[BroadcastLine, ...]
    total: int
    number: int
    pages: int


@template("coordinator_broadcast_stop_asked")
@frozen
class BroadcastStopAsked:
    """Is it to be stopped? What went, went."""

    sort: BroadcastSort
    accepted: int
    waiting: int


@template("coordinator_broadcast_thrown_away")
@frozen
class BroadcastThrownAway:
    """A draft is gone."""


@template("supplier_broadcasts_told")
@frozen
class BroadcastsTold:
    """Whether somebody gets broadcasts, and what comes in any case."""

    is_on: bool
