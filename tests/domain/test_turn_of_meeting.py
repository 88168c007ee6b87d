"""Whose turn it is in a meeting: written down by hand for every combination, and compared with the rule."""

from datetime import date
from itertools import product

from domain.meeting import MeetingStatus
from domain.turn.meeting import Hour, MeetingFacts, Summary, SupplierAnswer, turn_of

DAY = date(2026, 12, 10)
ANY = "-"

TABLE = """
status     hour    answer       summary         whose turn
planned    before  none         -               supplier
planned    before  coming       -               nobody until the day
planned    before  not_coming   -               coordinator
planned    before  other_time   -               coordinator
planned    before  not_asked    -               coordinator
planned    during  none         -               nobody until the day
planned    during  coming       -               nobody until the day
planned    during  not_coming   -               nobody until the day
planned    during  other_time   -               nobody until the day
planned    during  not_asked    -               nobody until the day
planned    after   none         -               coordinator
planned    after   coming       -               coordinator
planned    after   not_coming   -               coordinator
planned    after   other_time   -               coordinator
planned    after   not_asked    -               coordinator
held       -       -            not_written     coordinator
held       -       -            sent            supplier
held       -       -            nobody_to_read  coordinator
held       -       -            disputed        coordinator
held       -       -            confirmed       nobody
not_held   -       -            -               nobody
cancelled  -       -            -               nobody
"""
"""A dash stands for whatever it may be."""

ROWS = [line.split(maxsplit=4) for line in TABLE.strip().splitlines()[1:]]


def test_the_turn_in_a_meeting_is_as_written_by_hand() -> None:
    wrong = []
    for what in product(MeetingStatus, Hour, SupplierAnswer, Summary):
        status, hour, answer, summary = what
        (right,) = [row[4] for row in ROWS if all(cell in {ANY, is_so} for cell, is_so in zip(row, what, strict=False))]
        turn = turn_of(MeetingFacts(status, DAY, hour, answer, summary))
        said = f"{turn.side} until the day" if turn.until == DAY else str(turn.side)
        if said != right:
            wrong.append(f"{' '.join(what)}: {said}, not {right}")
    assert wrong == []
