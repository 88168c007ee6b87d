"""Which servers a PostgreSQL address names: it may name several, and in more than one place."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple
from urllib.parse import unquote

from sqlalchemy.engine import URL

from domain.pattern import Pattern

PORTS = range(1, 2**16)

WITH_PORT = Pattern(r"\[(?P<bracketed>[^]]*)](:(?P<after>\d+))?|(?P<bare>[^:/]*):(?P<port>\d+)")


class Server(NamedTuple):
    """Where one listens: a host's name or number, or the folder of a socket; None is the driver's to know."""

    host: str | None
    port: int | None


def servers_of(url: URL) -> Sequence[Server]:
    """In the order in which they are to be tried. Raises ValueError for what can be no port, or not each server's.

    As PostgreSQL's own client reads it: what stands behind the question mark goes before what stands in front of it,
    and a number in `hostaddr` before the name.
    """
    hosts = _listed(url, "hostaddr") or _listed(url, "host") or [unquote(url.host or "")]
    ports = _listed(url, "port") or ["" if url.port is None else str(url.port)]
    if len(ports) not in {1, len(hosts)}:
        raise ValueError("not a port for each host")
    return [_server(host, port) for host, port in zip_longest(hosts, ports, fillvalue=ports[0])]


def _listed(url: URL, name: str) -> list[str]:
    """What is given once with commas, or several times."""
    given = url.query.get(name, ())
    return [each for part in ([given] if isinstance(given, str) else given) for each in part.split(",")]


def _server(host: str, port: str) -> Server:
    if found := WITH_PORT.fullmatch(host):
        host, port = found["bracketed"] or found["bare"] or "", found["after"] or found["port"] or port
    if port and int(port) not in PORTS:
        raise ValueError("no such port")
    return Server(host or None, int(port) if port else None)
