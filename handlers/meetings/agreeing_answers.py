"""What is answered about a meeting that was held, as values of their types."""

from dataclasses import field
from datetime import date
from typing import Literal

from domain.frozen import frozen
from messages.meetings.outcome import AgreedAction

OTHER = 0
"""Stands for somebody from the supplier who was not asked but came; no person has that number."""


@frozen
class ListedAction:
    """One thing to do, on the list of what was agreed.

    Attributes:
        is_for_city: Whether it is the city's to do, and not the supplier's.
        id: The id of its obligation, where it was written down before.
        is_settled: Whether it is done, or otherwise can't be taken off the list any more.
    """

    title: str
    due_on: date
    is_for_city: bool
    id: int | None = None
    is_settled: bool = False

    @property
    def agreed(self) -> AgreedAction:
        """The action, as people are told of it."""
        return AgreedAction(self.title, self.due_on, self.is_for_city)


@frozen
class OutcomeSoFar:
    """What the questions look back at, as far as it is answered.

    Attributes:
        came: Who came, by id, and `OTHER`.
        more: What was pressed under the list: another is to be added, all are there, or which one is to go.
    """

    came: list[int] = field(default_factory=list)
    actions: tuple[ListedAction, ...] = ()
    more: Literal["add", "done"] | int | None = None


@frozen
class Outcome:
    """Who came, what was agreed in the organiser's words, and what is to be done."""

    came: tuple[int, ...]
    agreed: str
    actions: tuple[ListedAction, ...] = ()

    @property
    def has_other_come(self) -> bool:
        """Whether somebody came who was not asked."""
        return OTHER in self.came

    @property
    def came_of_asked(self) -> list[int]:
        """Who came of those who were asked."""
        return [each for each in self.came if each != OTHER]
