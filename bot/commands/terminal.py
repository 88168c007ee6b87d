"""How the commands speak: on standard output what was asked for, on standard error what is amiss, in plain words."""

import errno
import os
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import click

from messages.terminal import said, terminal_language, wordings

INTERRUPTED = 130
"""The exit code by which shells know a program that Ctrl+C has ended."""


class Refusal(click.ClickException):
    """Something can't be done: why, and what to do next, by the keys of their words."""

    def __init__(self, key: str, *, remedy: str = "", **values: object) -> None:
        super().__init__("\n".join([said(key, **values), *([remedy] if remedy else [])]))


class NotUnderstood(click.UsageError):
    """What was written makes no command: by the key of its words."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(said(key, **values))


def spoken(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command, with what `--help` says of it in the terminal's language."""
    return click.command(name, help=said(f"help.{name}"), options_metavar=said("word.options"))


def say(key: str, **values: object) -> None:
    """Say something that was asked for."""
    click.echo(said(key, **values))


def warn(words: str) -> None:
    """Say that something is amiss, though the command goes on."""
    click.echo(words, err=True)


def trouble(error: OSError) -> str:
    """Why a file can't be used, in our own words where it is one of the usual causes."""
    key = f"trouble.{errno.errorcode.get(error.errno or 0, '')}"
    return said(key) if key in wordings(terminal_language()) else str(error.strerror)


def again(words: str) -> str:
    """Another command as it has to be written here and now, by how this one was written."""
    return f"{called()} {words}"


def called() -> str:
    """How this program was called: by its bare name only where the terminal finds it by that."""
    written = Path(sys.argv[0])
    if (written.parent.name, written.name) == ("bot", "__main__.py"):
        return f"{shlex.quote(path_from_here(Path(sys.executable)))} -m bot"
    if written.stem != "steget" or _is_found(written):
        return "steget"
    return shlex.quote(path_from_here(written))


def _is_found(program: Path) -> bool:
    found = shutil.which(program.stem)
    return found is not None and Path(found).resolve() == program.resolve()


def path_from_here(program: Path) -> str:
    """The program's path, the shorter way."""
    try:
        relative = os.path.relpath(program)
    except ValueError:  # on another drive
        return str(program)
    return min(relative, str(program), key=len)
