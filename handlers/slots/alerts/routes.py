"""What can happen with alerts."""

from domain.command import Command
from handlers.handling.routes import Routes
from handlers.slots.alerts import catching_up, digest, settings, settings_views

ROUTES = Routes(
    commands=((Command.ALERTS, settings.show),),
    buttons=(
        (settings_views.SHOW, settings.show_again),
        (settings_views.FACET, settings.show_facet),
        (settings_views.SET, settings.set_value),
        (settings_views.DIGEST, settings.set_digest),
        (settings_views.MORNING, settings.set_morning),
        (settings_views.EVERYTHING, settings.want_everything),
    ),
    duties=(digest.send, catching_up.send),
)
