"""`steget verify`: whether the ledger is as it was sealed."""

from bot.commands.operator import require_database, settings, with_database
from bot.commands.terminal import Refusal, say, spoken
from storage import ledger
from storage.database import Database


@spoken("verify")
def command() -> None:
    """Walk the ledger's chain of seals, and say whether anything was changed."""
    chosen = settings()
    require_database(chosen)
    broken, unaccounted, head = with_database(chosen, _walk)
    if broken is not None:
        raise Refusal("verify.broken", row=broken)
    if unaccounted:
        raise Refusal("verify.kept_from_seal", count=unaccounted)
    say("verify.whole", head=head)


async def _walk(database: Database) -> tuple[int | None, int, str]:
    async with database.read() as session:
        return (
            await ledger.first_broken(session),
            await ledger.count_unaccounted(session),
            await ledger.head(session),
        )
