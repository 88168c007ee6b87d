"""How long people write about an offer: every combination with its right answer, written by hand."""

from dataclasses import replace
from itertools import product

from domain.slot import SlotStatus
from domain.turn.turn import Side
from domain.writing import WritingEnd, WritingFacts, end_of_asking, end_of_writing

TABLE = """
status     found  begun  why not

open       no     no     -
open       no     yes    begun
open       yes    no     found
open       yes    yes    begun
reserved   no     no     -
reserved   no     yes    begun
reserved   yes    no     found
reserved   yes    yes    begun
paused     no     no     -
paused     no     yes    begun
paused     yes    no     found
paused     yes    yes    begun
withdrawn  no     no     over
withdrawn  no     yes    begun
withdrawn  yes    no     over
withdrawn  yes    yes    begun
filled     no     no     begun
filled     no     yes    begun
filled     yes    no     begun
filled     yes    yes    begun
expired    no     no     over
expired    no     yes    begun
expired    yes    no     over
expired    yes    yes    begun
closed     no     no     begun
closed     no     yes    begun
closed     yes    no     begun
closed     yes    yes    begun
"""

ROWS = [line.split() for line in TABLE.splitlines()[2:] if line]


def facts(status: str, found: str, begun: str, *, is_held: bool = True) -> WritingFacts:
    return WritingFacts(SlotStatus(status), is_held=is_held, is_found=found == "yes", has_begun=begun == "yes")


def test_nobody_writes_once_somebody_is_found_or_has_begun_or_the_offer_is_gone() -> None:
    wrong = [row for row in ROWS if (end_of_writing(facts(*row[:3])) or "-") != row[3]]
    assert wrong == []


def test_nobody_writes_while_somebody_is_proposed_but_what_is_over_is_over() -> None:
    for row in ROWS:
        proposed = replace(facts(*row[:3]), is_proposed=True)
        expected = row[3] if row[3] in {"begun", "over"} else WritingEnd.PROPOSED
        assert (end_of_writing(proposed) or "-") == expected, row


def test_the_table_has_every_combination_once() -> None:
    listed = {row[0] for row in ROWS}
    assert len(ROWS) == len({tuple(row[:3]) for row in ROWS}) == 4 * len(listed)
    assert sorted(listed) == sorted(SlotStatus)


def test_a_supplier_writes_first_only_where_a_matcher_has_it() -> None:
    for row, asker in product(ROWS, (Side.SUPPLIER, Side.MATCHER)):
        held, unheld = (end_of_asking(facts(*row[:3], is_held=is_held), asker) for is_held in (True, False))
        assert (held or "-") == row[3]
        has_nobody = asker is Side.SUPPLIER and row[3] == "-"
        assert (unheld or "-") == (WritingEnd.NOBODY if has_nobody else row[3])
