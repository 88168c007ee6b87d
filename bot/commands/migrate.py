"""`steget migrate`: the database's next shape."""

import click
from sqlalchemy.exc import DatabaseError

from bot.commands.operator import settings
from storage import migration


@click.command("migrate")
def command() -> None:
    """Bring the database to the shape that this version expects."""
    chosen = settings()
    try:
        migration.upgrade(chosen.database_url)
    except DatabaseError as error:
        raise click.ClickException(
            f"The database can't be opened: {error.orig}. Look at STEGET_DATABASE_URL."
        ) from error
    click.echo("The database is up to date.")
