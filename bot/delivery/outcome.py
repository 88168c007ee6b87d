"""What can become of an attempt to send, each a named value; errors are told apart here and nowhere else."""

from datetime import timedelta

from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.connections import LeaseIsOverError, NotConnectedError
from bot.request import AnswerNotReadError
from domain.frozen import frozen

LONGEST_HOLD = 60.0
"""Seconds between tries, at the most."""


class _Ending:
    """What every outcome can be asked."""

    def pause(self) -> float:
        """Seconds for which everyone has to wait because of it."""
        return 0.0

    def hold(self, attempts: int) -> float:  # noqa: ARG002  only some outcomes count the attempts
        """Seconds for which this chat has to wait because of it, after so many attempts."""
        return 0.0


@frozen
class Accepted(_Ending):
    """Telegram has it. `message_id` is the message's, where there is one."""

    message_id: int | None
    is_fresh: bool = False
    """A new message went out where an edit was meant, since the original could not be edited."""


@frozen
class NotSent(_Ending):
    """It was surely not sent and may be later; `is_ours_to_wait` where the trouble is the network's, not the row's."""

    cause: str
    is_ours_to_wait: bool

    def hold(self, attempts: int) -> float:
        """Longer each time, so that a service in trouble is not pressed."""
        return min(LONGEST_HOLD, 0.25 * 2.0 ** min(attempts, 10))


@frozen
class NotBegun(_Ending):
    """Its lease was over before a byte was sent: it is whoever's who delivers now."""


@frozen
class NoAnswer(_Ending):
    """It may have been sent: the answer was never read."""

    cause: str


@frozen
class Paused(_Ending):
    """Telegram asks for a pause."""

    seconds: float

    def pause(self) -> float:
        """As long as Telegram asks for."""
        return self.seconds


@frozen
class Unreachable(_Ending):
    """The person has blocked the bot, or is gone."""

    cause: str


@frozen
class Refused(_Ending):
    """Telegram will never take it as it is."""

    cause: str


@frozen
class Pointless(_Ending):
    """There is nothing to do any more, such as editing what nobody has seen."""


NotAccepted = NotSent | NotBegun | NoAnswer | Paused | Unreachable | Refused | Pointless
Outcome = Accepted | NotAccepted

UNREADABLE = "Invalid server response"
"""The library's words for a success (by its status) whose body is cut short or not Telegram's."""

NOT_MODIFIED = "message is not modified"
NOT_EDITABLE = ("message to edit not found", "message can't be edited", "message_id_invalid")
NOT_DELETABLE = ("message to delete not found", "message can't be deleted", "message_id_invalid")


def outcome_of(error: TelegramError) -> Outcome:  # noqa: C901, PLR0911  a table: each cause has its line
    """What an error means. BadRequest and TimedOut are kinds of NetworkError to the library, so order matters."""
    cause = f"{type(error).__name__}: {error.message}"[:200]
    match error:
        case RetryAfter():
            return Paused(_seconds(error.retry_after))
        case Forbidden():
            return Unreachable(cause)
        case BadRequest():
            return Accepted(None) if NOT_MODIFIED in error.message.lower() else Refused(cause)
        case InvalidToken() | NotConnectedError():
            # A refused token is the operator's to mend; nothing may be lost until then.
            return NotSent(cause, is_ours_to_wait=True)
        case LeaseIsOverError():
            return NotBegun()
        case AnswerNotReadError():
            return NoAnswer(cause)
        case NetworkError():
            return NotSent("Telegram answered with a server error", is_ours_to_wait=False)
        case _ if error.message == UNREADABLE:
            return NoAnswer(cause)
        case _:
            return NotSent(cause, is_ours_to_wait=False)


def is_not_editable(error: BadRequest) -> bool:
    """Whether the message to edit is gone or too old, so that a fresh one has to say it."""
    return any(words in error.message.lower() for words in NOT_EDITABLE)


def is_not_deletable(error: BadRequest) -> bool:
    """Whether the message to delete is gone already, or too old to be taken away from here."""
    return any(words in error.message.lower() for words in NOT_DELETABLE)


def _seconds(wait: int | timedelta) -> float:
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
