"""Keep how the city words what is asked often: what it said before stays in the history."""

from domain.access import may
from domain.action import Action
from domain.faq import FaqKey
from domain.frozen import frozen
from domain.language import Language
from domain.ledger_event import LedgerEvent
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from storage.faq import entry
from storage.faq.entry import FaqText
from storage.people.person import Person

NEW = FaqKey()
"""The key of a question that the city adds."""


@frozen
class Written:
    """A question and its answer, as somebody wrote them in a language."""

    language: Language
    question: str
    answer: str
    is_to_confirm: bool


async def keep(work: Work, actor: Person, key: FaqKey, *wordings: Written) -> FaqKey:
    """Let them hold from now on, in each language that they are in, and say under which key.

    Raises NotTheirsError for somebody who may not, and where the city has no such question.
    """
    known = await entry.with_key(work.session, key)
    is_missing = known is None and key != NEW and key.code is None
    if not may(actor.actor, Action.EDIT_FAQ) or is_missing:
        raise NotTheirsError
    kept = known or await entry.kept(work.session, key, by=actor.id, at=work.now)
    for each in wordings:
        text = FaqText(
            entry_id=kept.id,
            language=each.language,
            question=each.question,
            answer=each.answer,
            is_to_confirm=each.is_to_confirm,
            written_by=actor.id,
            written_at=work.now,
        )
        await entry.write(work.session, text)
        told = f"{each.language}: {each.question}\n{each.answer}"
        await work.record(LedgerEvent.FAQ_WRITTEN, actor=actor, about=kept.reference, content=told)
    return kept.key
