"""What the clock does for the bot itself."""

from handlers.handling.routes import Routes
from handlers.upkeep import inbox

ROUTES = Routes(duties=(inbox.forget_old,))
