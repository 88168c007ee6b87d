"""What is known of somebody who leaves, or hands over what is open: how much it is, and who could take it over."""

from collections.abc import Sequence

from domain.frozen import frozen
from domain.role import Role
from handlers.form.question import Answers, Option, Question
from handlers.handling.work import Work
from handlers.people.colleagues import NOBODY, PersonWithColleagues, colleague_options, colleagues_of, company_of
from storage.faq import city_question
from storage.people import person
from storage.people.person import Person
from storage.slots import open_matter
from storage.wishes import wish as wishes


@frozen
class Leaver:
    """Who leaves, or hands over."""

    person_id: int


@frozen
class Heir:
    """What is answered: who takes over, if anybody."""

    heir_id: int = NOBODY


@frozen
class Leaving(PersonWithColleagues):
    """What is known of somebody who leaves; `name` is theirs.

    Attributes:
        role: As what they are here.
        supplier: The company that they speak for.
        slots: How many slots are open for them.
        inquiries: How many inquiries and questions to the city are.
        has_wishes: Whether they have wishes; how many isn't everybody's to know.
    """

    role: Role = Role.MATCHER
    supplier: str | None = None
    slots: int = 0
    inquiries: int = 0
    has_wishes: bool = False

    @property
    def has_something_open(self) -> bool:
        """Whether there is anything to take over."""
        return bool(self.slots or self.inquiries or self.has_wishes)


async def of_leaver(work: Work, _actor: Person, about: Leaver) -> Leaving:
    """What is known of the person whom the form is about."""
    leaver = await person.find(work.session, about.person_id)
    return Leaving(
        work.city.today(work.now),
        work.city.hours,
        name=leaver.name,
        person_id=leaver.id,
        role=leaver.role,
        supplier=await company_of(work, leaver),
        slots=len(await open_matter.slots_of(work.session, leaver)),
        inquiries=await questions_open_for(work, leaver),
        has_wishes=await wishes.are_there(work.session, leaver.id),
        colleagues=await colleagues_of(work, leaver),
    )


async def questions_open_for(work: Work, leaver: Person) -> int:
    """How many questions wait for an answer that somebody has asked, or was asked: about an offer, and to the city."""
    about_offers = await open_matter.inquiries_of(work.session, leaver)
    return len(about_offers) + len(await city_question.open_for(work.session, leaver.id))


def _heirs(_answers: Answers, known: Leaving) -> Sequence[Option]:
    return colleague_options(known.colleagues)


def _heirs_or_nobody(answers: Answers, known: Leaving) -> Sequence[Option]:
    return [*_heirs(answers, known), Option(NOBODY, "people.nobody")]


HEIR = Question[Leaving]("heir", "heir_id", _heirs)
HEIR_OF_LEAVER = Question[Leaving]("heir_of_leaver", "heir_id", _heirs_or_nobody)
