"""What is asked before somebody is invited: as what, for which company, and their name."""

from collections.abc import Sequence
from typing import Any

from domain.contact import LONGEST_NAME
from domain.role import Role
from domain.secrecy import FieldPolicy
from handlers.form.complaint import Complaint
from handlers.form.question import Answers, Move, Option, Question, given
from handlers.form.typed import FEWEST_LETTERS, letters
from handlers.people.inviting.inviter import InvitedSoFar, Inviter, company_named, typed_company

COMPANIES_OFFERED = 5

MOST_INVITED_FIRST = (Role.SUPPLIER, Role.MATCHER, Role.COORDINATOR, Role.ADMINISTRATOR, Role.READER)

Asked = Question[Inviter]


def questions(answers: Answers, _known: Inviter) -> Sequence[Asked]:
    """A supplier contact speaks for a company; a name that is new is asked about once more."""
    invited = given(answers, InvitedSoFar)
    if invited.role is not Role.SUPPLIER:
        return (ROLE, NAME)
    is_doubted = typed_company(answers) != invited.new_company
    return (ROLE, COMPANY, *((NEW_COMPANY,) if is_doubted else ()), NAME)


def tidied(answers: Answers) -> tuple[dict[str, Any], str]:
    """Without a company for the city's own people, and without the word that a company is new which is not chosen."""
    left = dict(answers)
    if left.get("role") != Role.SUPPLIER:
        left.pop("company", None)
    if left.get("new_company") != typed_company(left):
        left.pop("new_company", None)
    return left, ""


def _roles(_answers: Answers, known: Inviter) -> Sequence[Option]:
    return [Option(role.value, f"invite.{role}") for role in MOST_INVITED_FIRST if role in known.roles]


def _companies(_answers: Answers, known: Inviter) -> Sequence[Option]:
    return [Option(company_id, text=name) for company_id, name in known.companies[:COMPANIES_OFFERED]]


def _typed_name(_answers: Answers, _known: Inviter, text: str) -> str | Complaint:
    name = " ".join(text.split())
    if len(name) > LONGEST_NAME:
        return Complaint.TEXT_TOO_LONG
    return name if letters(name) >= FEWEST_LETTERS else Complaint.TEXT_WITHOUT_LETTERS


def _typed_company(answers: Answers, known: Inviter, text: str) -> int | str | Complaint:
    name = _typed_name(answers, known, text)
    if isinstance(name, Complaint):
        return name
    return company_named(known, name) or name


def _doubts(answers: Answers, known: Inviter) -> Sequence[Option]:
    """The company is new; or one with a name much like it was meant; or the name is written again."""
    meant = [Option({"company": company_id}, text=name, move=Move.FILL) for company_id, name in known.similar]
    new = Option(typed_company(answers), "invite.new_company", text=typed_company(answers))
    return [new, *meant, Option("company", "invite.write_again", move=Move.CHANGE)]


ROLE = Asked("role", "role", _roles, branches=True)
COMPANY = Asked("company", "company", _companies, _typed_company, policy=FieldPolicy.NAME)
NEW_COMPANY = Asked("new_company", "new_company", _doubts, is_of_step_before=True)
NAME = Asked("invitee", "name", read=_typed_name, policy=FieldPolicy.NAME)
