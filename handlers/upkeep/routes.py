"""What the clock does for the bot itself."""

from handlers.handling.routes import Routes
from handlers.upkeep import inbox, pictures

ROUTES = Routes(duties=(inbox.forget_old, pictures.forget_old))
