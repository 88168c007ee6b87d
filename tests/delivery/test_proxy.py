"""With STEGET_PROXY every request goes through it: fetching updates, answers, and the files that people send."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.city import City, a_city
from tests.empty_database import EmptyDatabase, on_sqlite
from tests.importing.sheets import csv, row
from tests.small_proxy import SmallProxy, small_proxy

pytestmark = on_sqlite


@pytest.fixture
async def proxy() -> AsyncIterator[SmallProxy]:
    async with small_proxy(user="steget:hemligt") as running:
        yield running


@pytest.fixture
async def city(tmp_path: Path, empty_database: EmptyDatabase, proxy: SmallProxy) -> AsyncIterator[City]:
    async with a_city(tmp_path, empty_database, proxy=proxy.address) as running:
        yield running


async def test_every_request_goes_through_it(city: City, proxy: SmallProxy) -> None:
    await city.coordinator.says("/hjalp")
    city.coordinator.phone.sends_document("avtal.csv", csv(row()))
    await city.settled()
    assert "avtal.csv" in city.coordinator.last_text
    went = " ".join(proxy.passed_on)
    assert [part for part in ("getMe", "getUpdates", "sendMessage", "getFile", "/file/bot") if part not in went] == []
