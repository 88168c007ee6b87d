"""*Markera som diarieförd*: somebody says by which number a document is in the register of records."""

from collections.abc import Sequence
from datetime import datetime

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.ledger_event import LedgerEvent
from domain.registry_number import LONGEST_REGISTRY_NUMBER
from handlers.documents.codes import REGISTER
from handlers.documents.naming import named
from handlers.form import forms
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Known, Question, given
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import Choice, numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from messages.button import data
from messages.documents.document import DocumentRegistered
from messages.label import Label
from messages.message import Message
from storage.documents import document
from storage.documents.document import Document
from storage.people.person import Person


@frozen
class ToRegister:
    """What the form is about."""

    document_id: int


@frozen(kw_only=True)
class Registering(Known):
    """What is known before the number is asked for; `name` is what the document is about."""

    about: ToRegister


@frozen
class InRegister:
    """What is answered."""

    registry_number: str


def way(document_id: int) -> Choice:
    """The way to say it."""
    return Label("documents.register"), data(REGISTER, document_id)


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Markera som diarieförd* or *Ändra numret* was pressed."""
    about = ToRegister(press.number(0))
    await _theirs(work, actor, about)
    return await forms.begin_about(work, actor, FORM, about)


async def _theirs(work: Work, actor: Person, about: ToRegister) -> Document:
    found = await document.find(work.session, about.document_id)
    if found is None or not may(actor.actor, Action.REGISTER_DOCUMENT):
        raise NotTheirsError
    return found


async def _known(work: Work, _actor: Person, about: ToRegister) -> Registering:
    found = await document.find(work.session, about.document_id)
    name = (await named(work, found)).about if found is not None else ""
    return Registering(work.city.today(work.now), work.city.hours, name=name, about=about)


async def _still_theirs(work: Work, actor: Person, about: ToRegister, _since: datetime) -> bool:
    is_there = await document.find(work.session, about.document_id) is not None
    return is_there and may(actor.actor, Action.REGISTER_DOCUMENT)


def _questions(_answers: Answers, _known: Registering) -> Sequence[Question[Registering]]:
    return (_NUMBER,)


async def _send(work: Work, actor: Person, answers: Answers, known: Registering) -> Message:
    """What was noted before stays in the ledger."""
    found, number = await _theirs(work, actor, known.about), given(answers, InRegister).registry_number
    earlier = found.registry_number or ""
    if number != earlier:
        await document.register(work.session, found.id, number, by=actor.id, now=work.now)
        about = found.reference
        await work.record(
            LedgerEvent.DOCUMENT_REGISTERED, actor=actor, contract_id=found.contract_id, about=about, content=number
        )
    now = await _theirs(work, actor, known.about)
    change = (Label("documents.change"), data(REGISTER, found.id))
    return Message(DocumentRegistered(await named(work, now), earlier), numbered([change]))


_NUMBER = Question[Registering]("document_number", "registry_number", read=typed_text(LONGEST_REGISTRY_NUMBER))

FORM = registered(
    FormAbout(
        name="register_document",
        noun="document",
        still_holds=_still_theirs,
        version=1,
        about=ToRegister,
        questions=_questions,
        known=_known,
        send=_send,
    ),
)
