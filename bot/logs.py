"""Logs for the operator: what happened, with references; never a name, a text or the token."""

import logging

from sqlalchemy.exc import DBAPIError

FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


class WithoutToken(logging.Formatter):
    """Masks the token wherever a library may have put it: in an address, or in the words of what went wrong."""

    def __init__(self, token: str | None) -> None:
        super().__init__(FORMAT, datefmt="%Y-%m-%d %H:%M:%S")
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The whole entry, with the traceback if there is one."""
        entry = super().format(record)
        return entry.replace(self._token, "<token>") if self._token else entry


def begin_logging(token: str | None) -> None:
    """Write logs to standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutToken(token))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for chatty in ("apscheduler", "httpx", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # It would print a whole answer of Telegram's when that is no JSON; the delivery log names the cause instead.
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)


def without_contents(error: BaseException) -> Exception:
    """The same failure with its place but without its words, which may quote what a person wrote."""
    named = RuntimeError(type(error).__name__ if not isinstance(error, DBAPIError) else type(error.orig).__name__)
    return named.with_traceback(error.__traceback__)
