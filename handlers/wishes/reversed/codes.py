"""What the buttons of reversed questions carry."""

from messages.button import data
from messages.label import Label
from storage.wishes.reversed_question import ReversedQuestion

YES, LATER, NO, BACK = "rqy", "rql", "rqn", "rqb"
"""These carry the question's id."""

WISH = "rqw"
"""The card of the wish that a question was asked for, for a matcher: the question's id. What is kept of a message that
is no secret names no wish."""

MONTH, REASON = "rqm", "rqx"
"""These carry the question's id, and the place of the month or the reason among those that are offered."""

ASK = "rqa"
"""Carries the wish's id: whom would the bot ask?"""

CHOOSE, SEND = "rqc", "rqs"
"""These carry the wish's id, and the ids of the suppliers that are chosen."""


def way(label: str, code: str, question: ReversedQuestion, *more: int) -> tuple[Label, str]:
    """A choice about the question."""
    return Label(label), data(code, question.id, *more)


def key(question_id: int) -> str:
    """Names the message by which a supplier is asked."""
    return f"reversed:{question_id}"
