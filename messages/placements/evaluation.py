"""What the bot asks when a placement has ended: a few presses, and never a word about a person."""

from datetime import date

from domain.evaluation import EvaluationQuestion, Verdict
from domain.frozen import frozen
from messages.placements.end import EndFacts
from messages.template import template


@frozen
class Answered:
    """One question that was answered."""

    question: EvaluationQuestion
    verdict: Verdict


@template("supplier_evaluation_asked")
@frozen
class SupplierEvaluation:
    """Thanks, and the one question; whoever likes answers four more.

    Attributes:
        end: Which placement.
        question: What is asked now; None where nothing is.
        answers: What was answered.
        changeable_until: The day until which that can be changed; None where nothing was answered.
    """

    end: EndFacts
    question: EvaluationQuestion | None
    answers: tuple[Answered, ...] = ()
    changeable_until: date | None = None


@template("matcher_evaluation_asked")
@frozen
class MatcherEvaluation:
    """Two questions about the offer and the answers.

    Attributes:
        end: Which placement.
        question: What is asked now; None where nothing is.
        answers: What was answered.
        changeable_until: The day until which that can be changed; None where nothing was answered.
    """

    end: EndFacts
    question: EvaluationQuestion | None
    answers: tuple[Answered, ...] = ()
    changeable_until: date | None = None
