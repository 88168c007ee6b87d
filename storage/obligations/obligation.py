"""Obligations: what follows from contracts, how each stands, and when the ladder comes to it next."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    bindparam,
    func,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.answered import BY_HAND
from domain.contract import Counting, CountsFrom
from domain.meeting import LONGEST_REASON as LONGEST_PROPOSAL
from domain.obligation import LONGEST_REASON, LONGEST_TITLE, TO_BE_DONE, ObligationKind, ObligationStatus, Rung
from domain.obligation_life import OBLIGATION_LIFE, ObligationEvent
from domain.reference import Noun, Reference
from domain.slot import SlotKind
from storage.base import Base, Id, batched, coded, partial_index
from storage.contracts.contract import Contract
from storage.dialects import insert_all
from storage.guarded_update import happened, happened_to_each
from storage.ledger import LedgerRow
from storage.outbox import OutboxRow
from storage.people.person import Person
from storage.people.supplier import Supplier

LOOKED_AT = 8
"""Obligations for each contract that is wanted, since one may have several that are due."""


class Obligation(Base):
    """One thing that follows from a contract."""

    __tablename__ = "obligation"
    __table_args__ = (
        UniqueConstraint("contract_id", "key"),
        partial_index("ix_obligation_next_at", "next_at", where="next_at IS NOT NULL"),
        partial_index("ix_obligation_proposal_remind_at", "proposal_remind_at", where="proposal_remind_at IS NOT NULL"),
        partial_index("ix_obligation_count_at", "count_at", where="count_at IS NOT NULL"),
        Index("ix_obligation_supplier_id", "supplier_id", "status", "due_on"),
        Index("ix_obligation_status", "status", "due_on"),
        Index("ix_obligation_fulfilled_by", "fulfilled_by"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey(Contract.id))
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id))
    """The contract's supplier, kept here so that a list of theirs asks one table."""
    kind: Mapped[ObligationKind] = mapped_column(coded(ObligationKind))
    key: Mapped[str] = mapped_column(String(60))
    """Names it within its contract, as `domain.cadence` does."""
    title: Mapped[str | None] = mapped_column(String(LONGEST_TITLE))
    """What was agreed, in people's own words; None where the kind says it."""
    is_for_city: Mapped[bool] = mapped_column(default=False)
    """The city has promised it, not the supplier: the ladder never comes to it."""
    slot_kind: Mapped[SlotKind | None] = mapped_column(coded(SlotKind))
    places: Mapped[int | None]
    """How many of that kind, or how many months of full-time work in them, for an employment requirement."""
    counting: Mapped[Counting | None] = mapped_column(coded(Counting))
    """What that number counts; None means places."""
    counts_from: Mapped[CountsFrom | None] = mapped_column(coded(CountsFrom))
    """From when on they count; None means once somebody has begun."""
    count_at: Mapped[datetime | None]
    """When months are to be counted anew: then they are enough, if all goes on as it is."""
    planned_on: Mapped[date]
    """The due day by the rule; stays when a coordinator moves it."""
    due_on: Mapped[date]
    status: Mapped[ObligationStatus] = mapped_column(coded(ObligationStatus))
    rung: Mapped[int]
    """The rung of the ladder that is reached, as in `domain.obligation.Rung`."""
    next_at: Mapped[datetime | None]
    """When the ladder comes to it next; None where it never will."""
    snoozed_until: Mapped[date | None]
    """The supplier asked to be reminded on this day; until then it is not nudged about it."""
    fulfilled_by: Mapped[str | None] = mapped_column(String(60))
    """What fulfilled it, such as "slot:12" or "meeting:3"."""
    settled_at: Mapped[datetime | None]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    reason: Mapped[str | None] = mapped_column(String(LONGEST_REASON))
    """Why it was waived, or why there was nothing to offer."""
    proposed: Mapped[str | None] = mapped_column(String(LONGEST_PROPOSAL))
    """The time that the supplier has proposed for the meeting, in its own words, until a coordinator answers it."""
    proposed_at: Mapped[datetime | None]
    proposed_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    proposal_remind_at: Mapped[datetime | None]
    """When the coordinators are reminded next of the proposal; None where nothing waits for them."""
    city_proposed: Mapped[str | None] = mapped_column(String(LONGEST_PROPOSAL))
    """The time that a coordinator has proposed instead, until the supplier answers or proposes another."""
    counted_from: Mapped[date | None]
    """The day from which the ladder counts, where the city was waited for past the due day; None: the due day."""
    revision: Mapped[int]
    created_at: Mapped[datetime]

    @property
    def fulfilment(self) -> Reference | None:
        """What has fulfilled it; None where nothing has."""
        return Reference.read(self.fulfilled_by or "")

    @property
    def ladder_day(self) -> date:
        """The day from which the ladder counts: the due day, or a later one where the city was waited for past it."""
        return self.counted_from or self.due_on

    @property
    def is_in_months(self) -> bool:
        """Whether its number counts months of full-time work, not places."""
        return self.counting is Counting.MONTHS

    @property
    def may_be_offered(self) -> bool:
        """Whether it is enough to offer what it asks for."""
        return self.counts_from is CountsFrom.OFFERED

    @property
    def is_by_hand(self) -> bool:
        """Whether it is fulfilled because somebody has said so, which can be taken back."""
        is_said = self.fulfilment is not None and self.fulfilment.noun in BY_HAND
        return is_said and self.status is ObligationStatus.FULFILLED

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.OBLIGATION, self.id)


async def find(session: AsyncSession, obligation_id: int) -> Obligation | None:
    """The obligation with that id, as it is now."""
    return await session.get(Obligation, obligation_id, populate_existing=True)


async def with_ids(session: AsyncSession, obligation_ids: Collection[int]) -> Sequence[Obligation]:
    """Those obligations as they are now, soonest due first."""
    return (
        await session.scalars(
            select(Obligation)
            .where(Obligation.id.in_(obligation_ids))
            .order_by(Obligation.due_on, Obligation.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def of_contract(session: AsyncSession, contract_id: int) -> Sequence[Obligation]:
    """Everything that follows from the contract, soonest due first."""
    return (
        await session.scalars(
            select(Obligation)
            .where(Obligation.contract_id == contract_id)
            .order_by(Obligation.due_on, Obligation.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def of_contracts(
    session: AsyncSession, contract_ids: Sequence[int], *kinds: ObligationKind
) -> dict[int, list[Obligation]]:
    """What of these kinds follows from these contracts, by the contracts' ids."""
    found: dict[int, list[Obligation]] = {}
    for some in batched(contract_ids):
        rows = await session.scalars(
            select(Obligation)
            .where(Obligation.contract_id.in_(some), Obligation.kind.in_(kinds))
            .order_by(Obligation.due_on, Obligation.id)
            .execution_options(populate_existing=True),
        )
        for each in rows:
            found.setdefault(each.contract_id, []).append(each)
    return found


async def add_all(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> None:
    """Add obligations that are new, a few statements for however many."""
    await insert_all(session, Obligation, rows)


async def asks_for(session: AsyncSession, obligation_id: int, *, key: str, planned_on: date, places: int) -> None:
    """The contract asks for another number of places, or by another day; how the obligation stands is not touched."""
    await session.execute(
        update(Obligation)
        .where(Obligation.id == obligation_id)
        .values(key=key, planned_on=planned_on, places=places, revision=Obligation.revision + 1),
    )


async def count_at(session: AsyncSession, obligation_id: int, at: datetime | None) -> None:
    """Say when its months are to be counted anew."""
    await session.execute(update(Obligation).where(Obligation.id == obligation_id).values(count_at=at))


async def count_as_contract(session: AsyncSession, contract_ids: Sequence[int], *, begins: str, at: datetime) -> None:
    """What these contracts ask for is counted as they say now, anew from then; `begins` is how its keys begin."""
    contract = select(Contract.counting).where(Contract.id == Obligation.contract_id).scalar_subquery()
    since = select(Contract.counts_from).where(Contract.id == Obligation.contract_id).scalar_subquery()
    for some in batched(contract_ids):
        await session.execute(
            update(Obligation)
            .where(Obligation.contract_id.in_(some), Obligation.key.startswith(begins, autoescape=True))
            .values(counting=contract, counts_from=since, count_at=at),
        )


# Made once: each tick asks it.
_TO_COUNT = (
    select(Obligation)
    .where(Obligation.count_at <= bindparam("now"))
    .order_by(Obligation.count_at)
    .limit(bindparam("at_most"))
    .execution_options(populate_existing=True)
)


async def to_count(session: AsyncSession, *, now: datetime, at_most: int) -> Sequence[Obligation]:
    """Those whose months are to be counted by now, longest waiting first; whoever counts holds their contracts."""
    return (await session.scalars(_TO_COUNT, {"now": now, "at_most": at_most})).all()


async def of_meeting(session: AsyncSession, contract_id: int, meeting_id: int) -> Sequence[Obligation]:
    """What was agreed in that meeting, under that contract, in the order in which it was written down."""
    return (
        await session.scalars(
            select(Obligation)
            .where(
                Obligation.contract_id == contract_id,
                Obligation.key.startswith(action_key(meeting_id, ""), autoescape=True),
            )
            .order_by(Obligation.id)
            .execution_options(populate_existing=True),
        )
    ).all()


async def first_to_be_done(session: AsyncSession, contract_id: int, *kinds: ObligationKind) -> Obligation | None:
    """Of those kinds the one that is to be done first under the contract."""
    return await session.scalar(
        select(Obligation)
        .where(Obligation.contract_id == contract_id, Obligation.kind.in_(kinds), Obligation.status.in_(TO_BE_DONE))
        .order_by(Obligation.due_on, Obligation.id)
        .limit(1)
        .execution_options(populate_existing=True),
    )


async def first_of_each(session: AsyncSession, contract_ids: Collection[int], *kinds: ObligationKind) -> set[int]:
    """Of each of these kinds, under each of these contracts, the one that is to be done first; by their ids."""
    in_order = func.row_number().over(
        partition_by=(Obligation.contract_id, Obligation.kind), order_by=(Obligation.due_on, Obligation.id)
    )
    ranked = (
        select(Obligation.id, in_order.label("place"))
        .where(Obligation.contract_id.in_(contract_ids), Obligation.kind.in_(kinds), Obligation.status.in_(TO_BE_DONE))
        .subquery()
    )
    return set(await session.scalars(select(ranked.c.id).where(ranked.c.place == 1)))


async def contracts_to_be_done_first(session: AsyncSession, *kinds: ObligationKind, at_most: int) -> Sequence[int]:
    """The contracts, by id, under which something of those kinds is to be done first of all."""
    due = await session.scalars(
        select(Obligation.contract_id)
        .where(Obligation.status.in_(TO_BE_DONE), Obligation.kind.in_(kinds))
        .order_by(Obligation.due_on, Obligation.id)
        .limit(at_most * LOOKED_AT),
    )
    return list(dict.fromkeys(due))[:at_most]


async def let_happen(
    session: AsyncSession,
    obligation_id: int,
    event: ObligationEvent,
    values: dict[str, Any],
    *conditions: ColumnElement[bool],
) -> bool:
    """Let the event happen to an obligation, if its status allows it and all that is asked is so."""
    told = values | {"revision": Obligation.revision + 1}
    which = (Obligation.id == obligation_id, *conditions)
    return bool(await happened(session, Obligation.status, OBLIGATION_LIFE, event, told, *which))


async def let_happen_to_each(
    session: AsyncSession, event: ObligationEvent, values: Mapping[int, Mapping[str, Any]]
) -> set[int]:
    """The same for many at once, each with its values; the ids of those whose status allowed it."""
    of_all = {"revision": Obligation.revision + 1}
    return await happened_to_each(session, Obligation.status, OBLIGATION_LIFE, event, of_all, values)


async def said_of(session: AsyncSession, obligations: Sequence[Obligation]) -> Sequence[Obligation]:
    """Those of which the bot has said something, in reminders or in messages of their own."""
    by_name = {str(each.reference): each for each in obligations}
    said: set[str | None] = set()
    for some in batched(list(by_name)):
        reminded = select(LedgerRow.about).where(LedgerRow.about.in_(some), LedgerRow.outbox_id.is_not(None))
        said.update(await session.scalars(reminded.union(select(OutboxRow.about).where(OutboxRow.about.in_(some)))))
    return [each for name, each in by_name.items() if name in said]


ADDED = "added:"
"""How the key of an obligation begins that a coordinator has added, and that no date of the contract asks for."""


def action_key(meeting_id: int, number: int | str) -> str:
    """Names what was agreed in a meeting within its contract."""
    return f"action:{meeting_id}:{number}"


def begun(rung: Rung = Rung.NONE) -> dict[str, Any]:
    """The values of an obligation with which the ladder has come no further than that; nothing is proposed for it."""
    fresh = dict.fromkeys(("snoozed_until", "fulfilled_by", "settled_at", "settled_by", "counted_from"))
    return {"rung": rung.value} | fresh | NOT_PROPOSED


NOT_PROPOSED: dict[str, Any] = dict.fromkeys(
    ("proposed", "proposed_at", "proposed_by", "proposal_remind_at", "city_proposed")
)
"""The values of an obligation for which no time is proposed, or no longer."""
