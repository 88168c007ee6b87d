"""What may go in a round: what is urgent has room, and a broadcast goes a few at a time."""

from datetime import timedelta
from typing import Any

from bot.delivery.pacing import Pace
from bot.delivery.permitting import BROADCASTS_AT_ONCE, MOST_UNDER_WAY, at_once, leaves_some, permitted
from storage.outbox import TIDYING, Lane, Method, NewRow
from storage.outgoing import Allowed, Outgoing
from tests.storage.rows import ANYTHING, NOW, to_send


def rows(lane: Lane, how_many: int, *, first: int = 1) -> list[Outgoing]:
    """To a chat each."""
    return [to_send(id=number, chat_id=number, lane=lane) for number in range(first, first + how_many)]


def new(
    number: int, chat: int, *, lane: Lane = Lane.ANSWER, method: Method = Method.SEND_MESSAGE, **more: Any
) -> NewRow:
    return NewRow(number, chat, lane, method, **({"due_at": NOW} | more))


def pace() -> Pace:
    return Pace(10_000, 1, lambda: 1000.0)


def test_a_broadcast_is_begun_a_few_at_a_time_behind_all_that_is_more_urgent() -> None:
    found = [*rows(Lane.ALERT, 3), *rows(Lane.BROADCAST, 40, first=4)]
    may_go = permitted(found, pace(), under_way=0)
    assert sorted(may_go.permits) == list(range(1, 4 + BROADCASTS_AT_ONCE))
    assert may_go.is_cut
    assert not permitted(rows(Lane.BROADCAST, BROADCASTS_AT_ONCE), pace(), under_way=0).is_cut


def test_however_much_of_a_broadcast_is_under_way_an_alert_has_room_and_an_answer_still_more() -> None:
    for lane, before in ((Lane.ALERT, Lane.BROADCAST), (Lane.ANSWER, Lane.ALERT)):
        full = MOST_UNDER_WAY[before]
        assert not permitted(rows(before, 1), pace(), under_way=full).permits
        assert permitted(rows(lane, 1), pace(), under_way=full).permits


def test_of_what_was_just_queued_the_first_of_each_chat_goes_and_what_tidies_beside_it() -> None:
    queued = [
        new(1, 7, lane=Lane.ALERT),
        new(2, 7),
        new(3, 7, lane=Lane.DUTY, method=TIDYING),
        new(4, 8, lane=Lane.BROADCAST),
        new(5, 9, due_at=NOW + timedelta(seconds=1)),
        new(6, 10),
    ]
    assert [row.id for row in at_once(queued, ANYTHING, under_way_to=(), now=NOW)] == [2, 6, 3]
    assert [row.id for row in at_once(queued, ANYTHING, under_way_to={7}, now=NOW)] == [6, 3]


def test_nothing_goes_at_once_to_a_chat_that_is_held_but_an_answer_where_only_others_are() -> None:
    queued = [new(1, 7), new(2, 8), new(3, 8, lane=Lane.ALERT), new(4, 9, lane=Lane.ALERT)]
    held = Allowed(at_most=10, no_answers_to={7}, nothing_else_to={7, 8})
    assert [row.id for row in at_once(queued, held, under_way_to=(), now=NOW)] == [2, 4]
    assert [row.id for row in at_once(queued, ANYTHING, under_way_to=(), now=NOW)] == [1, 2, 4]


def test_somebody_has_to_wait_where_there_was_room_for_no_more_unless_only_a_broadcast_does() -> None:
    answers, broadcast = rows(Lane.ANSWER, 3), rows(Lane.BROADCAST, 3, first=4)
    assert leaves_some(answers, {1, 2, 3}, at_most=3)
    assert leaves_some(answers, {1, 2}, at_most=10)
    assert leaves_some([], set(), at_most=0)
    assert not leaves_some(answers, {1, 2, 3}, at_most=10)
    assert not leaves_some([*answers, *broadcast], {1, 2, 3}, at_most=6)
