"""Whether what somebody has written is meant for the other side: two choices, which can be written too."""

from collections.abc import Sequence

from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Option, Question
from handlers.slots.about_slot import AboutSlot
from messages.heard import is_heard


def _choices(_answers: Answers, _known: AboutSlot) -> Sequence[Option]:
    return (Option(value=True, label="answer.send"), Option(value=False, label="inquiry.not_meant"))


def _typed_choice(_answers: Answers, _known: AboutSlot, text: str) -> bool | Complaint:
    if is_heard("heard.yes", text) or is_heard("heard.no", text):
        return is_heard("heard.yes", text)
    return Complaint.NOT_AN_OPTION


ANSWER_MEANT = Question[AboutSlot]("answer_meant", "is_meant", _choices, _typed_choice, in_a_row=2)
WRITING_MEANT = Question[AboutSlot]("writing_meant", "is_meant", _choices, _typed_choice, in_a_row=2)
