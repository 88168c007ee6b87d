"""What a supplier is told of the whole city beside its own: nothing by which others' people could be seen."""

from domain.small_number import SHOWN_FROM


def is_told_beside(residents: int, own: int) -> bool:
    """Whether the city's number of residents may stand beside a supplier's own number of starts or placements.

    Fewer than five more than its own would tell of few people with others; and fewer than its own would tell that two
    of its own are one person's.
    """
    return residents - own >= SHOWN_FROM


def is_told_of_state(residents: int, own: int) -> bool:
    """The same of a state in which the supplier may have nobody: then not even a small number is beside one of its own.

    A small number is told as small, which beside six of one's own is as good as the number.
    """
    return own == 0 or is_told_beside(residents, own)
