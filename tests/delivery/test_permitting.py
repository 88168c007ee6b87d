"""What may go in a round: what is urgent has room, and a broadcast goes a few at a time."""

from bot.delivery.pacing import Pace
from bot.delivery.permitting import BROADCASTS_AT_ONCE, MOST_UNDER_WAY, permitted
from storage.outbox import Lane, OutboxRow


def rows(lane: Lane, how_many: int, *, first: int = 1) -> list[OutboxRow]:
    """To a chat each."""
    return [OutboxRow(id=number, chat_id=number, lane=lane) for number in range(first, first + how_many)]


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
