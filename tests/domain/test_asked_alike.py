"""Which questions to the city ask the same, and which are asked often enough for the list."""

from domain.asked_alike import AskedOnce, are_alike, asked_often, told_in

ALIKE = (
    ("Har ni en lånebil åt oss?", "Finns det lånebilar?"),
    ("Vem skriver avtalet om praktik?", "Vem är det som skriver praktikens avtal?"),
    ("Kan vi få hjälp med arbetskläder?", "Hjälper ni till med arbetskläderna?"),
)
UNLIKE = (
    ("Har ni en lånebil åt oss?", "Har ni en parkering åt oss?"),
    ("Får vi ta betalt för studiebesök?", "Får vi ta betalt för en föreläsning hos er på huvudkontoret?"),
    ("Hej!", "Hej hej!"),
    ("?", "Har ni en lånebil?"),
)


def test_those_that_tell_the_same_are_alike_and_others_are_not() -> None:
    for pairs, so in ((ALIKE, True), (UNLIKE, False)):
        told = {pair: (told_in(pair[0]), told_in(pair[1])) for pair in pairs}
        assert [
            pair for pair, (one, other) in told.items() if {are_alike(one, other), are_alike(other, one)} != {so}
        ] == []


def asked(*suppliers: int, words: str = "Har ni en lånebil?", first: int = 1) -> list[AskedOnce]:
    """The same question by each of these suppliers."""
    return [AskedOnce(number, supplier, words) for number, supplier in enumerate(suppliers, start=first)]


def test_three_suppliers_make_it_often_and_one_that_asks_three_times_does_not() -> None:
    assert asked_often(asked(1, 1, 1)) == asked_often(asked(1, 2, 2)) == asked_often([]) == ()
    assert asked_often(asked(1, 2, 3, 3)) == (tuple(asked(1, 2, 3, 3)),)


def test_what_the_most_suppliers_ask_comes_first() -> None:
    few, many = asked(1, 2, 3), asked(1, 2, 3, 4, words="Var ligger stadshuset?", first=10)
    assert asked_often([*few, *many]) == (tuple(many), tuple(few))
