"""The pictures' colours are clear to whoever looks, whichever colours they see."""

from itertools import combinations

import pytest

from messages.pictures.drawing import Colours
from tests.messages.pictures.palette import EYES, contrast, distance, palette

TEXT, MARKS = 4.5, 3.0
"""WCAG 2.2: 1.4.3 and 1.4.11."""

APART = 0.1
STATES, KINDS = ("confirmed", "begun", "matched", "offered"), ("internship", "apprenticeship", "employment")


@pytest.mark.parametrize("colours", Colours)
def test_words_and_marks_stand_out_from_the_paper(colours: Colours) -> None:
    paints = palette(colours)
    assert [name for name in ("ink", "soft") if contrast(paints[name], paints["paper"]) < TEXT] == []
    assert [name for name in (*STATES, *KINDS, "line") if contrast(paints[name], paints["paper"]) < MARKS] == []
    # What is new in a month stands on what was there before.
    assert [name for name in KINDS if contrast(paints[name], paints["base"]) < MARKS] == []


@pytest.mark.parametrize("colours", Colours)
@pytest.mark.parametrize("eyes", EYES)
def test_states_and_kinds_differ_to_all_eyes(colours: Colours, eyes: str) -> None:
    paints = palette(colours)
    pairs = [*combinations(STATES, 2), *combinations(KINDS, 2)]
    assert [pair for pair in pairs if distance(paints[pair[0]], paints[pair[1]], EYES[eyes]) < APART] == []


def test_both_tables_have_the_same_colours() -> None:
    assert palette(Colours.LIGHT).keys() == palette(Colours.DARK).keys()
