"""What can happen when somebody leaves or hands over."""

from handlers import doorways
from handlers.handling.routes import Routes
from handlers.leaving import ending_access, handing_over, undoing_invitation

ROUTES = Routes(
    buttons=(
        (doorways.UNDO_INVITATION, undoing_invitation.undo),
        (doorways.RENEW_INVITATION, undoing_invitation.renew),
        (doorways.END_ACCESS, ending_access.begin),
        (doorways.HAND_OVER, handing_over.begin),
    ),
)
