"""Make a large document in a process of its own, which gives back the memory that it took when it ends.

Typesetting some hundred pages takes hundreds of megabytes, and the library keeps them for the next time; the bot lives
for months. This module is run as a program: it gets what the document tells on its standard input, as JSON, and
answers with the file.
"""

import json
import os
import subprocess
import sys
from typing import Any, Final

from domain.document import DocumentFormat, DocumentKind
from domain.frozen import frozen
from domain.language import Language
from messages.document import made
from messages.imprint import Imprint
from messages.plain import as_plain, from_plain

LARGE: Final = 300_000
"""Bytes of what a document tells: from some fifty pages on it is worth a process, which begins in half a second."""

SECONDS: Final = 120
"""What a contract of several years has in store takes three."""

_COMMAND = (sys.executable, "-P", "-m", "messages.made_apart")


@frozen
class ToMake:
    """A document before it is made."""

    kind: DocumentKind
    format: DocumentFormat
    facts: dict[str, Any]
    imprint: Imprint
    language: Language


def made_somewhere(wanted: ToMake) -> bytes:
    """The file: made here, or where it is large, in a process of its own. Heavy: not for the event loop.

    Raises what `messages.document.made` raises, and subprocess's errors where the process fails or takes too long.
    """
    written = json.dumps(as_plain(wanted)).encode()
    return _apart(written) if len(written) >= LARGE else _made(wanted)


def _apart(written: bytes) -> bytes:
    return subprocess.run(  # noqa: S603  the program is this one, and what it makes is not part of the command
        _COMMAND,
        input=written,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        timeout=SECONDS,
        check=True,
        env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    ).stdout


def _made(wanted: ToMake) -> bytes:
    return made(wanted.kind, wanted.format, wanted.facts, wanted.imprint, wanted.language)


if __name__ == "__main__":
    sys.stdout.buffer.write(_made(from_plain(json.load(sys.stdin), ToMake)))
