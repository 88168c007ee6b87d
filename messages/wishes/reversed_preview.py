"""What a matcher sees before and after suppliers are asked for a wish. Of these messages no word is kept."""

from domain.frozen import frozen
from domain.reference import Noun, Reference
from domain.reversed_question import Reason
from messages.template import template
from messages.unkept import Unkept
from messages.wishes.reversed import PlaceFacts


@frozen
class Choosable:
    """A supplier that can be asked, and why it.

    Attributes:
        is_chosen: Whether it is asked when the matcher presses *Skicka*.
    """

    name: str
    reason: Reason
    is_chosen: bool


@template("matcher_suppliers_to_ask_named")
@frozen
class SuppliersToAskNamed(Unkept):
    """What is kept of the question; its own words are for a wish that is no more.

    Attributes:
        offered: The suppliers that can be chosen, by id.
        chosen: Those that are.
    """

    wish_id: int
    offered: tuple[int, ...]
    chosen: tuple[int, ...]

    @property
    def tells_of(self) -> tuple[Reference, ...]:
        """The wish."""
        return (Reference(Noun.WISH, self.wish_id),)


@template("matcher_suppliers_to_ask", is_kept=False)
@frozen
class SuppliersToAsk:
    """Whom shall the bot ask, and with which words?"""

    place: PlaceFacts
    suppliers: tuple[Choosable, ...]


@template("matcher_nobody_to_ask")
@frozen
class NobodyToAsk:
    """There is no supplier to ask now.

    Attributes:
        is_held: Reminders rest in the whole city, so nobody is asked anything.
    """

    is_held: bool


@template("matcher_suppliers_asked")
@frozen
class SuppliersAsked:
    """These are asked; of those that were chosen some may have been asked by somebody else meanwhile.

    Attributes:
        is_now: Whether they read it at once, and not when they are at work again.
    """

    asked: tuple[str, ...]
    not_asked: tuple[str, ...]
    is_now: bool
