"""What staff are asked about what they heard: who said it, how, and when; and what goes with some answers."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from domain import typed_date
from domain.contact import LONGEST_NAME
from domain.day_words import WEEKDAYS
from domain.folded import folded
from domain.frozen import frozen
from domain.hearsay import HeardBy, ObjectionReason, Said
from domain.length import months_later
from domain.obligation import LONGEST_REASON
from domain.placement import EndReason
from domain.placement_end import LONGER_BY_MONTHS
from domain.proposal_answer import SUPPLIER_DECLINES
from domain.secrecy import FieldPolicy
from domain.settling_reason import NothingReason
from domain.typed_date import Days, EitherDay, WrongWeekday
from domain.withdrawal import CHOSEN, LONGEST_WITHDRAWAL_REASON
from handlers.form.complaint import AboutDays, Complaint, Wrong
from handlers.form.question import Answers, Known, Option, Question
from handlers.form.typed import FEWEST_LETTERS, letters, typed_text

A_DAY = timedelta(days=1)
HALF_A_YEAR = timedelta(days=183)
"""What was heard longer ago is not written down any more."""


@frozen
class Sourced:
    """The answers that say where it comes from.

    Attributes:
        heard_from: The name of whoever said it.
    """

    heard_from: str
    heard_how: HeardBy
    heard_on: date


@frozen(kw_only=True)
class WhoSpeaks(Known):
    """What is known of those who can have said it.

    Attributes:
        contacts: The names of the supplier's contacts, the contract's first.
    """

    contacts: tuple[str, ...] = ()


def _contacts(_answers: Answers, known: WhoSpeaks) -> Sequence[Option]:
    return [Option(name, text=name) for name in known.contacts]


def _ways(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(how.value, f"heard_how.{how}") for how in HeardBy]


def _days(_answers: Answers, known: Known) -> Sequence[Option]:
    yesterday = known.today - A_DAY
    return [
        Option(known.today.isoformat(), "heard_on.today", day=known.today),
        Option(yesterday.isoformat(), "heard_on.yesterday", day=yesterday),
    ]


def _typed_name(_answers: Answers, _known: Known, text: str) -> str | Complaint:
    name = " ".join(text.split())
    if len(name) > LONGEST_NAME:
        return Complaint.TEXT_TOO_LONG
    return name if letters(name) >= FEWEST_LETTERS else Complaint.TEXT_WITHOUT_LETTERS


def typed_past_day(_answers: Answers, known: Known, text: str) -> str | Wrong:
    """A day up to today: of a date without its year the last one, and of a weekday ("i tisdags") too."""
    days_ago = _days_ago(text, known.today)
    if days_ago is not None:
        return (known.today - timedelta(days=days_ago)).isoformat()
    match typed_date.read(text, known.today, near=known.today - HALF_A_YEAR):
        case WrongWeekday(day):
            return AboutDays(Complaint.WRONG_WEEKDAY, (day,))
        case EitherDay(first=day) | Days(first=day):
            is_past = known.today - HALF_A_YEAR <= day <= known.today
            return day.isoformat() if is_past else Complaint.NOT_LATELY
    return Complaint.DAY_NOT_UNDERSTOOD


DAYS_AGO = {"i gar": 1, "igar": 1, "yesterday": 1, "i forrgar": 2, "forrgar": 2, "the day before yesterday": 2}


def _days_ago(text: str, today: date) -> int | None:
    """How many days ago that word is, such as "i förrgår" or "i tisdags"; None for a date."""
    said = " ".join(folded(text).split()).strip(" .!")
    if said in DAYS_AGO:
        return DAYS_AGO[said]
    word = re.sub(r"^(?:i|pa|on|last) ", "", said)
    weekday = WEEKDAYS.get(word, WEEKDAYS.get(word.removesuffix("s")))
    return None if weekday is None else (today.weekday() - weekday) % 7


FROM = Question[WhoSpeaks]("heard_from", "heard_from", _contacts, _typed_name, policy=FieldPolicy.NAME)
HOW = Question[Known]("heard_how", "heard_how", _ways, in_a_row=3)
ON = Question[Known]("heard_on", "heard_on", _days, typed_past_day, in_a_row=2)
SOURCE = (FROM, HOW, ON)


def _nothing_reasons(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(reason.value, f"nothing.{reason}") for reason in NothingReason]


def _withdrawal_reasons(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(reason.value, f"withdrawal.{reason}") for reason in CHOSEN]


def _decline_reasons(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(reason.value, f"decline_reason.{reason}") for reason in SUPPLIER_DECLINES]


def _ends(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(reason.value, f"end_because.{reason}") for reason in EndReason]


def _last_days(_answers: Answers, known: Known) -> Sequence[Option]:
    return [
        Option(day.isoformat(), f"placement_end.months_{months}", day=day)
        for months in LONGER_BY_MONTHS
        for day in (months_later(known.today, months),)
    ]


def _objections(_answers: Answers, _known: Known) -> Sequence[Option]:
    return [Option(reason.value, f"objection.{reason}") for reason in ObjectionReason]


_NOTHING = Question[Known](
    "heard_nothing", "words", _nothing_reasons, typed_text(LONGEST_REASON), policy=FieldPolicy.REASON
)
_TIME = Question[Known]("heard_time", "words", read=typed_text(LONGEST_REASON), policy=FieldPolicy.RELAYED)
_WITHDRAWAL = Question[Known](
    "heard_withdrawal",
    "words",
    _withdrawal_reasons,
    typed_text(LONGEST_WITHDRAWAL_REASON),
    policy=FieldPolicy.REASON,
)
_DECLINE = Question[Known]("heard_decline", "words", _decline_reasons)
_ENDED = Question[Known]("heard_ended", "words", _ends)
_GOES_ON = Question[Known]("heard_goes_on", "words", _last_days)
OBJECTION = Question[Known]("objection", "objection", _objections)

_DETAILS = {
    Said.NOTHING: _NOTHING,
    Said.TIME: _TIME,
    Said.WITHDRAWN: _WITHDRAWAL,
    Said.DOES_NOT_SUIT: _DECLINE,
    Said.ENDED: _ENDED,
    Said.GOES_ON: _GOES_ON,
}


def questions(said: Said) -> Sequence[Question[WhoSpeaks]]:
    """What goes with what was said, and where it comes from."""
    detail = _DETAILS.get(said)
    return (*([detail] if detail is not None else []), *SOURCE)
