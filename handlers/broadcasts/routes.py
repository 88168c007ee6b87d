"""What can happen with broadcasts."""

from handlers.broadcasts import sending
from handlers.handling.routes import Routes

ROUTES = Routes(duties=(sending.queue,))
