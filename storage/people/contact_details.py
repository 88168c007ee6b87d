"""Contact details: where people can be reached by phone and mail, one truth for each of them.

Whoever came in as a contact of the register has what stands there, and changing it changes the register. What the
others have told stands here, as does when somebody was asked: nobody is asked twice.
"""

from datetime import datetime

from sqlalchemy import ForeignKey, String, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from domain.contact import LONGEST_EMAIL, LONGEST_PHONE, ContactDetails
from domain.reference import Noun, Reference
from storage.base import Base
from storage.dialects import insert_into
from storage.people import contact
from storage.people.contact import Contact
from storage.people.person import Person


class OwnDetails(Base):
    """What somebody has told of themselves."""

    __tablename__ = "contact_details"

    person_id: Mapped[int] = mapped_column(ForeignKey(Person.id), primary_key=True, autoincrement=False)
    phone: Mapped[str | None] = mapped_column(String(LONGEST_PHONE))
    email: Mapped[str | None] = mapped_column(String(LONGEST_EMAIL))
    asked_at: Mapped[datetime | None]
    asked_about: Mapped[str | None] = mapped_column(String(60))
    """With what they were asked, such as "slot:12"; None where that was as they came in."""


async def of_person(session: AsyncSession, person_id: int) -> ContactDetails:
    """The registered details of somebody: the register's, and where it says nothing, their own."""
    row = (
        await session.execute(
            select(
                func.coalesce(Contact.phone, OwnDetails.phone),
                func.coalesce(Contact.email, OwnDetails.email),
            )
            .select_from(Person)
            .outerjoin(Contact, Contact.person_id == Person.id)
            .outerjoin(OwnDetails, OwnDetails.person_id == Person.id)
            .where(Person.id == person_id)
            .order_by(Contact.id)
            .limit(1),
        )
    ).first()
    return ContactDetails(*row) if row else ContactDetails()


async def of(session: AsyncSession, whose: Reference) -> ContactDetails:
    """The details of a person, or of a contact who is not in."""
    if whose.noun is not Noun.CONTACT:
        return await of_person(session, whose.number)
    named = await contact.find(session, whose.number)
    return ContactDetails(named.phone, named.email) if named else ContactDetails()


async def keep(session: AsyncSession, person_id: int, told: ContactDetails) -> None:
    """Keep these instead of what was known of somebody: in the register where they are in it, else here."""
    known = await contact.of_person(session, person_id)
    if known is not None:
        reached_at = {"phone": told.phone, "email": told.email}
        await session.execute(update(Contact).where(Contact.person_id == person_id).values(**reached_at))
    own = ContactDetails() if known is not None else told
    await _note(session, person_id, {"phone": own.phone, "email": own.email})


async def is_asked_with(session: AsyncSession, person_id: int, about: Reference) -> bool:
    """Whether that is what somebody was asked for their details with, and nothing is known of them yet."""
    asked = select(OwnDetails.person_id).where(OwnDetails.person_id == person_id, OwnDetails.asked_about == str(about))
    return await session.scalar(asked) is not None and not (await of_person(session, person_id)).are_known


async def note_asked(session: AsyncSession, person_id: int, *, now: datetime, about: Reference | None = None) -> bool:
    """Note that somebody is asked for their details; False where they were asked before, or are known."""
    was_asked = select(OwnDetails.asked_at).where(OwnDetails.person_id == person_id)
    if await session.scalar(was_asked) is not None or (await of_person(session, person_id)).are_known:
        return False
    await _note(session, person_id, {"asked_at": now, "asked_about": str(about) if about else None})
    return True


async def forget(session: AsyncSession, person_id: int) -> None:
    """Forget what somebody has told who is in no more; the register's is the city's own."""
    await session.execute(delete(OwnDetails).where(OwnDetails.person_id == person_id))


async def _note(session: AsyncSession, person_id: int, values: dict[str, object]) -> None:
    await session.execute(
        insert_into(session, OwnDetails)
        .values(person_id=person_id, **values)
        .on_conflict_do_update(index_elements=[OwnDetails.person_id], set_=values),
    )
