"""*Lägg till en fråga*: in Swedish, and in English if somebody can write it."""

from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.faq import FaqKey, FaqWording
from domain.frozen import frozen
from domain.language import Language
from handlers.faq import entries, views
from handlers.faq.keeping import NEW, Written, keep
from handlers.faq.questions import TO_CONFIRM, a_question, an_answer
from handlers.form import forms
from handlers.form.form import Form, registered
from handlers.form.question import Answers, Known, Option, Question, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.faq.faq import FaqChecked
from messages.message import Message
from storage.people.person import Person

NOT_IN_ENGLISH = ""


@frozen
class Added:
    """What is answered: the Swedish, and the English where there is one."""

    question: str
    answer: str
    question_in_english: str = NOT_IN_ENGLISH
    answer_in_english: str = ""
    is_to_confirm: bool = False

    @property
    def written(self) -> tuple[Written, ...]:
        """In each language."""
        swedish = Written(Language.SWEDISH, self.question, self.answer, self.is_to_confirm)
        if not self.question_in_english:
            return (swedish,)
        return swedish, Written(Language.ENGLISH, self.question_in_english, self.answer_in_english, self.is_to_confirm)


@frozen
class _InEnglish:
    question_in_english: str = NOT_IN_ENGLISH


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Lägg till en fråga* was pressed."""
    if not may(actor.actor, Action.EDIT_FAQ):
        raise NotTheirsError
    return await forms.begin(work, actor, FORM)


def _or_not(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(NOT_IN_ENGLISH, "faq.not_in_english")]


QUESTION = Question[Known]("faq_new_question", "question", read=a_question)
ANSWER = Question[Known]("faq_new_answer", "answer", read=an_answer)
QUESTION_IN_ENGLISH = Question[Known](
    "faq_question_in_english", "question_in_english", _or_not, a_question, branches=True
)
ANSWER_IN_ENGLISH = Question[Known]("faq_answer_in_english", "answer_in_english", read=an_answer)


def questions(answers: Answers, _known: Known) -> Sequence[Question[Known]]:
    """The Swedish, the English where somebody can write it, and whether it is to be confirmed."""
    in_english = (ANSWER_IN_ENGLISH,) if given(answers, _InEnglish).question_in_english else ()
    return (QUESTION, ANSWER, QUESTION_IN_ENGLISH, *in_english, TO_CONFIRM)


async def _known(work: Work, _actor: Person) -> Known:
    return Known(work.city.today(work.now), work.city.hours)


def _summary(answers: Answers, known: Known, complaint: str) -> FaqChecked:
    return FaqChecked(wordings(answers, known), complaint)


def wordings(answers: Answers, known: Known) -> tuple[FaqWording, ...]:
    """How it will read, in each language."""
    written = given(answers, Added).written
    return tuple(FaqWording(each.question, each.answer, known.today, each.is_to_confirm) for each in written)


async def _send(work: Work, actor: Person, answers: Answers, _known: Known) -> Message:
    return await saved(work, actor, await add(work, actor, answers))


async def add(work: Work, actor: Person, answers: Answers) -> FaqKey:
    """Put it into the list, and say under which key."""
    return await keep(work, actor, NEW, *given(answers, Added).written)


async def saved(work: Work, actor: Person, key: FaqKey) -> Message:
    """How everybody reads it from now on."""
    found = await entries.with_key(work, key)
    if found is None:
        raise NotTheirsError
    return views.message(actor, found, is_saved=True)


FORM = registered(
    Form(
        name="add_faq",
        version=1,
        questions=questions,
        known=_known,
        send=_send,
        summary=_summary,
        sends="faq.keep",
    )
)
