"""The ledger: who did or was told what, when. Rows are only ever added; triggers refuse all else.

The row holds ids, codes and a salted hash. The text that was hashed lives apart, so that it can be disposed of
lawfully while the chain of hashes stays whole.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    ForeignKey,
    Index,
    Insert,
    Select,
    String,
    Text,
    bindparam,
    column,
    delete,
    exists,
    func,
    insert,
    literal_column,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.reference import Reference
from storage.base import Base, Id, table_of
from storage.dialects import insert_all


class LedgerRow(Base):
    """One thing that happened."""

    __tablename__ = "ledger"
    __table_args__ = (
        Index("ix_ledger_about", "about", "id"),
        Index("ix_ledger_contract_id", "contract_id", "id"),
        Index("ix_ledger_supplier_id", "supplier_id", "event"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime]
    event: Mapped[str] = mapped_column(String(40))
    actor_id: Mapped[int | None] = mapped_column(Id)
    """Who did it; None for the bot itself and for the operator."""
    recipient_id: Mapped[int | None] = mapped_column(Id)
    """Who was told."""
    supplier_id: Mapped[int | None] = mapped_column(Id)
    contract_id: Mapped[int | None] = mapped_column(Id)
    about: Mapped[str | None] = mapped_column(String(60))
    outbox_id: Mapped[int | None] = mapped_column(Id)
    content_hash: Mapped[str] = mapped_column(String(64))


class LedgerText(Base):
    """The words of a ledger row, and the salt without which its hash tells nothing."""

    __tablename__ = "ledger_text"

    ledger_id: Mapped[int] = mapped_column(ForeignKey(LedgerRow.id), primary_key=True, autoincrement=False)
    salt: Mapped[str] = mapped_column(String(32))
    content: Mapped[str] = mapped_column(Text)


class LedgerSeal(Base):
    """A link of the chain: in the order of sealing, so that writers never wait for one another."""

    __tablename__ = "ledger_seal"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    ledger_id: Mapped[int] = mapped_column(ForeignKey(LedgerRow.id), unique=True)
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class LedgerUnsealed(Base):
    """A ledger row that waits for the sealer: a short queue, so that sealing never searches the whole ledger."""

    __tablename__ = "ledger_unsealed"

    ledger_id: Mapped[int] = mapped_column(ForeignKey(LedgerRow.id), primary_key=True, autoincrement=False)


class DisposalCertificate(Base):
    """The record of a lawful disposal: what rule, when, on whose word."""

    __tablename__ = "disposal_certificate"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime]
    record_class: Mapped[str] = mapped_column(String(40))
    decided_by: Mapped[int | None] = mapped_column(Id)


class DisposalRow(Base):
    """One ledger row whose text a certificate disposes of; without it the text can't be deleted."""

    __tablename__ = "disposal_row"

    ledger_id: Mapped[int] = mapped_column(ForeignKey(LedgerRow.id), primary_key=True, autoincrement=False)
    certificate_id: Mapped[int] = mapped_column(ForeignKey(DisposalCertificate.id), index=True)


GENESIS = "0" * 64
"""What the first seal names as the one before it."""

SALT_CHARACTERS = 32
"""Always as many, so that nothing can be moved between the salt and the text behind it with the hash still fitting."""


def content_hash(salt: str, content: str) -> str:
    """The hash that a ledger row keeps of its text."""
    return hashlib.sha256((salt + content).encode()).hexdigest()


@frozen
class Entry:
    """Something that happened, before it is written down."""

    event: LedgerEvent
    content: str = ""
    actor_id: int | None = None
    recipient_id: int | None = None
    supplier_id: int | None = None
    contract_id: int | None = None
    about: Reference | None = None
    outbox_id: int | None = None


# Made once: to build a question costs more than to ask it. The ids come back in the order of the entries.
_rows, _texts, _unsealed = map(table_of, (LedgerRow, LedgerText, LedgerUnsealed))
_RECORD = insert(_rows).returning(_rows.c.id, sort_by_parameter_order=True)


def _in_all_three() -> Insert:
    """Write rows and texts, and that they are unsealed, in one statement, which PostgreSQL alone knows."""
    of_row = [each.name for each in _rows.c if each.name not in {"id", "at"}]
    kept = (*(_rows.c[name] for name in of_row), _texts.c.salt, _texts.c.content)
    entries = func.json_to_recordset(bindparam("entries", type_=JSON))
    told = entries.table_valued(*(column(each.name, each.type) for each in kept)).render_derived(with_types=True).c
    next_id = literal_column("nextval('ledger_id_seq')", _rows.c.id.type)
    entry = select(next_id.label("id"), *told).cte("entry").c
    at = bindparam("at", type_=_rows.c.at.type)
    rows = insert(_rows).from_select(["id", "at", *of_row], select(entry.id, at, *(entry[name] for name in of_row)))
    texts = insert(_texts).from_select(list(_texts.c), select(entry.id, entry.salt, entry.content))
    return insert(_unsealed).from_select(list(_unsealed.c), select(entry.id)).add_cte(rows.cte(), texts.cte())


_RECORD_AT_ONCE = _in_all_three()


async def record(  # noqa: PLR0913  a record is only as good as what it names
    session: AsyncSession,
    event: LedgerEvent,
    *,
    at: datetime,
    content: str = "",
    actor_id: int | None = None,
    recipient_id: int | None = None,
    supplier_id: int | None = None,
    contract_id: int | None = None,
    about: Reference | None = None,
    outbox_id: int | None = None,
) -> None:
    """Write down what happened, in the transaction in which it happens."""
    entry = Entry(event, content, actor_id, recipient_id, supplier_id, contract_id, about, outbox_id)
    await record_all(session, [entry], at=at)


async def record_all(session: AsyncSession, entries: Sequence[Entry], *, at: datetime) -> None:
    """Write down what happened at once, in that order."""
    if not entries:
        return
    texts = [{"salt": secrets.token_hex(SALT_CHARACTERS // 2), "content": entry.content} for entry in entries]
    rows = [_row(entry, text["salt"]) for entry, text in zip(entries, texts, strict=True)]
    if session.get_bind().dialect.name == "postgresql":  # where each statement is a way there and back
        told = [row | text for row, text in zip(rows, texts, strict=True)]
        await session.execute(_RECORD_AT_ONCE, {"at": at, "entries": told})
        return
    ids = (await session.scalars(_RECORD, [{"at": at} | row for row in rows])).all()
    await insert_all(session, LedgerText, [{"ledger_id": id_} | text for id_, text in zip(ids, texts, strict=True)])
    await insert_all(session, LedgerUnsealed, [{"ledger_id": row_id} for row_id in ids])


def _row(entry: Entry, salt: str) -> dict[str, Any]:
    return {
        "event": entry.event.value,
        "actor_id": entry.actor_id,
        "recipient_id": entry.recipient_id,
        "supplier_id": entry.supplier_id,
        "contract_id": entry.contract_id,
        "about": str(entry.about) if entry.about else None,
        "outbox_id": entry.outbox_id,
        "content_hash": content_hash(salt, entry.content),
    }


async def newest(session: AsyncSession) -> int:
    """The id of the newest row; 0 where there is none."""
    return await session.scalar(select(func.max(LedgerRow.id))) or 0


async def have_happened(session: AsyncSession, events: Iterable[LedgerEvent], *, after: int) -> set[LedgerEvent]:
    """Which of these have happened since the row with that id."""
    told = select(LedgerRow.event).where(LedgerRow.id > after, LedgerRow.event.in_([each.value for each in events]))
    return {LedgerEvent(event) for event in await session.scalars(told.distinct())}


# Made once: each tick asks it.
_UNSEALED = (
    select(LedgerUnsealed.ledger_id).order_by(LedgerUnsealed.ledger_id).limit(bindparam("at_most")).with_for_update()
)


async def seal(session: AsyncSession, *, at_most: int) -> int:
    """Chain up to so many committed rows that are not sealed yet; says how many. One sealer at a time.

    The rows' places in the queue are locked before the head of the chain is read: a sealer that was frozen and lost its
    role waits here for the present one, and finds them gone.
    """
    ids = (await session.scalars(_UNSEALED, {"at_most": at_most})).all()
    if not ids:
        return 0
    # Not joined with the queue: both databases may then choose to walk the whole ledger along it.
    rows = (await session.scalars(select(LedgerRow).where(LedgerRow.id.in_(ids)).order_by(LedgerRow.id))).all()
    previous = await head(session)
    for row in rows:
        link = LedgerSeal(ledger_id=row.id, previous=previous, hash=_chained(previous, row))
        session.add(link)
        # One by one, since the order of the ids is the order of the chain.
        await session.flush()
        previous = link.hash
    await session.execute(
        delete(LedgerUnsealed).where(LedgerUnsealed.ledger_id.in_(ids)),
    )
    return len(rows)


async def head(session: AsyncSession) -> str:
    """The newest hash of the chain: who has seen it can later tell that nothing before it was changed."""
    newest = await session.scalar(select(LedgerSeal.hash).order_by(LedgerSeal.id.desc()).limit(1))
    return newest or GENESIS


async def sealed_up_to(session: AsyncSession, seal: str) -> int | None:
    """How many rows the chain has up to that head; 0 for its beginning, None where no seal in it has that hash."""
    if seal == GENESIS:
        return 0
    return await _count_up_to(session, select(LedgerSeal.id).where(LedgerSeal.hash == seal))


async def place_of(session: AsyncSession, ledger_id: int) -> int | None:
    """Which row of the chain it is, from 1; None for one that is not sealed."""
    return await _count_up_to(session, select(LedgerSeal.id).where(LedgerSeal.ledger_id == ledger_id))


async def _count_up_to(session: AsyncSession, found: Select[int]) -> int | None:
    place = await session.scalar(found)
    if place is None:
        return None
    return await session.scalar(select(func.count()).select_from(LedgerSeal).where(LedgerSeal.id <= place))


async def first_broken(session: AsyncSession) -> int | None:
    """Walk the whole chain; the id of the first ledger row that is not as it was sealed, or None."""
    previous = GENESIS
    seals = await session.stream(
        select(LedgerSeal, LedgerRow, LedgerText, DisposalRow)
        .outerjoin(LedgerRow, LedgerRow.id == LedgerSeal.ledger_id)
        .outerjoin(LedgerText, LedgerText.ledger_id == LedgerSeal.ledger_id)
        .outerjoin(DisposalRow, DisposalRow.ledger_id == LedgerSeal.ledger_id)
        .order_by(LedgerSeal.id),
    )
    async for link, row, text, disposal in seals:
        is_there = row is not None  # an outer join finds none where the row was removed
        is_linked = is_there and link.previous == previous and link.hash == _chained(previous, row)
        if not is_linked or not _fits(row, text, is_disposed=disposal is not None):
            return int(link.ledger_id)
        previous = link.hash
    return None


async def count_unsealed(session: AsyncSession) -> int:
    """How many rows wait for the sealer."""
    return await session.scalar(select(func.count()).select_from(LedgerUnsealed)) or 0


async def count_unaccounted(session: AsyncSession) -> int:
    """How many rows are neither sealed nor waiting for the sealer, which only tampering can bring about."""
    sealed = exists().where(LedgerSeal.ledger_id == LedgerRow.id)
    waiting = exists().where(LedgerUnsealed.ledger_id == LedgerRow.id)
    return await session.scalar(select(func.count()).select_from(LedgerRow).where(~sealed, ~waiting)) or 0


def _chained(previous: str, row: LedgerRow) -> str:
    # As JSON, in which no two different rows are written alike.
    fields = (
        previous,
        row.id,
        row.at.isoformat(),
        row.event,
        row.actor_id,
        row.recipient_id,
        row.supplier_id,
        row.contract_id,
        row.about,
        row.outbox_id,
        row.content_hash,
    )
    return hashlib.sha256(json.dumps(fields).encode()).hexdigest()


def _fits(row: LedgerRow, text: LedgerText | None, *, is_disposed: bool) -> bool:
    """Whether the text is the one that was hashed. It may be missing only where a certificate disposes of it."""
    if text is None:
        return is_disposed
    return len(text.salt) == SALT_CHARACTERS and content_hash(text.salt, text.content) == row.content_hash
