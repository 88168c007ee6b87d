"""The command `steget`, with all its commands on one page."""

import gc
from importlib import import_module

import click

MODULES = {
    "run": "run",
    "demo": "demo",
    "migrate": "migrate",
    "check": "check",
    "invite": "invite",
    "import": "import_",
    "status": "status",
    "verify": "verify",
}
"""Each command, and its file in `bot/commands/`."""


class Commands(click.Group):
    """Each command is loaded when it is asked for: the bot runs for months, and needs nothing of the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click asks by this name
        """Their names, in the order of `MODULES`."""
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  likewise
        """The command of that name; None where there is none."""
        return _loaded(MODULES[cmd_name]) if cmd_name in MODULES else None


def _loaded(file: str) -> click.Command:
    """The command in that file. What is loaded is no garbage: to search it for some would take a fifth of the start."""
    gc.disable()
    try:
        command: click.Command = import_module(f"bot.commands.{file}").command
    finally:
        # Together these call all that is there now old, so that nothing of it is searched at the next best moment.
        gc.freeze()
        gc.unfreeze()
        gc.enable()
    return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="steget")
def main() -> None:
    """Steget: one step at a time to residents at work."""
