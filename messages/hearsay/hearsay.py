"""What the bot says of what staff heard a supplier say: to the supplier, who may object, and to those who heard it."""

from datetime import date

from domain.frozen import frozen
from domain.hearsay import HeardBy, HearsayStatus, ObjectionReason, Said
from domain.role import Role
from messages.meetings.outcome import MeetingNamed
from messages.obligations.facts import ContactToCall, ObligationName
from messages.slots.facts import SlotFacts
from messages.template import template


@frozen
class SaidOf:
    """What it is about: at most one of these; for an offer, a withdrawal and a start the slot.

    Attributes:
        code: The placement's, where it is about a start.
        contract: The contract's registry number and title; empty where the slot names it.
    """

    slot: SlotFacts | None = None
    obligation: ObligationName | None = None
    meeting: MeetingNamed | None = None
    code: str = ""
    contract: str = ""


@frozen
class HeardFacts:
    """What was heard, as messages tell of it.

    Attributes:
        speaker: Who said it at the supplier.
        noted_by: Who of the staff wrote it down, in that role.
        detail: Why, by its code or in words, or the time that was proposed; empty where nothing goes with it.
        stays: What came of it stays even where it is not so: somebody has begun, or an offer is taken back already.
    """

    said: Said
    supplier: str
    speaker: str
    how: HeardBy
    on: date
    noted_by: str
    role: Role
    about: SaidOf
    detail: str = ""
    stays: bool = False


@template("everyone_heard_asked")
@frozen
class HeardAsked:
    """What did the supplier say? The choices are buttons."""

    supplier: str


@template("everyone_heard_by_others")
@frozen
class HeardByOthers:
    """Others of the staff write this down.

    Attributes:
        others: Who they are.
        is_own_word: The reader has said for the city that somebody has begun, and so can't for the supplier.
    """

    supplier: str
    others: tuple[str, ...]
    is_own_word: bool


@template("everyone_hearsay_summary")
@frozen
class HearsaySummary:
    """What will be written down, before it is."""

    heard: HeardFacts
    complaint: str


@template("everyone_hearsay_noted")
@frozen
class HearsayNoted:
    """It is written down, and counts.

    Attributes:
        told: Who at the supplier is shown it in Steget; empty where nobody there uses it.
        plan_of: The number of the contract of which something is done with it; empty where nothing is.
    """

    heard: HeardFacts
    told: str
    plan_of: str = ""


@template("supplier_hearsay_asked")
@frozen
class HearsayAsked:
    """Is it so? It counts meanwhile."""

    heard: HeardFacts


@template("supplier_hearsay_settled")
@frozen
class HearsaySettled:
    """What has become of the question.

    Attributes:
        who: Who settled it; empty where that was the reader's own company.
        contact: Whom to turn to at the city.
    """

    heard: HeardFacts
    status: HearsayStatus
    who: str
    contact: str


@template("coordinator_hearsay_objected")
@frozen
class HearsayObjected:
    """The supplier says that it is not so: it counts no more, and somebody calls.

    Attributes:
        who: Who of the supplier says so.
    """

    heard: HeardFacts
    who: str
    reason: ObjectionReason


@template("everyone_hearsay_taken_back")
@frozen
class HearsayTakenBack:
    """Whoever wrote it down has taken it back, and what came of it."""

    heard: HeardFacts


@template("everyone_hearsay_too_late")
@frozen
class HearsayTooLate:
    """Something else has happened in the meantime, so nothing was written down or changed."""

    supplier: str


@template("coordinator_start_to_ask")
@frozen
class StartToAsk:
    """A matcher says that somebody has begun, and nobody of the company is in: who calls and asks?"""

    slot: SlotFacts
    matcher: str
    code: str
    contacts: tuple[ContactToCall, ...]
