"""How a question to the city stands: who was asked, and who can answer it now."""

from domain.frozen import frozen
from domain.turn.city_question import CityQuestionFacts
from handlers.handling.work import Work
from handlers.people import recipient
from handlers.people.recipient import Recipient
from storage.faq.city_question import CityQuestion
from storage.people import person
from storage.people.person import Person


@frozen
class Standing:
    """One question as it stands.

    Attributes:
        addressee: Who was asked; None where nobody was in.
        acting: They, or their deputy; None where neither is here.
    """

    asked: CityQuestion
    addressee: Person | None
    acting: Recipient | None

    @property
    def facts(self) -> CityQuestionFacts:
        """As the rules see it."""
        is_here = self.acting is not None and self.acting.person is self.addressee
        return CityQuestionFacts(
            is_answered=self.asked.answered_at is not None,
            asked_of=self.addressee.role if self.addressee is not None else None,
            is_here=is_here,
            has_deputy=self.acting is not None and not is_here,
            is_reminded=self.asked.reminded_at is not None,
            is_shared=self.asked.shared_at is not None,
        )


async def standing_of(work: Work, asked: CityQuestion) -> Standing:
    """The question as it stands now."""
    addressee = None if asked.asked_of is None else await person.find(work.session, asked.asked_of)
    acting = None if addressee is None else await recipient.acting_for(work, addressee)
    return Standing(asked, addressee, acting)
