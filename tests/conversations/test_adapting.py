"""What a workplace can be like is pressed on the offer's card: by the supplier, or by the matcher who has heard it."""

import pytest
from sqlalchemy import select

from domain.wish import Adaptation
from handlers.slots.adapting import SAVE, TOGGLE
from storage.ledger import LedgerRow
from storage.people.person import Person
from tests.city import City
from tests.conversations.slots import card_of
from tests.each import each


async def adaptations(city: City) -> list[str] | None:
    """As the newest offer says."""
    return (await city.slots())[-1].adaptations


async def test_a_supplier_says_what_it_can_arrange_and_the_matchers_see_it(city: City) -> None:
    mira = city.maleri
    await mira.reports_internship()
    assert await adaptations(city) is None
    await card_of(mira)
    await mira.presses("Vad kan anpassas?")
    assert mira.last_text.startswith("Vad kan ni ordna på arbetsplatsen?\nPraktikplats · Måleri · 2 platser · Centrum")
    twice, shown = mira.data("Lugn miljö"), mira.last.message_id
    for _ in range(2):
        await mira.presses_forged(twice, message_id=shown)
    assert mira.buttons[:3] == ["1. Sittande arbete", "2. Lugn miljö (vald)", "3. Inga tunga lyft"]
    for label in ("Sittande arbete", "Enkel svenska", "Sittande arbete (vald)"):
        await mira.presses(label)
    assert await adaptations(city) is None  # nothing is kept before it is said
    stale = mira.data("Klart")
    await mira.presses("Klart")
    assert "Tack! Nu ser matcharna vad arbetsplatsen kan ordna." in mira.last_text
    assert "Arbetsplatsen kan ordna: lugn miljö, enkel svenska" in mira.last_text
    assert await adaptations(city) == [Adaptation.QUIET, Adaptation.SIMPLE_SWEDISH]

    (offered,) = await city.slots()
    assert offered.offered(begun=1).places_left == 1
    assert offered.offered(begun=0).adaptations == {Adaptation.QUIET, Adaptation.SIMPLE_SWEDISH}
    await card_of(city.matcher_a)
    assert "Arbetsplatsen kan ordna: lugn miljö, enkel svenska" in city.matcher_a.last_text
    assert not any("anpassas" in label for label in city.matcher_a.buttons)  # who has not taken it has heard nothing
    await mira.presses_forged(stale)
    assert mira.last_text.startswith("Det har redan hänt något annat.")
    assert await adaptations(city) == [Adaptation.QUIET, Adaptation.SIMPLE_SWEDISH]


async def test_whoever_has_it_writes_down_what_is_heard_by_phone_and_nobody_else_does(
    city: City, subtests: pytest.Subtests
) -> None:
    await city.park.reports_internship()
    await city.matcher_a.presses("Jag tar den")
    await card_of(city.matcher_a)
    await city.matcher_a.presses("Vad kan anpassas?")
    assert city.matcher_a.last_text.startswith("Vad säger leverantören att arbetsplatsen kan ordna?")
    await city.matcher_a.presses("Utan trappor")
    toggle, save = city.matcher_a.data("Kortare dagar"), city.matcher_a.data("Klart")
    await city.matcher_a.presses("Klart")
    assert "Arbetsplatsen kan ordna: utan trappor" in city.matcher_a.last_text
    await card_of(city.park)
    assert "The workplace can arrange: no stairs" in city.park.last_text
    assert await adaptations(city) == [Adaptation.STEP_FREE]
    for chat in (city.matcher_b, city.coordinator, city.maleri):
        await chat.says("/platser")
        for carried in (toggle, save, f"{TOGGLE}:1:1:zz", f"{SAVE}:1:1:zz"):
            with each(subtests, f"{carried} {chat.phone.user_id}"):
                await chat.presses_forged(carried)
                assert chat.last_text.startswith("Det finns inte längre")
    changes = (
        select(Person.name).join(LedgerRow, LedgerRow.actor_id == Person.id).where(LedgerRow.event == "slot_changed")
    )
    assert list(await city.asks(lambda session: session.scalars(changes))) == ["Anna Lind"]


async def test_a_visit_has_nothing_to_adapt(city: City) -> None:
    await city.maleri.reports_visit()
    await card_of(city.maleri)
    assert not any("anpassas" in label for label in city.maleri.buttons)
