"""*Lägg i listan*: a question to the city becomes one of those that are asked often, in words of whoever leads."""

from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.faq import LONGEST_FAQ_QUESTION, FaqKey
from domain.frozen import frozen
from domain.language import Language
from domain.secrecy import Verdict, judged
from handlers.faq import adding, entries, often, views
from handlers.faq.finding import find, theirs
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.secrecy.reading import found_in
from messages.faq.faq import FaqChecked
from messages.message import Message
from storage.faq import city_question
from storage.faq.city_question import CityQuestion
from storage.people.person import Person


@frozen
class QuestionToAdd:
    """The question that is added."""

    question_id: int


@frozen(kw_only=True)
class AddingAsked(Known):
    """What is known before it is added."""

    about: QuestionToAdd


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Lägg i listan* was pressed: the form begins with what was asked and answered, which can be changed."""
    asked = await theirs(work, actor, Action.ANSWER_CITY_QUESTION, press.number(0))
    if not may(actor.actor, Action.EDIT_FAQ):
        raise NotTheirsError
    added = await _added_already(work, actor, asked)
    if added is not None:
        return added
    return await forms.begin_about(work, actor, FORM, QuestionToAdd(asked.id), answers=_begun_with(asked))


def _begun_with(asked: CityQuestion) -> dict[str, str]:
    """As much of it as can stand in the list, in the language in which it was asked.

    Whoever wrote it could name their own phone and address to the other; everybody reads the list.
    """
    behind = "" if asked.language is Language.SWEDISH else "_in_english"
    question, answer = " ".join(asked.words.split()), asked.answer
    begun = {f"question{behind}": question} if len(question) <= LONGEST_FAQ_QUESTION else {}
    begun |= {f"answer{behind}": answer} if answer is not None else {}
    return {field: words for field, words in begun.items() if _may_be_listed(words)}


def _may_be_listed(words: str) -> bool:
    """What the guard stops or asks about is typed anew, and judged then."""
    return judged(found_in(words), adding.QUESTION.policy).verdict is Verdict.PASSES


async def _known(work: Work, _actor: Person, about: QuestionToAdd) -> AddingAsked:
    return AddingAsked(work.city.today(work.now), work.city.hours, about=about)


async def _not_added(work: Work, actor: Person, about: QuestionToAdd, _since: datetime) -> bool:
    asked = await find(work, actor, Action.ANSWER_CITY_QUESTION, about.question_id)
    return asked is not None and asked.entry_id is None


def _summary(answers: Answers, known: AddingAsked, complaint: str) -> FaqChecked:
    return FaqChecked(adding.wordings(answers, known), complaint, is_from_supplier=True)


async def _send(work: Work, actor: Person, answers: Answers, known: AddingAsked) -> Message:
    asked = await theirs(work, actor, Action.ANSWER_CITY_QUESTION, known.about.question_id)
    added = await _added_already(work, actor, asked)
    if added is not None:
        return added
    alike = await often.group_of(work, asked.id)
    key = await adding.add(work, actor, answers)
    ids = {asked.id, *(each.question_id for each in alike)}
    await city_question.note_entry(work.session, sorted(ids), entry_id=key.id)
    return await adding.saved(work, actor, key)


async def _added_already(work: Work, actor: Person, asked: CityQuestion) -> Message | None:
    """What stands in the list because of it; None where nothing does."""
    found = await entries.with_key(work, FaqKey(id=asked.entry_id)) if asked.entry_id is not None else None
    return views.message(actor, found) if found is not None else None


FORM = registered(
    FormAbout(
        name="add_asked_to_faq",
        noun="asked_in_list",
        still_holds=_not_added,
        version=1,
        about=QuestionToAdd,
        questions=adding.questions,
        known=_known,
        send=_send,
        summary=_summary,
        sends="faq.keep",
    )
)
