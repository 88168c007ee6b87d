"""What the bot says where a matcher and a supplier write to each other about a slot."""

from enum import StrEnum

from domain.frozen import frozen
from domain.writing import WritingEnd
from messages.slots.facts import SlotFacts
from messages.template import template


@frozen
class Route:
    """How else somebody is reached.

    Attributes:
        name: Who; empty where it is nobody in particular.
        phone: Their number, where the reader may know it.
        email: Their address, likewise.
        otherwise: Whom to turn to where neither is known, such as the city's switchboard.
    """

    name: str
    phone: str | None
    email: str | None
    otherwise: str


class Unsent(StrEnum):
    """What was written and is not passed on."""

    NOTHING = "nothing"
    TEXT = "text"
    CHANGE = "change"


@template("matcher_inquiry_sent")
@frozen
class InquirySent:
    """A question is passed on."""

    slot: SlotFacts
    contact: str


@template("matcher_inquiry_not_possible")
@frozen
class InquiryNotPossible:
    """Nobody at the company can be reached here."""

    slot: SlotFacts
    route: Route | None = None


@template("matcher_inquiry_stranded")
@frozen
class InquiryStranded:
    """Whoever was asked can't answer here any more, and nobody else at the company can."""

    slot: SlotFacts
    contact: str
    question: str
    route: Route | None = None


@template("matcher_inquiry_answered")
@frozen
class InquiryAnswered:
    """The supplier has answered, added something to its answer, or changed it."""

    slot: SlotFacts
    contact: str
    question: str
    answer: str
    is_addition: bool
    is_changed: bool = False


@template("supplier_inquiry_asked")
@frozen
class InquiryAsked:
    """A matcher has a question about a slot, or has changed it."""

    slot: SlotFacts
    matcher: str
    question: str
    is_changed: bool = False


@template("supplier_answer_sent")
@frozen
class AnswerSent:
    """The answer is passed on."""

    matcher: str
    is_addition: bool


@template("matcher_message_received")
@frozen
class MessageToMatcher:
    """The supplier asks something about a slot, or tells something of it."""

    slot: SlotFacts
    contact: str
    question: str
    is_question: bool
    is_changed: bool = False


@template("supplier_message_answered")
@frozen
class AnswerToSupplier:
    """The city has answered, added something to its answer, or changed it."""

    slot: SlotFacts
    matcher: str
    question: str
    answer: str
    is_addition: bool
    is_changed: bool = False


@template("supplier_message_sent")
@frozen
class MessageSent:
    """What the supplier has written is passed on."""

    slot: SlotFacts
    matcher: str
    is_question: bool


@template("supplier_message_not_possible")
@frozen
class MessageNotPossible:
    """Nobody on the other side can be reached here."""

    slot: SlotFacts
    route: Route


@template("matcher_answer_sent")
@frozen
class AnswerSentToSupplier:
    """The answer to the supplier is passed on."""

    contact: str
    is_addition: bool


@template("everyone_change_relayed")
@frozen
class ChangeSent:
    """What was changed in an edited message is passed on."""

    name: str
    is_answer: bool


@template("everyone_writing_over")
@frozen
class WritingOver:
    """Nobody writes about the slot here any more: why, and how else to reach the other.

    Attributes:
        matcher: Who has the slot; empty where that is the reader.
    """

    slot: SlotFacts
    end: WritingEnd
    unsent: Unsent
    matcher: str
    route: Route


@template("supplier_somebody_found")
@frozen
class SomebodyFound:
    """The matcher has found somebody, and nobody writes about the slot from now on.

    Attributes:
        questions: What the supplier has asked and has no answer to.
    """

    slot: SlotFacts
    matcher: str
    questions: tuple[str, ...]
    route: Route


@template("supplier_finding_undone")
@frozen
class FindingUndone:
    """The matcher has taken back that somebody is found."""

    slot: SlotFacts
    matcher: str


@template("everyone_inquiry_waiting")
@frozen
class InquiryWaiting:
    """A question still waits for the reader's answer."""

    slot: SlotFacts
    asker: str
    question: str


@template("coordinator_inquiry_waiting")
@frozen
class InquiryWaitingForOther:
    """A question has waited long for somebody else's answer, or can't be answered by them."""

    slot: SlotFacts
    asker: str
    asked: str
    question: str
    is_in_reach: bool
    phone: str | None
    email: str | None
