"""`steget import`: contracts from a file, as a coordinator sends it in the chat."""

import sys
from pathlib import Path

import click

from bot.commands import importing
from bot.commands.operator import require_database, settings, with_database
from bot.settings import Settings
from domain.clock import SystemClock
from domain.contract_sheet import MOST_BYTES
from domain.language import Language
from handlers.importing.looking import Forecast
from messages.importing import contract_sheet

ONLY_SHOWN = 2
"""The exit code where nothing was taken in, since nobody has said yes."""

TEMPLATE = "contracts.xlsx"


@click.command("import")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--yes", is_flag=True, help="Take it in without asking.")
@click.option("--from-today", is_flag=True, help="Contracts that run already begin again, spread over weeks.")
@click.option("--right-rows", is_flag=True, help="Where some contracts have mistakes, take in the others.")
@click.option("--template", is_flag=True, help=f"Write a file to fill in: FILE, or {TEMPLATE}; .csv works too.")
def command(*, file: Path | None, yes: bool, from_today: bool, right_rows: bool, template: bool) -> None:
    """Show what a file with contracts would do; take it in if you say so."""
    chosen = settings()
    if template:
        _write_template(file or Path(TEMPLATE), chosen.language)
        return
    if file is None:
        raise click.UsageError("Name a file, or write one to fill in: steget import --template")
    content = _content(file)
    require_database(chosen)
    looked = _shown(chosen, file, content)
    _require_right(looked, right_rows=right_rows)
    if not (yes or _is_wanted(looked, from_today=from_today)):
        click.echo("Nothing was taken in.")
        sys.exit(ONLY_SHOWN)
    _take_in(chosen, looked, from_today=from_today)


def _shown(chosen: Settings, file: Path, content: bytes) -> Forecast:
    """Show what would happen. Ends the command where nothing can."""
    found = with_database(chosen, lambda database: importing.look(database, chosen, content, clock=SystemClock()))
    words = importing.worded(found, file.name, chosen.language)
    if not isinstance(found, Forecast):
        raise click.ClickException(words)
    click.echo(words + "\n")
    return found


def _require_right(looked: Forecast, *, right_rows: bool) -> None:
    if not looked.comparison.is_of_use:
        sys.exit(1 if looked.comparison.wrong else 0)
    if looked.comparison.wrong and not right_rows:
        raise click.ClickException("Some contracts have mistakes. Correct them, or take in the others: --right-rows")


def _is_wanted(looked: Forecast, *, from_today: bool) -> bool:
    how = "beginning again from today" if from_today else "with only what is to come; see --from-today"
    question = f"Take it in, {how}?" if looked.duties.running else "Take it in?"
    return sys.stdin.isatty() and click.confirm(question)


def _take_in(chosen: Settings, looked: Forecast, *, from_today: bool) -> None:
    done = with_database(
        chosen,
        lambda database: importing.take_in(database, chosen, looked, begins_again=from_today, clock=SystemClock()),
    )
    if done is None:
        raise click.ClickException("Something was changed in the meantime. Nothing was taken in; look again.")
    click.echo(importing.plainly(done, chosen.language))


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise click.ClickException(f"{file} can't be read: {error.strerror}.") from error


def _write_template(file: Path, language: Language) -> None:
    make = contract_sheet.template_text if file.suffix.lower() == ".csv" else contract_sheet.template
    try:
        with file.open("xb") as opened:
            opened.write(make(language))
    except FileExistsError as error:
        raise click.ClickException(f"{file} is there already. Name another file.") from error
    except OSError as error:
        raise click.ClickException(f"{file} can't be written: {error.strerror}.") from error
    click.echo(f"{file} is ready to fill in.")
