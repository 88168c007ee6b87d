"""`steget migrate`: the database's next shape."""

from alembic.util import CommandError

from bot.commands.operator import explaining_database, settings
from bot.commands.terminal import Refusal, say, spoken
from storage import migration


@spoken("migrate")
def command() -> None:
    """Bring the database to the shape that this version expects."""
    chosen = settings()
    with explaining_database(chosen):
        try:
            migration.upgrade(chosen.database_url)
        except CommandError as error:
            raise Refusal("database.newer") from error
    say("database.up_to_date")
