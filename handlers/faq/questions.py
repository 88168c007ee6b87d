"""What is asked of those who write what is asked often, and how a typed text is read."""

from collections.abc import Sequence

from domain.faq import LONGEST_FAQ_ANSWER, LONGEST_FAQ_QUESTION
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Known, Option, Question
from handlers.form.typed import typed_text


def on_one_line(answers: Answers, known: Known, text: str) -> str | Complaint:
    """A question, as it stands in lists."""
    return typed_text(LONGEST_FAQ_QUESTION)(answers, known, " ".join(text.split()))


an_answer = typed_text(LONGEST_FAQ_ANSWER)


def _whether(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(value=True, label="faq.to_confirm"), Option(value=False, label="faq.not_to_confirm")]


TO_CONFIRM = Question[Known]("faq_to_confirm", "is_to_confirm", _whether)
