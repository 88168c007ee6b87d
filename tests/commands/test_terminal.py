"""A terminal's ways: its language, its width, what goes where, and a quiet end."""

import asyncio
import fcntl
import json
import os
import pty
import re
import signal
import string
import struct
import subprocess
import sys
import termios
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import bot.commands
from bot.demo.local_telegram import LocalTelegram
from bot.demo.local_telegram.gateway import bot_api
from bot.demo.local_telegram.serving import serving
from domain.language import Language
from messages import terminal
from messages.terminal import named_language, terminal_language, wordings
from tests.commands.conftest import Steget
from tests.commands.machine import TOKEN
from tests.commands.not_telegram import listening
from tests.each import each
from tests.forged import ROOT, forged

LANGUAGES: tuple[tuple[dict[str, str], Language | None], ...] = (
    ({"LANG": "sv_SE.UTF-8"}, Language.SWEDISH),
    ({"LANG": "en_GB.UTF-8"}, Language.ENGLISH),
    ({"LANG": "C.UTF-8"}, None),
    ({"LANG": "de_DE.UTF-8"}, None),
    ({}, None),
    ({"LANG": "en_US.UTF-8", "LC_ALL": "sv_SE"}, Language.SWEDISH),
    ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "sv_FI@euro"}, Language.SWEDISH),
    ({"LANG": "sv_SE.UTF-8", "LC_ALL": "C"}, None),
    ({"LANG": "sv_SE.UTF-8", "LANGUAGE": "nb:en:sv"}, Language.ENGLISH),
)


def test_the_terminals_language_is_spoken_and_english_where_it_names_none(
    monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    for variables, language in LANGUAGES:
        with each(subtests, str(variables)):
            for name in terminal.ASKED_IN_TURN:
                monkeypatch.delenv(name, raising=False)
            for name, value in variables.items():
                monkeypatch.setenv(name, value)
            assert named_language() is language
            assert terminal_language() is (language or Language.ENGLISH)


def fields(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def test_both_languages_say_the_same(subtests: pytest.Subtests) -> None:
    swedish, english = wordings(Language.SWEDISH), wordings(Language.ENGLISH)
    assert swedish.keys() == english.keys()
    for key, words in swedish.items():
        with each(subtests, key):
            assert fields(words) == fields(english[key])


def test_every_word_that_is_asked_for_is_there_and_none_is_left_over() -> None:
    sources = "".join(file.read_text() for file in Path(bot.commands.__path__[0]).glob("*.py"))
    sources += "".join((ROOT / "bot" / f"{name}.py").read_text() for name in ("setting", "settings", "command_line"))
    known = wordings(Language.ENGLISH)
    literal = set(re.findall(r"(?:said|say|Refusal|NotUnderstood)\(\s*\"(\w+\.\w+)\"", sources))
    assert literal - known.keys() == set()
    by_part = {key for key in known if re.search(rf'["\'.]{key.partition(".")[2]}["\']', sources)}
    by_field = {f"setting.{field}" for field in re.findall(r"^    (\w+): ", sources, re.MULTILINE)}
    by_name = {key for key in known if key.startswith(("help.", "trouble.", "role.", "invite.holds_"))}
    assert known.keys() - literal - by_part - by_field - by_name == set()


def test_the_librarys_words_are_compiled_from_those_that_are_read() -> None:
    folder = terminal.FOLDER / "sv" / "LC_MESSAGES"
    compiled = read_mo(BytesIO((folder / "messages.mo").read_bytes()))
    written = read_po(BytesIO((folder / "messages.po").read_bytes()))
    assert pairs(compiled) == pairs(written)


def pairs(catalog: Catalog) -> list[tuple[str, str]]:
    return sorted((as_text(word.id), as_text(word.string)) for word in catalog if word.id)


def as_text(words: object) -> str:
    """One, or, where they are counted, several."""
    return "|".join(words) if isinstance(words, list | tuple) else str(words)


def swedish(folder: Path, *words: str, code: int) -> str:
    """What a process of its own says, whose language can't be another's."""
    environment = {"LANG": "sv_SE.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "bot", *words]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert bool(done.stderr) is (code != 0)
    return done.stdout + done.stderr


def test_swedish_is_spoken_from_help_to_mistakes(tmp_path: Path) -> None:
    said = (
        swedish(tmp_path, "invite", "--help", code=0)
        + swedish(tmp_path, "invite", "mayor", "--name", "Anna", code=2)
        + swedish(tmp_path, "status", code=1)
    )
    for words in (" -m bot invite [VAL]", "Visa den här hjälpen.", "[måste anges]", "'mayor' är inte något av"):
        assert words in said
    for words in (
        "Vem inbjudan är till.",
        " -m bot invite --help'.",
        "Fel: Det finns ingen databas än:",
    ):
        assert words in said
    for words in ("Usage", "Options", "Commands", "Error", "required", "TEXT", "Show", "..."):
        assert words not in said


def in_terminal(folder: Path, columns: int, *words: str, **environment: str) -> str:
    """What somebody sees in a window so wide."""
    ours, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    command = [sys.executable, "-m", "bot", *words]
    settings = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "TERM": "xterm"} | environment
    process = subprocess.Popen(command, cwd=folder, env=settings, stdout=its, stderr=its, stdin=its)
    os.close(its)
    seen = b""
    while True:
        try:
            some = os.read(ours, 65_536)
        except OSError:  # so Linux says that the other end is gone
            break
        if not some:
            break
        seen += some
    os.close(ours)
    assert process.wait() == 0, seen.decode()
    return seen.decode().replace("\r\n", "\n")


@pytest.mark.usefixtures("ready")
async def test_the_qr_code_is_drawn_where_somebody_sees_it_whole(tmp_path: Path, steget: Steget) -> None:
    telegram = LocalTelegram(token=TOKEN, now=lambda: datetime.now(UTC))
    invite = ("invite", "matcher", "--name", "Anna")
    async with serving(bot_api(telegram), before_stopping=telegram.close) as api:
        settings = {"STEGET_TELEGRAM_TOKEN": TOKEN, "STEGET_TELEGRAM_API": api}
        wide = await asyncio.to_thread(in_terminal, tmp_path, 100, *invite, **settings)
        narrow = await asyncio.to_thread(in_terminal, tmp_path, 30, *invite, **settings)
        piped = (await asyncio.to_thread(steget, *invite, telegram_token=TOKEN, telegram_api=api)).output
    for seen in (wide, narrow, piped):
        assert re.search(r"https://t\.me/steget_demo_bot\?start=\S{22,}", seen)
        assert "\x1b[" not in seen  # no colours, whatever NO_COLOR says
    assert ["█" in seen for seen in (wide, narrow, piped)] == [True, False, False]
    assert re.search(r"The window is too narrow for the QR code: make it \d\d columns wide", narrow)


@pytest.mark.usefixtures("ready")
async def test_who_presses_ctrl_c_is_told_nothing(tmp_path: Path) -> None:
    async with listening(None) as silent:
        settings = {"STEGET_TELEGRAM_TOKEN": TOKEN, "STEGET_TELEGRAM_API": silent}
        checking = await forged("bot", "check", folder=tmp_path, **settings)
        while "The database is ready" not in await checking.line():
            pass
        await asyncio.sleep(0.5)
        checking.send_signal(signal.SIGINT)
        rest = ""
        while line := await checking.line():
            rest += line
    assert (rest.strip(), checking.exit_code) == ("", 130)


@pytest.mark.usefixtures("ready")
def test_a_reader_who_has_gone_is_told_nothing(tmp_path: Path) -> None:
    line = f"{sys.executable} -m bot status | true"
    done = subprocess.run(
        ["/bin/sh", "-c", line], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("", "")


def test_what_is_amiss_goes_to_standard_error_and_json_stays_json(
    ready: Steget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STEGET_CITI", "Exempelstad")
    result = ready("status", "--json")
    assert json.loads(result.stdout)["updates_waiting"] == 0
    assert "Did you mean STEGET_CITY?" in result.stderr


def test_times_are_those_of_the_citys_clocks(ready: Steget) -> None:
    for zone in ("Europe/Stockholm", "America/New_York"):
        said = ready("invite", "matcher", "--name", "Anna", timezone=zone).output
        assert re.search(rf"until \d{{4}}-\d\d-\d\d \d\d:\d\d \({zone}\)", said)
