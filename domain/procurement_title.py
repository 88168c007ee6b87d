"""A procurement's title: by what two writings of it are known to be one."""

from domain.folded import folded


def known_as(title: str) -> str:
    """The title without regard to capitals, accents and spaces: "MÅLNING  av skolor" is "Målning av skolor"."""
    return " ".join(folded(title).split())
