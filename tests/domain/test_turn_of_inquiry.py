"""Whose turn it is with a question about an offer: written by hand, every combination with its right answer."""

from itertools import product

from domain.turn.inquiry import InquiryFacts, Reach, turn_of
from domain.turn.turn import Side

TABLE = """
asked     awaited  over  reach  stand-in   turn

supplier  yes      no    here   no         supplier
supplier  yes      no    here   yes        supplier
supplier  yes      no    away   no         coordinator
supplier  yes      no    away   yes        supplier
supplier  yes      no    gone   no         coordinator
supplier  yes      no    gone   yes        supplier
supplier  yes      yes   here   no         nobody
supplier  yes      yes   here   yes        nobody
supplier  yes      yes   away   no         nobody
supplier  yes      yes   away   yes        nobody
supplier  yes      yes   gone   no         nobody
supplier  yes      yes   gone   yes        nobody
supplier  no       no    here   no         nobody
supplier  no       no    here   yes        nobody
supplier  no       no    away   no         nobody
supplier  no       no    away   yes        nobody
supplier  no       no    gone   no         nobody
supplier  no       no    gone   yes        nobody
supplier  no       yes   here   no         nobody
supplier  no       yes   here   yes        nobody
supplier  no       yes   away   no         nobody
supplier  no       yes   away   yes        nobody
supplier  no       yes   gone   no         nobody
supplier  no       yes   gone   yes        nobody

matcher   yes      no    here   no         matcher
matcher   yes      no    here   yes        matcher
matcher   yes      no    away   no         coordinator
matcher   yes      no    away   yes        matcher
matcher   yes      no    gone   no         coordinator
matcher   yes      no    gone   yes        matcher
matcher   yes      yes   here   no         nobody
matcher   yes      yes   here   yes        nobody
matcher   yes      yes   away   no         nobody
matcher   yes      yes   away   yes        nobody
matcher   yes      yes   gone   no         nobody
matcher   yes      yes   gone   yes        nobody
matcher   no       no    here   no         nobody
matcher   no       no    here   yes        nobody
matcher   no       no    away   no         nobody
matcher   no       no    away   yes        nobody
matcher   no       no    gone   no         nobody
matcher   no       no    gone   yes        nobody
matcher   no       yes   here   no         nobody
matcher   no       yes   here   yes        nobody
matcher   no       yes   away   no         nobody
matcher   no       yes   away   yes        nobody
matcher   no       yes   gone   no         nobody
matcher   no       yes   gone   yes        nobody
"""
"""Awaited: it asks something and is not answered. Over: somebody is found or has begun, or the offer is gone."""

ROWS = [line.split() for line in TABLE.splitlines()[2:] if line]


def facts(asked: str, awaited: str, over: str, reach: str, stand_in: str) -> InquiryFacts:
    return InquiryFacts(Side(asked), awaited == "yes", over == "yes", Reach(reach), stand_in == "yes")


def test_it_is_whose_turn_the_table_says() -> None:
    wrong = [row for row in ROWS if turn_of(facts(*row[:5])).side is not Side(row[5])]
    assert wrong == []


def test_the_table_has_every_combination_once() -> None:
    every = product(("supplier", "matcher"), ("yes", "no"), ("yes", "no"), Reach, ("yes", "no"))
    assert sorted(tuple(row[:5]) for row in ROWS) == sorted(tuple(map(str, each)) for each in every)
