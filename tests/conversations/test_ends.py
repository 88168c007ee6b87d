"""A placement ends: both sides say so, and then it counts. Nobody is named, and nobody is blamed."""

from domain.placement import EndReason, PlacementStatus
from tests.city import City
from tests.placements import ON_LAST_DAY, placements, somebody_begins


async def test_on_the_last_day_the_supplier_is_asked_the_matcher_says_so_too_and_both_are_thanked(city: City) -> None:
    begun = await somebody_begins(city)
    await city.until(ON_LAST_DAY)
    print(city.maleri.last_text, city.maleri.buttons)
    print(await city.maleri.presses("Ja, som planerat"))
    print(city.matcher_a.last_text, city.matcher_a.buttons)
    print(await city.matcher_a.presses("Ja, det stämmer"))
    print(city.matcher_a.buttons)
    print(await city.matcher_a.presses("Delvis"))
    print(await city.matcher_a.presses("Ja"), city.matcher_a.buttons)
    print(await city.matcher_a.presses("Ändra svaren"))
    await city.later(__import__("datetime").timedelta(minutes=1))
    print(city.maleri.last_text, city.maleri.buttons)
    print(await city.maleri.presses("Kanske"), city.maleri.buttons)
    print(await city.maleri.presses("Svara på fyra till"), city.maleri.buttons)
    for _ in range(4):
        print(await city.maleri.presses("Ja"), city.maleri.buttons)
    (now,) = await placements(city)
    assert (now.status, now.end_reason, now.code) == (PlacementStatus.COMPLETED, EndReason.AS_PLANNED, begun.code)
    await city.until(__import__("datetime").datetime(2027, 4, 27, 8, 0, tzinfo=__import__("datetime").UTC))
    print(city.matcher_a.last_text, city.matcher_a.buttons)
    print(await city.matcher_a.presses("Arbete"), city.matcher_a.buttons)
    raise AssertionError
