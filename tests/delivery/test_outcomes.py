from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.connections import LeaseIsOverError, NotConnectedError
from bot.delivery.outcome import (
    Accepted,
    NoAnswer,
    NotBegun,
    NotSent,
    Outcome,
    Paused,
    Refused,
    Unreachable,
    is_not_editable,
    outcome_of,
)
from bot.request import AnswerNotReadError


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (RetryAfter(3), Paused),
        (RetryAfter(timedelta(seconds=3)), Paused),
        (Forbidden("Forbidden: bot was blocked by the user"), Unreachable),
        (BadRequest("Chat not found"), Refused),
        (BadRequest("Message is not modified: specified new message content"), Accepted),
        (NotConnectedError("no connection"), NotSent),
        (LeaseIsOverError("its lease was over"), NotBegun),
        (AnswerNotReadError("no answer"), NoAnswer),
        (NetworkError("Bad Gateway"), NotSent),
        (InvalidToken(), NotSent),
        (Conflict("Conflict"), NotSent),
        (ChatMigrated(5), NotSent),
        (TelegramError("something new"), NotSent),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, TelegramError) else "",
)
def test_each_error_has_one_meaning(error: TelegramError, kind: type[Outcome]) -> None:
    assert isinstance(outcome_of(error), kind)


def test_only_the_networks_trouble_is_waited_for_without_end() -> None:
    for error, waits in ((NotConnectedError("x"), True), (InvalidToken(), True), (NetworkError("500"), False)):
        outcome = outcome_of(error)
        assert isinstance(outcome, NotSent)
        assert outcome.is_ours_to_wait == waits


def test_tries_come_ever_less_often_but_at_least_every_minute() -> None:
    waits = [NotSent("x", is_ours_to_wait=True).hold(attempts) for attempts in range(1, 40)]
    assert waits == sorted(waits)
    assert waits[0] == 0.5
    assert waits[-1] == 60


def test_a_message_that_is_gone_is_told_from_one_that_is_wrong() -> None:
    assert is_not_editable(BadRequest("Message to edit not found"))
    assert is_not_editable(BadRequest("Message can't be edited"))
    assert not is_not_editable(BadRequest("Message text is empty"))
