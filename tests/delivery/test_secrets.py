"""An invitation's code reaches whoever it is told to, and nobody finds it anywhere afterwards."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.demo.local_telegram import Faults
from domain.invitation import new_code
from handlers.handling.work import METHODS
from messages.rendering import MASK
from storage.outbox import Lane, OutboxState
from tests.city import City
from tests.delivery.invitations import EVERY_WAY, MADE, UNDO, link
from tests.delivery.outside import at_work, end_leases, everything_kept, row_with_id, tell, with_long_leases

TROUBLES: dict[str, tuple[Callable[[Faults, str], object], OutboxState]] = {
    "none": (lambda *_: None, OutboxState.SENT),
    "a server error": (lambda faults, method: faults.server_error(method=method), OutboxState.SENT),
    "a pause": (lambda faults, method: faults.too_many_requests(retry_after=1, method=method), OutboxState.SENT),
    "no connection": (lambda faults, method: faults.cuts_before_accepting(method=method), OutboxState.SENT),
    "no answer": (lambda faults, method: faults.cuts_after_accepting(method=method), OutboxState.SENT),
    "a slip": (lambda faults, method: faults.bad_request("can't parse entities: x", method=method), OutboxState.SENT),
    "a refusal": (lambda faults, method: faults.bad_request("chat not found", method=method), OutboxState.DEAD),
    "a block": (lambda faults, method: faults.forbidden(method=method), OutboxState.UNREACHABLE),
}


@pytest.fixture(autouse=True)
async def patient(city: City) -> None:
    """A busy computer may take its time: no lease runs out but where a test says so."""
    await with_long_leases(city)


@pytest.mark.parametrize(("trouble", "ending"), TROUBLES.values(), ids=TROUBLES)
async def test_the_code_is_kept_nowhere_whatever_becomes_of_it(
    city: City, trouble: Callable[[Faults, str], object], ending: OutboxState
) -> None:
    code = new_code()
    for message in EVERY_WAY:
        trouble(city.telegram.faults, METHODS[message.attachment])
        row_id = await tell(city, city.coordinator, message, secret=code)
        await city.settled()
        await end_leases(city)
        row = await row_with_id(city, row_id)
        assert (row.state, row.secret) == (ending, None)
    assert code in repr(city.telegram.requests)
    assert code not in await everything_kept(city)


async def test_the_link_is_said_and_a_mask_is_kept(city: City) -> None:
    code = new_code()
    row = await row_with_id(city, await tell(city, city.coordinator, MADE, secret=code))
    assert row.content["parameters"]["name"] == "Nora Berg"
    await city.settled()
    row = await row_with_id(city, row.id)
    assert city.coordinator.last_text.count(link(code)) == 1
    assert row.rendered == city.coordinator.last_text.replace(link(code), MASK)


async def test_a_broadcast_whose_fate_is_unknown_keeps_no_secret(city: City) -> None:
    code = new_code()
    city.telegram.faults.cuts_after_accepting(method="sendMessage")
    row_id = await tell(city, city.coordinator, MADE, secret=code, lane=Lane.BROADCAST)
    await city.settled()
    assert (await row_with_id(city, row_id)).state is OutboxState.UNKNOWN
    assert code not in await everything_kept(city)


async def test_what_was_never_confirmed_is_sent_again_with_its_link(city: City) -> None:
    code = new_code()
    city.telegram.faults.cuts_after_accepting(method="sendMessage")
    await tell(city, city.coordinator, MADE, secret=code)
    await city.settled()
    await end_leases(city)
    assert [link(code) in message.words for message in city.coordinator.received] == [True, True]


async def test_an_edit_takes_the_link_away(city: City) -> None:
    code = new_code()
    row_id = await tell(city, city.coordinator, replace(MADE, buttons=UNDO), secret=code)
    await city.settled()
    await at_work(city, "undone", lambda work: work.edit(row_id, MADE))
    await city.settled()
    assert MASK in city.coordinator.last_text
    assert code not in repr(city.coordinator.received)
    assert code not in await everything_kept(city)


async def test_buttons_go_and_the_link_stays(city: City) -> None:
    code = new_code()
    row_id = await tell(city, city.coordinator, replace(MADE, buttons=UNDO), secret=code)
    await city.settled()
    assert city.coordinator.buttons == ["1. Avbryt"]
    await at_work(city, "tidied", lambda work: work.take_buttons_away(row_id))
    await city.settled()
    assert city.coordinator.buttons == []
    assert link(code) in city.coordinator.last_text
    assert code not in await everything_kept(city)


async def test_buttons_go_from_what_still_waits_and_the_link_is_told_all_the_same(city: City) -> None:
    code = new_code()
    city.telegram.faults.cuts_after_accepting(method="sendMessage")
    row_id = await tell(city, city.coordinator, replace(MADE, buttons=UNDO), secret=code)
    await city.settled()
    await at_work(city, "tidied", lambda work: work.take_buttons_away(row_id))
    await city.settled()
    assert city.coordinator.buttons == []
    assert link(code) in city.coordinator.last_text


async def test_other_words_for_a_picture_that_still_waits_are_a_text_without_the_link(city: City) -> None:
    code = new_code()
    city.telegram.faults.cuts_after_accepting(method="sendPhoto")
    row_id = await tell(city, city.coordinator, EVERY_WAY[2], secret=code)
    await city.settled()
    await at_work(city, "undone", lambda work: work.edit(row_id, MADE))
    await city.settled()
    assert [message.kind for message in city.coordinator.received] == ["photo", "text"]
    assert code not in city.coordinator.last_text
    assert code not in await everything_kept(city)


async def test_a_picture_without_a_code_is_refused_before_it_is_queued(city: City) -> None:
    with pytest.raises(ValueError, match="there is none"):
        await tell(city, city.coordinator, EVERY_WAY[2])


async def test_a_link_whose_fate_was_lost_while_its_edit_waited_is_wiped_too(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.request.ANSWER_FOR", 0.5)
    code = new_code()
    hang = city.telegram.faults.hangs(method="sendMessage", is_applied_first=True)
    row_id = await tell(city, city.coordinator, MADE, secret=code)
    await hang.began.wait()
    await at_work(city, "undone", lambda work: work.edit(row_id, MADE))
    await city.settled()
    hang.release()
    row = await row_with_id(city, row_id)
    assert (row.state, row.secret) == (OutboxState.SENT, None)
    assert code not in city.coordinator.last_text
    assert code not in await everything_kept(city)
