"""Who could act for somebody: their colleagues, to choose among, and the company that they speak for."""

from handlers.form.question import Option
from handlers.handling.work import Work
from storage.people import absence, person, supplier
from storage.people.person import Person

NOBODY = 0
"""The answer where nobody is chosen; no person has that number."""


async def colleagues_of(work: Work, somebody: Person) -> tuple[tuple[int, str, bool], ...]:
    """Who could act for somebody: id, name, and whether they are away themselves."""
    found = await person.colleagues(work.session, somebody)
    away = await absence.all_away(work.session, [each.id for each in found], today=work.city.today(work.now))
    return tuple((each.id, each.name, each.id in away) for each in found)


async def company_of(work: Work, somebody: Person) -> str | None:
    """The name of the company that somebody speaks for."""
    if somebody.supplier_id is None:
        return None
    return (await supplier.find(work.session, somebody.supplier_id)).name


def colleague_options(colleagues: tuple[tuple[int, str, bool], ...]) -> list[Option]:
    """The colleagues to choose among."""
    return [
        Option(colleague_id, text=name, note="people.is_away" if is_away else "")
        for colleague_id, name, is_away in colleagues
    ]
