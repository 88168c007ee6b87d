"""A message that may or may not have arrived: said again where it matters, counted always, never stale."""

import asyncio

import pytest
from sqlalchemy import func, select

from domain.role import Role
from storage import figures, outbox
from storage.outbox import Lane, Method, OutboxRow, OutboxState
from tests.city import City
from tests.delivery.middle_of_round import in_the_middle
from tests.delivery.outside import PATIENCE, arrivals, end_leases, queue, row, until_state, with_long_leases
from tests.each import each
from tests.empty_database import on_sqlite


@pytest.mark.parametrize("lane", [Lane.ANSWER, Lane.ALERT, Lane.DUTY])
async def test_it_is_sent_again_only_after_the_lease_and_counted(city: City, lane: Lane) -> None:
    await with_long_leases(city)
    city.telegram.faults.cuts_after_accepting(method="sendMessage")
    await queue(city, city.maleri, "perhaps", lane=lane)
    await until_state(city, "perhaps", OutboxState.UNKNOWN)
    await city.park.says("/hjalp")
    assert arrivals(city.maleri, "perhaps") == 1
    assert await city.asks(figures.possibly_doubled) == 0
    await end_leases(city)
    assert arrivals(city.maleri, "perhaps") == 2
    assert (await row(city, "perhaps")).state is OutboxState.SENT
    assert await city.asks(figures.possibly_doubled) == 1


async def test_every_copy_is_counted_and_not_only_that_there_are_some(city: City) -> None:
    await with_long_leases(city)
    city.telegram.faults.cuts_after_accepting(method="sendMessage", times=3)
    await queue(city, city.maleri, "perhaps")
    for copies in range(3):
        await until_state(city, "perhaps", OutboxState.UNKNOWN)
        assert await city.asks(figures.possibly_doubled) == copies
        await end_leases(city)
    assert arrivals(city.maleri, "perhaps") == 4
    assert (await row(city, "perhaps")).state is OutboxState.SENT
    assert await city.asks(figures.possibly_doubled) == 3


async def test_a_broadcast_is_never_sent_again_and_counted_at_once(city: City) -> None:
    await with_long_leases(city)
    city.telegram.faults.cuts_after_accepting(method="sendMessage")
    await queue(city, city.maleri, "perhaps", lane=Lane.BROADCAST)
    await until_state(city, "perhaps", OutboxState.UNKNOWN)
    await end_leases(city)
    await queue(city, city.maleri, "next")
    await city.settled()
    assert (await row(city, "perhaps")).state is OutboxState.UNKNOWN
    assert arrivals(city.maleri, "perhaps") == 1
    assert await city.asks(figures.possibly_doubled) == 1


async def test_a_cut_before_accepting_loses_nothing(city: City) -> None:
    await with_long_leases(city)
    city.telegram.faults.cuts_before_accepting(method="sendMessage")
    await queue(city, city.maleri, "perhaps")
    await until_state(city, "perhaps", OutboxState.UNKNOWN)
    await end_leases(city)
    assert arrivals(city.maleri, "perhaps") == 1


async def test_a_success_whose_body_is_no_answer_counts_as_unknown(city: City) -> None:
    await with_long_leases(city)
    city.telegram.faults.server_error(200, as_html=True, method="sendMessage")
    await queue(city, city.maleri, "perhaps")
    await until_state(city, "perhaps", OutboxState.UNKNOWN)
    await end_leases(city)
    assert arrivals(city.maleri, "perhaps") == 1
    assert await city.asks(figures.possibly_doubled) == 1


@pytest.mark.parametrize(
    "answer",
    [
        *[{"ok": True}, {"ok": True, "result": None}, {"ok": True, "result": True}, {"ok": True, "result": []}],
        *[{"ok": True, "result": {"message_id": odd}} for odd in ("7", True, 2**63)],
        *([], 7, None),
    ],
    ids=str,
)
async def test_an_answer_that_is_none_of_telegrams_counts_as_unknown(city: City, answer: object) -> None:
    await with_long_leases(city)
    city.telegram.faults.answers_oddly(answer, method="sendMessage")
    await queue(city, city.maleri, "perhaps")
    await until_state(city, "perhaps", OutboxState.UNKNOWN)
    await end_leases(city)
    assert arrivals(city.maleri, "perhaps") == 2
    assert (await row(city, "perhaps")).state is OutboxState.SENT
    assert await city.asks(figures.possibly_doubled) == 1


@pytest.mark.parametrize("method", [Method.EDIT_MESSAGE_TEXT, Method.EDIT_MESSAGE_REPLY_MARKUP])
async def test_an_edit_that_is_answered_so_is_made_again(city: City, method: Method) -> None:
    await with_long_leases(city)
    await city.maleri.says("/sprak")
    shown = await city.asks(lambda session: session.scalar(select(func.max(OutboxRow.id))))
    city.telegram.faults.answers_oddly({"ok": True, "result": None}, method=method)
    await queue(city, city.maleri, "perhaps", method=method, original_id=shown)
    await until_state(city, "perhaps", OutboxState.UNKNOWN)
    await end_leases(city)
    assert (await row(city, "perhaps")).state is OutboxState.SENT


@on_sqlite
async def test_what_is_answered_by_anything_but_true_is_done_again(city: City, subtests: pytest.Subtests) -> None:
    await with_long_leases(city)
    await city.maleri.says("/hjalp")
    text = {"text": "Hej", "language_code": "sv"}
    arranged = {
        Method.SET_MY_COMMANDS: {"role": Role.SUPPLIER},
        Method.DELETE_MY_COMMANDS: {},
        Method.SET_MY_DESCRIPTION: text,
        Method.SET_MY_SHORT_DESCRIPTION: text,
        Method.DELETE_MESSAGE: {"message_id": city.maleri.last.message_id},
    }
    for method, content in arranged.items():
        city.telegram.faults.answers_oddly({"ok": True, "result": None}, method=method)
        await queue(city, city.maleri, method, method=method, content=content)
    for method in arranged:
        with each(subtests, f"{method} is done again"):
            await until_state(city, method, OutboxState.UNKNOWN)
    await end_leases(city)
    for method in arranged:
        with each(subtests, f"{method} is done in the end"):
            assert (await row(city, method)).state is OutboxState.SENT


async def test_a_request_that_hangs_is_given_up_and_holds_up_nobody_else(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.request.ANSWER_FOR", 2.0)
    await with_long_leases(city)
    hang = city.telegram.faults.hangs(method="sendMessage", chat_id=city.maleri.phone.user_id)
    await queue(city, city.maleri, "perhaps")
    await hang.began.wait()
    await queue(city, city.park, "meanwhile")
    await until_state(city, "meanwhile", OutboxState.SENT)
    assert (await row(city, "perhaps")).state is OutboxState.SENDING
    await until_state(city, "perhaps", OutboxState.UNKNOWN)
    hang.release()
    await end_leases(city)
    assert arrivals(city.maleri, "perhaps") == 1


async def test_an_alert_of_unknown_fate_is_not_sent_again_once_it_is_out_of_date(city: City) -> None:
    await with_long_leases(city)
    city.telegram.faults.cuts_after_accepting(method="sendMessage", chat_id=city.matcher_b.phone.user_id)
    await city.maleri.reports_internship()
    assert len(city.matcher_b.received) == 1  # which the bot doesn't know
    await city.matcher_a.presses("Jag tar den")
    assert "Taget av Anna Lind" in city.matcher_b.last_text
    taken = city.matcher_b.last.message_id
    await end_leases(city)
    assert city.matcher_b.last.message_id == taken
    assert len(city.matcher_b.received) == 2
    assert await city.asks(figures.possibly_doubled) == 1
    assert OutboxState.UNKNOWN not in await city.asks(outbox.count_by_state)


async def test_an_alert_whose_fate_was_lost_while_its_edit_waited_is_not_sent_again_either(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.request.ANSWER_FOR", 1.0)
    await with_long_leases(city)
    await city.maleri.says("/rapportera")
    await city.maleri.answers("1", "1", "2", "Centrum", "2", "2")
    hang = city.telegram.faults.hangs(method="sendMessage", chat_id=city.matcher_b.phone.user_id, is_applied_first=True)
    city.maleri.phone.says("1")
    await hang.began.wait()
    async with asyncio.timeout(PATIENCE):
        while not city.matcher_a.received:
            await asyncio.sleep(0.005)
    await city.matcher_a.presses("Jag tar den")
    assert "Taget av Anna Lind" in city.matcher_b.last_text
    taken = city.matcher_b.last.message_id
    await end_leases(city)
    assert city.matcher_b.last.message_id == taken
    assert OutboxState.UNKNOWN not in await city.asks(outbox.count_by_state)
    assert await city.asks(figures.possibly_doubled) == 1


@pytest.mark.parametrize(
    ("lane", "state", "times"),
    [(Lane.ANSWER, OutboxState.SENT, 1), (Lane.DUTY, OutboxState.SENT, 1), (Lane.BROADCAST, OutboxState.UNKNOWN, 0)],
)
async def test_what_a_killed_deliverer_was_sending_is_sent_again_without_waiting_but_no_broadcast(
    city: City, lane: Lane, state: OutboxState, times: int
) -> None:
    killed = {"state": OutboxState.SENDING, "fencing_token": 0, "lease_until": 1e12, "attempts": 1}
    await queue(city, city.maleri, "left behind", lane=lane, **killed)
    await city.settled()
    assert (await row(city, "left behind")).state is state
    assert arrivals(city.maleri, "left behind") == times
    assert await city.asks(figures.possibly_doubled) == 1


async def test_stopped_in_the_middle_of_a_round_nothing_is_left_half_way(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with in_the_middle(monkeypatch) as has_come:
        await queue(city, city.maleri, "in the middle")
        await has_come.wait()
        stopping = asyncio.create_task(city.stop())
        await asyncio.sleep(0)
    await stopping
    found = await row(city, "in the middle")
    assert (found.state, found.possible_copies) == (OutboxState.SENT, 0)
    assert arrivals(city.maleri, "in the middle") == 1
