"""What a supplier is told of the whole city beside its own: nothing by which others' people could be seen."""

from domain.small_number import SHOWN_FROM


def is_told_beside(residents: int, own_starts: int) -> bool:
    """Whether the city's number of residents may stand beside a supplier's own number of starts.

    Fewer than five more than its own would tell of few people with others; and fewer than its own would tell that two
    of its starts are one person's.
    """
    return residents - own_starts >= SHOWN_FROM
