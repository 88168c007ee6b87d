"""What can happen with the dossier and the documents of a contract."""

from handlers import doorways
from handlers.dossiers import asking, listing
from handlers.handling.routes import Routes

ROUTES = Routes(
    buttons=(
        (doorways.DOSSIER, asking.ask),
        (doorways.DOCUMENTS, listing.show),
    ),
)
