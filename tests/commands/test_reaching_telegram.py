"""`steget check` tells apart why Telegram can't be asked, and `steget invite` doesn't wait for it: on real sockets."""

import asyncio
import json
import logging
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from bot import certificates
from bot.commands import check
from bot.demo.local_telegram import LocalTelegram
from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.serving import serving
from tests.commands.conftest import Steget
from tests.commands.machine import NOBODY_THERE, TOKEN
from tests.commands.not_telegram import listening
from tests.each import each
from tests.forged import ROOT, forged
from tests.own_certificate import own_certificate
from tests.small_proxy import small_proxy


async def checked(steget: Steget, **settings: str) -> str:
    """What `steget check` says."""
    return (await asyncio.to_thread(steget, "check", **({"telegram_token": TOKEN} | settings))).output


async def test_each_cause_is_told_with_a_way_on(
    ready: Steget, subtests: pytest.Subtests, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "ASK_FOR", 1.0)
    telegram = LocalTelegram(token=TOKEN, now=lambda: datetime.now(UTC))
    async with (
        serving(bot_api(telegram), before_stopping=telegram.close) as api,
        listening(None) as silent,
        listening(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello") as another,
        listening(b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nNot Found") as no_such_page,
        listening(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n") as in_trouble,
        small_proxy() as proxy,
        small_proxy(user="steget:hemligt") as guarded,
        small_proxy(is_closed=True) as closed,
    ):
        secure = api.replace("http://", "https://")
        wrong_password = guarded.address.replace("hemligt", "annat")
        for name, settings, says in (
            ("known", {"telegram_api": api}, "Telegram knows the bot as @steget_demo_bot."),
            ("by proxy", {"telegram_api": api, "proxy": proxy.address}, "Telegram knows the bot as @"),
            ("by guarded proxy", {"telegram_api": api, "proxy": guarded.address}, "Telegram knows the bot as @"),
            ("malformed", {"telegram_token": "bot 4711"}, "STEGET_TELEGRAM_TOKEN: a token is digits, a colon, and"),
            (
                "unknown",
                {"telegram_api": api, "telegram_token": "1:x"},
                "does not know the bot, or is no Bot API",
            ),
            ("name", {"telegram_api": "http://nobody.invalid"}, "The name nobody.invalid can't be found"),
            ("refused", {"telegram_api": NOBODY_THERE}, "127.0.0.1:9 refuses the connection."),
            ("silent", {"telegram_api": silent}, "did not answer within 1 seconds. Mostly a firewall"),
            ("not tls", {"telegram_api": secure}, "answers, but not in https."),
            ("another", {"telegram_api": another}, "answers, but not as Telegram does."),
            ("no such page", {"telegram_api": no_such_page}, "does not know the bot, or is no Bot API"),
            ("in trouble", {"telegram_api": in_trouble}, "is there, but in trouble"),
            (
                "proxy away",
                {"telegram_api": api, "proxy": NOBODY_THERE},
                "The proxy http://127.0.0.1:9 can't be",
            ),
            ("wrong password", {"telegram_api": secure, "proxy": wrong_password}, "wants a user and a password."),
            ("proxy refuses", {"telegram_api": secure, "proxy": closed.address}, "lets nothing through to"),
        ):
            with each(subtests, name):
                said = await checked(ready, **settings)
                assert says in said
                assert "made-up" not in said
                assert "annat" not in said


def test_an_answer_that_is_no_json_is_not_printed(ready: Steget) -> None:
    """The library logs it, which a process with no logs of its own prints, traceback and all."""
    logging.getLogger("telegram.request.BaseRequest").setLevel(logging.NOTSET)
    ready("check", telegram_token=TOKEN, telegram_api=NOBODY_THERE)
    assert not logging.getLogger("telegram.request.BaseRequest").isEnabledFor(logging.ERROR)


async def test_a_certificate_that_nobody_vouches_for_is_told(ready: Steget, tmp_path: Path) -> None:
    async with listening(b"", own_certificate(tmp_path)) as own:
        for settings in ({"telegram_api": own}, {"telegram_api": "http://nobody.invalid", "proxy": own}):
            said = await checked(ready, **settings)
            assert f"The certificate of {own.removeprefix('https://')} is not trusted: self" in said
            assert "SSL_CERT_FILE=" in said


@pytest.mark.usefixtures("ready")
async def test_a_certificate_that_the_machine_vouches_for_is_trusted(tmp_path: Path) -> None:
    """In a process of its own, where aiohttp is loaded as the program loads it: without a certificate."""
    async with listening(
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nNot Found", own_certificate(tmp_path)
    ) as own:
        command = [sys.executable, "-m", "bot", "check"]
        named = environment(own) | {"SSL_CERT_FILE": str(tmp_path / "cert.pem")}
        run = partial(subprocess.run, cwd=tmp_path, env=named, capture_output=True, text=True, check=False)
        checked = await asyncio.to_thread(run, command)
    assert "does not know the bot, or is no Bot API" in checked.stdout + checked.stderr


@pytest.fixture
def vouching(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ssl.SSLContext]:
    """A certificate that the machine vouches for: of what runs already only we look at the machine's own again."""
    vouched_for = own_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
    certificates.of_machine.cache_clear()
    yield vouched_for
    certificates.of_machine.cache_clear()


async def test_who_is_sent_on_to_https_knows_whom_to_trust(ready: Steget, vouching: ssl.SSLContext) -> None:
    async with listening(b"HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nNot Found", vouching) as secure:
        sent_on = f"HTTP/1.1 308 Permanent Redirect\r\nLocation: {secure}\r\nContent-Length: 0\r\n\r\n"
        async with listening(sent_on.encode()) as plain:
            said = await checked(ready, telegram_api=plain)
    assert "does not know the bot, or is no Bot API" in said


async def test_a_certificate_for_another_name_is_told(ready: Steget, vouching: ssl.SSLContext) -> None:
    async with listening(b"", vouching) as own:
        said = await checked(ready, telegram_api=own.replace("127.0.0.1", "localhost"))
    assert "is not trusted: Hostname mismatch, certificate is not valid for 'localhost'. Is the clock" in said


async def test_a_proxy_of_the_machines_that_steget_does_not_use_is_named(
    ready: Steget, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "HTTPS_PROXY" not in await checked(ready, telegram_api=NOBODY_THERE)
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    assert "This machine has a proxy in HTTPS_PROXY." in await checked(ready, telegram_api=NOBODY_THERE)


SLOW_NAMES = """
import socket, sys, time
socket.getaddrinfo = lambda *_, **__: time.sleep(60)
from bot.command_line import main
main(sys.argv[1:], prog_name="steget")
"""
"""A name server that doesn't answer: a machine's own can't be made so, so the question itself takes its time."""


INVITE = ("invite", "matcher", "--name", "Anna", "--json")


@pytest.mark.usefixtures("ready")
async def test_an_invitation_does_not_wait_for_a_telegram_that_is_silent(tmp_path: Path) -> None:
    async with listening(None) as silent:
        began = time.monotonic()
        invited = await forged("bot", *INVITE, folder=tmp_path, **environment(silent))
        assert json.loads(await invited.line())["link"] is None
        assert await invited.ends() == 0
    # Two seconds, and what a busy machine takes; fifteen would be an answer's own time.
    assert 2 < time.monotonic() - began < 12


@pytest.mark.usefixtures("ready")
def test_nor_for_a_name_server_that_is_silent(tmp_path: Path) -> None:
    began = time.monotonic()
    command = [sys.executable, "-c", SLOW_NAMES, *INVITE]
    invited = subprocess.run(
        command, cwd=tmp_path, env=environment("http://a.invalid"), capture_output=True, text=True, check=True
    )
    assert json.loads(invited.stdout)["link"] is None
    assert time.monotonic() - began < 25


def environment(api: str) -> dict[str, str]:
    return {"STEGET_TELEGRAM_TOKEN": TOKEN, "STEGET_TELEGRAM_API": api, "PYTHONPATH": str(ROOT)}
