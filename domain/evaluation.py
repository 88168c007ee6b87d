"""Evaluations: a few presses at a placement's end and after a dialogue meeting; never a word about a person."""

from enum import StrEnum


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
