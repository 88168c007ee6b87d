"""The answers by which Telegram says no."""

from typing import Any


class RefusedError(Exception):
    """Telegram will not do what was asked; carries the answer that says so."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def answer(self) -> dict[str, Any]:
        """The body of the answer, as the Bot API shapes it."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(what: str) -> RefusedError:
    """The request itself is wrong; sending it again will not help."""
    return RefusedError(400, f"Bad Request: {what}")


def forbidden(why: str) -> RefusedError:
    """The bot may not write there."""
    return RefusedError(403, f"Forbidden: {why}")


def conflict(why: str) -> RefusedError:
    """Two ways of getting updates are at war."""
    return RefusedError(409, f"Conflict: {why}")


def too_many_requests(retry_after: int) -> RefusedError:
    """The bot has to be silent for a while."""
    return RefusedError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)
