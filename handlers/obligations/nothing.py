"""*Inget att erbjuda nu*: an answer like any other, which fulfils the contract's plan. Nobody has to defend it."""

from collections.abc import Sequence

from domain.action import Action
from domain.obligation import LONGEST_REASON, SupplierWay, rules_of
from domain.obligation_life import ObligationEvent
from domain.reference import Noun, Reference
from domain.secrecy import FieldPolicy
from domain.settling_reason import NothingReason
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Option, Question, given
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer, NotTheirsError
from handlers.handling.choices import numbered
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import deciding, settling, telling
from handlers.obligations.codes import UNDO
from handlers.obligations.deciding import Deciding, ObligationToDecide, Reason, of_obligation
from handlers.obligations.finding import obligation_for, refreshed, still_may
from messages.button import data
from messages.label import Label
from messages.message import Message
from messages.obligations.facts import ObligationNews
from messages.obligations.obligation import NothingNoted
from storage.people.person import Person


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Inget att erbjuda nu* was pressed. Only some kinds are answered so."""
    obligation, _ = await obligation_for(work, actor, press.number(0), Action.ANSWER_OBLIGATION)
    if SupplierWay.SAY_NOTHING_TO_OFFER not in rules_of(obligation.kind).supplier_ways:
        raise NotTheirsError
    return await deciding.begin(work, actor, press, FORM, Action.ANSWER_OBLIGATION, ObligationEvent.FULFIL)


def _reasons(_answers: Answers, _known: Deciding) -> Sequence[Option]:
    return [Option(reason.value, f"nothing.{reason}") for reason in NothingReason]


REASON = Question[Deciding]("nothing_reason", "reason", _reasons, typed_text(LONGEST_REASON), policy=FieldPolicy.REASON)


async def _send(work: Work, actor: Person, answers: Answers, known: Deciding) -> Message:
    found = await deciding.asked_about(work, actor, known, Action.ANSWER_OBLIGATION)
    (plan, contract), reason = found, given(answers, Reason).reason
    by = Reference(Noun.NOTHING, plan.id)
    if not await settling.fulfil(work, plan, by=by, actor=actor, reason=reason):
        return await deciding.closing(work, actor, known, found, None)
    await deciding.take_buttons_away(work, known)
    now = await refreshed(work, plan)
    await telling.tell_coordinators(work, actor, now, contract, ObligationNews.FULFILLED, reason)
    undo = (Label("obligation.undo"), data(UNDO, plan.id))
    return Message(NothingNoted(contract.registry_number, reason), numbered([undo]))


FORM = registered(
    FormAbout(
        name="nothing_to_offer",
        noun="obligation",
        still_holds=still_may(ObligationEvent.FULFIL),
        version=1,
        questions=lambda _answers, _known: (REASON,),
        about=ObligationToDecide,
        known=of_obligation,
        send=_send,
    )
)
