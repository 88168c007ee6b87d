"""The way through a form, without what it does: its questions, in which order, and which answers rule out others."""

from collections.abc import Callable, Sequence
from typing import Any, Generic

from domain.frozen import frozen
from handlers.form.complaint import Wrong
from handlers.form.progress import Progress
from handlers.form.question import Answers, Knowing, Question


@frozen
class NextPlace:
    """The place where the form goes on; `complaint` is a label's name, where something has to be said there."""

    progress: Progress
    complaint: str = ""


@frozen
class ReadyToSend:
    """Everything is answered, and the person wants it sent; a form without a summary is sent by its last answer."""

    progress: Progress


Outcome = NextPlace | Wrong | ReadyToSend


def no_extras(_answers: Answers) -> Sequence[Question[Any]]:
    """For a form without anything optional."""
    return ()


def as_they_are(answers: Answers) -> tuple[dict[str, Any], str]:
    """For a form in which no answer can make another untrue."""
    return dict(answers), ""


def no_variety(_answers: Answers) -> str:
    """For a form that is always about the same sort of thing."""
    return ""


@frozen(kw_only=True)
class Path(Generic[Knowing]):
    """One form's way.

    Attributes:
        name: Names it in the database and in `labels.toml`.
        version: Grows when its questions change, so that one begun before begins anew rather than half understood.
        questions: What has to be answered, in order; it may depend on what is answered and known.
        summary: The parameters of the message that shows all answers before they are sent, given them, what is known
            and a complaint; None for a form that is sent with its last answer.
        extras: What may be answered.
        tidied: The answers without those that others have made untrue, and a complaint that says so.
        sends: Names the button that sends it, in `labels.toml`.
        variety: Names what sort of thing is filled in, where its name alone says too little; as [doing] of
            `labels.toml` has it, behind the form's own name.
        is_private: It is about a resident: nothing of its questions or answers is kept but while it is open, and
            nothing in it can be typed.
        is_resumed: Asked for again while it is open, it goes on where it was; else it begins anew.
    """

    name: str
    version: int
    questions: Callable[[Answers, Knowing], Sequence[Question[Knowing]]]
    summary: Callable[[Answers, Knowing, str], Any] | None = None
    extras: Callable[[Answers], Sequence[Question[Knowing]]] = no_extras
    tidied: Callable[[Answers], tuple[dict[str, Any], str]] = as_they_are
    sends: str = "answer.send"
    variety: Callable[[Answers], str] = no_variety
    is_private: bool = False
    is_resumed: bool = False

    def doing(self, progress: Progress) -> str:
        """What somebody does who fills it in, by its name in [doing]."""
        variety = self.variety(progress.answers)
        return f"{self.name}_{variety}" if variety else self.name

    def question(self, progress: Progress, known: Knowing) -> Question[Knowing] | None:
        """The question that is asked now; None at the summary, and where the form has no such question any more."""
        everything = (*self.questions(progress.answers, known), *self.extras(progress.answers))
        return next((question for question in everything if question.name == progress.at), None)
