"""What is frozen does what a frozen dataclass does."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from threading import Event
from time import sleep
from typing import Any

import pytest

from domain.frozen import frozen
from messages.plain import from_plain
from tests.each import each
from tests.ours import of_our_modules

FIELDS = "__dataclass_fields__"


@dataclass(frozen=True)
class Own:
    """As `dataclass` makes it."""

    place: str
    number: int = 1
    note: str = field(default="", repr=False)


@frozen
class Shared:
    """The same, with the methods that all share."""

    place: str
    number: int = 1
    note: str = field(default="", repr=False)


@frozen(kw_only=True)
class More(Shared):
    """One that is told more, by name."""

    more: int


def test_what_is_shared_does_what_a_dataclass_of_its_own_does() -> None:
    own, shared = Own("Centrum"), Shared("Centrum")
    assert repr(shared) == repr(own).replace("Own", "Shared")
    assert hash(shared) == hash(own) == hash(Shared("Centrum"))
    assert shared == Shared("Centrum") == replace(shared, number=1)
    assert shared not in {own, Shared("Råå"), Shared("Centrum", 2), Shared("Centrum", 1, "!"), More("Centrum", more=1)}
    with pytest.raises(FrozenInstanceError):
        shared.number = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del shared.place


def test_it_is_a_dataclass_to_whoever_asks_and_what_more_is_told_counts() -> None:
    assert is_dataclass(Shared)
    assert More("Centrum", more=1) != More("Centrum", more=2)
    assert from_plain({"place": "Råå", "more": 3}, More) == More("Råå", more=3)


def test_the_first_one_has_the_init_written_that_all_others_use() -> None:
    @frozen
    class Rare:
        place: str
        notes: list[str] = field(default_factory=list)
        number: int = field(default=1, kw_only=True)

    awaiting = vars(Rare)["__init__"]
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'place'"):
        Rare()  # type: ignore[call-arg]
    written = vars(Rare)["__init__"]
    assert Rare("Råå", number=2) == Rare("Råå", [], number=2) != Rare("Råå", ["!"])
    assert awaiting is not written is vars(Rare)["__init__"]


def test_the_fields_are_made_when_they_are_first_asked_for() -> None:
    @frozen
    class Rare:
        place: str
        notes: list[str] = field(default_factory=list)

    class Own(Rare):
        """Not said to be frozen itself: its fields are those of the class that it is made of."""

    @frozen
    class Child(Own):
        number: int = 1

    awaiting = vars(Rare)[FIELDS]
    assert Child("Råå") == Child("Råå", [], 1)
    assert awaiting is not vars(Rare)[FIELDS]
    assert [each.name for each in fields(Own)] == ["place", "notes"]
    assert Child.__match_args__ == ("place", "notes", "number")


def test_the_fields_of_all_of_ours_can_be_made(subtests: pytest.Subtests) -> None:
    kinds = {name: own for name, own in of_our_modules() if isinstance(own, type) and FIELDS in vars(own)}
    assert len(kinds) > 900
    for name, kind in kinds.items():
        with each(subtests, name):
            assert isinstance(fields(kind), tuple)


def test_whoever_asks_while_another_thread_makes_them_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Event()

    def slow_dataclass(**told: Any) -> Any:
        begun.set()
        sleep(0.02)
        return dataclass(**told)

    @frozen
    class Rare:
        notes: list[str] = field(default_factory=list)

    monkeypatch.setattr("domain.frozen.dataclass", slow_dataclass)
    with ThreadPoolExecutor() as threads:
        first = threads.submit(fields, Rare)
        assert begun.wait(5)
        assert fields(Rare) == first.result()
    assert Rare() == Rare([])


def test_what_looks_at_itself_once_it_is_made_does_so() -> None:
    @frozen
    class Careful:
        number: int

        def __post_init__(self) -> None:
            if self.number < 0:
                raise ValueError("too small")

    with pytest.raises(ValueError, match="too small"):
        Careful(-1)
    assert Careful(1).number == 1
