"""How many of a matcher's own wishes an offer may be something for. A message about offers tells the number alone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from domain.fit import Fit, Rank, fitting_wishes
from domain.frozen import frozen
from domain.slot import SlotStatus
from domain.wish import WISHED_FOR
from handlers.doorways import FITTING_WISHES
from handlers.handling.choices import Choice
from handlers.handling.work import Work
from handlers.slots import facts
from messages.button import data
from messages.label import Label
from messages.slots.facts import SlotFacts
from storage.slots.slot import Slot
from storage.wishes import fitting
from storage.wishes.wish import Wish


@frozen
class Fitting:
    """The open wishes of some matchers beside some offers, looked up at once.

    Attributes:
        wishes: By the matcher's id.
        taken: For which wishes the places of an offer are taken, by its id; None for somebody without a wish.
    """

    wishes: Mapping[int, Sequence[Wish]]
    taken: Mapping[int, Sequence[int | None]]
    today: date

    def found(self, slot: Slot, matcher_id: int) -> list[tuple[Wish, Fit]]:
        """The matcher's wishes that the offer may be something for, best first; none once another has taken it."""
        is_theirs = slot.status is SlotStatus.RESERVED and slot.claimed_by == matcher_id
        if slot.kind not in WISHED_FOR or not (slot.status is SlotStatus.OPEN or is_theirs):
            return []
        return self.beside(slot, self.wishes.get(matcher_id, ()))

    def beside(self, slot: Slot, wishes: Sequence[Wish]) -> list[tuple[Wish, Fit]]:
        """Which of the wishes the offer may be something for, best first; not one that somebody is proposed for."""
        taken = self.taken.get(slot.id, ())
        others = [(wish, wish.wished) for wish in wishes if wish.id not in taken]
        return fitting_wishes(slot.offered(begun=len(taken)), others, self.today)

    def counted(self, slot: Slot, told: SlotFacts, matcher_id: int) -> SlotFacts:
        """What is told of the offer, with how many there are."""
        ranks = [how.rank for _, how in self.found(slot, matcher_id)]
        perhaps = ranks.count(Rank.PERHAPS)
        return replace(told, fits=len(ranks) - perhaps, perhaps=perhaps)


async def looked_up(work: Work, slots: Collection[Slot], matcher_ids: Collection[int]) -> Fitting:
    """Look up what these offers can be compared with: one question, however many matchers; two where anybody looks."""
    wishes = await fitting.looked_for(work.session, matcher_ids) if matcher_ids and slots else {}
    taken = await fitting.places_taken(work.session, [slot.id for slot in slots]) if wishes else {}
    return Fitting(wishes, taken, work.city.today(work.now))


async def counted_in_list(work: Work, slots: Sequence[Slot], matcher_id: int) -> tuple[SlotFacts, ...]:
    """What is told of these offers in one list, each with how many of the matcher's wishes it may be something for."""
    found, told = await looked_up(work, slots, [matcher_id]), await facts.of_slots(work, slots)
    return tuple(found.counted(slot, of_slot, matcher_id) for slot, of_slot in zip(slots, told, strict=True))


def ways(slot: Slot, told: SlotFacts) -> list[Choice]:
    """*Visa vilka*, where there are any."""
    return [(Label("fitting.show"), data(FITTING_WISHES, slot.id))] if told.fits or told.perhaps else []
