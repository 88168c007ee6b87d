"""What is said on the way to the council's page: what will stand there, that it is approved, and the page itself."""

from domain.document import DocumentKind
from domain.frozen import frozen
from messages.council.page import CouncilPage
from messages.template import template


@frozen
class NamesSaid:
    """What the suppliers that have taken part in the year say to being named."""

    yes: int = 0
    no: int = 0
    unanswered: int = 0


@template("coordinator_council_page")
@frozen
class CouncilPageDrawnUp:
    """What will stand on the page, for whoever approves it.

    Attributes:
        page: With an approval where one holds already, of which this would be in the place.
        has_changed: It is no more as it was when the approval was asked for.
    """

    page: CouncilPage
    names: NamesSaid
    has_changed: bool = False


@template("coordinator_council_page_approval_asked")
@frozen
class CouncilPageApprovalAsked:
    """May it leave the administration?"""

    year: int


@template("everyone_council_page")
@frozen
class CouncilPageShown:
    """The page that is approved, to be had in two formats; or that there is none yet.

    Attributes:
        approved: What stands on it; None where nobody has approved any.
        is_new: The reader has just approved it.
    """

    year: int
    approved: CouncilPage | None
    is_new: bool = False


@template("everyone_council_page_document")
@frozen
class CouncilPageSent:
    """The words under the file.

    Attributes:
        kind: Which document it is, for the file's name.
        name: The year, for the same.
    """

    kind: DocumentKind
    name: str
    is_draft: bool
