"""What can happen with wishes."""

from handlers.handling.routes import Routes

ROUTES = Routes()
