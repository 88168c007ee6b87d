"""What the bot says when a matcher asks about a slot and the supplier answers."""

from dataclasses import dataclass

from messages.slots.facts import SlotFacts
from messages.template import template


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


@template("supplier_inquiry_asked")
@dataclass(frozen=True)
class InquiryAsked:
    """A matcher has a question about a slot."""

    slot: SlotFacts
    matcher: str
    question: str


@template("supplier_answer_sent")
@dataclass(frozen=True)
class AnswerSent:
    """The answer is passed on."""

    matcher: str
    is_addition: bool
