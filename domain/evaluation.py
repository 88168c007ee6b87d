"""Evaluations: a few presses at a placement's end and after a dialogue meeting; never a word about a person."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from domain.working_hours import WorkingHours


class EvaluationQuestion(StrEnum):
    """What can be asked. All are offered, none is demanded."""

    AGAIN = "again"
    """Supplier: would you again?"""
    RIGHT_MATCH = "right_match"
    PREPARED = "prepared"
    """Supplier: was there enough preparation?"""
    SUPPORT = "support"
    """Supplier: support from the city?"""
    LEADS_TO_JOB = "leads_to_job"
    BRIEF = "brief"
    """Matcher: was the offer as it was told?"""
    RESPONSE = "response"
    """Matcher: were answers quick enough?"""
    WORTHWHILE = "worthwhile"
    """After a dialogue meeting: was it worth the time?"""


class Verdict(StrEnum):
    """The answers."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


_Q = EvaluationQuestion

ASKED_OF_SUPPLIER = (_Q.AGAIN, _Q.RIGHT_MATCH, _Q.PREPARED, _Q.SUPPORT, _Q.LEADS_TO_JOB)
ASKED_OF_MATCHER = (_Q.BRIEF, _Q.RESPONSE)

_FOLLOWED_BY_ITSELF = {
    _Q.RIGHT_MATCH: _Q.PREPARED,
    _Q.PREPARED: _Q.SUPPORT,
    _Q.SUPPORT: _Q.LEADS_TO_JOB,
    _Q.BRIEF: _Q.RESPONSE,
}
"""After the supplier's first question the others come only where somebody wants to answer them."""


def following(question: EvaluationQuestion) -> EvaluationQuestion | None:
    """What is asked once that is answered; None where nothing is."""
    return _FOLLOWED_BY_ITSELF.get(question)


def asked_on(wanted: date, taken: Collection[date], hours: WorkingHours) -> date:
    """The day on which somebody is asked: nobody is asked for two evaluations on one day."""
    day = hours.working_day_from(wanted)
    while day in taken:
        day = hours.next_working_day(day)
    return day
