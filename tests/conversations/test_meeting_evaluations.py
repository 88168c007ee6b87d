"""After a meeting that was held, each who was there is asked once whether it was worth the time."""

from datetime import timedelta

from domain.evaluation import Verdict
from tests.city import City
from tests.meetings import OVER_AT, a_meeting, tells
from tests.placements import evaluations, morning
from tests.record import recorded

ASKED = "Var mötet värt tiden?\nStartmöte med Exempelmåleriet AB, måndag 23 november 2026"


async def test_who_was_there_is_asked_on_the_next_day_with_one_press_that_can_be_changed_for_a_week(
    city: City,
) -> None:
    await a_meeting(city, city.maleri, city.matcher_a)
    await city.until(OVER_AT)
    await tells(city.coordinator, who="Mira Holm", agreed="Vi provar i vår.")
    await city.until(OVER_AT + timedelta(hours=5))
    assert not any(each.text.startswith(ASKED) for each in city.maleri.received)
    await city.until(morning("2026-11-24") + timedelta(hours=3))
    assert city.maleri.last_text.startswith(ASKED)
    assert city.maleri.buttons == ["1. Ja", "2. Delvis", "3. Nej"]
    assert not any(each.text.startswith(ASKED) for each in city.matcher_a.received)
    again = city.maleri.data("Nej")
    answered = await city.maleri.presses("Delvis")
    assert answered.startswith("Tack för svaret! Värt tiden: delvis\nStartmöte med Exempelmåleriet AB")
    assert answered.endswith("Du kan ändra svaret till och med 30 november.")
    assert (await city.maleri.presses("Ja")).startswith("Tack för svaret! Värt tiden: ja")
    assert len([each for each in city.maleri.received if "värt tiden" in each.text.lower()]) == 1
    await city.later(timedelta(days=7))
    assert (await city.maleri.presses_forged(again)).startswith("Tack för svaret! Värt tiden: ja")
    (kept,) = await evaluations(city)
    assert kept.verdicts == {"worthwhile": Verdict.YES}
    assert len(await recorded(city, "meeting_evaluated")) == 2
    assert (await city.coordinator.presses_forged(again)).startswith("Det finns inte")
