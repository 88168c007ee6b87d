"""Who gets a broadcast: which suppliers, by what they do, where, under which contracts, and what they have given."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from domain.frozen import frozen
from domain.slot import SlotKind, Trade


class ChosenBy(StrEnum):
    """By what suppliers can be chosen. Its value is what a broadcast keeps."""

    TRADES = "trades"
    KINDS = "kinds"
    """What they have given of."""
    AREAS = "areas"
    CONTRACTS = "contracts"
    GIVEN = "given"
    """Whether they have given anything at all."""


class Given(StrEnum):
    """Whether a supplier has given anything yet."""

    YES = "yes"
    NOT_YET = "not_yet"


Chosen = Mapping[str, Sequence[str]]
"""For each sort of choice what is chosen, as a broadcast keeps it; a sort that is not there leaves all of them."""


@frozen
class Audience:
    """The suppliers that are meant: those that fit each sort of choice in which something is chosen.

    Within a sort one is enough: painting or cleaning, and of these who has given a visit or a lecture.

    Attributes:
        kinds: Of one of these kinds they have given something.
        areas: Ids of the city's list.
        contracts: Ids; theirs is one of these.
        given: Whether they have given anything; None where that doesn't matter.
    """

    trades: tuple[Trade, ...] = ()
    kinds: tuple[SlotKind, ...] = ()
    areas: tuple[int, ...] = ()
    contracts: tuple[int, ...] = ()
    given: Given | None = None

    @property
    def is_everyone(self) -> bool:
        """Whether nothing is chosen, so that all suppliers are meant."""
        return not self.chosen()

    def chosen(self) -> dict[str, list[str]]:
        """As a broadcast keeps it."""
        each = {
            ChosenBy.TRADES: [trade.value for trade in self.trades],
            ChosenBy.KINDS: [kind.value for kind in self.kinds],
            ChosenBy.AREAS: [str(area_id) for area_id in self.areas],
            ChosenBy.CONTRACTS: [str(contract_id) for contract_id in self.contracts],
            ChosenBy.GIVEN: [self.given.value] if self.given else [],
        }
        return {choice.value: values for choice, values in each.items() if values}


EVERYONE = Audience()


def audience_of(chosen: Chosen) -> Audience:
    """The audience that was kept so. Raises ValueError for what no broadcast keeps."""
    unknown = set(chosen) - {choice.value for choice in ChosenBy}
    if unknown:
        raise ValueError(f"nobody is chosen by {', '.join(sorted(unknown))}")
    return Audience(
        trades=tuple(Trade(value) for value in chosen.get(ChosenBy.TRADES, ())),
        kinds=tuple(SlotKind(value) for value in chosen.get(ChosenBy.KINDS, ())),
        areas=tuple(int(value) for value in chosen.get(ChosenBy.AREAS, ())),
        contracts=tuple(int(value) for value in chosen.get(ChosenBy.CONTRACTS, ())),
        given=next((Given(value) for value in chosen.get(ChosenBy.GIVEN, ())), None),
    )
