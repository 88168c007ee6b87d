"""A question to the city: who is asked first, whose turn it is, and what comes of it while nobody answers."""

from collections.abc import Iterable
from enum import StrEnum

from domain.frozen import frozen
from domain.role import Role
from domain.turn.turn import Side, Turn

ASKED_IN_TURN = (Role.COORDINATOR, Role.ADMINISTRATOR, Role.MATCHER)
"""A role is asked only where nobody of those before it is here."""


@frozen
class Candidate:
    """Somebody of the city who is here, and could be asked.

    Attributes:
        waiting: How many questions wait for them already.
    """

    person_id: int
    role: Role
    waiting: int


def asked_first(here: Iterable[Candidate], *, answered_before: int | None = None) -> int | None:
    """Who is asked, by their id; None where nobody of the city is here.

    Whoever has answered what it goes on from; of the others by role, of one role whoever has the fewest to answer, and
    of two alike who came first.
    """
    staff = [each for each in here if each.role in ASKED_IN_TURN]
    if answered_before in {each.person_id for each in staff}:
        return answered_before
    first = min(staff, key=lambda each: (ASKED_IN_TURN.index(each.role), each.waiting, each.person_id), default=None)
    return None if first is None else first.person_id


@frozen
class CityQuestionFacts:
    """How a question to the city stands.

    Attributes:
        is_answered: It has its answer.
        asked_of: As what whoever was asked is here; None where nobody was in.
        is_here: They are here.
        has_deputy: They are not, and a deputy of theirs is.
        is_reminded: They were reminded.
        is_shared: It is everybody's who leads.
    """

    is_answered: bool
    asked_of: Role | None
    is_here: bool
    has_deputy: bool = False
    is_reminded: bool = False
    is_shared: bool = False


def turn_of(facts: CityQuestionFacts) -> Turn:
    """Whose turn it is: never the supplier's. Where whoever was asked can't answer it is those who lead."""
    if facts.is_answered:
        return Turn(Side.NOBODY)
    is_theirs = (facts.is_here or facts.has_deputy) and not facts.is_shared
    return Turn(Side.MATCHER if is_theirs and facts.asked_of is Role.MATCHER else Side.COORDINATOR)


class Step(StrEnum):
    """What is done with a question whose time has come."""

    NONE = "none"
    ASK_ANOTHER = "ask_another"
    """Somebody is asked who is here: a deputy of whoever was asked, or who is asked first."""
    REMIND = "remind"
    SHARE = "share"
    """It is everybody's who leads, and whoever has asked hears that it takes long."""


def next_step(facts: CityQuestionFacts) -> Step:
    """What to do now: whoever was asked is reminded once, and then it is everybody's who leads."""
    if facts.is_answered or facts.is_shared:
        return Step.NONE
    if facts.asked_of is None or not facts.is_here:
        return Step.ASK_ANOTHER
    return Step.SHARE if facts.is_reminded else Step.REMIND
