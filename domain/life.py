"""The life of a noun: from which statuses what can happen to it, and where it leads. What is not listed is refused.

Each noun's table stands in a file of its own: `slot_life`, `meeting_life`, `obligation_life`, `placement_life`.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from domain.frozen import frozen

Status = TypeVar("Status", bound=StrEnum)
Event = TypeVar("Event", bound=StrEnum)


@frozen
class Transition(Generic[Status]):
    """From where something can happen, and where it leads; `to` is None where the status stays as it was."""

    of: tuple[Status, ...]
    to: Status | None = None


@frozen
class Life(Generic[Status, Event]):
    """Everything that can happen, a row for each event."""

    transitions: Mapping[Event, Transition[Status]]

    def allows(self, status: Status, event: Event) -> bool:
        """Whether the event can happen in that status."""
        return status in self.transitions[event].of

    def status_after(self, status: Status, event: Event) -> Status | None:
        """The status that the event leads to; None where it can't happen in that status."""
        return (self.transitions[event].to or status) if self.allows(status, event) else None

    def statuses_before(self, event: Event) -> tuple[Status, ...]:
        """The statuses in which the event can happen: what a guarded update asks for."""
        return self.transitions[event].of

    def leads_to(self, event: Event) -> Status | None:
        """The one status that the event leads to, wherever it happens; None where the status stays as it was."""
        return self.transitions[event].to
