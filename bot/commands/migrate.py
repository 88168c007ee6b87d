"""`steget migrate`: the database's next shape."""

import click

from bot.commands.operator import explaining_database, settings
from storage import migration


@click.command("migrate")
def command() -> None:
    """Bring the database to the shape that this version expects."""
    chosen = settings()
    with explaining_database():
        migration.upgrade(chosen.database_url)
    click.echo("The database is up to date.")
