"""Procurements: what contracts come from, planned or done. A framework agreement has several contracts."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime

from sqlalchemy import JSON, BigInteger, ForeignKey, String, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.contract_sheet import LONGEST_TITLE
from domain.procurement import ProcurementFacts, Requirement
from domain.reference import Noun, Reference
from domain.registry_number import LONGEST_REGISTRY_NUMBER
from domain.slot import Trade
from storage.base import Base, Id, batched, coded, partial_index
from storage.dialects import insert_into
from storage.people.person import Person

FACTS = tuple(each.name for each in fields(ProcurementFacts))
"""The columns that tell what is known of a procurement."""


class Procurement(Base):
    """What the city buys or has bought, under one number in its register of records."""

    __tablename__ = "procurement"
    __table_args__ = (
        # Most came along with a contract, and were never planned here.
        partial_index("ix_procurement_noted", "id", where="noted_at IS NOT NULL AND put_away_at IS NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    registry_number: Mapped[str | None] = mapped_column(String(LONGEST_REGISTRY_NUMBER), unique=True)
    """The number in the city's register of records (diarienummer); one that is only planned may have none yet."""
    planned_number: Mapped[str | None] = mapped_column(String(LONGEST_REGISTRY_NUMBER))
    """Under which it stands in the plan, where the contract that came of it has another number."""
    title: Mapped[str] = mapped_column(String(LONGEST_TITLE))
    trade: Mapped[Trade | None] = mapped_column(coded(Trade))
    value: Mapped[int | None] = mapped_column(BigInteger)
    """Kronor, as far as the city has told."""
    planned_on: Mapped[date | None]
    """When the contract is to begin, as planned."""
    months: Mapped[int | None]
    """How long it is to run, options not counted."""
    labour_share: Mapped[int | None]
    """Of its value so many percent are people's work."""
    headcount: Mapped[int | None]
    """So many people the work is expected to need at once."""
    requirements: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    """The sorts of requirements (`domain.procurement.Requirement`) that are set already; None where nobody has told."""
    noted_at: Mapped[datetime | None]
    """When it came into the plan; None where nobody planned it in Steget and a contract brought it along."""
    noted_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    put_away_at: Mapped[datetime | None]
    """When somebody said that it will not be bought after all."""
    created_at: Mapped[datetime]

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.PROCUREMENT, self.id)

    @property
    def facts(self) -> ProcurementFacts:
        """What is known of it, as the rules and the messages see it."""
        known = {name: getattr(self, name) for name in FACTS}
        are_set = self.requirements
        in_order = None if are_set is None else tuple(each for each in Requirement if each in are_set)
        return ProcurementFacts(**known | {"requirements": in_order})

    def learn(self, facts: ProcurementFacts) -> None:
        """Let this be what is known of it."""
        for name in FACTS:
            setattr(self, name, getattr(facts, name))
        self.requirements = None if facts.requirements is None else [each.value for each in facts.requirements]


async def found_or_created(session: AsyncSession, registry_number: str, title: str, *, now: datetime) -> Procurement:
    """The procurement under that number; a number that is new becomes one."""
    # One statement, since two may name a new one at the same time.
    await session.execute(
        insert_into(session, Procurement)
        .values(registry_number=registry_number, title=title, created_at=now)
        .on_conflict_do_nothing(index_elements=[Procurement.registry_number]),
    )
    return (await session.scalars(select(Procurement).where(Procurement.registry_number == registry_number))).one()


async def registry_numbers(session: AsyncSession) -> Sequence[str]:
    """Every number under which the city keeps a procurement, in the order in which they came."""
    numbers = select(Procurement.registry_number).where(Procurement.registry_number.is_not(None))
    return [each for each in await session.scalars(numbers.order_by(Procurement.id)) if each is not None]


async def with_registry_numbers(session: AsyncSession, numbers: Sequence[str]) -> dict[str, Procurement]:
    """The procurements that the city keeps under these numbers, by them."""
    found: dict[str, Procurement] = {}
    for some in batched(numbers):
        rows = await session.scalars(select(Procurement).where(Procurement.registry_number.in_(some)))
        found |= {each.registry_number: each for each in rows if each.registry_number is not None}
    return found
