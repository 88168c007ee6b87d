"""Formal follow-up outside the bot: a person takes over, and the bot falls silent about the obligation."""

from collections.abc import Sequence

from domain.action import Action
from domain.obligation_life import ObligationEvent
from handlers.form.form import FormAbout, registered
from handlers.form.question import Answers, Option, Question
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.obligations import deciding, settling
from handlers.obligations.deciding import Deciding, ObligationToDecide, of_obligation
from handlers.obligations.finding import still_may
from messages.message import Message
from messages.obligations.facts import ObligationNews
from storage.people.person import Person


async def begin(work: Work, actor: Person, press: Press) -> Answer:
    """*Formell uppföljning* was pressed."""
    return await deciding.begin(work, actor, press, FORM, Action.LEAD_CONTRACT, ObligationEvent.FOLLOW_UP)


def _yes(_answers: Answers, _known: Deciding) -> Sequence[Option]:
    return [Option("yes", "obligation.confirm_formal")]


IS_MEANT = Question[Deciding]("formal_follow_up", "is_meant", _yes)


async def _send(work: Work, actor: Person, _answers: Answers, known: Deciding) -> Message:
    found = await deciding.asked_about(work, actor, known, Action.LEAD_CONTRACT)
    is_followed_up = await settling.follow_up(work, found[0], actor=actor)
    news = ObligationNews.FOLLOWED_UP if is_followed_up else None
    return await deciding.closing(work, actor, known, found, news, is_told=False)


FORM = registered(
    FormAbout(
        name="formal_follow_up",
        noun="obligation",
        still_holds=still_may(ObligationEvent.FOLLOW_UP),
        version=1,
        questions=lambda _answers, _known: (IS_MEANT,),
        about=ObligationToDecide,
        known=of_obligation,
        send=_send,
    )
)
