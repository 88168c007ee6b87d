"""What the bot says when a placement ends: a code, a day and a reason from a list, never who."""

from datetime import date
from enum import StrEnum

from domain.frozen import frozen
from domain.placement import EndReason
from messages.obligations.facts import ContactToCall
from messages.slots.facts import SlotFacts
from messages.template import template


@frozen
class EndFacts:
    """A placement as messages about its end tell of it.

    Attributes:
        slot: Where it is.
        code: How the city knows whom it is about.
        last_on: Its last day as it is planned; None where nobody has said one.
        said_by: Who has said that it has ended; empty where nobody has.
        is_suppliers_word: Whether that was said for the supplier.
        ended_on: The day on which it ended, as that one says.
        reason: How it ended, as that one says; None where the reader isn't to know why somebody left early.
        is_early: Whether it ended before it was planned to.
    """

    slot: SlotFacts
    code: str
    last_on: date | None = None
    said_by: str = ""
    is_suppliers_word: bool = False
    ended_on: date | None = None
    reason: EndReason | None = None
    is_early: bool = False


@template("supplier_end_asked")
@frozen
class EndAsked:
    """Its last day has come, or somebody at the supplier wants to say it themselves: has it ended?

    Attributes:
        end: Which placement.
        is_last_day: Whether its last day has come.
        is_again: It was asked before.
    """

    end: EndFacts
    is_last_day: bool
    is_again: bool = False


@template("matcher_end_asked")
@frozen
class EndAskedOfCity:
    """Somebody of the city wants to say that it has ended: how?"""

    end: EndFacts


@template("everyone_end_day_asked")
@frozen
class EndDayAsked:
    """On which day did it end?"""

    end: EndFacts


@template("everyone_end_reason_asked")
@frozen
class EndReasonAsked:
    """Why did it end then? The choices are buttons."""

    end: EndFacts
    ended_on: date


@template("everyone_last_day_asked")
@frozen
class LastDayAsked:
    """It goes on: until when?"""

    end: EndFacts


@template("everyone_last_day_doubted")
@frozen
class LastDayDoubted:
    """An internship would go on for more than six months: is that meant?"""

    end: EndFacts
    wanted_on: date


@template("supplier_end_to_confirm")
@frozen
class EndToConfirm:
    """The city says that it has ended: is that so?"""

    end: EndFacts
    is_again: bool = False


@template("matcher_end_to_confirm")
@frozen
class EndToConfirmForCity:
    """The supplier says that it has ended: is that so?"""

    end: EndFacts
    is_again: bool = False


class EndWaits(StrEnum):
    """Why an end waits for the coordinators."""

    DISPUTED = "disputed"
    """The two sides don't say the same."""
    SILENT = "silent"
    """Whoever was asked has not answered."""
    UNREACHED = "unreached"
    """Nobody of the supplier can be asked in Steget."""


@template("coordinator_end_waits")
@frozen
class EndToSettle:
    """An end that a coordinator can settle.

    Attributes:
        end: Which placement, and what was said.
        why: Why it waits for them.
        waits_for: Who has not answered, or says otherwise.
        contacts: Whom to call at the supplier.
    """

    end: EndFacts
    why: EndWaits
    waits_for: str
    contacts: tuple[ContactToCall, ...]


class EndNews(StrEnum):
    """How the end of a placement stands."""

    SAID = "said"
    """One side has said it, and the other is asked."""
    SETTLED = "settled"
    GOES_ON = "goes_on"
    DISPUTED = "disputed"
    """The coordinators are asked."""
    RUNS = "runs"
    """Nobody says that it has ended."""
    TAKEN_BACK = "taken_back"
    """The start itself is not so."""


@template("everyone_end_shown")
@frozen
class EndShown:
    """How it stands, where it was asked about.

    Attributes:
        end: Which placement.
        news: How it stands.
        waits_for: Who is asked now; empty where a coordinator calls.
        told_by: Who has said last how it is.
    """

    end: EndFacts
    news: EndNews
    waits_for: str = ""
    told_by: str = ""
