"""Two who lead do the same at one moment, on PostgreSQL: one after the other, and nothing holds twice."""

from collections.abc import Sequence

from sqlalchemy import select

from domain.document import DocumentFormat
from domain.role import Role
from storage.documents.document import Document
from storage.overview.goal import Goal
from tests.chat import Chat
from tests.city import City
from tests.empty_database import on_postgresql
from tests.holder import Holder
from tests.overview import has_offered


async def press_at_once(city: City, chats: Sequence[Chat], button: str, *, waiting_for: str) -> None:
    """Both are in the middle of it before either has written anything."""
    with Holder(city) as holder:
        holder.takes(f"LOCK TABLE {waiting_for} IN SHARE MODE")
        for number, chat in enumerate(chats, start=1):
            chat.phone.presses_button(button)
            await holder.sees_waiting(number)
        holder.lets_go()
        await city.settled()


@on_postgresql
async def test_of_two_who_approve_or_set_a_goal_at_once_the_later_finds_what_the_other_did(city: City) -> None:
    both = (city.coordinator, await city.person("Kim Alm", Role.COORDINATOR))
    await has_offered(city, "Exempelmåleriet AB", begun=6)
    for chat in both:
        await chat.says("/oversikt")
        await chat.presses("Fullmäktigesidan")
        await chat.presses("Godkänn")
    await press_at_once(city, both, "Ja, godkänn", waiting_for="document")
    assert {chat.last_text for chat in both} == {city.coordinator.last_text}, "one approval, for both"
    approved = select(Document.format).where(Document.approved_at.is_not(None)).order_by(Document.id)
    assert list(await city.asks(lambda session: session.scalars(approved))) == list(DocumentFormat)
    for chat, number in zip(both, ("40", "45"), strict=True):
        await chat.says("/oversikt")
        await chat.presses("Sätt mål")
        for said in ("2026", number, "4", "1", "KS 2026/12"):
            await chat.says(said)
    await press_at_once(city, both, "Spara", waiting_for="goal")
    earlier, later = await city.asks(lambda session: session.scalars(select(Goal).order_by(Goal.id)))
    assert {earlier.number, later.number} == {40, 45}, "whoever was first, both are kept"
    assert earlier.replaced_at is not None
    assert later.replaced_at is None
    told = both[0 if later.number == 40 else 1].last_text
    assert f"2026: {later.number} invånare" in told
    assert f"2026: {earlier.number} invånare (gällde till" in told
