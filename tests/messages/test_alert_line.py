from datetime import date
from itertools import product

import pytest

from domain.language import Language
from domain.slot import MOST_PLACES, SlotKind, Trade
from handlers.slots.typed import LONGEST_AREA
from messages.message import Message
from messages.rendering import plain, rendered
from messages.slots.alert import SlotReported, SlotWaiting
from messages.slots.facts import SlotFacts
from tests.each import each

ON_LOCK_SCREEN = 100
WIDEST_DAY = date(2026, 9, 30)


def first_line(kind: SlotKind, trade: Trade, language: Language, *, area: str) -> str:
    facts = SlotFacts(kind, trade, MOST_PLACES, area, WIDEST_DAY, None, supplier="Leverantören AB", contact="Kim")
    return plain(rendered(Message(SlotReported(facts)), language).text).split("\n")[0]


@pytest.mark.parametrize("language", Language)
def test_the_first_line_of_an_alert_does_on_a_lock_screen(language: Language, subtests: pytest.Subtests) -> None:
    for kind, trade in product(SlotKind, Trade):
        with each(subtests, f"{kind} in {trade}"):
            line = first_line(kind, trade, language, area="W" * LONGEST_AREA)
            assert len(line) <= ON_LOCK_SCREEN
            for word in ("50" if kind is not SlotKind.LECTURE else "", "W" * LONGEST_AREA, "30 sep"):
                assert word in line.replace("Sep", "sep")


@pytest.mark.parametrize("language", Language)
def test_the_first_line_says_the_same_when_matchers_are_asked_again(language: Language) -> None:
    facts = SlotFacts(SlotKind.MENTOR, Trade.CARE, 1, "Centrum", WIDEST_DAY, None, supplier="S", contact="K")
    asked, again = (
        rendered(Message(parameters), language).text.split("\n")
        for parameters in (SlotReported(facts), SlotWaiting(facts))
    )
    assert asked[0] == again[0]
    assert asked[1] != again[1]
