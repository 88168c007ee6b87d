"""*Nytt område*: an area by its name, one that suppliers have written or another."""

from collections.abc import Sequence

from domain.frozen import frozen
from domain.secrecy import FieldPolicy
from handlers.form import forms
from handlers.form.form import Form, registered
from handlers.form.question import Answers, Known, Option, Question, given
from handlers.handling.answer import Answer
from handlers.handling.press import Press
from handlers.handling.work import Work
from handlers.slots.areas.keeping import check, listed
from handlers.slots.areas.naming import add
from handlers.slots.typed import typed_area
from messages.message import Message
from storage.people.person import Person
from storage.slots import written_area

OFFERED = 5


@frozen(kw_only=True)
class Adding(Known):
    """What is known before an area is added.

    Attributes:
        written: What suppliers have written that belongs to no area, most used first.
    """

    written: tuple[str, ...]


@frozen
class AreaNamed:
    """What is answered."""

    area: str


async def begin(work: Work, actor: Person, _press: Press) -> Answer:
    """*Nytt område* was pressed."""
    check(actor)
    return await forms.begin(work, actor, FORM)


def _written(_answers: Answers, known: Adding) -> Sequence[Option]:
    return [Option(name, text=name) for name in known.written]


async def _known(work: Work, _actor: Person) -> Adding:
    unknown = await written_area.unknown(work.session)
    written = tuple(each.name for each in unknown[:OFFERED])
    return Adding(work.city.today(work.now), work.city.hours, written=written)


async def _send(work: Work, actor: Person, answers: Answers, _known: Adding) -> Message:
    check(actor)
    name = given(answers, AreaNamed).area
    added, news = await add(work, actor, name)
    return await listed(work, news, added.name if added is not None else name)


NAME = Question[Adding]("area_new", "area", _written, typed_area, policy=FieldPolicy.PLACE)

FORM = registered(
    Form(
        name="add_area",
        version=1,
        questions=lambda _answers, _known: (NAME,),
        known=_known,
        send=_send,
    )
)
