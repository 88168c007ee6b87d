"""The command `steget`, with all its commands on one page."""

import click

from bot.commands import check, demo, import_, invite, migrate, run, status, verify


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="steget")
def main() -> None:
    """Steget: one step at a time to residents at work."""


for module in (run, demo, migrate, check, invite, import_, status, verify):
    main.add_command(module.command)
