"""In one turn a person's conversation is asked for once, and so is what their form has to know of the supplier."""

import pytest

from tests.city import City
from tests.handlers.looks import looks
from tests.scale.statements import counted

TO_THE_END = ("/rapportera", "1", "1", "2", "Centrum", "2", "2", "1")
"""A report from its command to its sending."""


@pytest.mark.parametrize("by", ["texts", "presses"])
async def test_each_answer_of_a_form_looks_once_at_its_conversation_and_at_the_supplier(city: City, by: str) -> None:
    await city.maleri.says("/hjalp")
    asked: list[tuple[int, int]] = []
    for answer in TO_THE_END:
        can_be_pressed = by == "presses" and answer in {"1", "2"}
        with counted() as statements:
            await (city.maleri.presses(answer) if can_be_pressed else city.maleri.says(answer))
        asked.append((looks(statements), sum("supplier.trade" in each for each in statements)))
    assert city.maleri.last_text.startswith("Tack! Erbjudandet är skickat.")
    assert asked == [(1, 1)] * len(TO_THE_END)


async def test_what_one_person_says_to_another_looks_once_at_each_of_the_two(city: City) -> None:
    await city.maleri.reports_internship()
    await city.matcher_a.presses("Visa allt")
    await city.maleri.says("/rapportera")
    await city.matcher_a.presses("Ställ en fråga")
    with counted() as statements:
        await city.matcher_a.says("Finns det parkering?")
    assert "Steg 1\n" in city.maleri.last_text
    assert looks(statements) == 2
