"""A fresh machine: a folder of its own, where the real program is run as somebody does who installs it."""

import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.forged import ROOT, forged

NOBODY_THERE = "http://127.0.0.1:9"
TOKEN = "4711:made-up"
RIGHT = f"""\
STEGET_TELEGRAM_TOKEN={TOKEN}
STEGET_TELEGRAM_API={NOBODY_THERE}
STEGET_CITY=Exempelstad
STEGET_CONTACT=040-628 04 00
"""
"""What somebody has in `.env` who has made no mistake, but that this machine has no Telegram."""


class Said(NamedTuple):
    """What a command said, and its exit code."""

    words: str
    code: int


class Machine:
    """Somebody stands in its folder, and the program is called as README says: `.venv/bin/steget`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        program = folder / ".venv" / "bin" / "steget"
        program.parent.mkdir(parents=True)
        program.write_text(
            f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
            "from bot.command_line import main\nmain()\n"
        )
        program.chmod(0o755)
        self.writes(RIGHT)

    def writes(self, text: str, *, encoding: str = "utf-8") -> None:
        """Save `.env`."""
        (self.folder / ".env").write_text(text, encoding=encoding)

    async def runs(self, *words: str, **settings: str) -> Said:
        """Run a command quickly: by a copy of a process that has imported everything."""
        environment = {f"STEGET_{name.upper()}": value for name, value in settings.items()}
        process = await forged("bot", *words, folder=self.folder, **environment)
        said = ""
        while line := await process.line():
            said += line
        assert process.exit_code is not None
        return Said(said, process.exit_code)

    def types(self, line: str, **environment: str) -> Said:
        """Type a line into the shell, and wait for what it says."""
        done = subprocess.run(
            ["/bin/sh", "-c", line],
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin"} | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return Said(done.stdout + done.stderr, done.returncode)


def command_in(words: str, after: str) -> str:
    """The command that stands in a text after these words, to the end of its line."""
    found = re.search(rf"{re.escape(after)} ?(.*)$", words, re.MULTILINE)
    assert found is not None, words
    return found[1]
