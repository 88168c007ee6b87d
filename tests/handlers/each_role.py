"""Somebody of each role, in whatever database there is."""

from collections.abc import Mapping

from sqlalchemy import select

from domain.role import Role
from handlers.handling.work import Work
from storage.people.person import Person


async def one_of_each_role(work: Work) -> Mapping[Role, Person]:
    """Of those who are in, who came last."""
    people = await work.session.scalars(select(Person).where(Person.ended_at.is_(None)).order_by(Person.id))
    return {each.role: each for each in people.all()}
