"""What is asked of those who write what is asked often, and how a typed text is read."""

from collections.abc import Sequence

from domain.faq import LONGEST_FAQ_ANSWER, LONGEST_FAQ_QUESTION
from handlers.form.question import Answers, Known, Option, Question
from handlers.form.typed import typed_line, typed_text

a_question = typed_line(LONGEST_FAQ_QUESTION)
an_answer = typed_text(LONGEST_FAQ_ANSWER)


def _whether(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(value=True, label="faq.to_confirm"), Option(value=False, label="faq.not_to_confirm")]


TO_CONFIRM = Question[Known]("faq_to_confirm", "is_to_confirm", _whether)
