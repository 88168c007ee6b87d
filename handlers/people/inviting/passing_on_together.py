"""Pass many invitations on at once, as letters in one file and e-mails in another, and take them back together."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from domain.access import may
from domain.action import Action
from domain.invitation import together
from domain.ledger_event import LedgerEvent
from domain.reference import Noun, Reference
from domain.role import Role
from domain.subject import InvitationSubject
from handlers.handling.answer import Answer, Below, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.people.inviting.making import NewInvitation
from handlers.people.inviting.passing_on import take_away
from messages.button import Button, data
from messages.label import Label
from messages.message import Attachment, Message, from_content
from messages.people.many_invitations import Addressee, EveryoneUndone, ManyEmails, ManyLetters
from storage import outbox
from storage.ledger import Entry, record_all
from storage.outbox import OutboxRow
from storage.people import invitation
from storage.people.contact import Contact
from storage.people.invitation import Invitation
from storage.people.person import Person

UNDO_ALL = "id"
LETTERS_IN_FILE = 100
"""They are made in about a second; more at once would keep what is said after them waiting."""

Addressed = tuple[NewInvitation, Contact, str]
"""An invitation, the contact whom it is for, and the name of their company."""


async def pass_on(work: Work, actor: Person, all_made: Sequence[Addressed]) -> None:
    """Say all links, now: afterwards nobody knows them any more."""
    first_id = all_made[0][0].invitation.id
    ways = [*_letters(work, all_made), (_emails(work, all_made), all_made)]
    for number, (message, passed) in enumerate(ways, start=1):
        key, secret = f"{_key_begins(first_id)}{number}", together([made.code for made, _, _ in passed])
        await work.tell(actor, message, key=key, about=Reference(Noun.INVITATIONS, first_id), secret=secret)


async def undo(work: Work, actor: Person, press: Press) -> Answer:
    """*Ångra inbjudningarna* was pressed: those that nobody has used stop working, and the files leave the chat."""
    said = await outbox.said_about(
        work.session, Reference(Noun.INVITATIONS, press.number(0)), key_begins=_key_begins(press.number(0))
    )
    if not said or not may(actor.actor, Action.INVITE, InvitationSubject(Role.SUPPLIER)):
        raise NotTheirsError
    ids = [each.invitation_id for each in _addressees(said)]
    undone = await invitation.undo_all(work.session, ids, now=work.now)
    await record_undone(work, actor, undone)
    if undone:
        for row in said:
            await take_away(work, row)
    return Below(Message(EveryoneUndone(len(undone), len(ids) - len(undone))))


async def record_undone(work: Work, actor: Person, undone: Sequence[Invitation]) -> None:
    """Write into the ledger that these invitations work no more."""
    entries = [
        Entry(
            LedgerEvent.INVITATION_UNDONE,
            actor_id=actor.id,
            supplier_id=each.supplier_id,
            about=each.reference,
        )
        for each in undone
    ]
    await record_all(work.session, entries, at=work.now)


def _letters(work: Work, all_made: Sequence[Addressed]) -> list[tuple[Message, Sequence[Addressed]]]:
    files = [all_made[start : start + LETTERS_IN_FILE] for start in range(0, len(all_made), LETTERS_IN_FILE)]
    return [
        (
            Message(
                ManyLetters(**_facts(work, passed), part=part, parts=len(files)),
                attachment=Attachment.INVITATION_LETTERS,
            ),
            passed,
        )
        for part, passed in enumerate(files, start=1)
    ]


def _emails(work: Work, all_made: Sequence[Addressed]) -> Message:
    without_email = sum(not contact.email for _, contact, _ in all_made)
    undo = Button(Label("invite.undo_everyone"), data(UNDO_ALL, all_made[0][0].invitation.id), number=1)
    emails = ManyEmails(**_facts(work, all_made), without_email=without_email)
    return Message(emails, ((undo,),), attachment=Attachment.INVITATION_SHEET)


def _facts(work: Work, all_made: Sequence[Addressed]) -> dict[str, Any]:
    expires_at = all_made[0][0].invitation.expires_at
    return {
        "addressees": tuple(
            Addressee(made.invitation.id, contact.name, company, contact.phone, contact.email)
            for made, contact, company in all_made
        ),
        "made_on": work.city.today(work.now),
        # The last whole day on which they work: they end in the middle of the next.
        "expires_on": work.city.hours.local(expires_at).date() - timedelta(days=1),
        "city": work.city.name,
        "contact": work.city.contact,
    }


def _addressees(said: Sequence[OutboxRow]) -> tuple[Addressee, ...]:
    """Everyone, as the sheet of e-mails names them."""
    told = [from_content(row.content).parameters for row in said]
    return next((each.addressees for each in told if isinstance(each, ManyEmails)), ())


def _key_begins(first_id: int) -> str:
    return f"invited_together:{first_id}:"
