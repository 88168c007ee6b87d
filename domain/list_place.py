"""Where somebody is in a list that they look through page by page."""

from domain.frozen import frozen

LONGEST_SEARCH = 60
"""Characters, of what is looked for."""


@frozen
class ListPlace:
    """Kept with the message that shows it, so that the way back leads there: no button has room for words.

    Attributes:
        search: What is looked for; empty where nothing is.
        page: The page, from 0.
    """

    search: str = ""
    page: int = 0
