"""What is open for a person, and how it comes to be a colleague's."""

from storage.database import Database
from storage.people.person import Person
from storage.slots import open_matter
from storage.slots.inquiry import Inquiry
from storage.slots.slot import Slot
from storage.slots.slot_life import claim
from tests.storage.rows import NOW, add_people, add_slot

CONTACT, MATCHER, COLLEAGUE = 1, 2, 3


async def an_inquiry(database: Database, slot_id: int, *, is_answered: bool = False) -> int:
    """A matcher has asked the contact."""
    async with database.write() as session:
        inquiry = Inquiry(slot_id=slot_id, asked_by=MATCHER, asked_of=CONTACT, question="Finns buss?", asked_at=NOW)
        if is_answered:
            inquiry.answered_at, inquiry.answer, inquiry.answered_by = NOW, "Ja", CONTACT
        session.add(inquiry)
        await session.flush()
        return inquiry.id


async def test_answered_inquiries_are_not_open(database: Database) -> None:
    await add_people(database, matchers=2)
    slot_id = await add_slot(database)
    await an_inquiry(database, slot_id, is_answered=True)
    open_id = await an_inquiry(database, slot_id)
    async with database.read() as session:
        for person_id in (CONTACT, MATCHER):
            person = await session.get_one(Person, person_id)
            assert [each.id for each in await open_matter.inquiries_of(session, person)] == [open_id]


async def test_an_inquiry_is_handed_over_by_the_side_that_leaves(database: Database) -> None:
    await add_people(database, matchers=2)
    inquiry_id = await an_inquiry(database, await add_slot(database))
    async with database.write() as session:
        leaver, heir = await session.get_one(Person, MATCHER), await session.get_one(Person, COLLEAGUE)
        (inquiry,) = await open_matter.inquiries_of(session, leaver)
        assert await open_matter.hand_over_inquiry(session, inquiry, leaver=leaver, heir=heir)
        assert not await open_matter.hand_over_inquiry(session, inquiry, leaver=leaver, heir=heir)
    async with database.read() as session:
        handed = await session.get_one(Inquiry, inquiry_id)
    assert (handed.asked_by, handed.asked_of) == (COLLEAGUE, CONTACT)


async def test_a_slot_that_is_not_the_leavers_any_more_stays_where_it_is(database: Database) -> None:
    await add_people(database, matchers=2)
    slot_id = await add_slot(database)
    async with database.write() as session:
        await claim(session, slot_id, matcher_id=MATCHER, now=NOW, today=NOW.date(), next_at=None)
        leaver, heir = await session.get_one(Person, MATCHER), await session.get_one(Person, COLLEAGUE)
        (slot,) = await open_matter.slots_of(session, leaver)
        assert await open_matter.hand_over_slot(session, slot, leaver=leaver, heir=heir)
        assert not await open_matter.hand_over_slot(session, slot, leaver=leaver, heir=heir)
    async with database.read() as session:
        assert (await session.get_one(Slot, slot_id)).claimed_by == COLLEAGUE
