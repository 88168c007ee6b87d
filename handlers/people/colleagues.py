"""Who could act for somebody: their colleagues, to choose among, and the company that they speak for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from domain.frozen import frozen
from handlers.form.question import Known, Option
from handlers.handling.work import Work
from storage.people import absence, person, supplier
from storage.people.invitation import Invitation
from storage.people.person import Person

NOBODY = 0
"""The answer where nobody is chosen; no person has that number."""


@frozen
class Colleague:
    """Somebody who could act for another; perhaps they are away themselves."""

    person_id: int
    name: str
    is_away: bool


@frozen
class PersonWithColleagues(Known):
    """What is known of somebody whom a colleague may act for; `name` is theirs.

    Attributes:
        person_id: The person's id.
        colleagues: Who could act for them.
    """

    person_id: int = 0
    colleagues: tuple[Colleague, ...] = ()

    def colleague_named(self, person_id: int) -> str | None:
        """The colleague's name; None for who is none."""
        return next((each.name for each in self.colleagues if each.person_id == person_id), None)


async def colleagues_of(work: Work, somebody: Person) -> tuple[Colleague, ...]:
    """Who could act for somebody."""
    found = await person.colleagues(work.session, somebody)
    away = await absence.all_away(work.session, [each.id for each in found], today=work.city.today(work.now))
    return tuple(Colleague(each.id, each.name, each.id in away) for each in found)


class IsAboutPerson(Protocol):
    """What a form about somebody is about."""

    @property
    def person_id(self) -> int:
        """The person."""


async def is_still_in(work: Work, _actor: Person, about: IsAboutPerson, _since: datetime) -> bool:
    """Whether somebody whom a form is about still has access."""
    found = await person.with_id(work.session, about.person_id)
    return found is not None and found.ended_at is None


async def company_of(work: Work, somebody: Person | Invitation) -> str | None:
    """The name of the company that somebody speaks for, or will once they are in."""
    if somebody.supplier_id is None:
        return None
    return (await supplier.find(work.session, somebody.supplier_id)).name


def colleague_options(colleagues: Sequence[Colleague]) -> list[Option]:
    """The colleagues to choose among."""
    return [
        Option(each.person_id, text=each.name, note="people.is_away" if each.is_away else "") for each in colleagues
    ]
