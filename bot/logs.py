"""Logs for the operator: what happened, with references; never a name, a text or the token."""

import logging
from datetime import datetime, tzinfo

from sqlalchemy.exc import DBAPIError

FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


class WithoutToken(logging.Formatter):
    """Masks the token wherever a library may have put it: in an address, or in the words of what went wrong."""

    def __init__(self, token: str | None, zone: tzinfo | None) -> None:
        super().__init__(FORMAT)
        self._token, self._zone = token, zone

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: ARG002, N802  logging's
        """When it happened, by the clocks of that zone; the machine's own often shows another."""
        at = datetime.fromtimestamp(record.created, self._zone).astimezone(self._zone)
        return f"{at:%Y-%m-%d %H:%M:%S %Z}"

    def format(self, record: logging.LogRecord) -> str:
        """The whole entry, with the traceback if there is one."""
        entry = super().format(record)
        return entry.replace(self._token, "<token>") if self._token else entry


def begin_logging(token: str | None, zone: tzinfo | None = None) -> None:
    """Write logs to standard error, with the times of that zone, or of the machine."""
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutToken(token, zone))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for chatty in ("apscheduler", "httpx", "alembic"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    keep_answers_unprinted()


def keep_answers_unprinted() -> None:
    """The library would print a whole answer of Telegram's when that is no JSON; we name the cause instead."""
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.CRITICAL)


def without_contents(error: BaseException) -> Exception:
    """The same failure with its place but without its words, which may quote what a person wrote."""
    return RuntimeError(type(_first(error)).__name__).with_traceback(error.__traceback__)


def _first(error: BaseException) -> BaseException:
    """As the database's driver had it, before SQLAlchemy gave it names that all drivers share."""
    if not isinstance(error, DBAPIError) or error.orig is None:
        return error
    return error.orig.__cause__ or error.orig
