"""What is asked of somebody who answers an inquiry: the answer, whether it is meant so, and to which of several."""

from collections.abc import Sequence
from dataclasses import replace

from domain.frozen import frozen
from domain.secrecy import FieldPolicy
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Option, Question
from handlers.form.typed import LONGEST_TEXT, typed_text
from handlers.slots.about_slot import AboutSlot
from handlers.slots.inquiry.meant import ANSWER_MEANT
from messages.form import Asked
from messages.heard import is_heard
from messages.label import Label

LONGEST_ON_BUTTON = 40
NONE_OF_THEM = 0


def _waiting_ones(_answers: Answers, known: "Answering") -> Sequence[Option]:
    each = [Option(value=one.id, joined=(Label(text=one.asker), Label(text=one.shortened))) for one in known.waiting]
    return (*each, Option(value=NONE_OF_THEM, label="inquiry.for_nobody"))


def _typed_which(_answers: Answers, _known: "Answering", text: str) -> int | Complaint:
    return NONE_OF_THEM if is_heard("heard.no", text) else Complaint.NOT_AN_OPTION


@frozen
class InquiryToAnswer:
    """The inquiry that is answered.

    Attributes:
        is_guessed: Its writer has not said so: what was written came as a plain text, and is asked about.
        among: Where several wait, all of them: its writer is asked for which it is.
    """

    inquiry_id: int
    is_guessed: bool = False
    among: tuple[int, ...] = ()


@frozen
class Waiting:
    """One of several inquiries that wait for an answer."""

    id: int
    asker: str
    question: str

    @property
    def shortened(self) -> str:
        """The question as far as a button has room for it."""
        line = " ".join(self.question.split())
        return line if len(line) <= LONGEST_ON_BUTTON else f"{line[: LONGEST_ON_BUTTON - 1].rstrip()}…"


@frozen(kw_only=True)
class Answering(AboutSlot):
    """What is known before an inquiry is answered; `name` is what was asked.

    Attributes:
        about: The inquiry.
        asker: Who has asked.
        waiting: Where several wait, all of them.
    """

    about: InquiryToAnswer
    asker: str = ""
    waiting: tuple[Waiting, ...] = ()

    def named_in(self, asked: Asked) -> Asked:
        """Whether it is the answer is asked by the name of who waits for it."""
        named = super().named_in(asked)
        if asked.ask == WHICH.name:
            return replace(named, slot=None)
        return replace(named, name=self.asker) if asked.ask == ANSWER_MEANT.name else named


@frozen
class AnswerOfOther:
    """What is answered, in the writer's words and in which message, and whether it is meant for an answer."""

    answer: str
    message_id: int | None = None
    is_meant: bool = True
    which: int | None = None


QUESTION = Question[AboutSlot](
    "inquiry_answer",
    "answer",
    read=typed_text(LONGEST_TEXT),
    policy=FieldPolicy.RELAYED,
    is_reply=True,
    message_field="message_id",
)
WHICH = Question[Answering]("answer_which", "which", _waiting_ones, _typed_which)


def questions(answers: Answers, known: Answering) -> Sequence[Question[Answering]]:
    """The answer, and where nobody has said that it is one, whether it is, or to which of those that wait."""
    if not known.about.is_guessed or QUESTION.field not in answers:
        return (QUESTION,)
    return (WHICH,) if known.about.among else (ANSWER_MEANT,)
