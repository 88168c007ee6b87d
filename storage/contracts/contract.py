"""Contracts with the clause: what a supplier has promised, and under which number the city keeps it."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    ForeignKey,
    String,
    UniqueConstraint,
    bindparam,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, column_property, mapped_column

from domain.contract import Cadence, Clause, Counting, CountsFrom
from domain.contract_sheet import LONGEST_TITLE
from domain.reference import Noun, Reference
from domain.subject import ContractSubject
from storage.base import Base, Id, batched, coded, partial_index
from storage.people.supplier import Supplier
from storage.procurements.procurement import Procurement


class Contract(Base):
    """One contract between the city and a supplier: the one that this procurement has with that supplier."""

    __tablename__ = "contract"
    __table_args__ = (
        UniqueConstraint("procurement_id", "supplier_id"),
        partial_index("ix_contract_planned_until", "planned_until", where="ends_on IS NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id), index=True)
    procurement_id: Mapped[int] = mapped_column(ForeignKey(Procurement.id))
    registry_number: Mapped[str] = column_property(
        select(Procurement.registry_number)
        .where(Procurement.id == procurement_id)
        .correlate_except(Procurement)
        .scalar_subquery()
    )
    """The procurement's, read along with every contract, since by it people name them."""
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    clause: Mapped[Clause] = mapped_column(coded(Clause))
    value: Mapped[int | None] = mapped_column(BigInteger)
    """Kronor, as far as the city has told."""
    cadence: Mapped[Cadence | None] = mapped_column(coded(Cadence))
    """How often it is followed up, where the city has told; kept, but nothing is planned by it yet."""
    counting: Mapped[Counting | None] = mapped_column(coded(Counting))
    """What its numbers count, where the city has told; kept, but places are counted until then."""
    counts_from: Mapped[CountsFrom | None] = mapped_column(coded(CountsFrom))
    """From when on something counts, where the city has told; kept, but what has begun counts until then."""
    planned_until: Mapped[date | None]
    """How far ahead the meetings of a contract without an end are planned."""
    created_at: Mapped[datetime]

    @property
    def subject(self) -> ContractSubject:
        """The contract as the rules of access see it."""
        return ContractSubject(supplier_id=self.supplier_id)

    @property
    def named(self) -> str:
        """How people are told of it: by its number and its title."""
        return named_by(self.registry_number, self.title)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.CONTRACT, self.id)


def named_by(registry_number: str, title: str) -> str:
    """How people are told of the contract with that number and title."""
    return f"{registry_number} {title}"


async def find(session: AsyncSession, contract_id: int) -> Contract | None:
    """The contract with that id."""
    return await session.get(Contract, contract_id)


async def with_ids(session: AsyncSession, contract_ids: Collection[int]) -> dict[int, Contract]:
    """Those contracts, by id."""
    found = await session.scalars(select(Contract).where(Contract.id.in_(contract_ids)))
    return {each.id: each for each in found}


async def locked(session: AsyncSession, contract_id: int) -> Contract | None:
    """The contract, held until the end of the transaction, so that what is counted under it stays true."""
    return await session.get(Contract, contract_id, populate_existing=True, with_for_update=True)


# Made once: each tick asks it.
_TO_PLAN_ON = (
    select(Contract)
    .where(
        Contract.ends_on.is_(None), Contract.planned_until.is_not(None), Contract.planned_until < bindparam("before")
    )
    .order_by(Contract.planned_until)
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
    .execution_options(populate_existing=True)
)


async def to_plan_on(session: AsyncSession, *, before: date, at_most: int) -> Sequence[Contract]:
    """Contracts without an end that are planned no further than to that day, the shortest planned first."""
    return (await session.scalars(_TO_PLAN_ON, {"before": before, "at_most": at_most})).all()


def has_not_ended(
    on: date | BindParameter[date], ends_on: ColumnElement[date | None] | None = None
) -> ColumnElement[bool]:
    """Whether a contract has not ended by that day, for any question; `ends_on` is the table's own column, if meant."""
    ends_on = Contract.ends_on.expression if ends_on is None else ends_on
    return or_(ends_on.is_(None), ends_on >= on)


async def running(session: AsyncSession, supplier_id: int, *, on: date) -> Sequence[Contract]:
    """The supplier's contracts that have not ended by that day, oldest first."""
    own = select(Contract).where(Contract.supplier_id == supplier_id, has_not_ended(on))
    return (await session.scalars(own.order_by(Contract.starts_on, Contract.id))).all()


async def with_registry_numbers(session: AsyncSession, numbers: Sequence[str]) -> Sequence[Contract]:
    """The contracts that the city keeps under these numbers: of a framework agreement one for each supplier."""
    found: list[Contract] = []
    for some in batched(numbers):
        of_these = select(Contract).join(Procurement).where(Procurement.registry_number.in_(some))
        found += await session.scalars(of_these.order_by(Contract.id))
    return found
