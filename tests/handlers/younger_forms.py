"""Forms that are younger than the kept database: each is opened there as it is in the chat, for somebody who can."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy import select

from bot.program import city_of
from domain.obligation import TO_BE_DONE
from domain.role import Role
from handlers.contracts import holding
from handlers.form.filling import talk_of
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations.ladder import adding_number
from storage.contracts.contract import Contract
from storage.database import Database
from storage.obligations.obligation import Obligation
from storage.people import person
from tests.city import settings_for


async def _reminders_are_to_be_held(work: Work) -> bool:
    """*Pausa påminnelser*, on a contract's card."""
    karin = (await person.active_in_role(work.session, Role.COORDINATOR))[0]
    contract_id = await work.session.scalar(select(Contract.id).order_by(Contract.id.desc()).limit(1))
    await holding.begin(work, karin, Press([contract_id or 0], None))
    return (await talk_of(work, karin)).flow == holding.FORM.name


async def _a_number_is_looked_up(work: Work) -> bool:
    """*Lägg till nummer*, where somebody is to be called."""
    karin = (await person.active_in_role(work.session, Role.COORDINATOR))[0]
    is_due = Obligation.status.in_(TO_BE_DONE)
    due = await work.session.scalar(select(Obligation.id).where(is_due).order_by(Obligation.id).limit(1))
    await adding_number.begin(work, karin, Press([due or 0], None))
    return (await talk_of(work, karin)).flow == adding_number.FORM.name


YOUNGER: dict[str, Callable[[Work], Awaitable[bool]]] = {
    holding.FORM.name: _reminders_are_to_be_held,
    adding_number.FORM.name: _a_number_is_looked_up,
}


async def is_opened(database: Database, form: str, at: datetime) -> bool:
    """Open it, where it is one of these; says whether it could be."""
    if form not in YOUNGER:
        return False
    async with database.write() as session:
        city = city_of(settings_for(str(database.url), "http://127.0.0.1"))
        return await YOUNGER[form](Work(session, at, city, key=f"younger:{form}"))
