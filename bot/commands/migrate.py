"""`steget migrate`: the database's next shape."""

from bot.commands.operator import explaining_database, settings
from bot.commands.terminal import say, spoken
from storage import migration


@spoken("migrate")
def command() -> None:
    """Bring the database to the shape that this version expects."""
    chosen = settings()
    with explaining_database(chosen):
        migration.upgrade(chosen.database_url)
    say("database.up_to_date")
