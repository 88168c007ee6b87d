"""Whose turn it is with a question to the city, who is asked first, and what comes next: written by hand."""

from itertools import product

from domain.role import STAFF, Role
from domain.turn.city_question import Candidate, CityQuestionFacts, Step, asked_first, next_step, turn_of
from domain.turn.turn import Side

TABLE = """
answered  asked of       can answer  reminded  shared   turn         step

no        nobody         no          no        no       coordinator  ask_another
no        matcher        yes         no        no       matcher      remind
no        matcher        yes         yes       no       matcher      share
no        matcher        yes         yes       yes      coordinator  none
no        matcher        no          no        no       coordinator  ask_another
no        matcher        no          yes       no       coordinator  ask_another
no        matcher        no          yes       yes      coordinator  none
no        coordinator    yes         no        no       coordinator  remind
no        coordinator    yes         yes       no       coordinator  share
no        coordinator    yes         yes       yes      coordinator  none
no        coordinator    no          no        no       coordinator  ask_another
no        coordinator    no          yes       no       coordinator  ask_another
no        coordinator    no          yes       yes      coordinator  none
no        administrator  yes         no        no       coordinator  remind
no        administrator  yes         yes       no       coordinator  share
no        administrator  yes         yes       yes      coordinator  none
no        administrator  no          no        no       coordinator  ask_another
no        administrator  no          yes       no       coordinator  ask_another
no        administrator  no          yes       yes      coordinator  none
"""
"""Who was asked can answer where they, or their deputy, are here. What is answered is nobody's, and nothing comes."""

ROWS = [line.split() for line in TABLE.splitlines()[3:] if line]


def facts(answered: str, asked_of: str, can: str, reminded: str, shared: str) -> CityQuestionFacts:
    role = None if asked_of == "nobody" else Role(asked_of)
    return CityQuestionFacts(answered == "yes", role, can == "yes", reminded == "yes", shared == "yes")


def test_it_is_whose_turn_the_table_says_and_that_comes_next() -> None:
    said = [(row, turn_of(facts(*row[:5])).side, next_step(facts(*row[:5]))) for row in ROWS]
    assert [row for row, side, step in said if (side, step) != (Side(row[5]), Step(row[6]))] == []


def test_the_table_has_every_combination_that_can_be() -> None:
    """What is shared was reminded before; nobody was reminded where nobody was asked."""
    asked = product(STAFF, ("yes", "no"), ((False, False), (True, False), (True, True)))
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
