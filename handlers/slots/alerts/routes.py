"""What can happen with alerts."""

from domain.command import Command
from handlers.handling.routes import Routes
from handlers.slots.alerts import digest, settings
from handlers.slots.alerts import settings_views as views

ROUTES = Routes(
    commands=((Command.ALERTS, settings.show),),
    buttons=(
        (views.SHOW, settings.show_again),
        (views.FACET, settings.show_facet),
        (views.SET, settings.set_value),
        (views.DIGEST, settings.set_digest),
        (views.EVERYTHING, settings.want_everything),
    ),
    duties=(digest.send,),
)
