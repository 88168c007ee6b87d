"""A reported slot fulfils the plan of its contract by itself; taken back, the plan is open again."""

from domain.obligation import ObligationStatus
from storage.obligations.obligation import Obligation
from tests.city import City
from tests.contracts import a_contract
from tests.conversations.slots import card_of
from tests.obligations import an_obligation, as_it_is
from tests.record import recorded


async def is_open(city: City, plan: Obligation) -> bool:
    """Whether it is to be done."""
    return (await as_it_is(city, plan)).status is ObligationStatus.OPEN


async def withdraws(city: City, area: str = "Centrum") -> str:
    """The supplier takes a slot back."""
    await card_of(city.maleri, area)
    await city.maleri.presses("Ta tillbaka")
    await city.maleri.says("1")
    return await city.maleri.presses("Skicka")


async def test_a_slot_of_the_only_contract_fulfils_its_plan_and_says_so(city: City) -> None:
    plan = await an_obligation(city, await a_contract(city))
    text = await city.maleri.reports_internship()
    assert "Därmed är planen i avtalet UH-2026-17 klar." in text
    now = await as_it_is(city, plan)
    assert (now.status, now.fulfilled_by) == (ObligationStatus.FULFILLED, "slot:1")
    (row,) = await recorded(city, "slot_reported")
    assert row.contract_id == plan.contract_id


async def test_a_second_slot_has_no_plan_left_to_fulfil(city: City) -> None:
    await an_obligation(city, await a_contract(city))
    await city.maleri.reports_internship()
    assert "plan" not in await city.maleri.reports_internship(area="Råå")


async def test_without_a_contract_nothing_is_fulfilled(city: City) -> None:
    contract = await a_contract(city, supplier_id=2, contact=None)
    plan = await an_obligation(city, contract)
    assert "plan" not in await city.maleri.reports_internship()
    assert await is_open(city, plan)


async def test_undoing_the_slot_opens_the_plan_again(city: City) -> None:
    plan = await an_obligation(city, await a_contract(city))
    await city.maleri.reports_internship()
    await city.maleri.presses("Ångra")
    assert await is_open(city, plan)
    assert len(await recorded(city, "obligation_reversed")) == 1


async def test_withdrawing_the_slot_opens_the_plan_again_and_says_so(city: City) -> None:
    plan = await an_obligation(city, await a_contract(city))
    await city.maleri.reports_internship()
    assert "Planen i avtalet UH-2026-17 är öppen igen." in await withdraws(city)
    assert await is_open(city, plan)


async def test_another_slot_that_is_still_offered_stands_for_it(city: City) -> None:
    plan = await an_obligation(city, await a_contract(city))
    await city.maleri.reports_internship()
    await city.maleri.reports_internship(area="Råå")
    assert "öppen igen" not in await withdraws(city)
    now = await as_it_is(city, plan)
    assert (now.status, now.fulfilled_by) == (ObligationStatus.FULFILLED, "slot:2")
    await withdraws(city, "Råå")
    assert await is_open(city, plan)


async def test_the_other_slot_of_another_contract_does_not_stand_for_it(city: City) -> None:
    plan = await an_obligation(city, await a_contract(city))
    await a_contract(city, "UH-2026-18")
    for contract in ("1", "2"):
        await city.maleri.says("/rapportera")
        await city.maleri.answers("1", contract, "1", "1", f"Ort {contract}", "2", "2", "1")
    assert (await as_it_is(city, plan)).fulfilled_by == "slot:1"
    await withdraws(city, "Ort 1")
    assert await is_open(city, plan)


async def test_changing_the_slot_s_contract_moves_what_it_fulfils(city: City) -> None:
    first = await an_obligation(city, await a_contract(city))
    second = await an_obligation(city, await a_contract(city, "UH-2026-18"))
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "1", "1", "Centrum", "2", "2", "1")
    assert not await is_open(city, first)
    await card_of(city.maleri)
    await city.maleri.presses("Ändra")
    await city.maleri.presses("Ändra avtal")
    await city.maleri.presses("UH-2026-18")
    await city.maleri.presses("Skicka")
    assert await is_open(city, first)
    assert (await as_it_is(city, second)).fulfilled_by == "slot:1"


async def test_from_a_contract_s_card_the_contract_is_filled_in(city: City) -> None:
    await a_contract(city)
    contract = await a_contract(city, "UH-2026-18")
    plan = await an_obligation(city, contract)
    await city.maleri.says("/avtal")
    await city.maleri.presses("UH-2026-18")
    await city.maleri.presses("Erbjud en plats")
    await city.maleri.answers("1", "1", "1", "Centrum", "2", "2", "1")
    assert "Därmed är planen i avtalet UH-2026-18 klar." in city.maleri.last_text
    assert not await is_open(city, plan)
