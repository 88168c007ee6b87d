"""The file `.env` of the working folder, as people leave it: what in it can't be read, and how it was saved."""

import codecs
import shlex
from collections.abc import Sequence
from pathlib import Path

from dotenv.parser import Binding, parse_stream

from bot.commands.terminal import Refusal, path_from_here
from bot.settings import ENV_FILE
from messages.terminal import said

EXAMPLE = Path(__file__).parents[2] / ".env.example"
"""It lies beside the program, which needn't be where somebody stands."""

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""What editors on Windows write at a file's beginning, and the encoding that it stands for."""


def is_there() -> bool:
    """Whether the working folder has one."""
    return ENV_FILE.exists()


def how_to_make_one() -> str:
    """That there is none here, and a command that makes one."""
    example = path_from_here(EXAMPLE) if EXAMPLE.exists() else EXAMPLE.name
    return said("env.missing", folder=Path.cwd(), example=shlex.quote(example))


def encoding() -> str:
    """How it was saved. Raises Refusal, with a way on, where nothing can be read of it."""
    if not is_there():
        return "utf-8"
    content = _content()
    found = next((name for mark, name in MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        content.decode(found)
    except UnicodeDecodeError as error:
        raise Refusal("env.not_text", file=_place()) from error
    if b"\0" in content and found == "utf-8":
        raise Refusal("env.not_text", file=_place())
    return found


def names() -> Sequence[str]:
    """What it sets."""
    return [binding.key for binding in _bindings() if binding.key]


def complaints() -> Sequence[str]:
    """What can't be read in it, a line for each."""
    return [_complaint(binding) for binding in _bindings() if _is_unreadable(binding)]


def _content() -> bytes:
    try:
        return ENV_FILE.read_bytes()
    except IsADirectoryError as error:
        raise Refusal("env.folder", file=_place()) from error
    except PermissionError as error:
        raise Refusal("env.no_rights", file=_place()) from error


def _bindings() -> Sequence[Binding]:
    if not is_there():
        return []
    with ENV_FILE.open(encoding=encoding()) as file:
        return list(parse_stream(file))


def _is_unreadable(binding: Binding) -> bool:
    return binding.error or (binding.key is not None and binding.value is None)


def _complaint(binding: Binding) -> str:
    """The line is counted from where something stands: the reader counts the empty lines before it too."""
    written = binding.original.string
    line = binding.original.line + written[: len(written) - len(written.lstrip())].count("\n")
    if "=" in written:
        return said("env.line_unreadable", file=_place(), line=line)
    return said("env.line_without_equals", file=_place(), line=line, name=written.split()[0])


def _place() -> Path:
    return ENV_FILE.resolve()
