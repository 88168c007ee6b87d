"""What can happen when somebody leaves or hands over."""

from handlers import doorways
from handlers.handling.routes import Routes
from handlers.leaving import ending_access as end_access
from handlers.leaving import handing_over
from handlers.leaving import undoing_invitation as undoing

ROUTES = Routes(
    buttons=(
        (doorways.UNDO_INVITATION, undoing.undo),
        (doorways.RENEW_INVITATION, undoing.renew),
        (doorways.END_ACCESS, end_access.begin),
        (doorways.HAND_OVER, handing_over.begin),
    ),
)
