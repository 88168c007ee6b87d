"""The command `steget`, with all its commands on one page."""

import gc
from importlib import import_module
from typing import Any

import click

from bot.commands.terminal import INTERRUPTED, called, spoken
from messages.terminal import lend_words_to_libraries, said

MODULES = {
    "run": "run",
    "demo": "demo",
    "migrate": "migrate",
    "check": "check",
    "invite": "invite",
    "import": "import_",
    "export": "export",
    "status": "status",
    "verify": "verify",
}
"""Each command, and its file in `bot/commands/`."""

lend_words_to_libraries()


class Contents(click.Group):
    """The commands as the page of help lists them: by what is said of each, and none of them loaded."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click asks by this name
        """Their names, in the order of `MODULES`."""
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  likewise
        """What is said of the command of that name."""
        return spoken(cmd_name)(_nothing)


class Commands(Contents):
    """Each command is loaded when it is asked for: the bot runs for months, and needs nothing of the others."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  likewise
        """The command of that name; None where there is none."""
        return _loaded(MODULES[cmd_name]) if cmd_name in MODULES else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List them, with what is said of each."""
        Contents().format_commands(ctx, formatter)

    def main(self, *args: Any, **more: Any) -> Any:
        """Begin. What the library says to write works from where somebody stands, like our own words."""
        return super().main(*args, **{"prog_name": called()} | more)

    def invoke(self, ctx: click.Context) -> Any:
        """Do what was asked. Who presses Ctrl+C knows that they did, and is told nothing."""
        try:
            return super().invoke(ctx)
        except (KeyboardInterrupt, click.Abort):
            click.echo(err=True)
            ctx.exit(INTERRUPTED)


def _nothing() -> None:
    """A command that is only told of does nothing."""


def _loaded(file: str) -> click.Command:
    """The command in that file. What is loaded is no garbage: to search it for some would take a fifth of the start."""
    from bot import certificates  # noqa: PLC0415  with all for encryption, a fifth of what a page of help takes

    gc.disable()
    try:
        with certificates.left_unread():
            command: click.Command = import_module(f"bot.commands.{file}").command
    finally:
        # Together these call all that is there now old, so that nothing of it is searched at the next best moment.
        gc.freeze()
        gc.unfreeze()
        gc.enable()
    return command


@click.command(
    cls=Commands,
    help=said("help.steget"),
    options_metavar=said("word.options"),
    subcommand_metavar=said("word.command"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="steget")
def main() -> None:
    """Steget: one step at a time to residents at work."""
