"""Contacts of running contracts who are not in yet, by company: page by page, and all who are to be invited."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from domain.access import may
from domain.action import Action
from domain.actor import Actor
from domain.frozen import frozen
from domain.role import Role
from storage.contracts.contract import Contract, has_not_ended
from storage.people.contact import Contact, ContractContact
from storage.people.invitation import Invitation
from storage.people.supplier import Supplier


@frozen
class Awaited:
    """A contact who is not in yet.

    Attributes:
        contact: Who.
        supplier: The company's name.
        contracts: The registry numbers of the contracts, in order.
        invitation: The latest that was made for them and not undone.
    """

    contact: Contact
    supplier: str
    contracts: tuple[str, ...]
    invitation: Invitation | None


async def awaited(session: AsyncSession, viewer: Actor, *, today: date, at_most: int, after: int) -> Sequence[Awaited]:
    """A page of who is not in yet; nobody for one who may not see people."""
    if not may(viewer, Action.SEE_PEOPLE):
        return []
    page = select(Contact, Supplier.name).join(Supplier, Supplier.id == Contact.supplier_id)
    rows = (
        await session.execute(
            page.where(_is_awaited(today)).order_by(*_BY_COMPANY).limit(at_most).offset(after),
        )
    ).all()
    ids = [contact.id for contact, _ in rows]
    contracts, invitations = await _contracts(session, ids, today), await _latest_invitations(session, ids)
    return [
        Awaited(contact, supplier, tuple(contracts.get(contact.id, ())), invitations.get(contact.id))
        for contact, supplier in rows
    ]


async def count_awaited(session: AsyncSession, viewer: Actor, *, today: date) -> int:
    """How many are not in yet."""
    return await _count(session, viewer, _is_awaited(today))


async def count_without_link(session: AsyncSession, viewer: Actor, *, today: date, now: datetime) -> int:
    """How many of them have no invitation that still works."""
    return await _count(session, viewer, and_(_is_awaited(today), ~_has_link(now)))


async def to_invite(  # noqa: PLR0913  whom, and as of when
    session: AsyncSession, viewer: Actor, *, today: date, now: datetime, also_with_link: bool, at_most: int
) -> Sequence[tuple[Contact, str]]:
    """Whom to invite, with their companies' names: first those who have no link, then whose link is oldest.

    Their rows are locked, so that of two who invite at once the second sees what the first has done.
    """
    if not may(viewer, Action.INVITE):
        return []
    are_meant = _is_awaited(today) if also_with_link else and_(_is_awaited(today), ~_has_link(now))
    await session.execute(select(Contact.id).where(are_meant).order_by(Contact.id).with_for_update())
    latest = select(func.max(Invitation.id)).where(_is_open_for_contact(now)).correlate(Contact).scalar_subquery()
    rows = await session.execute(
        select(Contact, Supplier.name)
        .join(Supplier, Supplier.id == Contact.supplier_id)
        .where(are_meant)
        .order_by(func.coalesce(latest, 0), *_BY_COMPANY)
        .limit(at_most),
    )
    return [(contact, supplier) for contact, supplier in rows]


async def recognise_invitations(session: AsyncSession) -> None:
    """Let unused invitations that were made before their contact was known be that contact's, by company and name."""
    rows = await session.execute(
        select(Invitation.id, Contact.id)
        .join(Contact, and_(Contact.supplier_id == Invitation.supplier_id, Contact.name == Invitation.name))
        .where(
            Invitation.contact_id.is_(None),
            Invitation.role == Role.SUPPLIER,
            Invitation.redeemed_at.is_(None),
            Invitation.undone_at.is_(None),
        ),
    )
    for invitation_id, contact_id in rows.all():
        await session.execute(
            update(Invitation).where(Invitation.id == invitation_id).values(contact_id=contact_id),
        )


_BY_COMPANY = (Supplier.name, Contact.name, Contact.id)


async def _count(session: AsyncSession, viewer: Actor, are_meant: ColumnElement[bool]) -> int:
    if not may(viewer, Action.SEE_PEOPLE):
        return 0
    return await session.scalar(select(func.count()).select_from(Contact).where(are_meant)) or 0


async def _contracts(session: AsyncSession, contact_ids: Sequence[int], today: date) -> dict[int, list[str]]:
    rows = await session.execute(
        select(ContractContact.contact_id, Contract.registry_number)
        .join(Contract, Contract.id == ContractContact.contract_id)
        .where(ContractContact.contact_id.in_(contact_ids), has_not_ended(today))
        .order_by(Contract.registry_number),
    )
    found: dict[int, list[str]] = {}
    for contact_id, registry_number in rows:
        found.setdefault(contact_id, []).append(registry_number)
    return found


async def _latest_invitations(session: AsyncSession, contact_ids: Sequence[int]) -> dict[int, Invitation]:
    latest_last: Select[Any] = (
        select(Invitation)
        .where(Invitation.contact_id.in_(contact_ids), Invitation.undone_at.is_(None))
        .order_by(Invitation.id)
    )
    return {each.contact_id: each for each in await session.scalars(latest_last)}


def _is_awaited(today: date) -> ColumnElement[bool]:
    has_contract = exists().where(
        ContractContact.contact_id == Contact.id, Contract.id == ContractContact.contract_id, has_not_ended(today)
    )
    return and_(Contact.person_id.is_(None), has_contract)


def _has_link(now: datetime) -> ColumnElement[bool]:
    return exists().where(_is_open_for_contact(now))


def _is_open_for_contact(now: datetime) -> ColumnElement[bool]:
    return and_(
        Invitation.contact_id == Contact.id,
        Invitation.redeemed_at.is_(None),
        Invitation.undone_at.is_(None),
        Invitation.expires_at > now,
    )
