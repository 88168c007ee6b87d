"""What staff heard suppliers say outside Steget, such as on the phone: who said it, who heard it, and how it stands."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, bindparam, exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.contact import LONGEST_NAME
from domain.hearsay import HEARSAY_LIFE, HeardBy, HearsayEvent, HearsayStatus, ObjectionReason, Said, Source
from domain.reference import Noun, Reference
from domain.subject import HearsaySubject
from storage.base import Base, Id, coded, partial_index
from storage.contracts.contract import Contract
from storage.guarded_update import happened
from storage.people import contact as contacts
from storage.people.contact import Contact
from storage.people.person import Person
from storage.people.supplier import Supplier


class Hearsay(Base):
    """One thing that a supplier said, as somebody of the city's staff heard it."""

    __tablename__ = "hearsay"
    __table_args__ = (
        Index("ix_hearsay_about", "about", "id"),
        partial_index("ix_hearsay_unasked", "supplier_id", "id", where="asked_at IS NULL"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey(Supplier.id))
    contract_id: Mapped[int | None] = mapped_column(ForeignKey(Contract.id))
    said: Mapped[Said] = mapped_column(coded(Said))
    about: Mapped[str] = mapped_column(String(60))
    """What it is about, as a reference is written."""
    speaker: Mapped[str] = mapped_column(String(LONGEST_NAME))
    """Who said it, by name."""
    contact_id: Mapped[int | None] = mapped_column(ForeignKey(Contact.id))
    """The supplier's contact of that name; None where the register knows none."""
    how: Mapped[HeardBy] = mapped_column(coded(HeardBy))
    heard_on: Mapped[date]
    heard_by: Mapped[int] = mapped_column(ForeignKey(Person.id))
    """Who of the staff wrote it down."""
    noted_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    """When somebody at the supplier was asked whether it is so; None as long as nobody there is in."""
    status: Mapped[HearsayStatus] = mapped_column(coded(HearsayStatus))
    settled_by: Mapped[int | None] = mapped_column(ForeignKey(Person.id))
    """Who agreed, objected or took it back."""
    settled_at: Mapped[datetime | None]
    objection: Mapped[ObjectionReason | None] = mapped_column(coded(ObjectionReason))

    @property
    def counts(self) -> bool:
        """Whether it counts: nobody of the supplier has objected, and nobody has taken it back."""
        return self.status in {HearsayStatus.COUNTS, HearsayStatus.AGREED}

    @property
    def source(self) -> Source:
        """Who said it, how, and when."""
        return Source(self.speaker, self.how, self.heard_on)

    @property
    def subject(self) -> HearsaySubject:
        """It as the rules of access see it."""
        return HearsaySubject(self.supplier_id, heard_by=self.heard_by)

    @property
    def reference(self) -> Reference:
        """How outbox and ledger name it."""
        return Reference(Noun.HEARSAY, self.id)


async def note(  # noqa: PLR0913  a record is only as good as what it names
    session: AsyncSession,
    said: Said,
    about: Reference,
    source: Source,
    *,
    supplier_id: int,
    contract_id: int | None,
    heard_by: int,
    now: datetime,
) -> Hearsay:
    """Keep what was heard: it counts from now on."""
    contact = await contacts.known_as(session, supplier_id, source.speaker)
    heard = Hearsay(
        supplier_id=supplier_id,
        contract_id=contract_id,
        said=said,
        about=str(about),
        speaker=source.speaker,
        contact_id=contact.id if contact else None,
        how=source.how,
        heard_on=source.on,
        heard_by=heard_by,
        noted_at=now,
        status=HearsayStatus.COUNTS,
    )
    session.add(heard)
    await session.flush()
    return heard


async def find(session: AsyncSession, hearsay_id: int) -> Hearsay | None:
    """It as it is now."""
    return await session.get(Hearsay, hearsay_id, populate_existing=True)


async def latest_about(session: AsyncSession, about: Reference, *said: Said) -> Hearsay | None:
    """The last thing of these kinds that was heard about something, however it stands."""
    return await session.scalar(
        select(Hearsay)
        .where(Hearsay.about == str(about), Hearsay.said.in_(said))
        .order_by(Hearsay.id.desc())
        .limit(1)
        .execution_options(populate_existing=True),
    )


# Made once: each tick asks it.
_UNASKED = (
    select(Hearsay)
    .where(
        Hearsay.asked_at.is_(None),
        Hearsay.status == HearsayStatus.COUNTS,
        exists().where(
            Person.supplier_id == Hearsay.supplier_id, Person.ended_at.is_(None), Person.unreachable_at.is_(None)
        ),
    )
    .order_by(Hearsay.id.desc())
    .limit(bindparam("at_most"))
    .with_for_update(skip_locked=True)
)


async def unasked(session: AsyncSession, *, at_most: int) -> Sequence[Hearsay]:
    """What counts, and nobody at the supplier was asked about, though somebody there is in by now; the newest first."""
    return (await session.scalars(_UNASKED, {"at_most": at_most})).all()


async def let_happen(  # noqa: PLR0913  what happens, to what, by whom, when and why
    session: AsyncSession,
    hearsay_id: int,
    event: HearsayEvent,
    *,
    settled_by: int,
    now: datetime,
    objection: ObjectionReason | None = None,
) -> bool:
    """Let the event happen to it, if it still counts and nobody has said anything of it."""
    values = {"settled_by": settled_by, "settled_at": now, "objection": objection}
    return bool(await happened(session, Hearsay.status, HEARSAY_LIFE, event, values, Hearsay.id == hearsay_id))
