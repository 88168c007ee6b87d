"""Contracts without an end: the clock plans their meetings on, and asks for none twice."""

from datetime import date, timedelta

from domain.obligation import ObligationStatus
from storage.contracts import contract as contracts
from storage.obligations import obligation as obligations
from tests.city import City
from tests.contracts import TODAY, a_contract
from tests.record import recorded


async def test_a_contract_without_an_end_is_planned_on_a_year_before_its_meetings_run_out(city: City) -> None:
    contract = await a_contract(city, ends_on=None, planned_until=TODAY + timedelta(days=365))
    ended = await a_contract(city, "UH-2026-18", planned_until=TODAY)
    await city.later(timedelta())
    assert await recorded(city, "contract_planned_on") == []
    await city.later(timedelta(days=1))
    planned = await city.asks(lambda session: obligations.of_contract(session, contract.id))
    now = await city.asks(lambda session: contracts.find(session, contract.id))
    assert now is not None
    assert now.planned_until == TODAY + timedelta(days=731)
    assert planned[-1].due_on > date(2028, 10, 1)
    assert all(each.status is ObligationStatus.OPEN and each.next_at for each in planned)
    assert await city.asks(lambda session: obligations.of_contract(session, ended.id)) == []


async def test_what_is_planned_already_is_not_planned_twice(city: City) -> None:
    contract = await a_contract(city, ends_on=None, planned_until=TODAY)
    await city.later(timedelta())
    before = await city.asks(lambda session: obligations.of_contract(session, contract.id))
    await city.later(timedelta(days=400))
    after = await city.asks(lambda session: obligations.of_contract(session, contract.id))
    assert len(await recorded(city, "contract_planned_on")) == 2
    assert [each.key for each in after][: len(before)] == [each.key for each in before]
    assert len({each.key for each in after}) == len(after) > len(before)
