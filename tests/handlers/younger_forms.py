"""Forms that are younger than the kept database: each is opened there as it is in the chat, for somebody who can."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy import select

from bot.program import city_of
from domain.obligation import MEETINGS, TO_BE_DONE
from domain.role import Role
from handlers.form.filling import talk_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.meetings import suggesting
from storage.database import Database
from storage.obligations import proposal
from storage.obligations.obligation import Obligation
from storage.people import person
from tests.city import settings_for


async def _a_proposal_does_not_suit(work: Work) -> bool:
    """A supplier has proposed a time, and a coordinator proposes another."""
    (coordinator, *_) = await person.active_in_role(work.session, Role.COORDINATOR)
    to_meet = select(Obligation).where(Obligation.kind.in_(MEETINGS), Obligation.status.in_(TO_BE_DONE))
    for due in (await work.session.scalars(to_meet.order_by(Obligation.id))).all():
        for contact in await person.of_supplier(work.session, due.supplier_id):
            await proposal.keep(work.session, due.id, "Torsdag kl. 10", at=work.now, by=contact.id)
            await suggesting.begin(work, coordinator, Press([due.id], None))
            return (await talk_of(work, coordinator)).flow == suggesting.FORM.name
    return False


YOUNGER: dict[str, Callable[[Work], Awaitable[bool]]] = {suggesting.FORM.name: _a_proposal_does_not_suit}


async def is_opened(database: Database, form: str, at: datetime) -> bool:
    """Open it, where it is one of these; says whether it could be."""
    if form not in YOUNGER:
        return False
    async with database.write() as session:
        city = city_of(settings_for(str(database.url), "http://127.0.0.1"))
        return await YOUNGER[form](Work(session, at, city, key=f"younger:{form}"))
