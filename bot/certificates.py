"""The machine's certificates: read once, and only where somebody is asked who has one.

aiohttp reads them twice as it is loaded, which is 40 ms of a start (docs/decisions/0047). So it is loaded where there
seem to be none, and each request brings along what it needs. One that forgot to would trust fewer, never more.
"""

import os
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

FILE = "SSL_CERT_FILE"
"""Where OpenSSL is told another file of certificates than the machine's."""


@contextmanager
def left_unread() -> Iterator[None]:
    """Let what is loaded meanwhile find no certificates. For a process that does nothing else yet."""
    named = os.environ.get(FILE)
    os.environ[FILE] = os.devnull
    try:
        yield
    finally:
        del os.environ[FILE]
        if named is not None:
            os.environ[FILE] = named


def for_schemes(*schemes: str) -> ssl.SSLContext | bool:
    """Whom to trust on such a way, in aiohttp's words: the machine's certificates, or True where none are needed."""
    return all(scheme == "http" for scheme in schemes) or of_machine()


@cache
def of_machine() -> ssl.SSLContext:
    """The certificates that this machine trusts."""
    context = ssl.create_default_context()
    context.set_alpn_protocols(("http/1.1",))  # as aiohttp's own says: it knows no other
    return context
