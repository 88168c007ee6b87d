"""The one door for presses, commands and texts: whatever they ask for is done, and what comes of it is shown.

A form that is open has the last word: its question is shown again below, unless it stands last already.

What turns out in the middle not to be theirs (`NotTheirsError`) goes through, and takes all that it has done with it;
whoever handed it over hands it over once more, as refused.
"""

from collections.abc import Awaitable, Callable

from domain.command import COMMANDS_OF, COORDINATORS_DO, Command
from handlers.form import asking
from handlers.handling.answer import Answer, Below, LastWord, NotTheirsError, Onward
from handlers.handling.press import Press
from handlers.handling.routes import Typed
from handlers.handling.work import Work
from handlers.registry import BUTTONS, COMMANDS
from messages import everyone
from messages.button import parsed
from messages.message import Message
from storage.outbox import OutboxRow
from storage.people.person import Person


async def press(work: Work, actor: Person, carried: str, shown: OutboxRow | None) -> None:
    """Do what a button carries; `shown` is the message that it stands under."""
    work.pressed = shown

    async def asked_for() -> Answer:
        answer = await _answer_to(work, actor, carried, shown)
        return await _further(work, actor, answer) if isinstance(answer, Onward) else answer

    await _let_in(work, actor, asked_for, shown)


async def _answer_to(work: Work, actor: Person, carried: str, shown: OutboxRow | None) -> Answer:
    action, numbers = parsed(carried) or ("", [])
    act = BUTTONS.get(action)
    if act is None:
        raise NotTheirsError
    return await act(work, actor, Press(numbers, shown))


async def _further(work: Work, actor: Person, onward: Onward) -> Answer:
    """What it leads to is of its own, below whatever was pressed."""
    answer = await _answer_to(work, actor, onward.carried, None)
    return Below(answer) if isinstance(answer, Message) else answer


async def run(work: Work, actor: Person, command: Command, typed: Typed) -> None:
    """Do what a command asks for, where it is for the person's role."""

    async def asked_for() -> Answer:
        if command not in COMMANDS_OF[actor.role]:
            return _refusal(work, actor, command)
        return await COMMANDS[command](work, actor, typed)

    await _let_in(work, actor, asked_for, None)


async def hear(work: Work, actor: Person, asked_for: Callable[[], Awaitable[Answer]]) -> None:
    """Take whatever else somebody sends, such as a text or a file, for what it is read as."""
    await _let_in(work, actor, asked_for, None)


async def _let_in(
    work: Work, actor: Person, asked_for: Callable[[], Awaitable[Answer]], shown: OutboxRow | None
) -> None:
    answer = Below(Message(everyone.NotFound())) if work.is_refused else await asked_for()
    await _show(work, actor, answer, shown)
    if answer is not LastWord.FORM:
        await asking.show_again(work, actor)


async def _show(work: Work, actor: Person, answer: Answer, shown: OutboxRow | None) -> None:
    match answer:
        case Below(message, about, key):
            await work.tell(actor, message, about=about, key=key)
        case Message() if shown is not None:
            await work.edit(shown.id, answer)
        case Message():
            await work.tell(actor, answer)


def _refusal(work: Work, actor: Person, command: Command) -> Message:
    if command in COORDINATORS_DO:
        return Message(everyone.CommandForCoordinators(actor.role, work.city.contact))
    return Message(everyone.CommandForOthers(actor.role))
