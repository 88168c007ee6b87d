"""Invite somebody from the chat: open the form, make the invitation, and pass it on."""

from domain.access import Action, InvitationSubject, may
from domain.role import Role
from handlers.form import actions as forms
from handlers.form.form import Form, registered
from handlers.form.question import Answers
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.people.inviting import making
from handlers.people.inviting.known import Inviting, name_of_company, of_inviter, typed_company
from handlers.people.inviting.making import Invitee
from handlers.people.inviting.passing_on import pass_on
from handlers.people.inviting.questions import questions, tidied
from messages.message import Message
from messages.people import people
from storage.people import supplier
from storage.people.person import Person


async def begin(work: Work, actor: Person, _typed: Typed) -> Answer:
    """/bjudin: open the form, or go on with the one that is open."""
    return await forms.begin(work, actor, FORM)


def summary(answers: Answers, known: Inviting, complaint: str) -> people.InvitationChecked:
    """Who is invited, before it is made."""
    is_new = bool(typed_company(answers))
    return people.InvitationChecked(
        answers["name"], Role(answers["role"]), name_of_company(answers, known), is_new, complaint
    )


async def _send(work: Work, actor: Person, answers: Answers, known: Inviting) -> Message:
    role = Role(answers["role"])
    if not may(actor.actor, Action.INVITE, InvitationSubject(role)):
        raise NotTheirsError
    invitee = Invitee(answers["name"], role, await _supplier_id(work, answers, known))
    made = await making.make(work.session, invitee, invited_by=actor.id, now=work.now)
    await pass_on(work, actor, made)
    return Message(people.InvitationClosing(invitee.name))


async def _supplier_id(work: Work, answers: Answers, known: Inviting) -> int | None:
    """The company that was chosen; a new one is created now, when the invitation is sent."""
    if answers["role"] != Role.SUPPLIER:
        return None
    typed = typed_company(answers)
    if typed:
        return (await supplier.found_or_created(work.session, typed, now=work.now)).id
    return next(company_id for company_id, _ in known.companies if company_id == answers["company"])


FORM = registered(
    Form(
        name="invite",
        version=1,
        questions=questions,
        known=of_inviter,
        send=_send,
        summary=summary,
        tidied=tidied,
        sends="invite.send",
        is_resumed=True,
    )
)
