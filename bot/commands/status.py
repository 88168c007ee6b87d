"""`steget status`: how much waits, and what went wrong."""

import json

import click

from bot.commands.operator import require_database, settings, with_database
from storage import inbox, ledger, outbox
from storage.database import Database
from storage.inbox import InboxState
from storage.outbox import OutboxState


@click.command("status")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
def command(*, as_json: bool) -> None:
    """Say how much waits, and what went wrong."""
    chosen = settings()
    require_database(chosen)
    figures = with_database(chosen, _figures)
    if as_json:
        click.echo(json.dumps(figures))
        return
    for name, figure in figures.items():
        click.echo(f"{name.replace('_', ' '):24}{figure}")


async def _figures(database: Database) -> dict[str, int]:
    async with database.read() as session:
        updates, messages = await inbox.count_by_state(session), await outbox.count_by_state(session)
        return {
            **{f"updates_{state.value}": updates.get(state, 0) for state in InboxState},
            **{f"messages_{state.value}": messages.get(state, 0) for state in OutboxState},
            "possibly_doubled": await outbox.count_possibly_doubled(session),
            "ledger_unsealed": await ledger.count_unsealed(session),
        }
