"""`steget import`: contracts from a file, as a coordinator sends it in the chat."""

import shlex
import sys
from pathlib import Path

import click

from bot.commands import importing
from bot.commands.operator import require_database, settings, with_database
from bot.commands.terminal import NotUnderstood, Refusal, again, say, spoken, trouble
from bot.settings import Settings
from domain.clock import SystemClock
from domain.contract_sheet import MOST_BYTES
from domain.language import Language
from handlers.importing.either import UnfitPlan
from handlers.importing.looking import Forecast
from handlers.importing.plan.looking import PlanForecast
from messages.importing import contract_sheet
from messages.terminal import named_language, said, terminal_language

ONLY_SHOWN = 2
"""The exit code where nothing was taken in, since nobody has said yes."""

TEMPLATE = "contracts.xlsx"


@spoken("import")
@click.argument("file", metavar=f"[{said('word.file')}]", required=False, type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help=said("help.import_yes"))
@click.option("--from-today", is_flag=True, help=said("help.import_from_today"))
@click.option("--right-rows", is_flag=True, help=said("help.import_right_rows"))
@click.option("--template", is_flag=True, help=said("help.import_template", file=TEMPLATE))
def command(*, file: Path | None, yes: bool, from_today: bool, right_rows: bool, template: bool) -> None:
    """Show what a file with contracts would do; take it in if you say so."""
    chosen = settings()
    if template:
        _write_template(file or Path(TEMPLATE), _template_language(chosen))
        return
    if file is None:
        raise NotUnderstood("import.name_a_file", command=again("import --template"))
    content = _content(file)
    require_database(chosen)
    looked = _shown(chosen, file, content)
    _require_right(looked, file, right_rows=right_rows)
    if not (yes or _is_wanted(looked, from_today=from_today)):
        flags = [
            flag for flag, is_given in {"--from-today": from_today, "--right-rows": right_rows}.items() if is_given
        ]
        say("import.not_taken_in", command=again(shlex.join(["import", str(file), *flags, "--yes"])))
        sys.exit(ONLY_SHOWN)
    _take_in(chosen, looked, from_today=from_today)


def _shown(chosen: Settings, file: Path, content: bytes) -> Forecast:
    """Show what would happen. Ends the command where nothing can."""
    found = with_database(chosen, lambda database: importing.look(database, chosen, content, clock=SystemClock()))
    if isinstance(found, PlanForecast | UnfitPlan):
        raise Refusal("import.is_plan", file=file)
    words = importing.worded(found, file.name, terminal_language())
    if not isinstance(found, Forecast):
        raise click.ClickException("\n\n".join([words, said("import.template_is", command=again("import --template"))]))
    click.echo(words + "\n")
    return found


def _require_right(looked: Forecast, file: Path, *, right_rows: bool) -> None:
    if not looked.comparison.is_of_use:
        sys.exit(1 if looked.comparison.wrong else 0)
    if looked.comparison.wrong and not right_rows:
        raise Refusal("import.mistakes", command=again(shlex.join(["import", str(file), "--right-rows"])))


def _is_wanted(looked: Forecast, *, from_today: bool) -> bool:
    if not sys.stdin.isatty():
        return False
    how = ("ask_from_today" if from_today else "ask_to_come") if looked.duties.running else "ask"
    return click.confirm(said(f"import.{how}"))


def _take_in(chosen: Settings, looked: Forecast, *, from_today: bool) -> None:
    done = with_database(
        chosen,
        lambda database: importing.take_in(database, chosen, looked, begins_again=from_today, clock=SystemClock()),
    )
    if done is None:
        raise Refusal("import.changed_meanwhile")
    click.echo(importing.plainly(done, terminal_language()))


def _template_language(chosen: Settings) -> Language:
    """It is filled in by others: it is in the city's language, where the terminal names none that we speak."""
    return named_language() or chosen.language


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refusal("import.unreadable", file=file, words=trouble(error)) from error


def _write_template(file: Path, language: Language) -> None:
    make = contract_sheet.template_text if file.suffix.lower() == ".csv" else contract_sheet.template
    try:
        with file.open("xb") as opened:
            opened.write(make(language))
    except FileNotFoundError as error:
        folder = file.absolute().parent
        raise Refusal("import.folder_missing", folder=folder, quoted=shlex.quote(str(folder))) from error
    except FileExistsError as error:
        raise Refusal("import.there_already", file=file) from error
    except OSError as error:
        raise Refusal("import.unwritable", file=file, words=trouble(error)) from error
    say("import.template_ready", file=file)
