"""`steget verify`: whether the ledger is as it was sealed, and whether a file is one that Steget made."""

import hashlib
from pathlib import Path

import click
from sqlalchemy.ext.asyncio import AsyncSession

from bot.commands.local_time import city_time
from bot.commands.operator import require_database, settings, with_database
from bot.commands.terminal import Refusal, say, spoken, trouble
from bot.settings import Settings
from domain.frozen import frozen
from messages.label import wordings
from messages.terminal import said, terminal_language
from storage import ledger
from storage.contracts import contract
from storage.database import Database
from storage.documents import testimony
from storage.documents.testimony import Testimony


@frozen
class Chain:
    """How the ledger's chain stands.

    Attributes:
        broken: The first row that is not as it was sealed.
        broken_place: Which row of the chain that is, from 1.
        unaccounted: How many rows were kept from the seal.
        head: Its newest seal.
    """

    broken: int | None
    broken_place: int | None
    unaccounted: int
    head: str


@frozen
class Found:
    """A file that Steget made: what the ledger says of it, what it is about, and its own seal's place in the chain."""

    testimony: Testimony
    about: str
    place: int | None


@spoken("verify")
@click.argument("file", metavar=f"[{said('word.file')}]", required=False, type=click.Path(path_type=Path))
@click.option("--head", metavar=said("word.seal"), help=said("help.verify_head"))
def command(*, file: Path | None, head: str | None) -> None:
    """Walk the ledger's chain of seals, and say whether anything was changed."""
    chosen = settings()
    checksum = _checksum(file) if file else None
    require_database(chosen)
    chain = with_database(chosen, _walk)
    if checksum is not None:
        _tell_of_file(chosen, checksum, chain)
    if head is not None:
        _tell_of_seal(chosen, head.strip().lower(), chain)
    _tell_of_chain(chain)


async def _walk(database: Database) -> Chain:
    async with database.read() as session:
        broken = await ledger.first_broken(session)
        place = await ledger.place_of(session, broken) if broken is not None else None
        return Chain(broken, place, await ledger.count_unaccounted(session), await ledger.head(session))


def _tell_of_chain(chain: Chain) -> None:
    if chain.broken is not None:
        raise Refusal("verify.broken", row=chain.broken)
    if chain.unaccounted:
        raise Refusal("verify.kept_from_seal", count=chain.unaccounted)
    say("verify.whole", head=chain.head)


def _tell_of_seal(chosen: Settings, seal: str, chain: Chain) -> None:
    async def place(database: Database) -> int | None:
        async with database.read() as session:
            return await ledger.sealed_up_to(session, seal)

    found = with_database(chosen, place)
    if found is None:
        raise Refusal("verify.no_such_seal", seal=seal)
    _say_place(found, chain)


def _say_place(place: int, chain: Chain) -> None:
    """How many rows lie before a seal, and whether they are as they were."""
    is_changed = chain.broken_place is not None and chain.broken_place <= place
    say("verify.seal_changed" if is_changed else "verify.seal_holds", count=place)


def _tell_of_file(chosen: Settings, checksum: str, chain: Chain) -> None:
    async def look(database: Database) -> Found | None:
        async with database.read() as session:
            return await _found(session, checksum)

    found = with_database(chosen, look)
    if found is None:
        raise Refusal("verify.not_ours", checksum=checksum)
    _say_what(chosen, found)
    if found.place is None:
        raise Refusal("verify.its_seal_is_gone", row=found.testimony.row)
    _say_place(found.place, chain)


async def _found(session: AsyncSession, checksum: str) -> Found | None:
    made = await testimony.of(session, checksum)
    if made is None:
        return None
    if made.document is None:
        return Found(made, "", None)
    document = made.document
    under = await contract.find(session, document.contract_id) if document.contract_id else None
    about = under.named if under else str(document.year or "")
    return Found(made, about, await ledger.sealed_up_to(session, document.ledger_head))


def _say_what(chosen: Settings, found: Found) -> None:
    at = city_time(found.testimony.made_at, chosen)
    document = found.testimony.document
    if document is None:
        say("verify.ours_but_gone", at=at)
        return
    kind = wordings(terminal_language())[f"document.{document.kind}"]
    say("verify.ours", kind=kind, about=found.about, number=document.id, at=at, row=found.testimony.row)
    if document.registry_number:
        say("verify.registered", number=document.registry_number)


def _checksum(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise Refusal("verify.unreadable", file=file, words=trouble(error)) from error
