"""What can happen with a matcher's alerts."""

from domain.command import Command
from handlers.handling.routes import Routes
from handlers.slots.alerts import digest
from handlers.slots.alerts import settings as wishes
from handlers.slots.alerts import settings_views as wish_views

ROUTES = Routes(
    commands=((Command.ALERTS, wishes.show),),
    buttons=(
        (wish_views.SHOW, wishes.show_again),
        (wish_views.FACET, wishes.show_facet),
        (wish_views.SET, wishes.set_value),
        (wish_views.DIGEST, wishes.set_digest),
        (wish_views.EVERYTHING, wishes.want_everything),
    ),
    duties=(digest.send,),
)
