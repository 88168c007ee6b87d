"""Why Telegram can't be asked, in an operator's words, and what to try next from here."""

import errno
import os
from http import HTTPStatus
from urllib.parse import urlsplit

import aiohttp
from telegram.error import InvalidToken, TelegramError

from bot.connections import NotConnectedError
from bot.request import AnswerNotReadError
from bot.settings import OFFICIAL_API, Settings
from messages.terminal import said

MACHINES_PROXY = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
"""Where a machine says that its programs go through a proxy. Steget reads its own setting alone, so that nothing is
proxied by chance."""

REFUSED = f"Errno {errno.ECONNREFUSED}"
"""In the words of what was tried, since it may be several addresses of one name."""

MAY_BE_FOR_WANT_OF_PROXY = ("name_not_found", "refused", "no_way", "timed_out")


def explained_failure(error: TelegramError | TimeoutError, chosen: Settings, *, seconds: float) -> str:
    """What is wrong, where to look, and a command to try."""
    key = _key(error, chosen)
    cause = getattr(error, "cause", None)
    words = said(
        f"telegram.{key}",
        host=_host(cause, chosen),
        address=chosen.telegram_api,
        proxy=_without_password(chosen),
        seconds=f"{seconds:g}",
        status=getattr(cause, "status", ""),
        words=_words(cause) if key == "certificate" else type(error).__name__,
    )
    variable = next((name for name in MACHINES_PROXY if os.environ.get(name)), None)
    if variable and not chosen.proxy and key in MAY_BE_FOR_WANT_OF_PROXY:
        words += "\n" + said("telegram.machine_has_proxy", variable=variable)
    return words


def _key(error: TelegramError | TimeoutError, chosen: Settings) -> str:
    match error:
        case InvalidToken():
            return "unknown" if chosen.telegram_api == OFFICIAL_API else "not_its_address"
        case NotConnectedError() | AnswerNotReadError():
            return _key_of(error.cause)
        case TimeoutError():
            return "timed_out"
        case TelegramError() if "Invalid server response" in error.message:
            return "not_bot_api"
    return "trouble"


SORTS = (
    (aiohttp.ClientConnectorCertificateError, "certificate"),
    (aiohttp.ClientSSLError, "not_tls"),
    (aiohttp.ClientHttpProxyError, "proxy_refuses"),
    (aiohttp.ClientProxyConnectionError, "proxy_away"),
    (aiohttp.ClientConnectorDNSError, "name_not_found"),
    (aiohttp.ClientConnectorError, "no_way"),
    (TimeoutError, "timed_out"),
    (aiohttp.ClientConnectionError, "not_tls"),
)
"""What aiohttp raises, and the key of what to tell: some are sorts of others, so the first that fits counts."""


def _key_of(cause: Exception | None) -> str:
    key = next((key for sort, key in SORTS if isinstance(cause, sort)), "not_bot_api")
    if key == "no_way" and REFUSED in str(getattr(cause, "os_error", "")):
        return "refused"
    if key == "proxy_refuses" and getattr(cause, "status", None) == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        return "proxy_password"
    return key


def _host(cause: Exception | None, chosen: Settings) -> str:
    """Who was asked, or whose certificate it is: a proxy may have one too, and an address may send on to another."""
    if isinstance(cause, aiohttp.ClientConnectorCertificateError):
        return f"{cause.host}:{cause.port}".removesuffix(":443")
    return urlsplit(chosen.telegram_api).netloc


def _words(cause: Exception | None) -> str:
    """What the certificate's reader says is wrong with it."""
    certificate_error = getattr(cause, "certificate_error", None)
    words = str(getattr(certificate_error, "verify_message", None) or type(cause).__name__)
    return words.removesuffix(".")


def _without_password(chosen: Settings) -> str:
    if chosen.proxy is None:
        return ""
    address = urlsplit(chosen.proxy)
    return f"{address.scheme}://{address.hostname}" + (f":{address.port}" if address.port else "")
