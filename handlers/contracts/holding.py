"""*Pausa påminnelser*: a leader lets what the bot says unprompted rest, of one contract or of the whole city."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.hold import HoldReason
from domain.ledger_event import LedgerEvent
from domain.length import means_no_end
from handlers.contracts import card, listing
from handlers.form import forms
from handlers.form.complaint import Complaint, Wrong
from handlers.form.form import FormAbout, registered
from handlers.form.open_day import OPEN, day_unless_open
from handlers.form.question import Answers, Known, Option, Question, coming_day, given
from handlers.form.typed import typed_day
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations.finding import contract_for
from handlers.obligations.pressed_card import card_id
from messages.message import Message
from storage.contracts import hold as holds
from storage.contracts.contract import Contract
from storage.contracts.hold import Hold
from storage.people.person import Person

WEEKS_OFFERED = (2, 4, 8)


@frozen
class ToHold:
    """What the form is about.

    Attributes:
        contract_id: The contract; 0 for the whole city.
        shown: The card or the list that the button stood under, by its number in the outbox; 0 for anything else.
    """

    contract_id: int
    shown: int = 0


@frozen(kw_only=True)
class Holding(Known):
    """What is known before reminders are held; `name` is the contract's, or empty for the whole city."""

    about: ToHold


@frozen
class HoldWanted:
    """What is answered: why, and until which day, as in ISO 8601, or that it is open."""

    hold_reason: HoldReason
    hold_until: str

    @property
    def until_on(self) -> date | None:
        """The day on which reminders go on; None until somebody says so."""
        return day_unless_open(self.hold_until)


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Pausa påminnelser* was pressed, on a contract's card or above the list of all."""
    about = ToHold(press.number(0), card_id(press))
    await theirs(work, actor, about.contract_id)
    return await forms.begin_about(work, actor, FORM, about)


async def theirs(work: Work, actor: Person, contract_id: int) -> Contract | None:
    """The contract, or None for the whole city. Raises NotTheirsError where the actor may not lead it."""
    if contract_id:
        return await contract_for(work, actor, Action.LEAD_CONTRACT, contract_id)
    if not may(actor.actor, Action.LEAD_CONTRACT):
        raise NotTheirsError
    return None


async def shown(work: Work, actor: Person, contract: Contract | None) -> Message:
    """The card or the list, which say how it stands now."""
    return await (card.message(work, actor, contract) if contract else listing.page(work, actor, 0))


async def record(work: Work, actor: Person | None, hold: Hold, event: LedgerEvent, contract: Contract | None) -> None:
    """Write down that reminders rest, or go on."""
    await work.record(
        event,
        actor=actor,
        supplier_id=contract.supplier_id if contract else None,
        contract_id=hold.contract_id,
        about=contract.reference if contract else None,
        content=f"{hold.reason.value}:{hold.until_on or OPEN}",
    )


async def _known(work: Work, actor: Person, about: ToHold) -> Holding:
    today, hours = work.city.today(work.now), work.city.hours
    try:
        contract = await theirs(work, actor, about.contract_id)
    except NotTheirsError:
        return Holding(today, hours, about=about)
    return Holding(today, hours, name=contract.named if contract else "", about=about)


async def _still_theirs(work: Work, actor: Person, about: ToHold, _since: datetime) -> bool:
    try:
        await theirs(work, actor, about.contract_id)
    except NotTheirsError:
        return False
    return True


def _reasons(_answers: Answers, _known: Holding) -> Sequence[Option]:
    return [Option(reason.value, f"hold_reason.{reason}") for reason in HoldReason]


def _days(_answers: Answers, known: Holding) -> Sequence[Option]:
    days = [(weeks, known.hours.working_day_from(known.today + timedelta(weeks=weeks))) for weeks in WEEKS_OFFERED]
    named = [Option(day.isoformat(), f"obligation.weeks_{weeks}", day=day) for weeks, day in days]
    return [*named, Option(OPEN, "contract.hold_open")]


def _typed(answers: Answers, known: Holding, text: str) -> str | Wrong:
    """A day from tomorrow on, or none."""
    if means_no_end(text):
        return OPEN
    day = typed_day(answers, known, text)
    return Complaint.HOLD_TOO_SHORT if day == known.today.isoformat() else day


async def _send(work: Work, actor: Person, answers: Answers, known: Holding) -> Message:
    contract, wanted = await theirs(work, actor, known.about.contract_id), given(answers, HoldWanted)
    hold = Hold(
        contract_id=contract.id if contract else None,
        reason=wanted.hold_reason,
        begun_at=work.now,
        begun_by=actor.id,
        until_on=wanted.until_on,
    )
    await holds.begin(work.session, hold)
    await record(work, actor, hold, LedgerEvent.REMINDERS_HELD, contract)
    if known.about.shown:
        await work.take_buttons_away(known.about.shown)
    return await shown(work, actor, contract)


REASON = Question[Holding]("hold_reason", "hold_reason", _reasons)
UNTIL = Question[Holding]("hold_until", "hold_until", _days, _typed, takes_day=True, example=coming_day)

FORM = registered(
    FormAbout(
        name="hold",
        noun="contract",
        still_holds=_still_theirs,
        version=1,
        about=ToHold,
        questions=lambda _answers, _known: (REASON, UNTIL),
        known=_known,
        send=_send,
    )
)
