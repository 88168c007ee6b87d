"""What can happen for readers."""

from handlers import doorways
from handlers.handling.routes import Routes
from handlers.readers import codes, monthly_letter, monthly_settings

ROUTES = Routes(
    buttons=(
        (doorways.MONTHLY, monthly_settings.show),
        (codes.SET_MONTHLY, monthly_settings.turn),
    ),
    duties=(monthly_letter.send,),
)
