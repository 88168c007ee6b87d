"""What makes a form: its way, what is known before it, and what becomes of the answers."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Generic, TypeVar

from domain.frozen import frozen
from handlers.form.path import NextPlace, Path
from handlers.form.progress import Progress, restored
from handlers.form.question import Answers, Knowing
from handlers.handling.work import Work
from messages.message import Message
from storage.people.person import Person

About = TypeVar("About")
"""What a form is about: a dataclass of ids and revisions, such as the slot that is changed and as which version."""


@frozen(kw_only=True)
class AnyForm(Path[Knowing], ABC):
    """What every form has, whether it is about something or not.

    Attributes:
        send: What becomes of the answers: the closing word, or back into the form.
    """

    send: Callable[[Work, Person, Answers, Knowing], Awaitable[Message | NextPlace]]

    @property
    def is_known_by_answers(self) -> bool:
        """Whether what is known is another thing after each answer; else it is looked up once a turn."""
        return False

    async def has_become_of(self, _work: Work, _actor: Person, _progress: Progress, _since: datetime) -> str:
        """Why it can't be filled in any more, by its name in [over] of `labels.toml`; empty where it still can."""
        return ""

    @abstractmethod
    async def look_up(self, work: Work, actor: Person, progress: Progress) -> Knowing:
        """What is known as the form stands."""

    def restored(self, kept: dict[str, Any]) -> Progress | None:
        """The form as far as it was filled in; None for what can't be understood."""
        return restored(kept)


@frozen
class ByAnswers(Generic[Knowing]):
    """Looks up what is known by what was answered so far, such as the contacts of the contract that was chosen."""

    look_up: Callable[[Work, Person, Answers], Awaitable[Knowing]]


@frozen(kw_only=True)
class Form(AnyForm[Knowing]):
    """A form that is about nothing but its answers.

    Attributes:
        known: Looks up what is known before anything is asked.
    """

    known: Callable[[Work, Person], Awaitable[Knowing]] | ByAnswers[Knowing]

    @property
    def is_known_by_answers(self) -> bool:
        """Whether what is known is another thing after each answer."""
        return isinstance(self.known, ByAnswers)

    async def look_up(self, work: Work, actor: Person, progress: Progress) -> Knowing:
        """What is known as the form stands."""
        if isinstance(self.known, ByAnswers):
            return await self.known.look_up(work, actor, progress.answers)
        return await self.known(work, actor)


@frozen(kw_only=True)
class FormAbout(AnyForm[Knowing], Generic[Knowing, About]):
    """A form about something that was there before it. What is looked up of it goes on to the questions and `send`.

    Attributes:
        about: The type of what it is about.
        known: Looks up what is known before anything is asked, given what the form is about.
        noun: What sort of thing it is about, as [over] of `labels.toml` has it.
        still_holds: Whether that is still so that it can be filled in, where it has lain aside since an instant. It is
            asked where the form comes back, not at each step: sending looks for itself.
    """

    about: type[About]
    known: Callable[[Work, Person, About], Awaitable[Knowing]]
    noun: str
    still_holds: Callable[[Work, Person, About, datetime], Awaitable[bool]]

    async def has_become_of(self, work: Work, actor: Person, progress: Progress, since: datetime) -> str:
        """Why it can't be filled in any more; empty where it still can."""
        return "" if await self.still_holds(work, actor, self.about(**progress.about), since) else self.noun

    async def look_up(self, work: Work, actor: Person, progress: Progress) -> Knowing:
        """What is known as the form stands."""
        return await self.known(work, actor, self.about(**progress.about))

    def restored(self, kept: dict[str, Any]) -> Progress | None:
        """The form as far as it was filled in; None for what can't be understood."""
        return restored(kept, about=self.about)


FORMS: dict[str, AnyForm[Any]] = {}
"""Every form, by its name; each puts itself in here where it is made."""

Made = TypeVar("Made", bound=AnyForm[Any])


def registered(form: Made) -> Made:
    """Make the form known by its name, so that a conversation that has it open can go on."""
    FORMS[form.name] = form
    return form
