import pytest

from bot.delivery.pacing import ANSWERS_IN_A_BURST, Pace
from storage.outbox import Lane


class Seconds:
    """A monotonic clock that the test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def send_for(pace: Pace, clock: Seconds, seconds: float, lane: Lane) -> list[float]:
    """Send to ever new chats as fast as the pace allows; when each message went."""
    sent: list[float] = []
    end = clock.now + seconds
    while clock.now < end:
        for _ in range(pace.free(lane)):
            pace.spend(len(sent), lane)
            sent.append(clock.now)
        clock.now += 0.01
        pace.look()
    return sent


def test_all_together_never_more_than_the_rate_in_any_second() -> None:
    clock = Seconds()
    sent = send_for(Pace(30, 1, clock), clock, 20, Lane.ANSWER)
    assert 20 * 29 <= len(sent) <= 20 * 30 + 5
    for begin in sent:
        assert sum(begin <= at < begin + 1 for at in sent) <= 34


def test_one_message_a_second_is_kept_for_answers_while_a_broadcast_goes_out() -> None:
    clock = Seconds()
    pace = Pace(30, 1, clock)
    for _ in range(200):
        for number in range(pace.free(Lane.BROADCAST)):
            pace.spend(number, Lane.BROADCAST)
        assert pace.free(Lane.BROADCAST) == 0
        assert pace.free(Lane.ANSWER) == 1
        pace.spend(-1, Lane.ANSWER)
        assert pace.free(Lane.ANSWER) == 0
        clock.now += 1.0
        pace.look()


def test_a_chat_takes_a_burst_of_answers_and_then_one_a_second() -> None:
    clock = Seconds()
    pace = Pace(1000, 1, clock)
    for _ in range(ANSWERS_IN_A_BURST):
        assert 7 not in pace.held_chats(Lane.ANSWER)
        pace.spend(7, Lane.ANSWER)
    assert 7 in pace.held_chats(Lane.ANSWER)
    clock.now += 0.99
    pace.look()
    assert 7 in pace.held_chats(Lane.ANSWER)
    clock.now += 0.02
    pace.look()
    assert 7 not in pace.held_chats(Lane.ANSWER)


def test_nothing_but_answers_comes_in_a_burst() -> None:
    clock = Seconds()
    pace = Pace(1000, 1, clock)
    pace.spend(7, Lane.ALERT)
    assert 7 in pace.held_chats(Lane.ALERT)
    assert 7 not in pace.held_chats(Lane.ANSWER)
    clock.now += 1.01
    pace.look()
    assert 7 not in pace.held_chats(Lane.ALERT)


def test_an_alert_waits_a_second_after_an_answer_and_leaves_room_for_the_next_four() -> None:
    clock = Seconds()
    pace = Pace(1000, 1, clock)
    for _ in range(4):
        pace.spend(7, Lane.ANSWER)
    assert 7 in pace.held_chats(Lane.ALERT)
    clock.now += 1.01
    pace.look()
    assert 7 not in pace.held_chats(Lane.ALERT)


@pytest.mark.parametrize("answers", range(1, ANSWERS_IN_A_BURST + 1))
def test_no_alert_waits_longer_than_when_the_burst_was_four(answers: int) -> None:
    """Then it waited until all four were free again: a second for each that had gone."""
    clock = Seconds()
    pace = Pace(1000, 1, clock)
    for _ in range(answers):
        pace.spend(7, Lane.ANSWER)
    clock.now += min(answers, 4) + 0.01
    pace.look()
    assert 7 not in pace.held_chats(Lane.ALERT)


def test_after_a_whole_burst_of_answers_an_alert_waits_until_there_is_room_for_four_more() -> None:
    clock = Seconds()
    pace = Pace(1000, 1, clock)
    for _ in range(ANSWERS_IN_A_BURST):
        pace.spend(7, Lane.ANSWER)
    clock.now += 3.99
    pace.look()
    assert 7 in pace.held_chats(Lane.ALERT)
    assert pace.next_change() < 0.02
    assert 7 not in pace.held_chats(Lane.ANSWER)


def test_a_chat_has_one_message_a_second_on_average_whatever_the_lanes() -> None:
    clock = Seconds()
    pace, sent = Pace(1000, 1, clock), 0
    end = clock.now + 100
    while clock.now < end:
        for lane in (Lane.ANSWER, Lane.ALERT):
            if 7 not in pace.held_chats(lane):
                pace.spend(7, lane)
                sent += 1
        clock.now += 0.05
        pace.look()
    assert 100 <= sent <= 100 + ANSWERS_IN_A_BURST


def test_a_burst_is_ten() -> None:
    assert ANSWERS_IN_A_BURST == 10


def test_a_held_chat_waits_and_the_others_go_on() -> None:
    clock = Seconds()
    pace = Pace(1000, 1, clock)
    pace.hold(7, 5)
    assert pace.held_chats(Lane.ANSWER) == {7}
    assert pace.next_change() == 5
    clock.now += 5.01
    pace.look()
    assert pace.held_chats(Lane.ANSWER) == set()


def test_a_pause_holds_everyone_and_the_longest_counts() -> None:
    clock = Seconds()
    pace = Pace(1000, 1, clock)
    pace.pause(10)
    pace.pause(3)
    assert pace.free(Lane.ANSWER) == 0
    assert pace.next_change() == 10
    clock.now += 10.01
    pace.look()
    assert pace.free(Lane.ANSWER) > 0


def test_chats_that_have_rested_are_forgotten() -> None:
    clock = Seconds()
    pace = Pace(1000, 1, clock)
    for chat in range(10_000):
        pace.spend(chat, Lane.ANSWER)
    assert len(pace.held_chats(Lane.BROADCAST)) == 10_000
    clock.now += 15
    pace.look()
    assert pace.held_chats(Lane.BROADCAST) == set()
    assert pace.next_change() == float("inf")


def test_at_the_highest_rate_all_go_as_fast_as_it_says() -> None:
    clock = Seconds()
    sent = send_for(Pace(10_000, 1000, clock), clock, 2, Lane.ANSWER)
    assert 2 * 9_900 <= len(sent) <= 2 * 10_000 + 1_000
    for second in (1000.0, 1000.5, 1001.0):
        assert sum(second <= at < second + 1 for at in sent) <= 11_000


def test_at_the_highest_rate_a_chat_is_held_for_no_longer_than_a_thousandth() -> None:
    clock = Seconds()
    pace, sent = Pace(10_000, 1000, clock), 0
    end = clock.now + 1
    while clock.now < end:
        while 7 not in pace.held_chats(Lane.ANSWER):
            pace.spend(7, Lane.ANSWER)
            sent += 1
        clock.now += pace.next_change()
        pace.look()
    assert 990 <= sent <= 1000 + ANSWERS_IN_A_BURST


def test_waiting_as_long_as_it_says_neither_spins_nor_dawdles() -> None:
    clock = Seconds()
    pace, sent, looks = Pace(30, 1, clock), 0, 0
    end = clock.now + 20
    while clock.now < end:
        looks += 1
        for _ in range(pace.free(Lane.BROADCAST)):
            pace.spend(sent, Lane.BROADCAST)
            sent += 1
        pace.held_chats(Lane.BROADCAST)
        wait = pace.next_change()
        assert wait > 0
        clock.now += wait
        pace.look()
    assert 20 * 29 * 0.95 <= sent <= 20 * 29 + 5
    assert looks < 4 * sent


def test_a_long_wait_saves_nothing_up() -> None:
    clock = Seconds()
    pace = Pace(30, 1, clock)
    clock.now += 3600
    pace.look()
    assert pace.free(Lane.ANSWER) <= 4
    assert pace.free(Lane.BROADCAST) <= 3


def test_what_fills_while_a_round_lasts_is_waited_for_and_not_slept_through() -> None:
    clock = Seconds()
    pace = Pace(1000, 1, clock)
    for _ in range(ANSWERS_IN_A_BURST):
        pace.spend(7, Lane.ANSWER)
    clock.now += 0.999
    pace.look()
    assert 7 in pace.held_chats(Lane.ANSWER)
    clock.now += 0.002
    assert pace.next_change() < 0.01
