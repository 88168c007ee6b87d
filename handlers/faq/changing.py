"""*Ändra*: how a question and its answer read in a language. What they said before stays in the history."""

from collections.abc import Sequence
from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.faq import AskedOften, FaqKey, FaqWording
from domain.frozen import frozen
from domain.language import Language
from handlers.faq import entries, page, views
from handlers.faq.keeping import Written, keep
from handlers.faq.questions import TO_CONFIRM, a_question, an_answer
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Option, Question, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.faq.faq import FaqChecked
from messages.message import Message
from storage.people.person import Person


@frozen
class FaqToChange:
    """What the form is about: the numbers of the question's key."""

    place: int
    id: int

    @property
    def key(self) -> FaqKey | None:
        """Which question."""
        return FaqKey.read(self.place, self.id)


@frozen(kw_only=True)
class Changing(Known):
    """What is known before it is changed; `entry` is None where the question is gone."""

    about: FaqToChange
    entry: AskedOften | None


@frozen
class Changed:
    """What is answered."""

    language: Language
    question: str
    answer: str
    is_to_confirm: bool


@frozen
class _In:
    language: Language = Language.SWEDISH


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Ändra* was pressed."""
    found = await page.theirs(work, actor, Action.EDIT_FAQ, press)
    return await forms.begin_about(work, actor, FORM, FaqToChange(*found.key.numbers))


def _languages(_answers: Answers, _known: Changing) -> Sequence[Option]:
    return [Option(each.value, f"faq_language.{each}") for each in Language]


def _question_as_it_is(answers: Answers, known: Changing) -> Sequence[Option]:
    now = _now(answers, known)
    return [Option(now.question, "faq.as_it_is")] if now is not None else []


def _answer_as_it_is(answers: Answers, known: Changing) -> Sequence[Option]:
    now = _now(answers, known)
    return [Option(now.answer, "faq.as_it_is")] if now is not None else []


def _now(answers: Answers, known: Changing) -> FaqWording | None:
    """How it reads in the language that is chosen; None where it isn't written in it yet."""
    return known.entry.worded(given(answers, _In).language) if known.entry is not None else None


LANGUAGE = Question[Changing]("faq_language", "language", _languages)
QUESTION = Question[Changing]("faq_question", "question", _question_as_it_is, a_question)
ANSWER = Question[Changing]("faq_answer", "answer", _answer_as_it_is, an_answer)


def _questions(_answers: Answers, _known: Changing) -> Sequence[Question[Changing]]:
    return (LANGUAGE, QUESTION, ANSWER, TO_CONFIRM)


async def _known(work: Work, _actor: Person, about: FaqToChange) -> Changing:
    found = await entries.with_key(work, about.key)
    return Changing(work.city.today(work.now), work.city.hours, about=about, entry=found)


async def _still_there(work: Work, actor: Person, about: FaqToChange, _since: datetime) -> bool:
    return may(actor.actor, Action.EDIT_FAQ) and await entries.with_key(work, about.key) is not None


def _summary(answers: Answers, known: Changing, complaint: str) -> FaqChecked:
    changed = given(answers, Changed)
    wording = FaqWording(changed.question, changed.answer, known.today, changed.is_to_confirm)
    return FaqChecked((wording,), complaint, changed_in=changed.language)


async def _send(work: Work, actor: Person, answers: Answers, known: Changing) -> Message:
    key, changed = known.about.key, given(answers, Changed)
    if key is None:
        raise NotTheirsError
    await keep(work, actor, key, Written(changed.language, changed.question, changed.answer, changed.is_to_confirm))
    found = await entries.with_key(work, key)
    if found is None:
        raise NotTheirsError
    return views.message(actor, found, is_saved=True, shown_in=changed.language)


FORM = registered(
    FormAbout(
        name="change_faq",
        noun="faq",
        still_holds=_still_there,
        version=1,
        about=FaqToChange,
        questions=_questions,
        known=_known,
        send=_send,
        summary=_summary,
        sends="faq.keep",
    )
)
