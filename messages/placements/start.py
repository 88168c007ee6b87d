"""What the bot says when somebody has begun in a slot: a code and a place, never who."""

from enum import StrEnum

from domain.frozen import frozen
from messages.obligations.facts import ContactToCall
from messages.slots.facts import SlotFacts
from messages.template import template


class StartNews(StrEnum):
    """What has become of a start that the supplier was asked about."""

    CONFIRMED = "confirmed"
    DENIED = "denied"
    UNDONE = "undone"


@template("supplier_start_asked")
@frozen
class StartAsked:
    """A matcher says that somebody has begun: is that so?

    Attributes:
        slot: Where it is about.
        matcher: Who says so.
        code: By which the matcher knows whom it is about.
        is_again: It was asked before.
    """

    slot: SlotFacts
    matcher: str
    code: str
    is_again: bool = False


@template("coordinator_start_unanswered")
@frozen
class StartUnanswered:
    """The supplier has not said whether somebody has begun; it never counts against it. Who calls and asks?

    Attributes:
        slot: Where it is about.
        matcher: Who says so.
        code: By which the matcher knows whom it is about.
        contacts: Whom to call at the supplier.
    """

    slot: SlotFacts
    matcher: str
    code: str
    contacts: tuple[ContactToCall, ...]


@template("supplier_start_settled")
@frozen
class StartSettled:
    """What has become of the question.

    Attributes:
        slot: Where somebody has begun, or has not.
        matcher: Who said so.
        code: How the matcher knows whom it is about.
        news: What has become of it.
        plan_of: The number of the contract whose requirement is fulfilled with it; empty where none is.
        begun: In how many places somebody has begun now, as the matcher says.
    """

    slot: SlotFacts
    matcher: str
    code: str
    news: StartNews
    plan_of: str
    begun: int = 0


@template("matcher_start_answered")
@frozen
class StartAnswered:
    """The supplier has said whether somebody has begun."""

    slot: SlotFacts
    contact: str
    code: str
    news: StartNews
    begun: int


class Disagreement(StrEnum):
    """How a start stands on which the two sides did not agree."""

    OPEN = "open"
    BEGUN = "begun"
    NOT_BEGUN = "not_begun"
    MOVED_ON = "moved_on"


@template("coordinator_start_disagreed")
@frozen
class StartDisagreed:
    """A matcher says that somebody has begun, and the supplier that this is not so: who hears both, and settles it?

    Attributes:
        slot: Where it is about.
        matcher: Who said so.
        code: By which the matcher knows whom it is about.
        contacts: Whom to call at the supplier.
        stands: Whether it is settled, and how.
    """

    slot: SlotFacts
    matcher: str
    code: str
    contacts: tuple[ContactToCall, ...]
    stands: Disagreement


@template("everyone_start_decided")
@frozen
class StartDecided:
    """A coordinator has heard both sides.

    Attributes:
        slot: Where it is about.
        who: The coordinator.
        code: By which the matcher knows whom it is about.
        has_begun: Whether the start counts.
        plan_of: The number of the contract whose requirement is fulfilled with it; empty where none is.
    """

    slot: SlotFacts
    who: str
    code: str
    has_begun: bool
    plan_of: str


@template("matcher_start_day_asked")
@frozen
class StartDayAsked:
    """On which day has somebody begun, of whom nothing was agreed in Steget?"""

    slot: SlotFacts


@template("matcher_start_doubted")
@frozen
class StartDoubted:
    """Has somebody really begun before the first day?"""

    slot: SlotFacts


@template("matcher_new_resident_asked")
@frozen
class NewResidentAsked:
    """Does whoever has begun count for the first time this year?

    Attributes:
        slot: Where they have begun.
        is_early: Its first day is still to come, so that the press may be a slip.
    """

    slot: SlotFacts
    is_early: bool


@template("matcher_undo_doubted")
@frozen
class UndoDoubted:
    """Is a start really to be taken back that the supplier has confirmed?"""

    slot: SlotFacts
    code: str
