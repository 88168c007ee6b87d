"""`steget export`: what is kept, as files, however large; the same that a coordinator gets in the chat."""

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from bot.commands import exporting
from bot.commands.operator import require_database, settings, with_database
from bot.commands.terminal import NotUnderstood, Refusal, again, say, spoken, trouble
from domain.clock import SystemClock
from domain.export import Export, FileFormat
from messages.terminal import named_language, said

FOLDER = "steget-export"

FOR_THE_OWNER = 0o700

WHAT, FORMATS = [each.value for each in Export], [each.value for each in FileFormat]


@spoken("export")
@click.argument("what", metavar=f"[{said('word.what')}]...", nargs=-1, type=click.Choice(WHAT))
@click.option("--format", "in_format", type=click.Choice(FORMATS), help=said("help.format"))
@click.option(
    "--output", metavar=said("word.file"), type=click.Path(path_type=Path), help=said("help.output", folder=FOLDER)
)
@click.option("--yes", is_flag=True, help=said("help.export_yes"))
def command(*, what: tuple[str, ...], in_format: str | None, output: Path | None, yes: bool) -> None:
    """Write each of them to a file, or all to one workbook."""
    exports = tuple(each for each in Export if not what or each.value in what)
    to = output or Path(FOLDER)
    plan = _plan(exports, FileFormat(in_format) if in_format else None, to)
    chosen = settings()
    require_database(chosen)
    if not yes:
        _require_new(plan, [*what, *(["--format", in_format] if in_format else [])], output)
    if _is_file(to):
        _require_folder(to.parent)
    else:
        _make_folder(to)
    # They are read by others: in the city's language, where the terminal names none that we speak.
    language = named_language() or chosen.language
    try:
        with_database(
            chosen, lambda database: exporting.export(database, chosen, plan, language=language, clock=SystemClock())
        )
    except exporting.UnwritableError as error:
        raise Refusal("export.unwritable", file=error.file, words=trouble(error.cause)) from error
    for file in plan:
        say("export.written", file=file)
    say("export.personal")


def _plan(exports: Sequence[Export], in_format: FileFormat | None, output: Path) -> Mapping[Path, Sequence[Export]]:
    """Which files are written, and what each holds."""
    if not _is_file(output):
        ending = in_format or FileFormat.XLSX
        return {output / f"{each}.{ending}": (each,) for each in exports}
    if in_format is not None and output.suffix.lower() != f".{in_format}":
        raise NotUnderstood("export.two_formats", file=output, format=in_format)
    if output.suffix.lower() == f".{FileFormat.CSV}" and len(exports) > 1:
        raise NotUnderstood("export.one_each", command=again("export --format csv"))
    return {output: exports}


def _is_file(output: Path) -> bool:
    """Whether it names a file by its ending; anything else is a folder."""
    return output.suffix.lower() in {f".{each}" for each in FileFormat} and not output.is_dir()


def _require_new(plan: Mapping[Path, Sequence[Export]], words: Sequence[str], output: Path | None) -> None:
    there = next((file for file in plan if file.exists()), None)
    if there is not None:
        asked = ["export", *words, *(["--output", str(output)] if output else []), "--yes"]
        raise Refusal("export.there_already", file=there, command=again(shlex.join(asked)))


def _make_folder(folder: Path) -> None:
    """The folder in which each gets a file, the owner's alone where it is new."""
    try:
        folder.mkdir(mode=FOR_THE_OWNER, exist_ok=True)
    except FileNotFoundError:
        _require_folder(folder.absolute().parent)
    except OSError as error:
        raise Refusal("export.unwritable", file=folder, words=trouble(error)) from error


def _require_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise Refusal("import.folder_missing", folder=folder.absolute(), quoted=shlex.quote(str(folder.absolute())))
