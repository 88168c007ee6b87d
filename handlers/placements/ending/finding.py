"""Find the placement whose end somebody wants to say something about."""

from datetime import date

from domain.access import may
from domain.action import Action
from domain.frozen import frozen
from domain.placement import PlacementStatus
from domain.placement_end import EndTimes
from domain.role import Role
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from storage.people.person import Person
from storage.placements import placement as placements
from storage.placements.placement import Placement
from storage.slots import slot as slots
from storage.slots.slot import Slot


@frozen
class Ending:
    """A placement and the slot that it is in, as they are now."""

    placement: Placement
    slot: Slot

    @property
    def last_on(self) -> date | None:
        """Its last day as it is planned; None where nobody has said one."""
        return self.placement.last_on_in(self.slot)

    @property
    def times(self) -> EndTimes:
        """It as the clock sees it."""
        return EndTimes(self.placement.status, self.placement.asked, self.last_on)

    def begun_on(self, work: Work) -> date:
        """Its first day, as far as it is known."""
        said_at = self.placement.started_at or work.now
        return self.placement.begun_on or self.placement.starts_on or work.city.today(said_at)

    def is_asked_of(self, actor: Person) -> bool:
        """Whether the other side has said that it has ended, so that this person can say for theirs whether it is so.

        Two people say it: whoever wrote down what the supplier says doesn't confirm it for the city.
        """
        if self.placement.status is not PlacementStatus.ENDING or self.placement.end_said_by == actor.id:
            return False
        return bool(self.placement.is_end_suppliers_word) is not (actor.role is Role.SUPPLIER)


async def of_placement(work: Work, placement: Placement) -> Ending:
    """It as it is now, after a guarded update too."""
    now = await placements.find(work.session, placement.id) or placement
    slot = await slots.find(work.session, now.slot_id)
    if slot is None:
        raise NotTheirsError
    return Ending(now, slot)


async def theirs(work: Work, actor: Person, placement_id: int, action: Action = Action.SAY_END) -> Ending:
    """The placement as it is now. Raises NotTheirsError unless the actor may say how it ended."""
    placement = await placements.find(work.session, placement_id)
    if placement is None:
        raise NotTheirsError
    found = await of_placement(work, placement)
    if not may(actor.actor, action, placement.subject_in(found.slot)):
        raise NotTheirsError
    return found
