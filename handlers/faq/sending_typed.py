"""*Skicka frågan till kommunen*: what was typed into the chat, as the message above the button keeps it."""

from domain.faq import LONGEST_CITY_QUESTION
from domain.secrecy import FieldPolicy, Verdict, judged
from handlers.faq import asking
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.secrecy.reading import found_in
from messages.everyone import WayToAnswer
from messages.faq.faq import FaqNotFound
from messages.message import from_content
from storage.people.person import Person


def keepable(words: str) -> str:
    """The words, where they can be a question as they are; empty where the guard has to ask about them, or stops them.

    What is left out here is typed once more, into the form, where the guard says why it stops something.
    """
    passes = judged(found_in(words), FieldPolicy.RELAYED).verdict is Verdict.PASSES
    return words if passes and len(words) <= LONGEST_CITY_QUESTION else ""


async def send(work: Work, actor: Person, press: Press) -> Answer:
    """The button was pressed."""
    shown = from_content(press.shown.content).parameters if press.shown is not None else None
    typed = shown.typed if isinstance(shown, WayToAnswer | FaqNotFound) else ""
    return await asking.take(work, actor, None, typed, None) if typed else await asking.begin(work, actor, press)
