"""How many there have to be for a share of them to say something: offers, starts or suppliers."""

ENOUGH = 10
"""Among so many one more or one fewer changes a share by at most a tenth; among fewer a single one's luck looks like a
rule, and nothing is said."""


def are_enough(*numbers: int) -> bool:
    """Whether each of the numbers is large enough to say something, alone or beside the others."""
    return min(numbers) >= ENOUGH
