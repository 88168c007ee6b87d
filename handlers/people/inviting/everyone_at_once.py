"""Invite all contacts who are not in yet, in one go: ask first, then make an invitation for each and pass them on."""

from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.role import Role
from domain.subject import InvitationSubject
from handlers.form import forms
from handlers.form.form import Form, registered
from handlers.form.question import Answers, Known, Option, Question, given
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people.inviting import making
from handlers.people.inviting.making import Invitee, NewInvitation
from handlers.people.inviting.passing_on import take_out_of_chat
from handlers.people.inviting.passing_on_together import pass_on, record_undone
from messages.message import Message
from messages.people.many_invitations import EveryoneChecked, EveryoneInvited, NobodyToInvite
from storage.people import contact_list, invitation
from storage.people.contact import Contact
from storage.people.person import Person

INVITE_ALL = "ia"
MOST_AT_ONCE = 300
"""Their letters take two or three seconds, and three megabytes."""

ONLY_WITHOUT_LINK, EVERYONE = "without_link", "everyone"


@frozen
class ChosenContacts:
    """What is answered: whether those who have a link that works get a new one too."""

    whom: str = ONLY_WITHOUT_LINK


@frozen
class AwaitedContacts(Known):
    """What is known before all are invited.

    Attributes:
        total: How many contacts are not in.
        without_link: How many of them have no invitation that still works.
    """

    total: int = 0
    without_link: int = 0

    @property
    def some_have_link(self) -> bool:
        """Whether there is a choice to make."""
        return self.without_link < self.total


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Bjud in alla* was pressed: ask whom, and whether it is meant."""
    if not may(actor.actor, Action.INVITE, InvitationSubject(Role.SUPPLIER)):
        raise NotTheirsError
    await contact_list.recognise_invitations(work.session)
    total, _ = await counted(work, actor)
    return await forms.begin(work, actor, FORM) if total else Below(Message(NobodyToInvite()))


async def counted(work: Work, actor: Person) -> tuple[int, int]:
    """How many contacts are not in, and how many of them have no invitation that still works."""
    today = work.city.today(work.now)
    return (
        await contact_list.count_awaited(work.session, actor.actor, today=today),
        await contact_list.count_without_link(work.session, actor.actor, today=today, now=work.now),
    )


async def _known(work: Work, actor: Person) -> AwaitedContacts:
    total, without_link = await counted(work, actor)
    return AwaitedContacts(work.city.today(work.now), work.city.hours, total=total, without_link=without_link)


def _whom(_answers: Answers, known: AwaitedContacts) -> Sequence[Option]:
    only = Option(ONLY_WITHOUT_LINK, "invite.only_without_link", text=str(known.without_link))
    all_of_them = Option(EVERYONE, "invite.everyone_again", text=str(known.total))
    return [only, all_of_them] if known.without_link else [all_of_them]


WHOM = Question[AwaitedContacts]("whom_to_invite", "whom", _whom)


def _questions(_answers: Answers, known: AwaitedContacts) -> Sequence[Question[AwaitedContacts]]:
    return (WHOM,) if known.some_have_link else ()


def _summary(answers: Answers, known: AwaitedContacts, complaint: str) -> EveryoneChecked:
    meant = known.total if _are_renewed(answers) else known.without_link
    number = min(meant, MOST_AT_ONCE)
    return EveryoneChecked(number, meant - number, _are_renewed(answers), complaint)


async def _send(work: Work, actor: Person, answers: Answers, _known: AwaitedContacts) -> Message:
    if not may(actor.actor, Action.INVITE, InvitationSubject(Role.SUPPLIER)):
        raise NotTheirsError
    are_renewed = _are_renewed(answers)
    found = await contact_list.to_invite(
        work.session,
        actor.actor,
        today=work.city.today(work.now),
        now=work.now,
        also_with_link=are_renewed,
        at_most=MOST_AT_ONCE,
    )
    if not found:
        return Message(NobodyToInvite())
    await undo_earlier(work, actor, [contact for contact, _ in found])
    all_made = await _made(work, actor, found)
    await pass_on(work, actor, [(made, *addressed) for made, addressed in zip(all_made, found, strict=True)])
    total, without_link = await counted(work, actor)
    left = total - len(found) if are_renewed else without_link
    return Message(EveryoneInvited(len(found), left))


def _are_renewed(answers: Answers) -> bool:
    return given(answers, ChosenContacts).whom == EVERYONE


async def undo_earlier(work: Work, actor: Person, contacts: Sequence[Contact]) -> None:
    """One link a person: those that came before stop working, and leave the chat where they stand alone."""
    ids = [contact.id for contact in contacts]
    undone = await invitation.undo_of_contacts(work.session, ids, now=work.now)
    for each in undone:
        await take_out_of_chat(work, each)
    await record_undone(work, actor, undone)


async def _made(work: Work, actor: Person, found: Sequence[tuple[Contact, str]]) -> Sequence[NewInvitation]:
    invitees = [Invitee(contact.name, Role.SUPPLIER, contact.supplier_id, contact.id) for contact, _ in found]
    return await making.make_all(work.session, invitees, invited_by=actor.id, now=work.now)


FORM = registered(
    Form(
        name="invite_everyone",
        version=1,
        questions=_questions,
        known=_known,
        send=_send,
        summary=_summary,
        sends="invite.send_everyone",
    )
)
