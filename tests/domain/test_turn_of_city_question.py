"""Whose turn it is with a question to the city, who is asked first, and what comes next: written by hand."""

from itertools import product

from domain.role import STAFF, Role
from domain.turn.city_question import Candidate, CityQuestionFacts, Step, asked_first, next_step, turn_of
from domain.turn.turn import Side

TABLE = """
answered  asked of       who is here  reminded  shared   turn         step

no        nobody         nobody       no        no       coordinator  ask_another
no        matcher        they         no        no       matcher      remind
no        matcher        they         yes       no       matcher      share
no        matcher        they         yes       yes      coordinator  none
no        matcher        deputy       no        no       matcher      ask_another
no        matcher        deputy       yes       no       matcher      ask_another
no        matcher        deputy       yes       yes      coordinator  none
no        matcher        nobody       no        no       coordinator  ask_another
no        matcher        nobody       yes       no       coordinator  ask_another
no        matcher        nobody       yes       yes      coordinator  none
no        coordinator    they         no        no       coordinator  remind
no        coordinator    they         yes       no       coordinator  share
no        coordinator    they         yes       yes      coordinator  none
no        coordinator    deputy       no        no       coordinator  ask_another
no        coordinator    deputy       yes       no       coordinator  ask_another
no        coordinator    deputy       yes       yes      coordinator  none
no        coordinator    nobody       no        no       coordinator  ask_another
no        coordinator    nobody       yes       no       coordinator  ask_another
no        coordinator    nobody       yes       yes      coordinator  none
no        administrator  they         no        no       coordinator  remind
no        administrator  they         yes       no       coordinator  share
no        administrator  they         yes       yes      coordinator  none
no        administrator  deputy       no        no       coordinator  ask_another
no        administrator  deputy       yes       no       coordinator  ask_another
no        administrator  deputy       yes       yes      coordinator  none
no        administrator  nobody       no        no       coordinator  ask_another
no        administrator  nobody       yes       no       coordinator  ask_another
no        administrator  nobody       yes       yes      coordinator  none
"""
"""Who is here: whoever was asked, else a deputy, or neither. What is answered is nobody's, and nothing comes of it."""

ROWS = [line.split() for line in TABLE.splitlines()[3:] if line]


def facts(answered: str, asked_of: str, here: str, reminded: str, shared: str) -> CityQuestionFacts:
    return CityQuestionFacts(
        is_answered=answered == "yes",
        asked_of=None if asked_of == "nobody" else Role(asked_of),
        is_here=here == "they",
        has_deputy=here == "deputy",
        is_reminded=reminded == "yes",
        is_shared=shared == "yes",
    )


def test_it_is_whose_turn_the_table_says_and_that_comes_next() -> None:
    said = [(row, turn_of(facts(*row[:5])).side, next_step(facts(*row[:5]))) for row in ROWS]
    assert [row for row, side, step in said if (side, step) != (Side(row[5]), Step(row[6]))] == []


def test_the_table_has_every_combination_that_can_be() -> None:
    """What is shared was reminded before; nobody was reminded where nobody was asked."""
    asked = product(STAFF, ("they", "deputy", "nobody"), ((False, False), (True, False), (True, True)))
    assert len(ROWS) == len(list(asked)) + 1
    assert len({tuple(row[:5]) for row in ROWS}) == len(ROWS)


def test_what_is_answered_is_nobodys_turn_and_nothing_comes_of_it() -> None:
    answered = [facts("yes", *row[1:5]) for row in ROWS]
    assert {(turn_of(each).side, next_step(each)) for each in answered} == {(Side.NOBODY, Step.NONE)}


def test_a_coordinator_is_asked_first_then_an_administrator_then_a_matcher_and_never_anybody_else() -> None:
    everyone = [Candidate(number, role, 0) for number, role in enumerate(Role, start=1)]
    asked: list[Role] = []
    while (first := asked_first(everyone)) is not None:
        asked += [each.role for each in everyone if each.person_id == first]
        everyone = [each for each in everyone if each.person_id != first]
    assert asked == [Role.COORDINATOR, Role.ADMINISTRATOR, Role.MATCHER]


def test_of_one_role_whoever_has_the_fewest_to_answer_and_of_two_alike_who_came_first() -> None:
    here = [Candidate(1, Role.COORDINATOR, 2), Candidate(3, Role.COORDINATOR, 1), Candidate(2, Role.COORDINATOR, 1)]
    assert asked_first(here) == 2
    assert asked_first([*here, Candidate(9, Role.MATCHER, 0)]) == 2


def test_whoever_has_answered_before_is_asked_again_while_they_are_here() -> None:
    here = [Candidate(1, Role.COORDINATOR, 0), Candidate(9, Role.MATCHER, 5)]
    assert asked_first(here, answered_before=9) == 9
    assert asked_first(here, answered_before=7) == 1
