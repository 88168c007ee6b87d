"""Who acts for a company: the one who is addressed, their deputy, or a colleague. Nobody outside it can."""

from collections.abc import Collection, Mapping, Sequence

from domain.frozen import frozen
from handlers.handling.work import Work
from handlers.people.recipient import MOST_STEPS, Recipient, is_in_reach
from messages.label import Label
from storage.people import absence, person
from storage.people.person import Person


@frozen
class Company:
    """The people who speak for a company, looked up at once.

    Attributes:
        people: They.
        away: Who of them is away, by id.
        deputies: Who stands in for whom, by their ids.
    """

    people: Sequence[Person]
    away: Collection[int]
    deputies: Mapping[int, int]

    def acts_for(self, addressee: Person | None, name: str, others: Sequence[Person]) -> Recipient | None:
        """Who hears what is meant for somebody, who may be none of these people and goes by that name.

        Where all are away, it waits for the first who is in reach; None where nobody is. The others come in the order
        in which they are to be asked.
        """
        if addressee is not None and self._is_here(addressee):
            return Recipient(addressee)
        deputy = self._deputy_here(addressee)
        if deputy is not None:
            return Recipient(deputy, Label("for_whom.deputy", text=name))
        waiting = [
            *filter(self._is_here, others),
            *([addressee] if addressee is not None else []),
            *others,
        ]
        first = next(filter(is_in_reach, waiting), None)
        if first is None or first is addressee:
            return Recipient(first) if first is not None else None
        return Recipient(first, Label("for_whom.nobody", text=name))

    def _deputy_here(self, addressee: Person | None) -> Person | None:
        passed_over = addressee
        for _ in range(MOST_STEPS):
            deputy_id = self.deputies.get(passed_over.id) if passed_over is not None else None
            passed_over = next((each for each in self.people if each.id == deputy_id), None)
            if passed_over is not None and self._is_here(passed_over):
                return passed_over
        return None

    def _is_here(self, somebody: Person) -> bool:
        return is_in_reach(somebody) and somebody.id not in self.away


async def acting_for(work: Work, addressee: Person) -> Recipient | None:
    """Who hears what is meant for somebody at a supplier; None where nobody of the company is in reach."""
    others = await person.colleagues(work.session, addressee)
    ids = [addressee.id, *(each.id for each in others)]
    away = await absence.all_away(work.session, ids, today=work.city.today(work.now))
    company = Company([addressee, *others], away, await absence.deputies_of(work.session, ids))
    return company.acts_for(addressee, addressee.name, others)
