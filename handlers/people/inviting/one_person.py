"""Invite somebody from the chat: open the form, make the invitation, and pass it on."""

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.role import Role
from domain.subject import InvitationSubject
from handlers.form import forms
from handlers.form.form import ByAnswers, Form, registered
from handlers.form.question import Answers, given
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.people.inviting import making
from handlers.people.inviting.inviter import Inviter, name_of_company, of_inviter, typed_company
from handlers.people.inviting.making import Invitee
from handlers.people.inviting.passing_on import pass_on
from handlers.people.inviting.questions import questions, tidied
from messages.message import Message
from messages.people.invitation import InvitationChecked, InvitationClosing
from storage.people import supplier
from storage.people.person import Person


@frozen
class Wanted:
    """The invitation, with everything answered.

    Attributes:
        company: A known company's id, or the name of a new one; None for the city's own people.
    """

    role: Role
    name: str
    company: int | str | None = None


async def begin(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/bjudin: open the form, or go on with the one that is open."""
    return await forms.begin(work, actor, FORM)


def summary(answers: Answers, known: Inviter, complaint: str) -> InvitationChecked:
    """Who is invited, before it is made."""
    wanted, is_new = given(answers, Wanted), bool(typed_company(answers))
    return InvitationChecked(wanted.name, wanted.role, name_of_company(answers, known), is_new, complaint)


async def _send(work: Work, actor: Person, answers: Answers, known: Inviter) -> Message:
    wanted = given(answers, Wanted)
    if not may(actor.actor, Action.INVITE, InvitationSubject(wanted.role)):
        raise NotTheirsError
    invitee = Invitee(wanted.name, wanted.role, await _supplier_id(work, wanted, known))
    made = await making.make(work.session, invitee, invited_by=actor.id, now=work.now)
    await pass_on(work, actor, made)
    return Message(InvitationClosing(invitee.name))


async def _supplier_id(work: Work, wanted: Wanted, known: Inviter) -> int | None:
    """The company that was chosen; a new one is created now, when the invitation is sent."""
    if wanted.role is not Role.SUPPLIER:
        return None
    if isinstance(wanted.company, str):
        return (await supplier.found_or_created(work.session, wanted.company, now=work.now)).id
    return next(company_id for company_id, _ in known.companies if company_id == wanted.company)


FORM = registered(
    Form(
        name="invite",
        version=1,
        questions=questions,
        known=ByAnswers(of_inviter),
        send=_send,
        summary=summary,
        tidied=tidied,
        sends="invite.send",
        is_resumed=True,
    )
)
