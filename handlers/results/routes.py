"""What can happen with results from elsewhere."""

from handlers.handling.routes import Routes

ROUTES = Routes()
