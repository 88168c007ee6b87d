"""The log is for the operator, who may pass it on: the bot's token never stands in it."""

import subprocess
import sys

LOGS = """
import logging
from bot.logs import begin_logging

token = "4711:a-token-of-no-worth"
url = f"https://api.telegram.org/bot{token}/getMe"
begin_logging(token)
log = logging.getLogger("some.library")
log.warning(f"in the words: {url}")
log.warning("among the values: https://api.telegram.org/bot%s/%s", token, "getMe")
log.warning("inside a value: %s", {"url": url})
log.warning("%s of %s", 1, 2)
try:
    raise ValueError(f"in an error: {url}")
except ValueError:
    log.exception("it failed")
"""
"""Logs as a program of ours does; in a process of its own, as it takes over all logging."""


def test_the_token_is_masked_wherever_a_library_puts_it() -> None:
    said = subprocess.run([sys.executable, "-c", LOGS], capture_output=True, text=True, check=True).stderr
    masked = "https://api.telegram.org/bot<token>/getMe"
    assert f"WARNING some.library: in the words: {masked}\n" in said
    assert f"among the values: {masked}\n" in said
    assert f"inside a value: {{'url': '{masked}'}}\n" in said
    assert "some.library: 1 of 2\n" in said
    assert "some.library: it failed\nTraceback" in said
    assert f"ValueError: in an error: {masked}\n" in said
    assert "4711" not in said
