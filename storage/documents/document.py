"""A document: what it tells is kept when it is asked for, and the file as it was made, so that it never changes.

Both may be large, so they are loaded only where they are asked for: a list of documents has neither.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, undefer

from domain.document import DocumentFormat, DocumentKind
from domain.language import Language
from domain.reference import Noun, Reference
from domain.registry_number import LONGEST_REGISTRY_NUMBER
from storage.base import Base, Id, coded, partial_index
from storage.contracts.contract import Contract
from storage.meetings.meeting import Meeting
from storage.people.person import Person


class Document(Base):
    """One document, in one format."""

    __tablename__ = "document"
    __table_args__ = (
        Index("ix_document_contract_id", "contract_id", "id"),
        Index("ix_document_kind", "kind", "year", "id"),
        partial_index(
            "uq_document_in_force",
            *("kind", "year", "format"),
            unique=True,
            where="approved_at IS NOT NULL AND replaced_at IS NULL",
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    kind: Mapped[DocumentKind] = mapped_column(coded(DocumentKind))
    format: Mapped[DocumentFormat] = mapped_column(coded(DocumentFormat))
    language: Mapped[Language] = mapped_column(coded(Language))
    year: Mapped[int | None]
    """Of a council's page."""
    contract_id: Mapped[int | None] = mapped_column(ForeignKey(Contract.id))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey(Meeting.id), index=True)
    facts: Mapped[dict[str, Any]] = mapped_column(deferred=True, deferred_raiseload=True)
    """What it tells, as it was when it was asked for."""
    ledger_head: Mapped[str] = mapped_column(String(64))
    """The newest hash of the ledger's chain when it was asked for."""
    asked_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """None where it is made without anybody asking."""
    asked_at: Mapped[datetime]
    content: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)
    """The file; None until it was made, which is when it is first sent."""
    sha256: Mapped[str | None] = mapped_column(String(64), index=True)
    made_at: Mapped[datetime | None]
    approved_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """Who said that it may leave the administration."""
    approved_at: Mapped[datetime | None]
    replaced_at: Mapped[datetime | None]
    """When another was approved in its place."""
    registry_number: Mapped[str | None] = mapped_column(String(LONGEST_REGISTRY_NUMBER))
    """Its number in the register of records, once somebody says that it is there."""
    registered_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    registered_at: Mapped[datetime | None]

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.DOCUMENT, self.id)


async def order(session: AsyncSession, document: Document) -> Document:
    """Keep what it is to tell."""
    session.add(document)
    await session.flush()
    return document


async def find(session: AsyncSession, document_id: int) -> Document | None:
    """The document with that id, as it is now, with what it tells but without its file."""
    return await session.get(Document, document_id, options=[undefer(Document.facts)], populate_existing=True)


async def whole(session: AsyncSession, document_id: int) -> Document | None:
    """The same with its file."""
    heavy = [undefer(Document.facts), undefer(Document.content)]
    return await session.get(Document, document_id, options=heavy, populate_existing=True)


async def count_of_contract(session: AsyncSession, contract_id: int) -> int:
    """How many documents there are about the contract."""
    counted = select(func.count()).select_from(Document).where(Document.contract_id == contract_id)
    return await session.scalar(counted) or 0


async def of_contract(session: AsyncSession, contract_id: int, *, skip: int, at_most: int) -> Sequence[Document]:
    """A part of the documents about the contract, newest first, without what they tell and their files."""
    return (
        await session.scalars(
            select(Document)
            .where(Document.contract_id == contract_id)
            .order_by(Document.id.desc())
            .offset(skip)
            .limit(at_most)
            .execution_options(populate_existing=True),
        )
    ).all()


async def latest_of_meeting(session: AsyncSession, meeting_id: int, *, since: datetime) -> Document | None:
    """The newest document about the meeting that was asked for then or later."""
    return await session.scalar(
        select(Document)
        .where(Document.meeting_id == meeting_id, Document.asked_at >= since)
        .order_by(Document.id.desc())
        .limit(1),
    )


async def register(session: AsyncSession, document_id: int, number: str, *, by: int, now: datetime) -> None:
    """Keep under which number it is in the register of records; a number that was wrong is replaced."""
    await session.execute(
        update(Document)
        .where(Document.id == document_id)
        .values(registry_number=number, registered_by=by, registered_at=now)
    )


async def keep(session: AsyncSession, document_id: int, content: bytes, *, sha256: str, now: datetime) -> bool:
    """Keep the file that was made; False where another was kept before, which is then the one."""
    kept = await session.scalars(
        update(Document)
        .where(Document.id == document_id, Document.sha256.is_(None))
        .values(content=content, sha256=sha256, made_at=now)
        .returning(Document.id)
        .execution_options(synchronize_session=False)
    )
    return kept.first() is not None


async def approve(session: AsyncSession, document: Document, *, by: int, now: datetime) -> None:
    """Keep who says that it may leave the administration, in the place of what was approved of that year so far.

    Of two who approve at once the later is refused by the index, and finds what the other has approved.
    """
    await session.execute(
        update(Document)
        .where(Document.kind == document.kind, Document.year == document.year, Document.format == document.format)
        .where(Document.approved_at.is_not(None), Document.replaced_at.is_(None))
        .values(replaced_at=now)
        .execution_options(synchronize_session=False)
    )
    document.approved_by, document.approved_at = by, now
    await session.flush()


async def in_force(session: AsyncSession, kind: DocumentKind, year: int) -> Sequence[Document]:
    """The year's document of the kind that was approved last, in each format, without the files."""
    return (
        await session.scalars(
            select(Document)
            .options(undefer(Document.facts))
            .where(Document.kind == kind, Document.year == year)
            .where(Document.approved_at.is_not(None), Document.replaced_at.is_(None))
            .order_by(Document.id)
            .execution_options(populate_existing=True)
        )
    ).all()


async def newest_draft(
    session: AsyncSession, kind: DocumentKind, year: int, in_format: DocumentFormat
) -> Document | None:
    """The last of the year's documents of the kind that nobody has approved."""
    return await session.scalar(
        select(Document)
        .options(undefer(Document.facts))
        .where(Document.kind == kind, Document.year == year, Document.format == in_format)
        .where(Document.approved_at.is_(None))
        .order_by(Document.id.desc())
        .limit(1)
        .execution_options(populate_existing=True)
    )
