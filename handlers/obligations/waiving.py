"""Let an obligation go, for a reason that the supplier sees."""

from collections.abc import Sequence

from domain.action import Action
from domain.obligation import LONGEST_REASON
from domain.obligation_life import ObligationEvent
from domain.secrecy import FieldPolicy
from domain.settling_reason import WaiverReason
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Option, Question, given
from handlers.form.typed import typed_text
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import deciding, settling
from handlers.obligations.deciding import Deciding, ObligationToDecide, Reason, of_obligation
from handlers.obligations.finding import still_may
from messages.message import Message
from messages.obligations.facts import ObligationNews
from storage.people.person import Person


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Behövs inte* was pressed."""
    return await deciding.begin(work, actor, press, FORM, Action.LEAD_CONTRACT, ObligationEvent.WAIVE)


def _reasons(_answers: Answers, _known: Deciding) -> Sequence[Option]:
    return [Option(reason.value, f"waiver.{reason}") for reason in WaiverReason]


REASON = Question[Deciding]("waiver_reason", "reason", _reasons, typed_text(LONGEST_REASON), policy=FieldPolicy.REASON)


async def _send(work: Work, actor: Person, answers: Answers, known: Deciding) -> Message:
    found = await deciding.asked_about(work, actor, known, Action.LEAD_CONTRACT)
    reason = given(answers, Reason).reason
    is_waived = await settling.waive(work, found[0], reason, actor=actor)
    news = ObligationNews.WAIVED if is_waived else None
    return await deciding.closing(work, actor, known, found, news, reason=reason)


FORM = registered(
    FormAbout(
        name="waive_obligation",
        noun="obligation",
        still_holds=still_may(ObligationEvent.WAIVE),
        version=1,
        questions=lambda _answers, _known: (REASON,),
        about=ObligationToDecide,
        known=of_obligation,
        send=_send,
    )
)
