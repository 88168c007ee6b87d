"""What can happen with procurements."""

from handlers.handling.routes import Routes
from handlers.procurements import codes, noting, planned_file

ROUTES = Routes(
    buttons=(
        (codes.ADD, noting.begin),
        (codes.CHANGE, noting.begin_changing),
        (codes.SEND_FILE, planned_file.explain),
    ),
)
