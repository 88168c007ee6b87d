"""Methods that templates share do what a dataclass's own do."""

from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from messages.shared_methods import share_methods


@dataclass(frozen=True)
class Own:
    """As `dataclass` makes it."""

    place: str
    number: int = 1


@share_methods
@dataclass(frozen=True)
class Shared:
    """The same, with the methods that all share."""

    place: str
    number: int = 1


def test_what_is_shared_does_what_a_dataclass_of_its_own_does() -> None:
    own, shared = Own("Centrum"), Shared("Centrum")
    assert repr(shared) == repr(own).replace("Own", "Shared")
    assert hash(shared) == hash(own) == hash(Shared("Centrum"))
    assert shared == Shared("Centrum") == replace(shared, number=1)
    assert shared not in {own, Shared("Råå"), Shared("Centrum", 2)}
    with pytest.raises(FrozenInstanceError):
        shared.number = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del shared.place
