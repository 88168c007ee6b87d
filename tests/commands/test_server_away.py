"""A PostgreSQL server that is away is told so, in whichever words the system or the driver says it."""

import asyncio
import socket
import threading
from typing import Any

import pytest

from tests.commands.conftest import Steget


def test_a_host_that_is_away_at_all_of_its_addresses_is_named(steget: Steget, monkeypatch: pytest.MonkeyPatch) -> None:
    async def finds_two(_loop: object, _host: str, port: int, **_options: object) -> Any:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in ("127.0.0.1", "127.0.0.2")]

    monkeypatch.setattr(asyncio.BaseEventLoop, "getaddrinfo", finds_two)
    said = steget("status", database_url="postgresql://steget@localhost:9/steget").output
    assert "no server answers there." in said
    assert "pg_isready -h localhost -p 9" in said


def test_a_server_that_hangs_up_is_away(steget: Steget) -> None:
    def hang_up() -> None:
        server.accept()[0].close()

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=hang_up, daemon=True).start()
        port = server.getsockname()[1]
        said = steget("status", database_url=f"postgresql://steget@127.0.0.1:{port}/steget?sslmode=disable").output
    assert "no server answers there." in said
