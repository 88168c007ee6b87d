"""What the bot says of a question to the city: to whoever asks it, and to those of the city who answer."""

from datetime import date

from domain.frozen import frozen
from domain.turn.turn import Side
from messages.template import template


@frozen
class Earlier:
    """The question that another goes on from, and its answer."""

    words: str
    answer: str


@frozen
class QuestionTold:
    """A question as those read it who may answer.

    Attributes:
        asker: Who has asked.
        supplier: The company that they speak for; None where they speak for none.
        earlier: What it goes on from; None where it is about something new.
        read_before: Which frequent question they had read the answer to; empty where they came from elsewhere.
    """

    asker: str
    supplier: str | None
    words: str
    asked_on: date
    earlier: Earlier | None = None
    read_before: str = ""


@template("supplier_city_question_checked")
@frozen
class CityQuestionChecked:
    """What is going to be asked, and of whom, before it is sent.

    Attributes:
        receiver: Who gets it; empty where nobody of the city is in.
        contact: Where else the city is reached.
        read_before: As in `QuestionTold`.
    """

    words: str
    receiver: str
    contact: str
    earlier: Earlier | None
    complaint: str
    read_before: str = ""


@template("supplier_city_question_sent")
@frozen
class CityQuestionSent:
    """It is on its way to whoever gets it, or waits for somebody to come in. `receiver` as in `CityQuestionChecked`."""

    receiver: str
    contact: str


@template("supplier_city_question_moved")
@frozen
class CityQuestionMoved:
    """Somebody else has it now."""

    words: str
    receiver: str


@template("supplier_city_question_late")
@frozen
class CityQuestionLate:
    """It takes long: more people have been asked, and this is where else to turn.

    Attributes:
        asked: Who has not answered.
        others: Who was asked besides; none where nobody else is here.
    """

    words: str
    asked: str
    others: tuple[str, ...]
    contact: str


@template("supplier_city_question_answered")
@frozen
class CityQuestionAnswered:
    """Here is the answer.

    Attributes:
        is_to_confirm: It has to be confirmed in each case.
    """

    words: str
    asked_on: date
    answer: str
    answered_by: str
    is_to_confirm: bool = False


@template("staff_city_question_asked")
@frozen
class CityQuestionAsked:
    """A supplier asks the city something.

    Attributes:
        passed_on_by: Which colleague has passed it on; empty where nobody has.
    """

    question: QuestionTold
    passed_on_by: str = ""


@template("staff_city_question_waiting")
@frozen
class CityQuestionWaiting:
    """It still waits.

    Attributes:
        asked: Whose answer it waits for; empty where that is the reader.
    """

    question: QuestionTold
    asked: str = ""


@template("staff_city_answer_checked")
@frozen
class CityAnswerChecked:
    """What is going to be answered, before it is sent. `is_to_confirm` as in `CityQuestionAnswered`."""

    question: QuestionTold
    answer: str
    complaint: str
    is_to_confirm: bool = False


@template("staff_city_answer_sent")
@frozen
class CityAnswerSent:
    """The answer is on its way; or it is kept, and nobody of the company can be reached here.

    Attributes:
        receiver: Who gets it; None where nobody does. Then whoever asked is reached by what the message tells.
    """

    asker: str
    receiver: str | None


@template("staff_city_question_settled")
@frozen
class CityQuestionSettled:
    """It is answered already.

    Attributes:
        is_unsent: The reader has just written an answer too, and it was not sent.
    """

    question: QuestionTold
    answer: str
    answered_by: str
    answered_on: date
    is_unsent: bool = False


@template("staff_city_question_passed_on")
@frozen
class CityQuestionPassedOn:
    """A colleague has it now."""

    asker: str
    receiver: str


@template("staff_nobody_to_pass_on_to")
@frozen
class NobodyToPassOnTo:
    """No colleague is here who could have a question instead."""


@template("leader_city_questions_alike")
@frozen
class CityQuestionsAlike:
    """What several suppliers have asked that the list has no answer to: nothing says who."""

    questions: tuple[str, ...]


@frozen
class QuestionLine:
    """One that waits, in the list.

    Attributes:
        turn: Which side's turn it is.
        asked: Who of them has it; empty where it is everybody's who leads.
    """

    number: int
    supplier: str | None
    words: str
    asked_on: date
    turn: Side
    asked: str


@template("staff_city_questions_listed")
@frozen
class CityQuestionsListed:
    """A page of what waits for an answer."""

    lines: tuple[QuestionLine, ...]
    total: int
    number: int
    pages: int
