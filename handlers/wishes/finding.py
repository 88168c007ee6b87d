"""Find a wish for somebody who may do that with it; for anybody else, and while wishes are off, there is none."""

from collections.abc import Sequence

from domain.access import may
from domain.action import Action
from domain.role import Role
from domain.wish import WishStatus
from handlers.handling.answer import NotTheirsError
from handlers.handling.work import Work
from handlers.people import recipient
from storage.people import person
from storage.people.person import Person
from storage.wishes import decision
from storage.wishes import wish as wishes
from storage.wishes.wish import Wish


async def theirs(work: Work, actor: Person, action: Action, wish_id: int) -> Wish:
    """The wish, held until the transaction ends. Raises NotTheirsError."""
    if await decision.in_force(work.session) is None:
        raise NotTheirsError
    wish = await wishes.held(work.session, wish_id)
    if wish is None or wish.status is WishStatus.CLOSED or not await may_with(work, actor, action, wish):
        raise NotTheirsError
    return wish


async def may_with(work: Work, actor: Person, action: Action, wish: Wish) -> bool:
    """Whether somebody may do that with a wish: also while they stand in for its matcher."""
    if actor.id == wish.matcher_id or action is not Action.KEEP_WISH:
        return may(actor.actor, action, wish.subject_with())
    deputies = [each.id for each in await keepers_of(work, wish)]
    return may(actor.actor, action, wish.subject_with(deputies))


async def keepers_of(work: Work, wish: Wish) -> Sequence[Person]:
    """Who looks after a wish now: its matcher, or whoever of the matchers stands in for them; nobody else may know."""
    matcher = await person.find(work.session, wish.matcher_id)
    found = await recipient.in_place_of(work, matcher)
    return [each.person for each in found if each.person.role is Role.MATCHER]
