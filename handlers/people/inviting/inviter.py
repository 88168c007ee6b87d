"""What is known before somebody is invited: whom the inviter may invite, and for which companies."""

from domain.access import may
from domain.action import Action
from domain.company_name import is_same, is_similar
from domain.frozen import frozen
from domain.role import Role
from domain.subject import InvitationSubject
from handlers.form.question import Answers, Known, given
from handlers.handling.work import Work
from storage.people import supplier
from storage.people.person import Person

SIMILAR_OFFERED = 3


@frozen
class Inviter(Known):
    """What is known before somebody is invited.

    Attributes:
        roles: The roles that the inviter may give.
        companies: Every supplier's id and name, the newest first.
        similar: Those whose names are much like the one that was typed.
    """

    roles: tuple[Role, ...] = ()
    companies: tuple[tuple[int, str], ...] = ()
    similar: tuple[tuple[int, str], ...] = ()


async def of_inviter(work: Work, actor: Person, answers: Answers) -> Inviter:
    """What is known as far as the form is filled in."""
    companies = tuple(await supplier.all_named(work.session))
    typed = typed_company(answers)
    similar = [each for each in companies if is_similar(each[1], typed)] if typed else []
    return Inviter(
        work.city.today(work.now),
        work.city.hours,
        name=typed,
        roles=tuple(role for role in Role if may(actor.actor, Action.INVITE, InvitationSubject(role))),
        companies=companies,
        similar=tuple(similar[:SIMILAR_OFFERED]),
    )


@frozen
class InvitedSoFar:
    """What is answered so far.

    Attributes:
        role: As what they are invited.
        company: A known company's id, or the name of one that isn't known.
        new_company: The name, once it is said that the company is new.
        name: The name of the person.
    """

    role: Role | None = None
    company: int | str = 0
    new_company: str = ""
    name: str = ""


def typed_company(answers: Answers) -> str:
    """The name of a company that is none of the known ones; empty where there is none."""
    company = given(answers, InvitedSoFar).company
    return company if isinstance(company, str) else ""


def company_named(known: Inviter, name: str) -> int | None:
    """The known company with that name; None where there is none."""
    return next((company_id for company_id, known_name in known.companies if is_same(known_name, name)), None)


def name_of_company(answers: Answers, known: Inviter) -> str | None:
    """How the chosen company is called; None where none was chosen."""
    company = given(answers, InvitedSoFar).company
    return company if isinstance(company, str) else dict(known.companies).get(company)
