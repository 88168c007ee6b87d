"""What the bot says of what is asked often: the list, an answer, and how the city has worded it."""

from datetime import date

from domain.faq import AskedOften, FaqWording
from domain.frozen import frozen
from domain.language import Language
from messages.template import template


@frozen
class QuestionNamed:
    """A question, in each language that people read."""

    swedish: str
    english: str
    is_hidden: bool = False


@frozen
class FaqSaid:
    """A question and its answer, in each language that people read.

    Attributes:
        only_in: The one language in which the city has written it; None where it is there in both.
    """

    swedish: FaqWording
    english: FaqWording
    only_in: Language | None = None


@template("everyone_faq_listed")
@frozen
class FaqListed:
    """A page of all that is asked often.

    Attributes:
        may_ask: Whether the reader can send a question to the city.
    """

    questions: tuple[QuestionNamed, ...]
    number: int
    pages: int
    may_ask: bool


@template("everyone_faq_shown")
@frozen
class FaqShown:
    """A question with its answer.

    Attributes:
        is_saved: Its wording has just been kept.
        shown_in: The language that has been worded, and is shown; None for the reader's own.
    """

    said: FaqSaid
    is_hidden: bool = False
    is_saved: bool = False
    shown_in: Language | None = None


@template("everyone_faq_not_found")
@frozen
class FaqNotFound:
    """Nothing in the list fits what was looked for. `typed` as in `WayToAnswer`."""

    city: str
    contact: str
    may_ask: bool
    typed: str = ""


@template("leader_faq_checked")
@frozen
class FaqChecked:
    """How it will read, before it is kept: in one language, or in both where it is new.

    Attributes:
        is_from_supplier: A supplier has asked it, and nothing in it may tell who that was.
        changed_in: The language that is worded anew; None where the question is new.
    """

    wordings: tuple[FaqWording, ...]
    complaint: str
    is_from_supplier: bool = False
    changed_in: Language | None = None


@frozen
class EarlierWording:
    """How the city has worded it in a language, who wrote it and until when it held; None for one that still does."""

    language: Language
    question: str
    answer: str
    is_to_confirm: bool
    written_by: str
    written_on: date
    replaced_on: date | None


@template("leader_faq_history")
@frozen
class FaqHistory:
    """A page of all that the city has said there, the newest first."""

    wordings: tuple[EarlierWording, ...]
    number: int
    pages: int


def named(entry: AskedOften) -> QuestionNamed:
    """The question, where need be in the other language."""
    said = said_of(entry)
    return QuestionNamed(said.swedish.question, said.english.question, entry.is_hidden)


def said_of(entry: AskedOften) -> FaqSaid:
    """The question and its answer, where need be in the other language. Raises ValueError for one without words."""
    swedish, english = entry.swedish or entry.english, entry.english or entry.swedish
    if swedish is None or english is None:
        raise ValueError(f"{entry.key} is worded in no language")
    only_in = {(True, False): Language.SWEDISH, (False, True): Language.ENGLISH}
    return FaqSaid(swedish, english, only_in.get((entry.swedish is not None, entry.english is not None)))
