"""`steget verify`: whether the ledger is as it was sealed."""

import click

from bot.commands.operator import require_database, settings, with_database
from storage import ledger
from storage.database import Database


@click.command("verify")
def command() -> None:
    """Walk the ledger's chain of seals, and say whether anything was changed."""
    chosen = settings()
    require_database(chosen)
    broken, unaccounted, head = with_database(chosen, _walk)
    if broken is not None:
        raise click.ClickException(f"Ledger row {broken} is not as it was sealed. Call whoever keeps the backups.")
    if unaccounted:
        raise click.ClickException(
            f"{unaccounted} ledger rows were kept from the seal. Call whoever keeps the backups."
        )
    click.echo(f"The ledger is whole. Its newest seal is {head}")


async def _walk(database: Database) -> tuple[int | None, int, str]:
    async with database.read() as session:
        return (
            await ledger.first_broken(session),
            await ledger.count_unaccounted(session),
            await ledger.head(session),
        )
